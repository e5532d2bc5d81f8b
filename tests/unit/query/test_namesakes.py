"""Two people of one name, and a name that several bear."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.core.errors import AmbiguousNameError
from tests.newsroom import envoy_records, make_story
from tests.unit.query.archives import open_stories

FARMER = make_story(
    "farm.txt",
    date(2017, 3, 20),
    "Sergey Kostin grows barley near Tarven. Drought took the harvest, Kostin told "
    "Thandi Grosheim, and his tractor broke.",
    people=("Sergey Kostin", "Kostin", "Thandi Grosheim"),
)


def test_the_farmer_is_not_the_ambassador(tmp_path: Path) -> None:
    with open_stories(tmp_path / "a.db", [*envoy_records(), FARMER]) as archive:
        with pytest.raises(AmbiguousNameError) as raised:
            archive.who("Sergey Kostin")
        message = str(raised.value)
        assert "ambassador of Norway" in message
        [envoy, farmer] = archive.candidates("Sergey Kostin")
        assert (envoy.n_documents, farmer.n_documents) == (4, 1)
        [link] = archive.who(farmer.id).links
        assert link.rejected == envoy.name


def test_the_candidates_of_a_surname(tmp_path: Path) -> None:
    sister = make_story(
        "sister.txt",
        date(2017, 3, 21),
        "Ama Osei sings. Thandi Grosheim says that Osei won a prize for barley songs.",
        people=("Ama Osei", "Osei", "Thandi Grosheim"),
    )
    with open_stories(tmp_path / "a.db", [*envoy_records(), sister]) as archive:
        names = {one.name for one in archive.candidates("Osei")}
    assert names == {"Daniel Osei", "Ama Osei"}

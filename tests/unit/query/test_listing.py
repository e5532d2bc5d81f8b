"""Reference lists: offices by their day, and tenures with their source."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.core.errors import InputError
from onrecord.query.opened import OpenArchive
from tests.newsroom import envoy_records, make_story
from tests.unit.query.archives import open_stories

ENVOYS = """name,title,of,at,from,to
Sergey Kostin,Ambassador,Norway,Chile,2008-07-26,2017-08-21
Tomas Rehn,Ambassador,Norway,Chile,2017-08-22,
Sergey Kostin,Ambassador,Chile,Norway,1950-01-01,1955-01-01
"""


@pytest.fixture
def envoys(tmp_path: Path) -> Path:
    path = tmp_path / "envoys.csv"
    path.write_text(ENVOYS, encoding="utf-8")
    return path


def test_tenures_stand_in_the_dossier_with_list_and_row(
    archive: OpenArchive, envoys: Path
) -> None:
    assert archive.load_list(envoys) == 3
    listed = [one for one in archive.who("Kostin").roles if not one.n_documents]
    assert [(one.of, one.earliest, one.source) for one in listed][-1] == (
        "Norway to Chile",
        date(2008, 7, 26),
        "envoys.csv, line 2",
    )


def test_the_same_file_is_not_loaded_twice(archive: OpenArchive, envoys: Path) -> None:
    archive.load_list(envoys)
    assert archive.load_list(envoys) is None
    assert len([r for r in archive.who("Kostin").roles if not r.n_documents]) == 2


@pytest.mark.parametrize(
    "meant", [(date(2017, 3, 15), "Kostin"), (date(2018, 5, 1), "Rehn")], ids=str
)
def test_the_ambassador_of_a_day(
    tmp_path: Path, envoys: Path, meant: tuple[date, str]
) -> None:
    day, name = meant
    described = make_story(
        "brief.txt",
        day,
        "The Norwegian ambassador left.",
        people=("The Norwegian ambassador",),
    )
    rehn = make_story(
        "rehn.txt",
        date(2012, 1, 1),
        "Tomas Rehn opened a ferry line.",
        people=("Tomas Rehn",),
    )
    with open_stories(
        tmp_path / "a.db", [*envoy_records()[1:3], rehn, described]
    ) as archive:
        archive.load_list(envoys)
        dossier = archive.who(name)
        assert dossier.described == (("The Norwegian ambassador", 1),)
        [link] = [one for one in dossier.links if one.words.startswith("The ")]
        assert any(reason.startswith("envoys.csv: ") for reason in link.reasons)


def test_an_empty_list_is_refused(archive: OpenArchive, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    path.write_text("name\n", encoding="utf-8")
    with pytest.raises(InputError, match="names nobody"):
        archive.load_list(path)


def test_a_mapping_has_two_sides(archive: OpenArchive, envoys: Path) -> None:
    with pytest.raises(InputError, match="FIELD=COLUMN"):
        archive.load_list(envoys, ["name"])

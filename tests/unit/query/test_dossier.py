"""What is on record about somebody."""

from datetime import date

import pytest

from onrecord.core.errors import NotFoundError
from onrecord.query.opened import OpenArchive


@pytest.mark.parametrize(
    "name", ["Sergey Kostin", "Sergei Kostin", "kostin", "Ambassador Kostin", "Kosstin"]
)
def test_any_spelling_finds_one_person(archive: OpenArchive, name: str) -> None:
    dossier = archive.who(name)
    assert {spelling for spelling, _ in dossier.names} == {
        "Sergey Kostin",
        "Sergei Kostin",
        "Kostin",
    }
    assert dossier.entity.n_documents == 4


def test_the_described_ambassador_of_that_time_is_gathered(
    archive: OpenArchive,
) -> None:
    dossier = archive.who("Kostin")
    assert dossier.described == (("The Norwegian ambassador", 1),)
    [link] = [one for one in dossier.links if one.words == "The Norwegian ambassador"]
    assert link.reasons[0] == "role: ambassador of Norway"
    assert len(link.reasons) > 1


def test_roles_have_their_days(archive: OpenArchive) -> None:
    [role, *_] = archive.who("Kostin").roles
    assert (role.role, role.of) == ("ambassador", "Norway")
    assert (role.earliest, role.latest) == (date(2017, 2, 10), date(2017, 3, 14))


def test_counterparts_keep_denied_contacts_apart(archive: OpenArchive) -> None:
    told = {one.name: one.told for one in archive.who("Kostin").counterparts}
    assert told == {
        "Daniel Osei": {"happened": 2, "denied": 1},
        "Petra Lindqvist": {"happened": 1},
    }


def test_statements_stand_under_whom_they_are_about(archive: OpenArchive) -> None:
    dossier = archive.who("Ilse Maarten")
    [topic] = dossier.topics
    assert (topic.name, topic.n_statements) == (archive.who("Kostin").entity.name, 1)
    assert topic.examples[0].quote == "that Kostin knew of the sanctions"


def test_what_others_say_of_them_names_who_says_it(archive: OpenArchive) -> None:
    [said] = archive.who("Kostin").about
    assert said.claimant.name == "Ilse Maarten"
    assert said.source.outlet == "Ledger"


def test_disputes_hold_denials(archive: OpenArchive) -> None:
    found = archive.who("Daniel Osei").disputes
    assert {type(one).__name__ for one in found} == {"ContactShown", "Statement"}
    assert {one.claimant.name for one in found} == {"Daniel Osei"}


def test_nobody_of_the_name(archive: OpenArchive) -> None:
    with pytest.raises(NotFoundError, match="nobody in the archive"):
        archive.who("Thandi Grosheim")


def test_an_id_finds_its_entity(archive: OpenArchive) -> None:
    entity = archive.who("Kostin").entity
    assert archive.who(entity.id).entity == entity


def test_an_empty_name_finds_nobody(archive: OpenArchive) -> None:
    with pytest.raises(NotFoundError):
        archive.who("  ")


def test_words_of_a_name_in_any_order(archive: OpenArchive) -> None:
    assert archive.who("Osei Daniel").entity.name == "Daniel Osei"

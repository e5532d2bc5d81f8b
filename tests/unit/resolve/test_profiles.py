"""What one document tells of each of its entities."""

from datetime import date

import pytest

from onrecord.core import EntityKind
from onrecord.resolve.offices import Office
from onrecord.resolve.profile_codec import from_row, to_row
from onrecord.resolve.profiles import Profile, body_key, make_profiles, name_in
from tests.newsroom import envoy_records, make_story

NAMES = {
    "Ambassador Sergey Kostin": "Sergey Kostin",
    "then-Norwegian Ambassador to the U.S. Sergey Kostin": "Sergey Kostin",
    "Bashar al-Kostin": "Bashar al-Kostin",
    "Martin Jordan": "Martin Jordan",
    "Petra van der Kerr, MD": "Petra van der Kerr",
    "the Norwegian ambassador": "",
    "An attorney for Kostin": "",
    "Kostin’s lawyers": "",
    "President": "",
    "Norwegian President": "",
    "President-elect": "",
}


@pytest.mark.parametrize("text", NAMES, ids=str)
def test_name_in_a_description(text: str) -> None:
    assert name_in(text) == NAMES[text]


@pytest.mark.parametrize(
    ("one", "other"),
    [("the U.S.", "United States"), ("FBI", "Federal Bureau of Investigation")],
)
def test_bodies_with_several_names(one: str, other: str) -> None:
    assert body_key(one) == body_key(other) != ""


@pytest.mark.parametrize("text", ["the company", "Foreign Ministry", "the Department"])
def test_what_every_country_has_is_no_body_of_its_own(text: str) -> None:
    assert body_key(text) == ""


def by_name(profiles: tuple[Profile, ...], name: str) -> Profile:
    return next(one for one in profiles if name in (*one.names, one.shown))


def test_profile_holds_office_company_and_words() -> None:
    profile = by_name(make_profiles(envoy_records()[0]), "Sergey Kostin")
    assert profile.offices == {Office("ambassador", "norway")}
    assert "pipeline" in profile.words
    assert {key[:2] for key in profile.company} == {"p:"}
    assert len(profile.company) == 2
    assert profile.day == date(2017, 2, 10)


def test_an_aside_gives_no_office_to_another() -> None:
    record = make_story(
        "a.txt",
        None,
        "Ilse Maarten met the Norwegian ambassador, Sergey Kostin, in May.",
    )
    profiles = make_profiles(record)
    assert by_name(profiles, "Ilse Maarten").offices == frozenset()
    assert by_name(profiles, "Sergey Kostin").offices


def test_profiles_are_kept_without_loss() -> None:
    for record in envoy_records():
        for profile in make_profiles(record):
            assert from_row(to_row(profile)) == profile


def test_who_has_no_name_has_no_block() -> None:
    profile = Profile("ety_1", "doc_1", EntityKind.PERSON, shown="the man")
    assert profile.block == ""

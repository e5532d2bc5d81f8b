"""Offices read from descriptions."""

import pytest

from onrecord.resolve.offices import Office, is_office_only, parse_office

CASES = {
    "the Norwegian ambassador": Office("ambassador", "norway"),
    "Norway's envoy to Washington": Office("ambassador", "norway", "united states"),
    "U.S. ambassador to Norway": Office("ambassador", "united states", "norway"),
    "then-Norwegian Foreign Minister": Office("foreign minister", "norway"),
    "former President": Office("president", is_former=True),
    "the prime minister of Norway": Office("prime minister", "norway"),
    "national security advisor": Office("national security adviser"),
    "the Justice Department": None,
    "a bystander": None,
}


@pytest.mark.parametrize("text", CASES, ids=str)
def test_office_in_a_description(text: str) -> None:
    assert parse_office(text) == CASES[text]


def test_what_is_not_said_contradicts_nothing() -> None:
    assert Office("ambassador").fits(Office("ambassador", "norway"))
    assert not Office("ambassador", "chile").fits(Office("ambassador", "norway"))
    assert not Office("senator").fits(Office("mayor"))


@pytest.mark.parametrize("text", ["Attorney General", "the President", "Ambassador"])
def test_an_office_names_nobody(text: str) -> None:
    assert is_office_only(text)


def test_a_name_is_no_office() -> None:
    assert not is_office_only("Ambassador Kostin")

"""Whom "the ambassador" means on a day."""

from datetime import date

import pytest

from onrecord.core import EntityKind
from onrecord.core.identities import ListedHolder
from onrecord.resolve.described import Holder, office_of, place_described
from onrecord.resolve.offices import Office
from onrecord.resolve.profiles import Profile

ENVOY = Office("ambassador", "norway")
DAY = date(2017, 3, 14)
NAMES = {"ent_kostin": "Sergey Kostin", "ent_rehn": "Tomas Rehn"}


def described(
    shown: str = "the Norwegian ambassador", day: date | None = DAY
) -> Profile:
    return Profile(
        "ety_0",
        "doc_0",
        EntityKind.PERSON,
        shown=shown,
        offices=frozenset({ENVOY}),
        day=day,
    )


def holder(number: int, entity: str, day: date) -> Holder:
    profile = Profile(
        f"ety_{number}",
        f"doc_{number}",
        EntityKind.PERSON,
        names=(NAMES[entity],),
        offices=frozenset({ENVOY}),
        day=day,
    )
    return Holder(profile, entity)


REPORTS = [holder(n, "ent_kostin", date(2017, 1, n)) for n in range(1, 4)]
LISTED = ListedHolder(
    "Sergey Kostin", date(2008, 7, 26), date(2017, 8, 21), "envoys.csv"
)
SUCCESSOR = ListedHolder("Tomas Rehn", date(2017, 8, 22), None, "envoys.csv")


def test_the_holder_in_reports_of_that_time_is_meant() -> None:
    found = place_described([described()], holders=REPORTS, names=NAMES)
    entity, membership = found["ety_0"]
    assert entity == "ent_kostin"
    assert membership.reasons == (
        "role: ambassador of Norway",
        "held by Sergey Kostin in 3 of 3 reports near that day",
    )


def test_a_single_report_is_not_enough() -> None:
    assert place_described([described()], holders=REPORTS[:1], names=NAMES) == {}


def test_a_report_in_the_same_document_is_a_second_reason() -> None:
    here = holder(0, "ent_kostin", DAY)
    found = place_described([described()], holders=[here], names=NAMES)
    assert "same document" in found["ety_0"][1].reasons[1]


def test_two_holders_at_one_time_leave_it_open() -> None:
    others = [holder(n, "ent_rehn", date(2017, 1, n)) for n in range(5, 8)]
    found = place_described([described()], holders=[*REPORTS, *others], names=NAMES)
    assert found == {}


def test_a_holder_years_ago_is_not_meant() -> None:
    old = [holder(n, "ent_kostin", date(2009, 1, n)) for n in range(1, 5)]
    assert place_described([described()], holders=old, names=NAMES) == {}


@pytest.mark.parametrize(
    ("day", "meant"),
    [(date(2017, 3, 14), "ent_kostin"), (date(2018, 3, 14), "ent_rehn")],
)
def test_a_list_tells_who_held_it_on_the_day(day: date, meant: str) -> None:
    found = place_described(
        [described(day=day)],
        holders=[],
        listed=[LISTED, SUCCESSOR],
        names=NAMES,
        called={name: key for key, name in NAMES.items()},
    )
    assert found["ety_0"][0] == meant
    assert found["ety_0"][1].reasons[1].startswith("envoys.csv: ")


def test_a_list_that_names_another_contradicts_the_reports() -> None:
    other = ListedHolder("Petra Lindqvist", date(2010, 1, 1), None, "envoys.csv")
    found = place_described([described()], holders=REPORTS, listed=[other], names=NAMES)
    assert found == {}


def test_without_a_day_no_list_helps() -> None:
    found = place_described(
        [described(day=None)],
        holders=[],
        listed=[LISTED],
        called={LISTED.name: "ent_kostin"},
    )
    assert found == {}


@pytest.mark.parametrize(
    "shown",
    [
        "a Norwegian ambassador",
        "the former Norwegian ambassador",
        "the ambassador",
        "a lawyer",
    ],
)
def test_some_descriptions_mean_nobody_in_particular(shown: str) -> None:
    assert office_of(described(shown)) is None

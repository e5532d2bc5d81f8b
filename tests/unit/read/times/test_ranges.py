from datetime import date

import pytest

from onrecord.core.dates import DateRange
from onrecord.read.times.ranges import holiday, part_of, shift_range, unit_around
from onrecord.read.times.words import time_words


@pytest.mark.parametrize(
    ("unit", "label"),
    [
        ("day", "2017-03-12"),
        ("week", "2017-03-06..2017-03-12"),
        ("weekend", "2017-03-11..2017-03-12"),
        ("month", "2017-03"),
        ("quarter", "2017-01..2017-03"),
        ("year", "2017"),
        ("decade", "2010..2019"),
        ("century", "2000..2099"),
    ],
)
def test_units_hold_their_day(unit: str, label: str) -> None:
    found = unit_around(date(2017, 3, 12), unit)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("unit", ["day", "week", "month", "decade", "century"])
def test_units_outside_the_calendar_are_none(day: date, unit: str) -> None:
    assert unit_around(day, unit, -1 if day == date.min else 1) is None


def test_parts_are_thirds() -> None:
    month = DateRange.month(2017, 2)
    parts = [part_of(month, part) for part in ("early", "mid", "late")]
    assert [(p.earliest.day, p.latest.day) for p in parts] == [
        (1, 9),
        (10, 18),
        (19, 28),
    ]


@pytest.mark.parametrize("part", ["early", "mid", "late"])
def test_a_weekend_has_no_parts(part: str) -> None:
    weekend = unit_around(date(2031, 5, 3), "weekend")
    assert part_of(weekend, part) == weekend


def test_a_shifted_month_stays_a_month() -> None:
    shifted = shift_range(DateRange.month(2017, 1), "month", 1)
    assert shifted == DateRange.month(2017, 2)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2016, 11, 24)),
        ("memorial day", date(2016, 5, 30)),
        ("election day", date(2016, 11, 8)),
        ("good friday", date(2016, 3, 25)),
        ("inauguration day", None),
    ],
)
def test_holidays(name: str, day: date | None) -> None:
    found = holiday(time_words().rule(name), 2016)
    assert (found.earliest if found else None) == day

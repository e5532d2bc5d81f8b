"""TIMEX3 values of sentences that are invented; the day of publication is a Sunday."""

from datetime import date

import pytest

from onrecord.core.dates import DateRange
from onrecord.read.times import TimeKind, find_times, find_timexes
from onrecord.read.times.value import timex_of

PUBLISHED = date(2017, 3, 12)


def timexes(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [
        f"{time.span.of(text)} = {time.value.timex}"
        for time in find_timexes(text, published=published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She led it for two years.", "two years = P2Y"),
        ("a 16-hour flight", "16-hour = PT16H"),
        ("the two-day visit", "two-day = P2D"),
        ("after twenty-two months", "twenty-two months = P22M"),
        ("within a week", "a week = P1W"),
        ("for nearly an hour", "nearly an hour = PT1H"),
        ("for half an hour", "half an hour = PT30M"),
        ("after 2 1/2 years", "2 1/2 years = P2Y6M"),
        ("for two and a half years", "two and a half years = P2Y6M"),
        ("a year and a half later", "a year and a half = P1Y6M"),
        ("over three decades", "three decades = P30Y"),
        ("for half a century", "half a century = P50Y"),
        ("for almost a hundred years", "almost a hundred years = P100Y"),
        ("for a couple of days", "a couple of days = P2D"),
        ("for two fortnights", "two fortnights = P4W"),
        ("over the past three months", "the past three months = P3M"),
        ("in the past decade", "the past decade = P10Y"),
        ("over the last year", "the last year = P1Y"),
        ("for several weeks", "several weeks = PXW"),
        ("in recent months", "recent months = PXM"),
        ("he waited for years", "years = PXY"),
        ("12 to 18 months", "12 to 18 months = PXM"),
        ("for half a second", "half a second = PTXS"),
        ("in the year ended June 30, 2016", "the year = P1Y"),
    ],
)
def test_durations_have_a_length(text: str, expected: str) -> None:
    found = find_timexes(text, published=PUBLISHED)
    assert timexes(text)[0] == expected
    assert found[0].value.kind is TimeKind.DURATION
    assert found[0].range is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They speak every day.", "every day = P1D"),
        ("They meet every other week.", "every other week = P2W"),
        ("on Mondays", "Mondays = XXXX-WXX-1"),
        ("on Tuesday nights", "Tuesday nights = XXXX-WXX-2TNI"),
        ("each Thursday", "each Thursday = XXXX-WXX-4"),
        ("each July", "each July = XXXX-07"),
        ("every summer", "every summer = XXXX-SU"),
        ("every morning", "every morning = XXXX-XX-XXTMO"),
        ("a daily briefing", "daily = P1D"),
    ],
)
def test_repeated_times_are_sets(text: str, expected: str) -> None:
    [found] = find_timexes(text, published=PUBLISHED)
    assert timexes(text) == [expected]
    assert found.value.kind is TimeKind.SET


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is now free.", "now = PRESENT_REF"),
        ("the current ambassador", "current = PRESENT_REF"),
        ("He recently left.", "recently = PAST_REF"),
        ("She did so in the past.", "the past = PAST_REF"),
        ("several years ago", "several years ago = PAST_REF"),
        ("She will leave soon.", "soon = FUTURE_REF"),
        ("in coming weeks", "coming weeks = FUTURE_REF"),
    ],
)
def test_references_name_no_day(text: str, expected: str) -> None:
    assert timexes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She called this morning.", "this morning = 2017-03-12TMO"),
        ("They met on Tuesday night.", "Tuesday night = 2017-03-07TNI"),
        ("at 9 a.m. Tuesday", "9 a.m. Tuesday = 2017-03-07T09:00"),
        ("at 12:30 p.m. Friday", "12:30 p.m. Friday = 2017-03-10T12:30"),
        ("at noon Friday", "noon Friday = 2017-03-10T12:00"),
        ("at midnight Friday", "midnight Friday = 2017-03-10T24:00"),
    ],
)
def test_parts_of_the_day_and_hours_are_kept(text: str, expected: str) -> None:
    [found] = find_timexes(text, published=PUBLISHED)
    assert timexes(text) == [expected]
    assert found.value.kind is TimeKind.TIME
    assert found.range is not None
    assert found.range.is_day


def test_an_hour_alone_is_on_the_day_told_last() -> None:
    text = "They met on March 3. He left at 5 p.m. in haste."
    assert timexes(text)[1] == "5 p.m. = 2017-03-03T17:00"
    assert timexes("He left at 5 p.m. in haste.") == ["5 p.m. = 2017-03-12T17:00"]
    assert timexes("He left at 5 p.m. in haste.", None) == ["5 p.m. = "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("early May 2016", "early May 2016 = 2016-05"),
        ("earlier this year", "earlier this year = 2017"),
        ("last week", "last week = 2017-W09"),
        ("over the weekend", "the weekend = 2017-W10-WE"),
        ("in the 1990s", "the 1990s = 199"),
        ("the 19th century", "the 19th century = 18"),
        ("in Q3 2016", "Q3 2016 = 2016-Q3"),
        ("the first half of 2016", "the first half of 2016 = 2016-H1"),
        ("last fall", "last fall = 2016-FA"),
        ("three months ago", "three months ago = 2016-12"),
        ("in fiscal 2016", "fiscal 2016 = 2016"),
    ],
)
def test_the_value_is_the_unit_that_is_named(text: str, expected: str) -> None:
    assert timexes(text) == [expected]


def test_this_winter_began_last_year() -> None:
    assert timexes("this winter", date(2017, 2, 1)) == ["this winter = 2016-WI"]
    assert timexes("this winter", date(2017, 11, 1)) == ["this winter = 2017-WI"]


def test_a_part_narrows_the_days_and_not_the_value() -> None:
    [found] = find_timexes("earlier this month", published=PUBLISHED)
    assert found.value.timex == "2017-03"
    assert found.range == DateRange(date(2017, 3, 1), PUBLISHED)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("between 2010 and 2012", ["2010 = 2010", "2012 = 2012"]),
        ("from May to July 2016", ["May = 2016-05", "July 2016 = 2016-07"]),
        ("from November 2015 to January 2016",
         ["November 2015 = 2015-11", "January 2016 = 2016-01"]),
        ("in 2015-16", ["2015-16 = 2015..2016"]),
    ],
)  # fmt: skip
def test_an_interval_has_two_ends(text: str, ends: list[str]) -> None:
    assert timexes(text) == ends
    assert len(find_times(text, published=PUBLISHED)) == 1


REPORT = "Profit rose in the second quarter. In the quarter it hired; "


@pytest.mark.parametrize(
    ("text", "timex", "label"),
    [
        ("Profit rose in the quarter.", "2016-Q4", None),
        ("Profit rose in the latest period.", "2016-Q4", None),
        ("It beat the year-earlier quarter.", "2015-Q4", None),
        ("The following month he left.", "2017-04", None),
        ("He left a week later.", "2017-W11", None),
        ("He left the day before.", "2017-03-11", None),
        ("in its fiscal first quarter", "2017-Q1", None),
        (f"{REPORT}a year earlier it lost.", "2015-Q2", "2015-04..2015-06"),
    ],
)
def test_a_guess_fills_the_value_alone(
    text: str, timex: str, label: str | None
) -> None:
    found = find_timexes(text, published=PUBLISHED)[-1]
    assert found.value.timex == timex
    assert (found.range.label if found.range else None) == label
    assert find_timexes(text, published=None)[-1].range is None


def test_nothing_is_guessed_without_a_publication_date() -> None:
    for text in ("in March", "last week", "this morning", "the quarter", "the year"):
        assert [t.split(" = ")[1] for t in timexes(text, None)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old and a man 52 years old",
        "open 24 hours a day",
        "twice a week",
        "three-quarters of it",
        "for a second time",
        "she said on 60 Minutes",
        "The Daily Mirror",
        "as soon as she left, and soon after",
        "paid $3 day rates",
        "a USA TODAY poll and VOA Today",
        "during that period",
    ],
)
def test_other_words_are_no_times(text: str) -> None:
    assert timexes(text) == []


@pytest.mark.parametrize(
    "text", ["for two years", "at 5 p.m.", "on Mondays", "the current law", "the year"]
)
def test_a_record_is_told_of_days_only(text: str) -> None:
    assert len(timexes(text)) == 1
    assert find_times(text, published=PUBLISHED) == ()


@pytest.mark.parametrize(
    ("whole", "timex"),
    [
        (DateRange.day(date(2016, 5, 2)), "2016-05-02"),
        (DateRange(date(2016, 5, 2), date(2016, 5, 8)), "2016-W18"),
        (DateRange(date(2016, 5, 3), date(2016, 5, 9)), "2016-05-03..2016-05-09"),
        (DateRange(date(2016, 1, 1), date(2016, 6, 30)), "2016-H1"),
        (DateRange(date(2016, 2, 1), date(2016, 4, 30)), "2016-02..2016-04"),
        (DateRange(date(2016, 12, 1), date(2017, 2, 28)), "2016-WI"),
        (DateRange(date(2000, 1, 1), date(2009, 12, 31)), "200"),
        (DateRange(None, date(2009, 12, 31)), ""),
        (None, ""),
    ],
)
def test_calendar_units_are_written_as_timex3(
    whole: DateRange | None, timex: str
) -> None:
    assert timex_of(whole) == timex

"""Sentences are invented; the day of publication is a Sunday."""

from datetime import date

import pytest

from onrecord.core.dates import DateRange
from onrecord.read.times import find_times

PUBLISHED = date(2017, 3, 12)


def times(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [
        f"{time.span.of(text)} = {time.range.label if time.range else None}"
        for time in find_times(text, published=published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 2017-02-03 then", "2017-02-03 = 2017-02-03"),
        ("on Sept. 11, 2001,", "Sept. 11, 2001 = 2001-09-11"),
        ("on 12 March 2016", "12 March 2016 = 2016-03-12"),
        ("the 12th of March, 2016", "the 12th of March, 2016 = 2016-03-12"),
        ("on May 3-5, 2016", "May 3-5, 2016 = 2016-05-03..2016-05-05"),
        ("on 25/12/2016", "25/12/2016 = 2016-12-25"),
        ("in March 2016", "March 2016 = 2016-03"),
        ("between May and July 2016", "May and July 2016 = 2016-05..2016-07"),
        ("from November 2015 to January 2016",
         "November 2015 to January 2016 = 2015-11..2016-01"),
        ("in 2015", "2015 = 2015"),
        ("by the end of 2016", "the end of 2016 = 2016-09..2016-12"),
        ("in early 2016", "early 2016 = 2016-01..2016-04"),
        ("between 2010 and 2012", "2010 and 2012 = 2010..2012"),
        ("in 2015-16", "2015-16 = 2015..2016"),
        ("in spring 2016", "spring 2016 = 2016-03..2016-05"),
        ("the winter of 2015", "the winter of 2015 = 2015-12..2016-02"),
        ("the second quarter of 2023", "the second quarter of 2023 = 2023-04..2023-06"),
        ("in Q3 2016", "Q3 2016 = 2016-07..2016-09"),
        ("the first half of 2016", "the first half of 2016 = 2016-01..2016-06"),
        ("during the 1990s", "the 1990s = 1990..1999"),
        ("in the '90s", "the '90s = 1990..1999"),
        ("the 19th century", "the 19th century = 1800..1899"),
        ("on Christmas Day, 2015", "Christmas Day, 2015 = 2015-12-25"),
        ("the 9/11 report", "9/11 = 2001-09-11"),
        ("in nineteen ninety-seven", "nineteen ninety-seven = 1997"),
    ],
)  # fmt: skip
def test_what_names_its_year_needs_no_publication(text: str, expected: str) -> None:
    assert times(text, None) == [expected]
    assert times(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In February, Ann Orr resigned.", "February = 2017-02"),
        ("In March, she met him.", "March = 2017-03"),
        ("In December he left.", "December = 2016-12"),
        ("In May, he met her.", "May = 2016-05"),
        ("The vote will be held in May.", "May = 2017-05"),
        ("in late December", "late December = 2016-12-21..2016-12-31"),
        ("in January last year", "January last year = 2016-01"),
        ("last November", "last November = 2016-11"),
        ("He left on March 3.", "March 3 = 2017-03-03"),
        ("They met Nov. 8.", "Nov. 8 = 2016-11-08"),
        ("It is due on April 2.", "April 2 = 2017-04-02"),
        ("He spoke on Sunday.", "Sunday = 2017-03-12"),
        ("He spoke on Monday.", "Monday = 2017-03-06"),
        ("He will meet her on Tuesday.", "Tuesday = 2017-03-14"),
        ("They met last Sunday.", "last Sunday = 2017-03-05"),
        ("They meet next Sunday.", "next Sunday = 2017-03-19"),
        ("on Tuesday night", "Tuesday night = 2017-03-07"),
        ("at 9 a.m. Tuesday", "9 a.m. Tuesday = 2017-03-07"),
        ("Thursday of last week", "Thursday of last week = 2017-03-02"),
        ("he said yesterday", "yesterday = 2017-03-11"),
        ("she left last night", "last night = 2017-03-11"),
        ("the day before yesterday", "the day before yesterday = 2017-03-10"),
        ("last week", "last week = 2017-02-27..2017-03-05"),
        ("next month", "next month = 2017-04"),
        ("this year", "this year = 2017"),
        ("earlier this month", "earlier this month = 2017-03-01..2017-03-12"),
        ("later this year", "later this year = 2017-03-12..2017-12-31"),
        ("met over the weekend", "the weekend = 2017-03-11..2017-03-12"),
        ("two years ago", "two years ago = 2015"),
        ("ten days ago", "ten days ago = 2017-03-02"),
        ("a month ago", "a month ago = 2017-02"),
        ("a decade ago", "a decade ago = 2007"),
        ("last fall", "last fall = 2016-09..2016-11"),
        ("on Election Day", "Election Day = 2016-11-08"),
        ("at Easter he met her", "Easter = 2016-03-27"),
        ("last Thanksgiving", "last Thanksgiving = 2016-11-24"),
        ("last Oct. 23", "last Oct. 23 = 2016-10-23"),
        ("The vote in April is open.", "April = 2017-04"),
        ("The vote in December is open.", "December = 2016-12"),
        ("Until Friday, they had said no.", "Friday = 2017-03-10"),
        ("The court on Monday ruled.", "Monday = 2017-03-06"),
        ("They put it off until Monday.", "Monday = 2017-03-13"),
    ],
)
def test_the_rest_counts_from_the_publication(text: str, expected: str) -> None:
    assert times(text) == [expected]
    [without] = find_times(text, published=None)
    assert without.range is None


@pytest.mark.parametrize(
    "text",
    [
        "He may march in the sun for a second.",
        "Theresa May said so.",
        "April Orr met June Li.",
        "a march of 2000 people",
        "for two years, a 12-year-old and 3 days",
        "at 5 p.m.",
        "on Sundays",
        "The Sunday Times and Bloody Sunday",
        "paid $2016, or 1,998, or 2.016",
        "at 1600 Poplar Avenue",
        "the fall of the city",
        "over the last year",
        "Rev. Fall and Mar. Autumn",
    ],
)
def test_other_words_are_no_times(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    "text", ["recently", "on 3/12/2016", "in fiscal 2016", "Feb. 30, 2016"]
)
def test_what_is_not_settled_has_no_value(text: str) -> None:
    [found] = find_times(text, published=PUBLISHED)
    assert found.range is None


def test_a_feast_days_ahead_is_the_coming_one() -> None:
    text = "He booked it for Christmas Eve."
    [found] = find_times(text, published=date(2016, 12, 20))
    assert found.range == DateRange.day(date(2016, 12, 24))
    [found] = find_times(text, published=PUBLISHED)
    assert found.range == DateRange.day(date(2016, 12, 24))
    [found] = find_times("after New Year's Eve", published=date(2016, 12, 30))
    assert found.range == DateRange.day(date(2016, 12, 31))


def test_each_verb_has_its_own_tense() -> None:
    text = "He said Friday that he will meet her on Monday."
    assert times(text) == ["Friday = 2017-03-10", "Monday = 2017-03-13"]


def test_some_lean_on_the_time_before() -> None:
    text = "They met on March 3, 2016. The next day he left. A week later he was back."
    assert times(text)[1:] == ["The next day = 2016-03-04", "A week later = 2016-03-11"]
    assert times("The next day he left.") == ["The next day = None"]
    assert times("They met in 2016. " + "So it goes. " * 40 + "The next day")[1:] == [
        "The next day = None"
    ]


def test_equal_times_keep_apart() -> None:
    first, second = find_times("Friday. Friday.", published=PUBLISHED)
    assert (first.span.start, second.span.start) == (0, 8)


def test_typographic_marks_are_read() -> None:
    assert times("at New Year’s Eve 2016") == ["New Year’s Eve 2016 = 2016-12-31"]
    assert times("from 2010–2012") == ["2010–2012 = 2010..2012"]


@pytest.mark.parametrize(
    ("text", "label"),
    [("Feb. 29", "2016-02-29"), ("December", "9998-12"), ("last week", None)],
)
def test_the_calendar_has_edges(text: str, label: str | None) -> None:
    published = {"Feb. 29": PUBLISHED, "December": date(9999, 1, 1)}
    [found] = find_times(text, published=published.get(text, date(1, 1, 2)))
    assert (found.range.label if found.range else None) == label

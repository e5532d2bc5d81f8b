import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.times import find_times, find_timexes

WORDS = [
    "May", "march", "March", "3", "31", "2016", "1990s", "'90s", "the", "last", "next",
    "week", "year", "ago", "two", "Sunday", "night", "Easter", "early", "mid", "-", ",",
    "fall", "first", "quarter", "century", "19th", "of", "will", "met", "between", "to",
    "and", "30", "February", "99", "9", "decades", "earlier", "that", "day", ".",
    "\n\n", "a", "half", "for", "every", "daily", "past", "several", "couple", "years",
    "hours", "minutes", "5", "p.m.", "noon", "now", "soon", "current", "quarter",
    "fiscal", "period", "latest", "later", "before", "Tuesday", "nights", "recent",
    "Christmas", "until",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


@given(TEXTS, DAYS)
def test_any_text_on_any_day_is_read(text: str, published: date | None) -> None:
    end = 0
    for time in find_times(text, published=published):
        assert end <= time.span.start
        assert time.span.end <= len(text)
        assert "\n\n" not in time.span.of(text)
        assert time.span.of(text) == time.span.of(text).strip()
        end = time.span.end


@given(st.lists(st.sampled_from(WORDS)).map(" ".join), st.dates(), st.dates())
def test_the_day_of_publication_changes_values_only(
    text: str, first: date, second: date
) -> None:
    spans = [[t.span for t in find_times(text, published=d)] for d in (first, second)]
    assert spans[0] == spans[1]


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)), DAYS)
def test_a_whole_date_means_itself(day: date, published: date | None) -> None:
    for text in (day.isoformat(), f"{day:%B} {day.day}, {day.year}"):
        [found] = find_times(text, published=published)
        assert found.range is not None
        assert (found.range.earliest, found.range.latest) == (day, day)


# What TIMEX3 allows a value to be, an interval of ours ("2015..2016") besides.
DAY = r"\d{4}-\d\d-\d\d"
VALUES = re.compile(
    rf"|PAST_REF|PRESENT_REF|FUTURE_REF|{DAY}(T\d\d:\d\d|T[A-Z]{{2}})?"
    r"|\d{4}(-W\d\d(-WE)?|-\d\d|-Q\d|-H\d|-SP|-SU|-FA|-WI)?|\d{2,3}"
    r"|P(T?[\dX]+[SMHDWQY])+|P\dDT12H|XXXX-(WXX-\d|\d\d|XX-XX|[A-Z]{2})(T[A-Z]{2})?"
    r"|[\d-]+\.\.[\d-]+"
)


@given(TEXTS, DAYS)
def test_every_value_is_one_of_timex3(text: str, published: date | None) -> None:
    end = 0
    for time in find_timexes(text, published=published):
        assert end <= time.span.start
        assert VALUES.fullmatch(time.value.timex), time.value.timex
        end = time.span.end

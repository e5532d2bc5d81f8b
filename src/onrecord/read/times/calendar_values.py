"""Values of dates, months, years and their parts."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from onrecord.core.dates import DateRange
from onrecord.read.times.ranges import (
    day_of,
    long_year,
    months_from,
    shift_range,
)
from onrecord.read.times.setting import (
    Found,
    Setting,
    group_text,
    names_year,
    said_year_number,
    year_of,
    yearless,
)
from onrecord.read.times.words import time_words

_MONTHS = 12
_LONGEST_MONTH = 31
_CENTURY = 100
# "The twenties" and later are of the last century, "the '10s" of this one.
_FIRST_OLD_DECADE = 20


def _iso(found: Found, _: Setting) -> DateRange | None:
    return day_of(int(found["year"]), int(found["month"]), int(found["day"]))


def _numeric(found: Found, _: Setting) -> DateRange | None:
    """Read 13/2/2017 or 2/13/2017; 3/2/2017 may be either, so it has no value."""
    a, b, year = int(found["a"]), int(found["b"]), long_year(found["year"])
    readings = {
        (day, month)
        for day, month in ((a, b), (b, a))
        if month <= _MONTHS and day <= _LONGEST_MONTH
    }
    if len(readings) != 1:
        return None
    [(day, month)] = readings
    return day_of(year, month, day)


def _attacks(_: Found, __: Setting) -> DateRange | None:
    return DateRange.day(date(2001, 9, 11))


def _date(found: Found, setting: Setting) -> DateRange | None:
    month = time_words().month(found["month"])
    days = [
        int(re.sub(r"\D", "", found[name])) for name in ("day", "day2") if found[name]
    ]

    def in_year(year: int) -> DateRange | None:
        ends = [day_of(year, month, day) for day in days]
        first, last = ends[0], ends[-1]
        if first is None or last is None or days[0] > days[-1]:
            return first
        return DateRange(first.earliest, last.latest)

    year = year_of(found, setting)
    if year:
        return in_year(year)
    return yearless(in_year, setting, group_text(found, "rel"))


def _month(found: Found, setting: Setting) -> DateRange | None:
    month = time_words().month(found["month"])

    def in_year(year: int) -> DateRange | None:
        return months_from(year, month, 1)

    if names_year(found):
        year = year_of(found, setting)
        whole = in_year(year) if year else None
    else:
        whole = yearless(in_year, setting, group_text(found, "rel"), by_tense=True)
    return whole


def _months(found: Found, setting: Setting) -> DateRange | None:
    first, last = (time_words().month(found[name]) for name in ("month", "month2"))
    n_months = (last - first) % 12 + 1

    def ending_in(year: int) -> DateRange | None:
        return months_from(year, last - n_months + 1, n_months)

    if found["year2"]:
        end = ending_in(int(found["year2"]))
        start = months_from(int(found["year"] or 0), first, 1)
        if (
            end
            and start
            and start.earliest
            and end.latest
            and start.earliest <= end.latest
        ):
            return DateRange(start.earliest, end.latest)
        return end
    if found["year"]:
        return months_from(int(found["year"]), first, n_months)
    return yearless(ending_in, setting)


def _year(found: Found, setting: Setting) -> DateRange | None:
    if group_text(found, "label").startswith("fiscal"):
        return None  # whose year it is, and when that starts, is not said
    return DateRange.year(int(found["year"]))


def _said_year(found: Found, _: Setting) -> DateRange | None:
    return DateRange.year(said_year_number(found[0].casefold()))


def _years(found: Found, _: Setting) -> DateRange | None:
    first, digits = int(found["year"]), found["year2"]
    last = int(digits) if len(digits) > len("16") else first // 100 * 100 + int(digits)
    if last < first:
        return DateRange.year(first)
    return months_from(first, 1, (last - first + 1) * 12)


def _decade(found: Found, setting: Setting) -> DateRange | None:
    name = found["decade"].casefold()
    digits = re.sub(r"\D", "", name)
    year = int(digits) if digits else time_words().decades[name]
    if year < _CENTURY:
        year += 1900 if year >= _FIRST_OLD_DECADE else 2000
    return months_from(year, 1, 120)


def _century(found: Found, setting: Setting) -> DateRange | None:
    words = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    nth = words.get(found["nth"].casefold()) or int(re.sub(r"\D", "", found["nth"]))
    return months_from((nth - 1) * 100, 1, 1200)


def _quarter(found: Found, setting: Setting) -> DateRange | None:
    if group_text(found, "fiscal", "fiscal2"):
        return None
    nth = found["nth"].casefold()
    number = int(nth) if nth.isdecimal() else time_words().ordinals[nth]

    def in_year(year: int) -> DateRange | None:
        return months_from(year, 3 * number - 2, 3)

    if names_year(found):
        year = year_of(found, setting)
        return in_year(year) if year else None
    value = yearless(in_year, setting)
    return (
        shift_range(value, "year", -1) if value and group_text(found, "ago") else value
    )


def _half(found: Found, setting: Setting) -> DateRange | None:
    year = year_of(found, setting)
    first_month = 1 if found["nth"].casefold() == "first" else 7
    return months_from(year, first_month, 6) if year else None


def _season(found: Found, setting: Setting) -> DateRange | None:
    first_month = time_words().seasons[found["season"].casefold()]

    def in_year(year: int) -> DateRange | None:
        return months_from(year, first_month, 3)

    if names_year(found):
        year = year_of(found, setting)
        whole = in_year(year) if year else None
    else:
        whole = yearless(in_year, setting, group_text(found, "rel"))
    return whole


CALENDAR_VALUES: Mapping[str, Callable[[Found, Setting], DateRange | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "attacks": _attacks,
    "date": _date,
    "month": _month,
    "months": _months,
    "year": _year,
    "said_year": _said_year,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
}

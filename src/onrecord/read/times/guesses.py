"""What expressions most likely mean where the text does not settle it.

A record never takes these. They fill the TIMEX3 value, by the usage of business news:
"the quarter" of a company's report is the last one that has ended, and a fiscal year
or quarter is written as if it were the calendar's.
"""

from collections.abc import Callable, Mapping
from datetime import date

from onrecord.core.dates import DateRange
from onrecord.read.times.lengths import amount_of, singular
from onrecord.read.times.ranges import months_from, shift_range, unit_around
from onrecord.read.times.setting import (
    SHIFTS,
    Found,
    Setting,
    group_text,
    year_of,
    yearless,
)
from onrecord.read.times.words import time_words

_BUSINESS = frozenset({"quarter", "period"})


def likely_days(
    name: str, found: Found, setting: Setting, *, settled: DateRange | None
) -> DateRange | None:
    """Give what an expression most likely means.

    Args:
        name: The name of its pattern.
        found: The match.
        setting: What is known around it.
        settled: What the text settles; None when it does not.

    Returns:
        What is settled; else a guess, or None where even that is idle.
    """
    if name == "ago" and _is_report(found, setting):
        return _ago(found, setting)
    if settled is not None or name not in _GUESSES:
        return settled
    return _GUESSES[name](found, setting)


def _is_report(found: Found, setting: Setting) -> bool:
    """Tell that "a year earlier" compares a quarter with that of another year."""
    back = group_text(found, "direction") in {"ago", "earlier"}
    years = singular(group_text(found, "unit")) == "year"
    return years and back and setting.likely_quarter is not None


def _quarter_before(setting: Setting) -> DateRange | None:
    """Give the quarter that a report is about: the last named, or the last ended."""
    if setting.likely_quarter or setting.published is None:
        return setting.likely_quarter
    return unit_around(setting.published, "quarter", -1)


def _fiscal_year(found: Found, _: Setting) -> DateRange | None:
    return DateRange.year(int(found["year"]))


def _fiscal_quarter(found: Found, setting: Setting) -> DateRange | None:
    nth = time_words().ordinals[found["nth"].casefold()]

    def in_year(year: int) -> DateRange | None:
        return months_from(year, 3 * nth - 2, 3)

    year = year_of(found, setting)
    return in_year(year) if year else yearless(in_year, setting)


def _bare_unit(found: Found, setting: Setting) -> DateRange | None:
    return _quarter_before(setting) if _is_business(found) else None


def _unit(found: Found, setting: Setting) -> DateRange | None:
    if _is_business(found) and group_text(found, "rel") in {"latest", "same", "that"}:
        return _quarter_before(setting)
    day, unit = setting.published, group_text(found, "unit")
    shift = SHIFTS.get(group_text(found, "rel"), 0)
    return (
        None
        if day is None
        else unit_around(day, unit.replace("period", "quarter"), shift)
    )


def _year_ago(_: Found, setting: Setting) -> DateRange | None:
    quarter = _quarter_before(setting)
    return shift_range(quarter, "year", -1) if quarter else None


def _ago(found: Found, setting: Setting) -> DateRange | None:
    number, unit = amount_of(found), singular(group_text(found, "unit"))
    if number is None:
        return None
    back = group_text(found, "direction") in {"ago", "earlier"}
    if _is_report(found, setting) and setting.likely_quarter:
        return shift_range(setting.likely_quarter, "year", -number)
    return _from_publication(setting.published, unit, -number if back else number)


def _next_to(found: Found, setting: Setting) -> DateRange | None:
    after = group_text(found, "direction") == "after"
    unit = group_text(found, "unit")
    return _from_publication(setting.published, unit, 1 if after else -1)


def _from_publication(day: date | None, unit: str, shift: int) -> DateRange | None:
    return None if day is None else unit_around(day, unit, shift)


def _is_business(found: Found) -> bool:
    return group_text(found, "unit") in _BUSINESS


_GUESSES: Mapping[str, Callable[[Found, Setting], DateRange | None]] = {
    "year": _fiscal_year,
    "quarter": _fiscal_quarter,
    "bare_unit": _bare_unit,
    "unit": _unit,
    "year_ago": _year_ago,
    "ago": _ago,
    "next_to": _next_to,
}

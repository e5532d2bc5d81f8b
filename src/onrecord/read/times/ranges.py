"""Arithmetic on calendar ranges: units, parts of them, holidays.

Conventions, where English leaves a choice: weeks run from Monday to Sunday and
centuries from 00 to 99 (both as in ISO 8601); seasons are the meteorological ones of
the northern hemisphere; "early", "mid" and "late" are thirds.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta, weekday

from onrecord.core.dates import DateRange
from onrecord.read.times.words import Rule

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "morning": 1}
_DAYS_A_WEEK = 7
_MONTHS_A_YEAR = 12
_THIRDS = 3
_SATURDAY = 5
_SHORT_YEAR_PIVOT = 69  # as POSIX reads two-digit years


def months_from(year: int, month: int, n_months: int) -> DateRange | None:
    """Give a run of whole months.

    Args:
        year: Year of the first month; any number.
        month: First month; past 12 or under 1 counts on into other years.
        n_months: How many, 1 or more.

    Returns:
        The range, or None outside the calendar.
    """
    first = year * 12 + month - 1
    last = first + n_months - 1
    if first < MINYEAR * 12 or last >= (MAXYEAR + 1) * 12:
        return None
    last_year, last_month = last // 12, last % 12 + 1
    return DateRange(
        date(first // 12, first % 12 + 1, 1),
        date(last_year, last_month, monthrange(last_year, last_month)[1]),
    )


def day_of(year: int, month: int, day: int) -> DateRange | None:
    """Give a single day, or None when the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= _MONTHS_A_YEAR):
        return None
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return DateRange.day(date(year, month, day))


def unit_around(day: date, unit: str, shift: int = 0) -> DateRange | None:
    """Give the day, week, month ... that is so many away from the one around a day.

    Args:
        day: The day to start from.
        unit: ``day``, ``week``, ``weekend``, ``month``, ``quarter``, ``year``,
            ``decade`` or ``century``.
        shift: How many units on; negative goes back.

    Returns:
        The range, or None outside the calendar.

    Example:
        >>> unit_around(date(2017, 3, 12), "week", -1).label
        '2017-02-27..2017-03-05'
    """
    if unit in _MONTHS:
        length = _MONTHS[unit]
        first = (day.year * 12 + day.month - 1) // length * length + shift * length
        return months_from(first // 12, first % 12 + 1, length)
    moved = _shift_days(day, shift * _DAYS[unit])
    if moved is None or _DAYS[unit] == 1:
        return None if moved is None else DateRange.day(moved)
    monday = _shift_days(moved, -moved.weekday())
    sunday = None if monday is None else _shift_days(monday, _DAYS_A_WEEK - 1)
    if monday is None or sunday is None:
        return None
    starts = monday + timedelta(_SATURDAY) if unit == "weekend" else monday
    return DateRange(starts, sunday)


def shift_range(whole: DateRange, unit: str, n_units: int) -> DateRange | None:
    """Move a range by units, keeping its precision.

    Example:
        >>> shift_range(DateRange.month(2016, 2), "year", -1).label
        '2015-02'
    """
    if whole.earliest is None or whole.latest is None:
        return None
    if unit not in _MONTHS:
        first = _shift_days(whole.earliest, n_units * _DAYS[unit])
        last = _shift_days(whole.latest, n_units * _DAYS[unit])
        return DateRange(first, last) if first and last else None
    n_months = n_units * _MONTHS[unit]
    length = whole_months(whole)
    if length:
        start = whole.earliest
        return months_from(start.year, start.month + n_months, length)
    month = whole.earliest.year * 12 + whole.earliest.month - 1 + n_months
    if not MINYEAR * 12 <= month < MAXYEAR * 12:
        return None
    first = whole.earliest + relativedelta(months=n_months)
    return DateRange(first, first + (whole.latest - whole.earliest))


def part_of(whole: DateRange | None, part: str) -> DateRange | None:
    """Give the early, middle or late third of a range.

    Whole months are divided by months where they can be. A single day stays whole.

    Args:
        whole: The range; None gives None.
        part: ``early``, ``mid`` or ``late``.

    Returns:
        The third; the whole of what has not three days.

    Example:
        >>> part_of(DateRange.month(2016, 12), "late").label
        '2016-12-21..2016-12-31'
    """
    if whole is None or whole.earliest is None or whole.latest is None or whole.is_day:
        return whole
    n_thirds = ("early", "mid", "late").index(part)
    n_months = whole_months(whole)
    if n_months >= _THIRDS:
        third = n_months // 3
        length = n_months - 2 * third if part == "late" else third
        start = whole.earliest
        return months_from(start.year, start.month + n_thirds * third, length)
    third = ((whole.latest - whole.earliest).days + 1) // 3
    if not third:
        return whole  # a weekend
    first = whole.earliest + timedelta(n_thirds * third)
    if part == "late":
        return DateRange(first, whole.latest)
    return DateRange(first, first + timedelta(third - 1))


def holiday(rule: Rule, year: int) -> DateRange | None:
    """Give the day of a holiday in a year.

    Args:
        rule: How ``data/times.yaml`` tells the day.
        year: The year.

    Returns:
        The day, or None in a year that has none.
    """
    if year % rule.get("every", 1) != rule.get("from", 0):
        return None
    if "easter" in rule:
        return DateRange.day(easter(year) + timedelta(rule["easter"]))
    if "nth" not in rule:
        return day_of(year, rule["month"], rule["day"])
    nth = rule["nth"]
    last = monthrange(year, rule["month"])[1]
    start = date(year, rule["month"], rule.get("day_from", 1 if nth > 0 else last))
    return DateRange.day(start + relativedelta(weekday=weekday(rule["weekday"], nth)))


def nearest_year(make: Callable[[int], DateRange | None], year: int) -> list[DateRange]:
    """Give what a yearless expression may mean around a year, in order of time.

    Args:
        make: Gives the range in a year.
        year: The year in the middle; four either side, for what is not every year's.
    """
    years = range(max(MINYEAR, year - 4), min(MAXYEAR, year + 4) + 1)
    return [found for found in map(make, years) if found is not None]


def long_year(digits: str) -> int:
    """Give the year that two digits mean, or four."""
    number = int(digits)
    if len(digits) > len("17"):
        return number
    return number + (2000 if number < _SHORT_YEAR_PIVOT else 1900)


def whole_months(whole: DateRange) -> int:
    """Count the months that a range is exactly made of; 0 when it is not.

    Example:
        >>> whole_months(DateRange.year(2016))
        12
    """
    first, last = whole.earliest, whole.latest
    if first is None or last is None or first.day != 1:
        return 0
    if last.day != monthrange(last.year, last.month)[1]:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _shift_days(day: date, n_days: int) -> date | None:
    ordinal = day.toordinal() + n_days
    if not date.min.toordinal() <= ordinal <= date.max.toordinal():
        return None
    return date.fromordinal(ordinal)

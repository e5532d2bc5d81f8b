"""What an expression of time says: its kind, its TIMEX3 value and its days.

Source:
    Saurí et al., "TimeML Annotation Guidelines 1.2.1" (2006): the four types and the
    forms of their values.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from onrecord.core.dates import DateRange
from onrecord.read.times.ranges import whole_months

_DAYS_A_WEEK = 7
_WEEKEND_DAYS = 2
_SATURDAY = 5
# By first month.
SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_HALF, _QUARTER, _MONTH = 6, 3, 1
_DECADE, _CENTURY = 120, 1200


class TimeKind(Enum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeValue:
    """What an expression of time says.

    Attributes:
        kind: Its type.
        timex: Its TIMEX3 value, such as ``2016-W10``, ``P2Y`` or ``PAST_REF``; empty
            when nothing settles it. It may rest on a guess, for it is there to be
            measured.
        range: The first and last day that it can mean; None when the text does not
            settle it, or it names no day.
    """

    kind: TimeKind
    timex: str
    range: DateRange | None = None


def timex_of(whole: DateRange | None) -> str:
    """Write a calendar unit as a TIMEX3 value.

    Args:
        whole: A day, week, weekend, month, quarter, season, half, year, decade or
            century.

    Returns:
        The value; a range that is no such unit is written as its label, None as "".

    Example:
        >>> timex_of(DateRange.month(2016, 5))
        '2016-05'
    """
    if whole is None or whole.earliest is None or whole.latest is None:
        return ""
    first, n_months = whole.earliest, whole_months(whole)
    n_days = (whole.latest - first + timedelta(1)).days
    year, week, _ = first.isocalendar()
    if n_days == _DAYS_A_WEEK and first.weekday() == 0:
        return f"{year:04}-W{week:02}"
    if n_days == _WEEKEND_DAYS and first.weekday() == _SATURDAY:
        return f"{year:04}-W{week:02}-WE"
    return _of_months(whole, n_months) if n_months > _MONTH else whole.label


def _of_months(whole: DateRange, n_months: int) -> str:
    if whole.earliest is None:
        return ""
    year, month = whole.earliest.year, whole.earliest.month
    if n_months == _QUARTER and month in SEASON_CODES:
        return f"{year:04}-{SEASON_CODES[month]}"
    if n_months in {_QUARTER, _HALF} and (month - 1) % n_months == 0:
        letter = "Q" if n_months == _QUARTER else "H"
        return f"{year:04}-{letter}{month // n_months + 1}"
    digits = {_DECADE: 3, _CENTURY: 2}.get(n_months)
    return f"{year:04}"[:digits] if digits and month == 1 else whole.label

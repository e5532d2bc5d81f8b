"""How long something lasted and how often it happens: times that name no days.

Their values are those of TIMEX3. A record, which tells days, leaves them out; finding
them keeps "two years" from being taken for anything else, and the reading measurable.
"""

from collections.abc import Callable, Mapping

from onrecord.read.times.day_parts import part_of_day
from onrecord.read.times.setting import Found, Setting, group_text
from onrecord.read.times.value import SEASON_CODES, TimeKind, TimeValue
from onrecord.read.times.words import time_words

_LETTERS = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
}
# Units that TIMEX3 counts in others, and what half of a unit is.
_IN_OTHERS = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "fortnight": (2, "week"),
}
_HALVES = {"minute": "30S", "hour": "30M", "day": "T12H", "month": "15D", "year": "6M"}
_OFTEN_UNITS = {
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "hourly": "hour",
}


def _duration(found: Found, _: Setting) -> TimeValue:
    return TimeValue(TimeKind.DURATION, length_of(found))


def length_of(found: Found) -> str:
    """Give the TIMEX3 value of a length of time, such as ``P2Y6M``."""
    unit = singular(group_text(found, "unit"))
    if group_text(found, "some", "to") or not _counts(found):
        return open_length(unit)
    half = bool(group_text(found, "half", "half_after"))
    return _length(_amount(found), unit, half=half)


def _counts(found: Found) -> bool:
    """Tell "the past week", which is one, from "the past weeks"."""
    unit = group_text(found, "unit")
    return bool(group_text(found, "n")) or unit == singular(unit)


def amount_of(found: Found) -> int | None:
    """Give the whole number that an expression names; None when it names none."""
    words = group_text(found, "n")
    return 2 if "couple" in words else time_words().number(words)


def _amount(found: Found) -> float | None:
    words = group_text(found, "n")
    if words.startswith("half"):
        return 0.5
    if "hundred" in words:
        return 100
    return amount_of(found) if words else 1


def _length(number: float | None, unit: str, *, half: bool) -> str:
    if number is None:
        return open_length(unit)
    times, unit = _IN_OTHERS.get(unit, (1, unit))
    number *= times
    if half:
        number += times / 2
    whole, rest = int(number), number % 1
    first = _LETTERS[unit].format(whole) if whole else ""
    second = _HALVES.get(unit, "") if rest else ""
    in_hours = unit in {"minute", "hour"} and not whole
    value = f"P{'T' if in_hours else ''}{first}{second}"
    return value if first or second else open_length(unit)


def open_length(unit: str) -> str:
    """Give the value of some days, weeks and so on, of unknown number.

    Example:
        >>> open_length("week")
        'PXW'
    """
    _, unit = _IN_OTHERS.get(unit, (1, unit))
    return "P" + _LETTERS[unit].format("X")


def singular(unit: str) -> str:
    """Give a unit of time without the ending of its plural."""
    return "century" if unit == "centuries" else unit.removesuffix("s")


def _set(found: Found, _: Setting) -> TimeValue:
    groups, words, part = found.groupdict(), time_words(), part_of_day(found)
    unit = _OFTEN_UNITS.get(group_text(found, "often")) or group_text(found, "unit")
    if unit:
        value = _length(2 if groups.get("other") else 1, unit, half=False)
    elif groups.get("weekday"):
        value = f"XXXX-WXX-{words.weekday(groups['weekday']) + 1}{part}"
    elif groups.get("month"):
        value = f"XXXX-{words.month(groups['month']):02}"
    elif groups.get("season"):
        value = f"XXXX-{SEASON_CODES[words.seasons[group_text(found, 'season')]]}"
    else:
        value = f"XXXX-XX-XX{part}"
    return TimeValue(TimeKind.SET, value)


LENGTH_VALUES: Mapping[str, Callable[[Found, Setting], TimeValue]] = {
    "duration": _duration,
    "open_duration": _duration,
    "year_long": _duration,
    "set": _set,
}

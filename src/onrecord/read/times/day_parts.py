"""Parts of the day, as TIMEX3 writes them: ``T09:00``, ``TNI``."""

import re

from onrecord.read.times.setting import Found, group_text

_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "tonight": "NI",
    "midday": "12:00",
    "noon": "12:00",
    "midnight": "24:00",
}
_NAMES = re.compile(rf"\b({'|'.join(_PARTS)})s?\b", re.IGNORECASE)
_NOON = 12


def part_of_day(found: Found) -> str:
    """Give the part of the day that an expression names, as TIMEX3 writes it.

    Args:
        found: The match of an expression.

    Returns:
        What follows the date in a value; empty when it names no part of the day.
    """
    hour, minute = group_text(found, "hour"), group_text(found, "minute")
    if hour:
        return (
            f"T{_whole_day_hour(hour, group_text(found, 'half_day'))}:{minute or '00'}"
        )
    named = _NAMES.search(found[0])
    return f"T{_PARTS[named[1].casefold()]}" if named else ""


def _whole_day_hour(hour: str, half: str) -> str:
    number = int(hour)
    if half:
        number = number % _NOON + (_NOON if half == "p" else 0)
    return f"{number:02}"

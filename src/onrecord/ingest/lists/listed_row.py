"""One row of a list: who held what, from when to when."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.core.dates import DateRange
from onrecord.core.errors import DataError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class ListedRow:
    """Who held what, from when to when.

    Attributes:
        person: The list's id of the person, or the name where it has none.
        name: The person's name.
        aliases: Other names.
        title: The post.
        of: Country or body that the post is held for.
        at: Country that it is held in or towards.
        earliest: First day.
        latest: Last day; None while it lasts or where the list does not say.
        row: Where in the file it stands.
    """

    person: str
    name: str
    aliases: tuple[str, ...]
    title: str
    of: str
    at: str
    earliest: date | None
    latest: date | None
    row: str


def parse_day(words: str, *, is_last: bool = False) -> date | None:
    """Read a day that may be a month or a year only.

    Args:
        words: ``2017-03-02``, ``2017-3``, ``2017``, or nothing.
        is_last: Whether the last day it can mean is wanted, instead of the first.

    Returns:
        The day; None for nothing, and for what is no such date.

    Example:
        >>> parse_day("2017-02", is_last=True)
        datetime.date(2017, 2, 28)
    """
    match = _PARTIAL.match(words.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return date(year, month, day)
        days = DateRange.month(year, month) if month else DateRange.year(year)
    except (DataError, ValueError):
        return None
    return days.latest if is_last else days.earliest

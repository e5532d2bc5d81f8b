"""The day of publication, from what the data say and from nothing else."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["parse_published"]

# Day first only where a dot says so: 03/04/2017 is two days, and is none here.
_FORMATS = (
    "%Y/%m/%d",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%A %d %B %Y",
    "%A %B %d %Y",
    "%a %d %b %Y",
    "%a %b %d %Y",
)
# ISO's weeks are left out: "2017-W10" is no day, though Python makes one of it.
_ISO_DAY = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})(?=$|[Tt\s])")
_RFC_2822 = re.compile(r"\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}")
_CLOCK = re.compile(
    r"(?:\s+at\s+|[\sT])\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
    r"\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[A-Z]{2,4}|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_BASIC_CLOCK = re.compile(r"T\d{4}(?:\d{2})?(?:Z|[+-]\d{4})?", re.IGNORECASE)


def parse_published(value: str) -> date | None:
    """Read a date of publication, strictly.

    The day is the one that is printed: a time zone does not move it. What names more
    than one day, or none, gives ``None``: no part of a date is ever guessed.

    Args:
        value: ISO 8601 (``2017-03-12``, ``2017-03-12T08:00:00Z``), RFC 2822
            (``Sun, 12 Mar 2017 08:00:00 GMT``), ``20170312``, ``2017/03/12``,
            ``12.03.2017`` (day first, as everywhere where dots are used), or with an
            English month's name: ``12 March 2017``, ``Mar. 12, 2017``. A time of day
            may follow.

    Returns:
        The day, or ``None``.

    Example:
        >>> parse_published("March 12, 2017")
        datetime.date(2017, 3, 12)
        >>> parse_published("03/04/2017") is None
        True
    """
    text = " ".join(value.split())
    if _RFC_2822.search(text):
        return _from_rfc_2822(text)
    return _from_iso(text) or _from_words(text)


def _from_iso(text: str) -> date | None:
    day = _ISO_DAY.match(text)
    if day is None:
        return None
    clock = text[day.end() :]
    if clock and not _CLOCK.fullmatch(clock) and not _BASIC_CLOCK.fullmatch(clock):
        return None
    try:
        return date(int(day[1]), int(day[3]), int(day[4]))
    except ValueError:
        return None


def _from_rfc_2822(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, IndexError, OverflowError):
        return None


def _from_words(text: str) -> date | None:
    words = _CLOCK.sub("", text)
    # "Sept." is how newspapers write it and strptime does not.
    words = re.sub(r"\bSept\b", "Sep", words, flags=re.IGNORECASE)
    words = re.sub(r"(?<=[A-Za-z])\.|,|(?<=\d)(?:st|nd|rd|th)\b", " ", words)
    words = " ".join(words.split())
    for form in _FORMATS:
        try:
            # A day has no time zone; it is taken as printed.
            return datetime.strptime(words, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None

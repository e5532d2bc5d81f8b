"""What is known where an expression of time stands, and what follows for its year."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onrecord.core.dates import DateRange
from onrecord.read.times.ranges import long_year, nearest_year, part_of
from onrecord.read.times.tense import Tense, tense_around
from onrecord.read.times.words import time_words

# A date without a year that is this far off is rather the one on the other side: "the
# meeting is on March 12", printed in February. From the tuning part of TimeBank.
_FAR_BACK_DAYS, _FAR_AHEAD_DAYS = 270, 240
# Without a tense the nearer side counts, with a lean to the past: news tells of it.
_LEAN_TO_PAST = 1.5

SHIFTS = {
    "last": -1,
    "previous": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_THIRDS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
}


Found = re.Match[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known where an expression of time stands.

    Attributes:
        published: Day of publication; None when it is not known.
        before: The sentence up to the expression, or its last part.
        after: The sentence past the expression, or its first part.
        last: Value of the expression before, if it is near.
        quarter: Value of the last quarter of a year named, if it is near.
        likely_quarter: The quarter that the text is most likely about, be it fiscal.
    """

    published: date | None
    before: str
    after: str
    last: DateRange | None = None
    quarter: DateRange | None = None
    likely_quarter: DateRange | None = None

    @property
    def tense(self) -> Tense:
        """What the sentence speaks of; read when asked, as most need not know."""
        return tense_around(self.before, self.after)


def group_text(found: Found, *names: str) -> str:
    """Give the first of these groups that matched, in lower case; else nothing."""
    groups = found.groupdict()
    for name in names:
        if groups.get(name):
            return re.sub(r"\s+", " ", groups[name]).casefold().removeprefix("the ")
    return ""


def year_of(found: Found, setting: Setting) -> int | None:
    """Give the year that an expression names.

    Args:
        found: The match.
        setting: What is known around it.

    Returns:
        The year it gives in digits or words, or by "last year" and the like, which
        need a publication date; None when it gives none that is known.
    """
    digits = group_text(found, "year", "year_after", "year_beside")
    short = group_text(found, "short").lstrip("'’")
    said = group_text(found, "said_year")
    if digits or short:
        return long_year(digits or short)
    if said:
        return said_year_number(said)
    rel = group_text(found, "rel_year", "rel_after")
    anchor = setting.published
    if rel in {"that", "same"}:
        anchor = setting.last.earliest if setting.last else None
    return anchor.year + SHIFTS.get(rel, 0) if anchor and rel else None


def names_year(found: Found) -> bool:
    """Say whether an expression names its year in one way or another."""
    digits = ("year", "year_after", "year_beside", "short")
    return bool(group_text(found, *digits, "said_year", "rel_year", "rel_after"))


def yearless(
    make: Callable[[int], DateRange | None],
    setting: Setting,
    rel: str = "",
    *,
    by_tense: bool = False,
) -> DateRange | None:
    """Choose the year of an expression that names none.

    Args:
        make: Gives the expression's range in a year.
        setting: What is known around it; without a publication date there is no year.
        rel: "last", "this", "next" or the like, if it stands before.
        by_tense: Whether the tense counts more than nearness.

    Returns:
        The range in the year that is most likely meant.
    """
    day = setting.published
    if day is None:
        return None
    around = nearest_year(make, day.year)
    past = [one for one in around if one.earliest and one.earliest <= day]
    coming = [one for one in around if one.latest and one.latest >= day]
    if rel == "this":
        # "This winter", printed in January, began last year.
        return next((one for one in past if one in coming), None) or make(day.year)
    if rel in {"last", "past", "this past"}:
        return max((one for one in past if one not in coming), key=_start, default=None)
    if rel in {"next", "coming"}:
        return min((one for one in coming if one not in past), key=_start, default=None)
    if not (past and coming):
        return None
    return _by_tense((past[-1], coming[0]), setting, day, by_tense=by_tense)


def _start(whole: DateRange) -> date:
    return whole.earliest or date.min


def _by_tense(
    choice: tuple[DateRange, DateRange], setting: Setting, day: date, *, by_tense: bool
) -> DateRange:
    """Choose between the last time that a date was and the next time that it will be.

    A year that is left out is the nearest one as a rule. Only a month or a feast is
    told long before and after, so that it follows the tense alone.
    """
    before, after = choice
    past_days = (day - before.latest).days if before.latest else 0
    coming_days = (after.earliest - day).days if after.earliest else 0
    if setting.tense is Tense.FUTURE:
        return before if coming_days > _FAR_AHEAD_DAYS and not by_tense else after
    if setting.tense is Tense.UNKNOWN:
        return after if past_days > _LEAN_TO_PAST * coming_days else before
    if by_tense:
        return before
    return after if past_days > max(_FAR_BACK_DAYS, coming_days) else before


def in_part(
    whole: DateRange | None, found: Found, setting: Setting
) -> DateRange | None:
    """Narrow a range to the part that "early", "later this" and the like name.

    Args:
        whole: The range; None stays None.
        found: The match, with the word in it.
        setting: What is known around it: "earlier" and "later" count from publication.

    Returns:
        The part, or the whole range when no such word stands there.
    """
    word = group_text(found, "mod", "edge", "inner")
    if whole is None or not word:
        return whole
    if word in _THIRDS:
        return part_of(whole, _THIRDS[word])
    day, first, last = setting.published, whole.earliest, whole.latest
    if day is None or first is None or last is None or not first <= day <= last:
        return whole
    return DateRange(first, day) if word == "earlier" else DateRange(day, last)


def said_year_number(words: str) -> int:
    """Give the year that words like "nineteen ninety-seven" mean."""
    tens = {"seventy": 70, "eighty": 80, "ninety": 90}
    parts = re.split(r"[\s-]+", words)[1:]
    values = [tens.get(part) or time_words().number(part) for part in parts]
    return 1900 + sum(value or 0 for value in values)

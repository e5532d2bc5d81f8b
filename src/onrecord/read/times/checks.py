"""Whether words that look like an expression of time are one.

"May" is a month, a verb and a name, "2000" a year and an amount. These checks look at
the words beside a match of a pattern; when they cannot tell, it is no time.
"""

import re
from collections.abc import Callable, Mapping

from onrecord.read.times.length_checks import LENGTH_CHECKS
from onrecord.read.times.neighbours import AMOUNT_SIGNS, REACH, word_after, word_before
from onrecord.read.times.setting import Found
from onrecord.read.times.words import time_words

_NAME_AFTER = re.compile(r"\s{1,2}[A-Z][a-z]")
_ENDS_HERE = re.compile(r"[.,;:)?!]|$")
_DOUBTFUL_MONTHS = frozenset({"may", "march"})
# Months that people are called by, or that stand in names of things.
_SURE_BEFORE = frozenset(
    [
        "in",
        "of",
        "since",
        "until",
        "till",
        "during",
        "throughout",
        "last",
        "next",
        "this",
        "early",
        "mid",
        "late",
        "through",
        "past",
    ]
)
_FIRST_SURE_YEAR, _LAST_SURE_YEAR = 1900, 2049
_FEAST_ALONE = frozenset(
    ["christmas", "easter", "thanksgiving", "new year's", "halloween", "juneteenth"]
)
_BEFORE_FEASTS = _SURE_BEFORE | frozenset(
    ["on", "at", "before", "after", "by", "over", "around", "for"]
)
_BEFORE_SEASONS = frozenset(
    [
        "in",
        "since",
        "during",
        "by",
        "until",
        "till",
        "of",
        "through",
        "throughout",
        "over",
    ]
)


_CAPITALS_BEFORE = re.compile(r"\b([A-Z]{2,}) $")
_AFTER_SOON = frozenset({"after", "as", "enough"})
_AFTER_THE_YEAR = frozenset({"of", "before", "after", "that", "in", "when"})


def is_time(name: str, text: str, found: Found) -> bool:
    """Say whether a match of a pattern is an expression of time.

    Args:
        name: The pattern's name.
        text: The text that it was found in.
        found: The match.

    Returns:
        False when the words beside it show something else, or do not show enough.
    """
    check = _CHECKS.get(name)
    return check is None or check(text, found)


def _is_month(text: str, found: Found) -> bool:
    named = ("mod", "edge", "rel", "year", "rel_year", "said_year")
    if any(found[group] for group in named):
        return True
    name = found["month"]
    if name.isupper() or not _may_stand_alone(name):
        return False
    before, end = word_before(text, found.start()), found.end()
    if name.lower() in _DOUBTFUL_MONTHS:
        ends = bool(_ENDS_HERE.match(text[end : end + 1]))
        return before in _SURE_BEFORE or (before in time_words().before_months and ends)
    named_so = _NAME_AFTER.match(text, end) is not None
    return before in _SURE_BEFORE or not named_so


def _may_stand_alone(name: str) -> bool:
    return name in time_words().months or name.endswith(".")


def _is_pair(text: str, found: Found) -> bool:
    """Take two months for an interval; one may not be a verb or a name."""
    names = {found["month"].lower(), found["month2"].lower()}
    sure = found["year2"] or found.start() < found.start("expr")
    return bool(sure) or not names & _DOUBTFUL_MONTHS


def _is_year(text: str, found: Found) -> bool:
    start = found.start("year")
    if any(found[group] for group in ("mod", "edge", "label")):
        return word_after(text, found.end()) not in time_words().after_amounts
    before = text[start - 1] if start else " "
    if before in AMOUNT_SIGNS and not text[max(0, start - 2)].isalpha():
        return False
    if before == "-" or not (before.isalpha() or before.isdigit()):
        return _is_year_among_words(text, found)
    return False


def _is_year_among_words(text: str, found: Found) -> bool:
    end, words = found.end(), time_words()
    if word_after(text, end) in words.after_amounts or text[end : end + 1] == "-":
        return False
    before = word_before(text, found.start())
    if _FIRST_SURE_YEAR <= int(found["year"]) <= _LAST_SURE_YEAR:
        return not before.endswith(("no", "no.", "page", "flight", "highway"))
    return before in words.before_years - {"a", "to", "and", "or", "than", "about"}


def _is_weekday(text: str, found: Found) -> bool:
    words = time_words()
    if found["hour"] or found["noon"] or found["rel"]:
        return True
    before = word_before(text, found.start())
    named = before in words.named_weekdays
    return not named and word_after(text, found.end()) not in words.after_names


def _is_deixis(text: str, found: Found) -> bool:
    """Tell today from the name of a paper or a programme: "VOA Today"."""
    word = found["word"] or ""
    before = _CAPITALS_BEFORE.search(
        text[max(0, found.start() - REACH) : found.start()]
    )
    return before is None or not (word.istitle() or before[1] == "USA")


def _is_season(text: str, found: Found) -> bool:
    if found["year"] or found["rel_year"] or found["short"]:
        return True
    if word_after(text, found.end()) == "of":
        return False
    rel = (found["rel"] or "").lower()
    if rel and rel != "the":
        return True
    sure = word_before(text, found.start()) in _BEFORE_SEASONS
    return sure or bool(found["inner"] or found["mod"] or found["edge"])


def _is_half(_: str, found: Found) -> bool:
    return any(found[group] for group in ("year_after", "rel_after", "year_beside"))


def _is_unit(text: str, found: Found) -> bool:
    """Tell the week from a stretch of seven days: "over the last week"."""
    rel, unit = found["rel"].lower(), found["unit"].lower()
    has_article = found["the"] or word_before(text, found.start()) == "the"
    if unit == "period":
        return rel == "latest"
    if unit in {"day", "morning"}:
        leans = rel in {"that", "same", "that same", "following", "previous"}
        return leans or (rel == "next" and bool(has_article))
    stretch = rel in {"last", "next", "coming"} and has_article and unit != "quarter"
    return not stretch or bool(found["mod"] or found["edge"])


def _is_bare_unit(text: str, found: Found) -> bool:
    unit = found["unit"].lower()
    return bool(found["mod"] or found["edge"]) or unit in {"weekend", "quarter"}


def _is_holiday(text: str, found: Found) -> bool:
    name = found["name"].lower().replace("’", "'")
    if found["year"] or found["rel"] or name not in _FEAST_ALONE:
        return True
    return word_before(text, found.start()) in _BEFORE_FEASTS


def _is_soon(text: str, found: Found) -> bool:
    if found[0].lower() != "soon":
        return True
    after = word_after(text, found.end())
    return word_before(text, found.start()) != "as" and after not in _AFTER_SOON


def _is_the_unit(text: str, found: Found) -> bool:
    return word_after(text, found.end()) not in _AFTER_THE_YEAR


_CHECKS: Mapping[str, Callable[[str, Found], bool]] = {
    "month": _is_month,
    "months": _is_pair,
    "year": _is_year,
    "weekday": _is_weekday,
    "deixis": _is_deixis,
    "season": _is_season,
    "half": _is_half,
    "unit": _is_unit,
    "bare_unit": _is_bare_unit,
    "holiday": _is_holiday,
    **LENGTH_CHECKS,
    "future_ref": _is_soon,
    "the_unit": _is_the_unit,
}

"""Whether words that look like a length of time are one, and no age, rate or name."""

import re
from collections.abc import Callable, Mapping

from onrecord.read.times.neighbours import AMOUNT_SIGNS, word_before
from onrecord.read.times.setting import Found, group_text
from onrecord.read.times.words import time_words

_AGE = re.compile(r"[ -]olds?\b")
_RATE = re.compile(r"\s(?:a|per|each)\s(?:day|night|week|month|year)\b")


def _is_length(text: str, found: Found) -> bool:
    """Tell how long something lasted from an age, a rate and a programme's name."""
    unit, n, end = found["unit"], group_text(found, "n"), found.end()
    which = group_text(found, "which")
    if unit[0].isupper() or _AGE.match(text, end) or _RATE.match(text, end):
        return False
    if group_text(found, "some"):
        return True
    if not n:
        return _is_stretch(text, found, which)
    if n[0].isdecimal() or n not in {"a", "an"}:
        amount = found.start() and text[found.start() - 1] in AMOUNT_SIGNS
        return not amount and "-quarters" not in found[0]
    if unit in {"quarter", "second"}:
        return False
    leads = bool(which or group_text(found, "about", "half_after"))
    return leads or word_before(text, found.start()) in time_words().before_lengths


def _is_stretch(text: str, found: Found, which: str) -> bool:
    """Tell "over the last week", seven days, from "last week", which has a place."""
    unit = found["unit"]
    if which == "recent":
        return unit.endswith("s")
    has_article = found[0][:3].lower() == "the" or unit in {"decade", "century"}
    return has_article or (which == "past" and word_before(text, found.start()) != "")


def _is_open_length(text: str, found: Found) -> bool:
    end, before = found.end(), word_before(text, found.start())
    if _AGE.match(text, end) or _RATE.match(text, end):
        return False
    return found["unit"].islower() and not before[-1:].isdecimal()


def _is_often(_: str, found: Found) -> bool:
    often = found.groupdict().get("often")
    return not often or often.islower()


LENGTH_CHECKS: Mapping[str, Callable[[str, Found], bool]] = {
    "duration": _is_length,
    "open_duration": _is_open_length,
    "set": _is_often,
}

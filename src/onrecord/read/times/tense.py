"""Whether a sentence speaks of what is to come or of what has been."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache

from onrecord.read.times.words import time_words

# A cue further away than this says little, and the bound keeps reading linear.
_REACH = 160
_REACH_AFTER = 80


class Tense(Enum):
    """What the cues around an expression of time say."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def tense_around(before: str, after: str) -> Tense:
    """Read the tense of the clause that an expression of time stands in.

    A verb right after it counts most ("the court on Monday ruled"). Else the nearest
    verb before it does: in "said on Friday that he will meet her on Tuesday" the first
    day is past and the second to come, but for "until" and the like right before it.
    Only without one does the text after it count.

    Args:
        before: The sentence up to the expression.
        after: The sentence past it.

    Returns:
        The tense, or unknown when nothing tells.

    Example:
        >>> tense_around("He said that he will meet her on ", ".")
        <Tense.FUTURE: 'future'>
    """
    verbs, hints = _verbs(), _hints()
    near, rest = before[-_REACH:], after[:_REACH_AFTER]
    adjacent = verbs.match(rest, len(rest) - len(rest.lstrip(" ")))
    hinted = [hint for hint in hints.finditer(near) if hint.start()]
    candidates = (
        [adjacent] if adjacent and adjacent.start() == 1 else [],
        [hint for hint in hinted[-1:] if hint.end() == len(near.rstrip(" "))],
        reversed(list(verbs.finditer(near))),
        verbs.finditer(rest),
        reversed(hinted),
    )
    return next(_tenses(candidates), Tense.UNKNOWN)


def _tenses(candidates: Iterable[Iterable[re.Match[str]]]) -> Iterator[Tense]:
    for cues in candidates:
        for cue in cues:
            if cue["future"]:
                yield Tense.FUTURE
            elif not cue["neutral"]:
                yield Tense.PAST


@cache
def _verbs() -> re.Pattern[str]:
    words = time_words()
    # "will put", "to be held": the verb after these tells nothing of the past. "To"
    # alone tells nothing at all: "went to vote", "was to vote".
    ahead = (
        r"(?:will|would|shall|won['’]t|['’]ll)(?: not)?(?: be)? \w{2,20}|to be \w{2,20}"
    )
    # "The disputed vote", "a still undecided date": these are no verbs.
    adjective = (
        r"(?:an?|the|his|her|its|their|our|my|your|this|that|these|those)"
        r"(?: (?:still|yet|more|most|much|so-called|\w{2,20}ly))?"
        rf" (?!(?:{_either(words.future_cues)})\b)\w{{2,20}}ed"
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<future>{_either(words.future_cues)}|{ahead})"
        rf"|(?P<neutral>(?:to|be) \w{{2,20}}|{adjective})"
        rf"|{_either(words.past_cues)}|\w{{2,20}}ed)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _hints() -> re.Pattern[str]:
    hints = _either(time_words().future_hints)
    return re.compile(rf"(?<!\w)(?:(?P<future>{hints})(?P<neutral>))(?!\w)", re.I)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

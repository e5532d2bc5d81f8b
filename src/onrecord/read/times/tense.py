"""Whether a sentence speaks of what is to come or of what has been."""

import re
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

    The nearest cue before it counts: in "said on Friday that he will meet her on
    Tuesday" the first day is past and the second to come. Only without one does the
    text after it count.

    Args:
        before: The sentence up to the expression.
        after: The sentence past it.

    Returns:
        The tense, or unknown when nothing tells.

    Example:
        >>> tense_around("He said that he will meet her on ", ".")
        <Tense.FUTURE: 'future'>
    """
    cues = _cues()
    earlier = [cue for cue in cues.finditer(before[-_REACH:]) if not cue["neutral"]]
    later = [cue for cue in cues.finditer(after[:_REACH_AFTER]) if not cue["neutral"]]
    nearest = [*earlier[-1:], *later[:1]]
    if not nearest:
        return Tense.UNKNOWN
    return Tense.FUTURE if nearest[0]["future"] else Tense.PAST


@cache
def _cues() -> re.Pattern[str]:
    words = time_words()
    future = "|".join(map(re.escape, sorted(words.future_cues, key=len, reverse=True)))
    past = "|".join(map(re.escape, sorted(words.past_cues, key=len, reverse=True)))
    # "will put", "to be held": the verb after these tells nothing of the past. "To"
    # alone tells nothing at all: "went to vote", "was to vote".
    ahead = (
        r"(?:will|would|shall|won['’]t|['’]ll)(?: not)?(?: be)? \w{2,20}|to be \w{2,20}"
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<future>{future}|{ahead})|(?P<neutral>(?:to|be) \w{{2,20}})"
        rf"|{past}|\w{{2,20}}ed)(?!\w)",
        re.IGNORECASE,
    )

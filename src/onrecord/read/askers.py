"""Questions put to somebody: whoever is asked is not the one who asks."""

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.core import Span
from onrecord.read.found import Said

_ASKED = re.compile(r"(?:(?:was|were|been|being|is|are|when) (?:\w+ )?)?asked\b", re.I)
_BY = re.compile(r"by (?:the )?$", re.I)
# What may stand before a sentence's first word.
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?:;—–][”\"’')\]]*\s+|\n\s*|[“\"‘(]\s*)$")
_LOOK_BACK = 8


def without_asked(text: str, said: Iterable[Said]) -> tuple[Said, ...]:
    """Take the source off a question where it names who was asked.

    In "Asked about the ferry, Orr said ..." Orr asks nothing; who does is not told,
    and "by Vell" tells it.

    Args:
        text: The view's text.
        said: Attributions in it.

    Returns:
        The attributions in the same order.
    """
    return tuple(
        replace(one, source=()) if _is_asked(text, one) else one for one in said
    )


def _is_asked(text: str, said: Said) -> bool:
    if not said.source or not said.cue:
        return False
    cue, source = said.cue[0], said.source[0]
    before = text[max(0, source.start - _LOOK_BACK) : source.start]
    asks = source.of(text).casefold().startswith("by ") or _BY.search(before)
    return _is_passive(text, cue) and not asks


def _is_passive(text: str, cue: Span) -> bool:
    """Tell "was asked", and "Asked" that opens a sentence, from "Orr asked"."""
    found = _ASKED.match(cue.of(text))
    if found is None:
        return False
    before = text[max(0, cue.start - _LOOK_BACK) : cue.start]
    led = not found[0].casefold().startswith("asked")
    opens = cue.of(text)[0].isupper() and _BEFORE_SENTENCE.search(before)
    return led or bool(opens)

"""The head of a phrase: whom it names, or by which noun it describes them."""

import re
from collections.abc import Sequence

from onrecord.core import MentionForm, Span
from onrecord.read.cast import PERSON
from onrecord.read.found import Named
from onrecord.read.scene import Scene

_LINK = re.compile(
    r"\b(?:of|for|from|with|at|in|by|to|on|against|behind|inside|near|who|whose|"
    r"including|like|under|as|than|about|backing|supporting|opposing)\b"
)
_POSSESSIVE = re.compile(r"[’'](?:s\b)?")
_MODIFIES = re.compile(
    r"(?:[-–][a-z]+)? (?!and\b|or\b|who\b|himself\b|herself\b|in\b|of\b|"
    r"at\b|on\b|for\b|from\b|also\b|then\b|later\b|is\b|was\b|has\b|had\b|to\b|both\b|"
    r"with\b|after\b|as\b|by\b|but\b|that\b|alone\b|again\b|even\b|not\b|never\b)[a-z]"
)
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")


def head_figure(scene: Scene, source: Sequence[Span]) -> int | None:
    """Return the figure that a phrase names, not one it only mentions.

    "Vell's lawyer Bea Orr" names Orr; "an aide to Vell" names nobody.
    """
    heads = [
        (figure, scene.cast.figures[figure].kind)
        for span in source
        for named, figure in scene.cast.within(span)
        if span.contains(named.span) and _is_head(scene.findings.text, span, named)
    ]
    people = [figure for figure, kind in heads if kind == PERSON]
    return people[0] if people else (heads[0][0] if heads else None)


def _is_head(text: str, source: Span, named: Named) -> bool:
    before = text[source.start : named.span.start]
    after = text[named.span.end : source.end]
    if named.form is MentionForm.NAME and (
        (_POSSESSIVE.match(after) and len(after) > len("’s")) or _MODIFIES.match(after)
    ):
        return False
    link = _LINK.search(before)
    return (
        link is None
        or not before[: link.start()].strip()
        or "," in before[link.end() :]
    )


def head_noun(words: str) -> str | None:
    """Return the head noun of a description, lower case.

    Example:
        >>> head_noun("two senior officials with the port, who asked not to be named")
        'officials'
    """
    link = _LINK.search(words, 1)
    core = words[: link.start()] if link else words
    found = _WORD.findall(core.split(",")[0])
    return found[-1].casefold() if found else None

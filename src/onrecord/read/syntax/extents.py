"""From where to where the noun phrases of a sentence reach."""

from collections.abc import Iterator, Sequence

from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.tokens import Token

PEOPLE = frozenset(
    {"those", "others", "people", "someone", "somebody", "anyone", "anybody"}
)
_LEADS = frozenset({Part.DETERMINER, Part.POSSESSIVE, Part.GENITIVE})
_STARTS = frozenset(
    {Part.DETERMINER, Part.POSSESSIVE, Part.NUMBER, Part.NOUN, Part.NAME}
)
_GOES_ON = frozenset({Part.NOUN, Part.NAME, Part.NUMBER, Part.GENITIVE})
_AFTER_OWNER = _GOES_ON | {Part.VERB, Part.ADVERB}
_NOUNS = frozenset({Part.NOUN, Part.NAME})


def extents_of(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Give the first and last token of each noun phrase, in order.

    Args:
        tokens: The tokens of a sentence.
    """
    i = 0
    while i < len(tokens):
        last = i
        if _is_lone(tokens, i):
            yield i, i
        elif tokens[i].part in _STARTS:
            last = _end(tokens, i)
            yield i, last
        i = last + 1


def _part(tokens: Sequence[Token], i: int) -> Part:
    return tokens[i].part if i < len(tokens) else Part.STOP


def _is_lone(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].part is Part.PRONOUN:
        return True
    return tokens[i].low in PEOPLE and _part(tokens, i + 1) not in _GOES_ON


def _end(tokens: Sequence[Token], first: int) -> int:
    last = first
    for i in range(first + 1, len(tokens)):
        if _belongs(tokens, i):
            last = i
        elif not _may_be_inside(tokens, i):
            break
    return last


def _belongs(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a token lengthens the phrase before it."""
    part = tokens[i].part
    if part is Part.GENITIVE:
        return _part(tokens, i + 1) in _AFTER_OWNER
    if part is Part.VERB:
        # "A scheduled meeting", not "the minister scheduled a meeting".
        return tokens[i - 1].part in _LEADS and _part(tokens, i + 1) in _NOUNS
    return part in _GOES_ON


def _may_be_inside(tokens: Sequence[Token], i: int) -> bool:
    """Tell "a very senior official" and "half a dozen aides"."""
    before = tokens[i - 1].part
    if tokens[i].part is Part.DETERMINER:
        return before is Part.DETERMINER
    return tokens[i].part is Part.ADVERB and before in _LEADS

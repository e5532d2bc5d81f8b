"""Words that their neighbours show to be something else than they look."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.core import Span
from onrecord.read.syntax.parts import Part, grammar
from onrecord.read.syntax.tokens import Token, split_tokens

_LEADS = frozenset({Part.DETERMINER, Part.POSSESSIVE, Part.GENITIVE})
_BEFORE_NOUNS = _LEADS | {Part.PREPOSITION, Part.NUMBER}
_NOUNS = frozenset({Part.NOUN, Part.NAME})
_AFTER_NOUNS = frozenset(
    {Part.PREPOSITION, Part.STOP, Part.COMMA, Part.AUXILIARY, Part.TIME}
)
_OBJECT_STARTS = frozenset({Part.DETERMINER, Part.POSSESSIVE, Part.PRONOUN})
_EDGE = Token(Span(0, 1), "", "", Part.STOP)
# A headline in title case has at least so many words, and so many capitals a word.
_TITLE_WORDS = 4
_TITLE_SHARE = 0.6


def tokens_of(text: str, sentence: Span, names: Iterable[Span] = ()) -> list[Token]:
    """Split a sentence into words and marks with the parts they play.

    Args:
        text: The view's text.
        sentence: Where the sentence stands.
        names: Spans of proper names in it; their words are never taken for verbs.

    Example:
        >>> found = tokens_of("The call came after they call.", Span(0, 30))
        >>> [t.part.name for t in found if t.text == "call"]
        ['NOUN', 'VERB']
    """
    return list(_corrected(split_tokens(text, sentence, names)))


def _corrected(tokens: Sequence[Token]) -> Iterator[Token]:
    title = _is_title(tokens)
    before = _EDGE
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else _EDGE
        part = _special(token, before, after)
        if part is Part.VERB and _is_noun(token, before, after, title=title):
            part = Part.NOUN
        before = token if part is token.part else replace(token, part=part)
        yield before


def _is_title(tokens: Sequence[Token]) -> bool:
    """Tell a headline in title case, where capitals say nothing."""
    words = [token for token in tokens if token.text[0].isalpha()]
    capitals = sum(token.text[0].isupper() for token in words)
    return len(words) >= _TITLE_WORDS and capitals > _TITLE_SHARE * len(words)


def _special(token: Token, before: Token, after: Token) -> Part:
    """Correct the words that play several parts all the time."""
    low, part = token.low, token.part
    cases = (
        (low == "her" and after.part not in _HERS, Part.PRONOUN),
        (low == "that" and before.part in _BEFORE_THAT, Part.DETERMINER),
        (low == "meeting" and _meets(before, after), Part.VERB),
        # "He's leaving" is no genitive.
        (part is Part.GENITIVE and before.part in _BEFORE_IS, Part.AUXILIARY),
        (before.part is Part.TO and _has_object(token, after), Part.VERB),
        (token.text == "May" and _is_month(before, after), Part.TIME),
        (low in grammar().time_leads and after.part is Part.TIME, Part.TIME),
    )
    return next((better for fits, better in cases if fits), part)


_HERS = frozenset({Part.NOUN, Part.NUMBER, Part.VERB})
_BEFORE_THAT = frozenset({Part.PREPOSITION, Part.TO})
_BEFORE_IS = frozenset({Part.PRONOUN, Part.RELATIVE})


def _is_month(before: Token, after: Token) -> bool:
    """Tell the month of "3 May 2030" and "in May" from "may"."""
    numbered = Part.NUMBER in (before.part, after.part) or after.text[:1].isdigit()
    return numbered or before.part in (Part.PREPOSITION, Part.TIME)


def _meets(before: Token, after: Token) -> bool:
    """Tell "after meeting Vell" and "meeting with Vell" from "a meeting with Vell"."""
    named = before.part in _LEADS | {Part.NOUN, Part.NUMBER, Part.TIME}
    governs = after.part in _OBJECT_STARTS | {Part.NAME} or after.low == "with"
    return (governs or after.text[:1].isupper()) and not named


def _has_object(token: Token, after: Token) -> bool:
    """Tell "to widen the gap" from "to members": a verb that no list knows."""
    word = token.part is Part.NOUN and token.text.islower()
    return word and not token.low.endswith("s") and after.part in _OBJECT_STARTS


def _is_noun(token: Token, before: Token, after: Token, *, title: bool) -> bool:
    """Tell "a phone call" from "they call": the words of both are the same."""
    low = token.low
    if before.part in _BEFORE_NOUNS:
        return not (low.endswith("ing") and before.part is Part.PREPOSITION)
    if token.text[0].isupper() and not title and before.part is not Part.STOP:
        return before.part in _NOUNS or after.part in _NOUNS
    if before.part is not Part.NOUN or before.text[0].isupper():
        return False
    return _ends_compound(low, before, after)


def _ends_compound(low: str, before: Token, after: Token) -> bool:
    """Tell "phone calls" from "aides call" by the endings of both."""
    ambiguous = low in grammar().bases or low.endswith("s")
    if not ambiguous or low.endswith(("ed", "ing")) or before.low.endswith("s"):
        return False
    # A verb after a singular noun would end in -s, and only objects follow a verb.
    return not low.endswith("s") or after.part in _AFTER_NOUNS

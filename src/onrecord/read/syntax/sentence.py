"""One sentence with its words and noun phrases, looked up by place."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core import Span
from onrecord.read.found import Named
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase, phrases_of
from onrecord.read.syntax.tagging import tokens_of
from onrecord.read.syntax.tokens import Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart.

    Attributes:
        span: Where it stands in the view.
        tokens: Its words and marks.
        phrases: Its noun phrases, in order.
        phrase_of: For each token the index of its phrase, -1 outside.
    """

    span: Span
    tokens: Sequence[Token]
    phrases: Sequence[Phrase]
    phrase_of: Sequence[int]

    def part(self, i: int) -> Part:
        """Give the part of a token; past either end it is a full stop."""
        return self.tokens[i].part if 0 <= i < len(self.tokens) else Part.STOP

    def low(self, i: int) -> str:
        """Give a token in lower case; nothing past either end."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def phrase_at(self, i: int) -> Phrase | None:
        """Give the phrase that holds a token, None outside of phrases."""
        inside = 0 <= i < len(self.tokens) and self.phrase_of[i] >= 0
        return self.phrases[self.phrase_of[i]] if inside else None

    def token_at(self, place: int) -> int:
        """Give the index of the token at a place in the view, or of the next one."""
        later = (i for i, token in enumerate(self.tokens) if token.span.end > place)
        return next(later, len(self.tokens) - 1)


def take_apart(
    text: str, span: Span, *, names: Sequence[Named], nominals: Sequence[Named]
) -> Sentence:
    """Take a sentence apart.

    Args:
        text: The view's text.
        span: The sentence.
        names: Proper names in it.
        nominals: Descriptions in it.

    Example:
        >>> text = "The envoy met the aides."
        >>> sentence = take_apart(text, Span(0, len(text)), names=(), nominals=())
        >>> [phrase.span.of(text) for phrase in sentence.phrases]
        ['The envoy', 'the aides']
    """
    tokens = tokens_of(text, span, [named.span for named in names])
    phrases = phrases_of(tokens, names, nominals)
    phrase_of = [-1] * len(tokens)
    for index, phrase in enumerate(phrases):
        for i in range(phrase.first, phrase.last + 1):
            phrase_of[i] = index
    return Sentence(span, tokens, phrases, phrase_of)

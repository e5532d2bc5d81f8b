"""A text cut into words, sentences, paragraphs and quotations, and places in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.core import Span
from onrecord.read.quotations import Quotation, find_quotations
from onrecord.read.sentences import split_paragraphs, split_sentences
from onrecord.read.words import Run, Word, split_words, words_within

_BLANK_OR_STOP = ",;:—-"


@dataclass(frozen=True, slots=True)
class Prose:
    """A text and its parts; every look-up takes logarithmic time.

    Attributes:
        text: The view's text.
        words: Its words and marks.
        sentences: Its sentences.
        paragraphs: Its paragraphs.
        quotations: Its quotations, nested ones included.
        outer: Those that stand in no other.
    """

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    outer: tuple[Quotation, ...]

    def span(self, run: Run) -> Span:
        """Give the place of a run of words."""
        return Span(self.words[run[0]].span.start, self.words[run[1] - 1].span.end)

    def within(self, start: int, end: int) -> range:
        """Give the indices of the words that begin between two places."""
        return words_within(self.words, Span(start, end)) if start < end else range(0)

    def sentence_at(self, place: int) -> Span:
        """Give the sentence that a place lies in, the next one if none does."""
        at = bisect_right(self.sentences, place, key=lambda sentence: sentence.end)
        return self.sentences[min(at, len(self.sentences) - 1)]

    def quotations_in(self, span: Span) -> Sequence[Quotation]:
        """Give the outer quotations that begin inside a span."""
        first, last = (
            bisect_left(self.outer, place, key=lambda quotation: quotation.outer.start)
            for place in (span.start, span.end)
        )
        return self.outer[first:last]

    def is_quoted(self, place: int) -> bool:
        """Tell whether a place lies in a quotation or on its marks."""
        at = bisect_right(self.outer, place, key=lambda quote: quote.outer.start)
        return at > 0 and place < self.outer[at - 1].outer.end

    def stretches(self) -> Iterator[range]:
        """Give the words of each sentence, cut where quotations begin and end."""
        edges = sorted(
            {edge for q in self.outer for edge in (q.outer.start, q.outer.end)}
        )
        at = 0
        for sentence in self.sentences:
            while at < len(edges) and edges[at] <= sentence.start:
                at += 1
            start = sentence.start
            while at < len(edges) and edges[at] < sentence.end:
                yield self.within(start, edges[at])
                start = edges[at]
                at += 1
            yield self.within(start, sentence.end)

    def trimmed(self, start: int, end: int) -> Span | None:
        """Give a passage without blanks, commas and the like at its ends."""
        text = self.text
        while start < end and (text[start].isspace() or text[start] in _BLANK_OR_STOP):
            start += 1
        while end > start and (
            text[end - 1].isspace() or text[end - 1] in _BLANK_OR_STOP + "."
        ):
            end -= 1
        return Span(start, end) if start < end else None


def to_prose(text: str) -> Prose:
    """Cut a text into its parts.

    Args:
        text: The view's text.

    Returns:
        The text with its parts.
    """
    quotations = find_quotations(text)
    return Prose(
        text=text,
        words=split_words(text),
        sentences=split_sentences(text),
        paragraphs=split_paragraphs(text),
        quotations=quotations,
        outer=tuple(quotation for quotation in quotations if quotation.depth == 0),
    )

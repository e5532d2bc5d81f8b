"""Paragraphs and sentences, to say where words stand and to show them whole."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.core import Span

__all__ = ["Passages", "make_passages"]

_BREAK = r"(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])"
_BLANK_LINE = re.compile(rf"{_BREAK}[^\S\n\r]*{_BREAK}\s*")
_LINE_BREAK = re.compile(rf"{_BREAK}\s*")

# How far around a passage its sentence is looked for: far beyond any sentence, and a
# bound on the work where a file of megabytes is a single line.
_REACH_CHARS = 2000
# A stop, what closes behind it, a blank, and something that is no small letter.
_SENTENCE_END = re.compile(r"[.!?…][”\"\u2019')\]]*\s+(?=\S)")
# "Gov.", "Sen.", "U.S.", "J.": a short capitalised word before a stop may be a title or
# an initial. A sentence too long only shows more; one too short could drop a "never".
_MAY_BE_SHORT_FORM = re.compile(r"(?<!\w)(?:[^\W\d_a-z]\w{0,3}|(?:\w\.)+\w)$")
_SHORT_FORM_CHARS = 12


@dataclass(frozen=True, slots=True)
class Passages:
    """The paragraphs of one text. Build it with `make_passages`.

    Attributes:
        text: The document text.
        paragraphs: Place of each paragraph, without the blanks around it, in order.
    """

    text: str
    paragraphs: tuple[Span, ...]

    def number(self, offset: int) -> int:
        """Give the number of the paragraph at an offset.

        Args:
            offset: Code point, at most the length of the text.

        Returns:
            Number from 1; that of the paragraph before, where blanks stand between.
        """
        return max(1, bisect_right(self.paragraphs, offset, key=_start))

    def sentence(self, span: Span) -> Span:
        """Give the sentence around a passage, never cut inside quotation marks.

        When it is in doubt where a sentence ends, the longer one is given.

        Args:
            span: The passage.

        Returns:
            A span that contains ``span``.

        Example:
            >>> passages = make_passages("Gov. Lee met Bo Carr here. She left.")
            >>> passages.sentence(Span(9, 12)).of(passages.text)
            'Gov. Lee met Bo Carr here.'
        """
        around = self._paragraph(span)
        window = Span(
            max(around.start, span.start - _REACH_CHARS),
            min(around.end, span.end + _REACH_CHARS),
        )
        stops = [window.start, *_stops(self.text, window), window.end]
        # Outwards from the passage, until no quotation mark lacks its partner.
        start = next(
            (
                stop
                for stop in reversed(stops)
                if stop <= span.start and _is_balanced(self.text[window.start : stop])
            ),
            window.start,
        )
        end = next(
            (
                stop
                for stop in stops
                if stop >= span.end and _is_balanced(self.text[start:stop])
            ),
            window.end,
        )
        return _trimmed(self.text, start, end)

    def _paragraph(self, span: Span) -> Span:
        first = self._at(span.start)
        last = self._at(span.end - 1)
        return Span(min(first.start, span.start), max(last.end, span.end))

    def _at(self, offset: int) -> Span:
        if not self.paragraphs:
            return Span(0, len(self.text))
        return self.paragraphs[self.number(offset) - 1]


def _start(span: Span) -> int:
    return span.start


def make_passages(text: str) -> Passages:
    r"""Find the paragraphs of a text.

    Empty lines divide paragraphs; in a text without any, every line end does.

    Args:
        text: Any text, with line ends of any kind.

    Returns:
        Its paragraphs; one that is empty of words has none.

    Example:
        >>> [span.of("One.\n\nTwo,\nstill two.") for span in
        ...  make_passages("One.\n\nTwo,\nstill two.").paragraphs]
        ['One.', 'Two,\nstill two.']
    """
    divider = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_BREAK
    return Passages(text, tuple(_paragraphs(text, divider)))


def _paragraphs(text: str, divider: re.Pattern[str]) -> Iterator[Span]:
    cuts = [0, *(cut for found in divider.finditer(text) for cut in found.span())]
    for start, end in pairwise([*cuts, len(text)]):
        if text[start:end].strip():
            yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Cut blanks off both ends; a passage of blanks alone stays as it is."""
    words = text[start:end]
    if not words.strip():
        return Span(start, end)
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _stops(text: str, window: Span) -> Iterator[int]:
    for found in _SENTENCE_END.finditer(text, window.start, window.end):
        if found.end() < window.end and not text[found.end()].islower():
            before = text[max(0, found.start() - _SHORT_FORM_CHARS) : found.start()]
            if found[0][0] != "." or not _MAY_BE_SHORT_FORM.search(before):
                yield found.end()


def _is_balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0

"""A text as a reader wants it, with the way back to the text as it is.

A document's text is never touched. Readers work on a `TextView`: one line end, one
blank, composed letters, no invisible signs. Whatever they find there is mapped back, so
that every span they publish stands in the text itself.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.errors import SpanError
from onrecord.core.offsets import OffsetMap
from onrecord.core.span import Span

__all__ = ["TextView", "normalise"]

# Signs without a shape of their own: soft hyphen, zero-width blanks and joiners, marks
# that turn the direction of writing, the byte order mark; and controls, which no
# article means. Tab, line feed and the breaks below stay. A CR goes when LF follows.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
)
# Breaks of lines, pages and paragraphs (Unicode, UAX #14, classes BK, CR and NL).
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
# Unicode's blanks (general category Zs) other than U+0020.
_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
_REMOVED = re.compile(f"(?:[{_INVISIBLE}]|\r(?=\n))+")
_UNCLEAN_ASCII = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")

# Hangul vowels and final consonants compose with the letter before them though they
# are no marks (Unicode, chapter 3.12).
_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7fb]")
# Longer runs of marks are left in pieces: no writing has them, and putting a run in
# order takes the square of its length (UAX #15, 13 "Stream-Safe Text Format").
_MAX_MARKS = 30


@dataclass(frozen=True, slots=True, eq=False)
class TextView:
    """A normalised text and its place in the original.

    Attributes:
        text: The normalised text.
        source_length: Length of the original in code points.
    """

    text: str
    source_length: int
    _maps: tuple[OffsetMap, ...] = ()

    def to_source(self, span: Span) -> Span:
        r"""Give the place in the original of a span of the view.

        Args:
            span: A span of `text`.

        Returns:
            From the start of the first letter's original to the end of the last one's.
            Signs that were removed in between are inside, those around are not.

        Raises:
            SpanError: The span reaches past the end of the view.

        Example:
            >>> normalise("co\u00adop").to_source(Span(1, 3))
            Span(start=1, end=4)
        """
        _check_end(span, len(self.text), "view")
        start, end = span.start, span.end
        for offsets in reversed(self._maps):
            start, end = offsets.old_start(start), offsets.old_end(end)
        return Span(start, end)

    def to_view(self, span: Span) -> Span | None:
        r"""Give the place in the view of a span of the original.

        Args:
            span: A span of the original.

        Returns:
            Every letter of the view that comes from the span, in whole or in part; None
            when all of it was removed.

        Raises:
            SpanError: The span reaches past the end of the original.

        Example:
            >>> view = normalise("co\u00adop")
            >>> view.to_view(Span(3, 5)), view.to_view(Span(2, 3))
            (Span(start=2, end=4), None)
        """
        _check_end(span, self.source_length, "original")
        start, end = span.start, span.end
        for offsets in self._maps:
            start, end = offsets.new_start(start), offsets.new_end(end)
            if start >= end:
                return None
        return Span(start, end)


def normalise(text: str) -> TextView:
    r"""Give a text as readers want it, with the map back.

    Every line break becomes LF, every blank U+0020, every lone surrogate U+FFFD;
    letters are composed (NFC); soft hyphens, zero-width signs, marks of writing
    direction, NUL and other controls are left out. Takes time in proportion to the
    length, and next to none when there is nothing to do.

    Args:
        text: Any string at all.

    Returns:
        The view. Normalising its text again changes nothing, but for runs of more than
        30 combining marks.

    Source:
        Unicode Standard Annex #15 (NFC) and #14 (line breaks).

    Example:
        >>> normalise("a\u00a0b\r\nCafe\u0301").text
        'a b\nCafé'
    """
    if text.isascii() and not _UNCLEAN_ASCII.search(text):
        return TextView(text, len(text))
    shown, removed = _without_invisible(text)
    shown = _replaced(shown)
    shown, composed = _composed(shown)
    maps = tuple(offsets for offsets in (removed, composed) if offsets)
    return TextView(shown, len(text), maps)


def _check_end(span: Span, length: int, name: str) -> None:
    if span.end > length:
        raise SpanError(
            f"{span!r} reaches past the end of a {name} of {length} code points; "
            f"check that it was measured on the {name}"
        )


def _without_invisible(text: str) -> tuple[str, OffsetMap | None]:
    if not _REMOVED.search(text):
        return text, None
    edits = [(match.start(), match.end(), 0) for match in _REMOVED.finditer(text)]
    return _REMOVED.sub("", text), OffsetMap.from_edits(edits)


def _replaced(text: str) -> str:
    """Replace what stays one letter long, so that no offset moves."""
    for sign in _BREAKS:
        text = text.replace(sign, "\n")
    for sign in _BLANKS:
        text = text.replace(sign, " ")
    return _SURROGATE.sub("\ufffd", text)


def _composed(text: str) -> tuple[str, OffsetMap | None]:
    """Compose letters cluster by cluster, so that each keeps its place."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    pieces: list[str] = []
    edits: list[tuple[int, int, int]] = []
    done = 0
    for start, end in _clusters(text):
        cluster = text[start:end]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            pieces += (text[done:start], composed)
            edits.append((start, end, len(composed)))
            done = end
    pieces.append(text[done:])
    return "".join(pieces), OffsetMap.from_edits(edits)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Give the places where composing can change something.

    Those are letters that are not normal by themselves, and runs of marks with the
    letter before them. A class of exactly the letters that the text has makes the
    search one pass of the regular expression engine.
    """
    letters = set(text)
    joining = {letter for letter in letters if _joins(letter)}
    alone = {
        letter
        for letter in letters - joining
        if not unicodedata.is_normalized("NFC", letter)
    }
    first = re.escape("".join(sorted(joining | alone)))
    rest = re.escape("".join(sorted(joining)))
    tail = f"[{rest}]{{0,{_MAX_MARKS}}}" if joining else ""
    end = 0
    for match in re.finditer(f"[{first}]{tail}", text):
        start = match.start()
        if start > end and match[0][0] in joining:
            start -= 1
        end = match.end()
        yield start, end


def _joins(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M" or bool(_JAMO.match(letter))

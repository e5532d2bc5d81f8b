"""Quotations of a text, and for each character whether it stands in one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.core.span import Span
from onrecord.read.quotation_pairs import Piece, pair_double_marks
from onrecord.read.single_quotes import single_pieces

OUTSIDE = 0
INSIDE = 1
ON_MARK = 2


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in quotation marks, within one paragraph.

    A quotation that runs over paragraphs has one of these in each; they share their
    ``group``.

    Attributes:
        outer: The passage with its marks.
        inner: The passage without marks, and without blanks at its ends.
        closed: Whether a mark ends it, here or in a later piece of its group. One
            that is not closed ends where its paragraph does, or before the next
            opening mark that shows a closing one to be missing: take its end with
            caution.
        depth: In how many other quotations it stands; 0 for most.
        style: Marks that it opens with: ``curly``, ``straight``, ``ticks``,
            ``guillemets`` or ``single`` (straight or curly).
        group: Number of the quotation in the text, counted by where it starts.
    """

    outer: Span
    inner: Span
    closed: bool
    depth: int
    style: str
    group: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the passages in quotation marks.

    Marks may be curly, straight, doubled, single or guillemets, and may be missing:
    no text is refused. Apostrophes, feet and inches are no marks. Empty quotations
    are left out.

    Args:
        text: The normalised text (LF line ends).

    Returns:
        The quotations ordered by start, outer before inner. Two of them nest or are
        apart, they never cross. Takes time linear in the text's length.

    Example:
        >>> text = "“No,” he said. “I said ‘never.’”"
        >>> [(q.inner.of(text), q.depth) for q in find_quotations(text)]
        [('No,', 0), ('I said ‘never.’', 0), ('never.', 1)]
    """
    doubles, marks = pair_double_marks(text)
    pieces = doubles + single_pieces(text, doubles, marks)
    pieces.sort(key=lambda piece: (piece.start, -piece.end))
    return tuple(_quotations(text, pieces))


def _quotations(text: str, pieces: list[Piece]) -> Iterator[Quotation]:
    numbers: dict[int, int] = {}
    around: list[Piece] = []
    for piece in pieces:
        inner = _trimmed(text, piece.inner_start, piece.inner_end)
        if inner is None:
            continue
        while around and around[-1].end <= piece.start:
            around.pop()
        group = numbers.setdefault(piece.group, len(numbers))
        yield Quotation(
            outer=_outer(text, piece),
            inner=inner,
            closed=piece.closed,
            depth=len(around),
            style=piece.family,
            group=group,
        )
        around.append(piece)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if start < end else None


def _outer(text: str, piece: Piece) -> Span:
    """Leave out the blanks before a mark that shows this one to lack its own."""
    end = piece.end
    while end > piece.start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(piece.start, end)


def quote_states(text: str) -> NDArray[np.uint8]:
    """Say for each character whether it stands inside double quotation marks.

    The trained reader gets this as a feature, when it is trained and when it reads,
    so any change here asks for new weights. Single marks are left out: too many of
    them are apostrophes.

    Args:
        text: The normalised text.

    Returns:
        One number a character: 0 outside, 1 inside, 2 on a double quotation mark,
        paired or not. Shape ``(len(text),)``.

    Example:
        >>> quote_states('"No," he').tolist()
        [2, 1, 1, 1, 2, 0, 0, 0]
    """
    pieces, marks = pair_double_marks(text)
    states = np.zeros(len(text), dtype=np.uint8)
    for piece in pieces:
        states[piece.inner_start : piece.inner_end] = INSIDE
    for mark in marks:
        states[mark.start : mark.end] = ON_MARK
    return states

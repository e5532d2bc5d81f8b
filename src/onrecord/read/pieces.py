"""Word-pieces of a text with what an uncased tokenizer throws away.

The backbone lower-cases its input and drops layout. Three small codes per piece
give back what news prose says by them: the shape of the word, what stands before
the piece, and whether it lies inside a quotation. Training and reading both call
`encode_pieces`, so they cannot drift apart.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.core import Span
from onrecord.read.quotations import quote_states

IntArray = npt.NDArray[np.int64]

SHAPES = ("lower", "title", "upper", "mixed", "digit", "other")
BREAKS = ("glued", "blank", "line")
QUOTES = ("outside", "inside", "mark")
CLS_ID = 101
SEP_ID = 102


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word-pieces of one text, in order.

    Attributes:
        ids: Vocabulary index of each piece, shape ``(n,)``.
        starts: Offset of each piece's first character, shape ``(n,)``.
        ends: Offset one past each piece's last character, shape ``(n,)``.
        inner: True where a piece continues the word of the piece before it,
            shape ``(n,)``.
        shapes: Index into `SHAPES` of each piece's word, shape ``(n,)``.
        breaks: Index into `BREAKS`, what stands before the piece, shape ``(n,)``.
        quotes: Index into `QUOTES` at the piece's first character, shape ``(n,)``.
    """

    ids: IntArray
    starts: IntArray
    ends: IntArray
    inner: npt.NDArray[np.bool_]
    shapes: IntArray
    breaks: IntArray
    quotes: IntArray

    def __len__(self) -> int:
        """Count the pieces."""
        return len(self.ids)

    @property
    def line_starts(self) -> IntArray:
        """Indices of the pieces that begin a line."""
        return np.flatnonzero(self.breaks == BREAKS.index("line"))

    def chars(self, span: tuple[int, int]) -> Span:
        """Give the characters under a span of pieces."""
        return Span(int(self.starts[span[0]]), int(self.ends[span[1] - 1]))

    def part(self, start: int, end: int) -> "Pieces":
        """Give the pieces from one to before another; offsets stay the text's."""
        chosen = slice(start, end)
        return Pieces(
            ids=self.ids[chosen],
            starts=self.starts[chosen],
            ends=self.ends[chosen],
            inner=self.inner[chosen],
            shapes=self.shapes[chosen],
            breaks=self.breaks[chosen],
            quotes=self.quotes[chosen],
        )


def pieces_under(pieces: Pieces, start: int, end: int) -> tuple[int, int] | None:
    """Return the pieces that a span of characters touches, None if it has none."""
    first = int(np.searchsorted(pieces.ends, start, side="right"))
    last = int(np.searchsorted(pieces.starts, end, side="left"))
    return (first, last) if first < last else None


def load_tokenizer(path: Path) -> Tokenizer:
    """Load a tokenizer file without its baked-in truncation and padding.

    Args:
        path: A ``tokenizer.json`` of the tokenizers library.

    Returns:
        The tokenizer, set to return every piece of any text.
    """
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def encode_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Cut a text into word-pieces and code their shapes and surroundings.

    Args:
        tokenizer: From `load_tokenizer`.
        text: The normalised view of a document. Lone surrogates must be gone.

    Returns:
        All pieces; none for a text of blanks.
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    inner = np.asarray([token.startswith("##") for token in encoding.tokens], bool)
    return Pieces(
        ids=np.asarray(encoding.ids, dtype=np.int64),
        starts=starts,
        ends=ends,
        inner=inner,
        shapes=_word_shapes(text, offsets, inner),
        breaks=_breaks_before(text, offsets),
        quotes=quote_states(text)[starts].astype(np.int64),
    )


def _word_shapes(
    text: str, offsets: IntArray, inner: npt.NDArray[np.bool_]
) -> IntArray:
    """Give each piece the shape of the whole word it belongs to."""
    first = np.flatnonzero(~inner)
    if not len(first):
        return np.zeros(len(offsets), dtype=np.int64)
    last = np.append(first[1:], len(offsets)) - 1
    shapes = [
        shape_of(text[start:end])
        for start, end in zip(
            offsets[first, 0].tolist(), offsets[last, 1].tolist(), strict=True
        )
    ]
    word = np.maximum(np.cumsum(~inner) - 1, 0)
    of_pieces: IntArray = np.asarray(shapes, dtype=np.int64)[word]
    return of_pieces


def shape_of(word: str) -> int:
    """Return the index into `SHAPES` of one word.

    Example:
        >>> [SHAPES[shape_of(w)] for w in ("met", "Ann", "UN", "McCoy", "2016", ",")]
        ['lower', 'title', 'upper', 'mixed', 'digit', 'other']
    """
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    if word[:1].isupper() and word[1:].islower():
        return 1
    if any(c.isalpha() for c in word):
        return 3
    return 4 if any(c.isdigit() for c in word) else 5


def _breaks_before(text: str, offsets: IntArray) -> IntArray:
    """Say for each piece whether a line end, a blank or nothing comes before it."""
    line = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32) == ord("\n")
    lines_before = np.concatenate(([0], np.cumsum(line)))
    starts = offsets[:, 0]
    previous = np.concatenate(([0], offsets[:-1, 1])) if len(offsets) else starts
    broken = lines_before[starts] > lines_before[previous]
    breaks = np.where(broken, 2, np.where(starts > previous, 1, 0))
    if len(breaks):
        breaks[0] = 2
    return breaks.astype(np.int64)

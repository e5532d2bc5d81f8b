"""How places move when pieces of a text are replaced."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

__all__ = ["OffsetMap"]


@dataclass(frozen=True, slots=True, eq=False)
class OffsetMap:
    """The pieces of an old text that a new text replaces.

    Between two pieces, old and new run in step; so a piece is all that is kept, and a
    lookup is one search among them. The arrays have one number a piece, in order.

    Attributes:
        old_starts: Where each piece starts in the old text.
        old_ends: Where it ends there, exclusive.
        new_starts: Where its replacement starts in the new text.
        new_ends: Where that ends, exclusive; the start again for a piece left out.
    """

    old_starts: "array[int]"
    old_ends: "array[int]"
    new_starts: "array[int]"
    new_ends: "array[int]"

    @classmethod
    def from_edits(cls, edits: Iterable[tuple[int, int, int]]) -> Self:
        """Build the map.

        Args:
            edits: Start and end of each piece in the old text and the length of its
                replacement, in order and apart.

        Returns:
            The map.
        """
        built = cls(array("q"), array("q"), array("q"), array("q"))
        shift = 0
        for start, end, length in edits:
            built.old_starts.append(start)
            built.old_ends.append(end)
            built.new_starts.append(start + shift)
            built.new_ends.append(start + shift + length)
            shift += length - (end - start)
        return built

    def old_start(self, index: int) -> int:
        """Give where the letter at a place of the new text starts in the old one."""
        piece = bisect_right(self.new_starts, index) - 1
        if piece < 0:
            return index
        if index < self.new_ends[piece]:
            return self.old_starts[piece]
        return self.old_ends[piece] + index - self.new_ends[piece]

    def old_end(self, end: int) -> int:
        """Give where the letter before a place of the new text ends in the old one."""
        last = end - 1
        piece = bisect_right(self.new_starts, last) - 1
        if piece < 0:
            return end
        if last < self.new_ends[piece]:
            return self.old_ends[piece]
        return self.old_ends[piece] + end - self.new_ends[piece]

    def new_start(self, index: int) -> int:
        """Give the first letter of the new text at or after a place of the old one.

        A place inside a piece gives the start of its replacement.
        """
        piece = bisect_right(self.old_starts, index) - 1
        if piece < 0:
            return index
        if index < self.old_ends[piece]:
            return self.new_starts[piece]
        return self.new_ends[piece] + index - self.old_ends[piece]

    def new_end(self, end: int) -> int:
        """Give the end of the new text's last letter before a place of the old one.

        A place inside a piece gives the end of its replacement.
        """
        last = end - 1
        piece = bisect_right(self.old_starts, last) - 1
        if piece < 0:
            return end
        if last < self.old_ends[piece]:
            return self.new_ends[piece]
        return self.new_ends[piece] + end - self.old_ends[piece]

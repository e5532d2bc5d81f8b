# ruff: noqa: RUF001 - typographic marks are what this module reads
"""Double quotation marks of a text, each with what it looks like it does.

A mark's character says little: the straight mark opens and closes alike, German
closes with the mark that English opens with, and typists mix them up. So each
mark carries two opinions, its character's and its neighbours', and the pairing
decides between them.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Side(Enum):
    """What a mark does, as far as one opinion can tell."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Mark:
    """One double quotation mark.

    Attributes:
        start: Offset of its first character.
        end: Offset past its last character; two-character marks are one mark.
        family: Marks of a family pair up: ``curly``, ``straight``, ``ticks`` (two
            backticks or apostrophes) or ``guillemets``.
        shape: What its character usually does.
        context: What its neighbours say that it does.
    """

    start: int
    end: int
    family: str
    shape: Side
    context: Side


_SHAPES = {
    "“": ("curly", Side.OPENS),
    "„": ("curly", Side.OPENS),
    "‟": ("curly", Side.OPENS),
    "”": ("curly", Side.CLOSES),
    "‘‘": ("curly", Side.OPENS),
    "’’": ("curly", Side.CLOSES),
    "«": ("guillemets", Side.OPENS),
    "»": ("guillemets", Side.CLOSES),
    '"': ("straight", Side.EITHER),
    "＂": ("straight", Side.EITHER),
    "``": ("ticks", Side.OPENS),
    "''": ("ticks", Side.EITHER),
}
_MARK = re.compile("[“”„‟«»\"＂]|‘‘|’’|``|''")
# Feet and inches: 6'2" and 6' 2". Not a quotation mark, whatever is open.
_FEET = re.compile(r"\d['’′] ?\d{1,2}$")
_FEET_LENGTH = 6
# The last ones are marks of writing direction.
_BEFORE_OPENING = frozenset("([{<—–-/‘'…\u200e\u200f\u202a\u202b\u2066\u2067\u2068")
_AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/’'…")


def double_marks(text: str, start: int, end: int) -> list[Mark]:
    """Find the double quotation marks of a passage.

    Args:
        text: The text.
        start: Where the passage starts; nothing before it is looked at.
        end: Where the passage ends; nothing after it is looked at.

    Returns:
        The marks in order. Inches after feet are none.

    Example:
        >>> [mark.context.value for mark in double_marks('"No," he said.', 0, 14)]
        ['opens', 'closes']
    """
    marks: list[Mark] = []
    for found in _MARK.finditer(text, start, end):
        family, shape = _SHAPES[found[0]]
        left, right = _shift(text, found, start)
        if marks and left < marks[-1].end:
            continue
        before = text[left - 1] if left > start else ""
        after = text[right] if right < end else ""
        if before.isdigit() and _is_inches(text, left, start):
            continue
        marks.append(Mark(left, right, family, shape, _context(before, after)))
    return marks


def _shift(text: str, found: re.Match[str], start: int) -> tuple[int, int]:
    """Read three apostrophes that end a word as a single mark, then a double one."""
    left, right = found.span()
    ends_word = left > start and not text[left - 1].isspace()
    if found[0] == "''" and ends_word and text.startswith("'", right):
        return left + 1, right + 1
    return left, right


def _is_inches(text: str, mark: int, start: int) -> bool:
    return bool(_FEET.search(text[max(start, mark - _FEET_LENGTH) : mark]))


def _context(before: str, after: str) -> Side:
    """Read the neighbours of a mark; an empty one is the passage's edge."""
    if not before or not after:
        return _at_edge(before, after)
    opens = before.isspace() or before in _BEFORE_OPENING
    closes = after.isspace() or after in _AFTER_CLOSING
    opens, closes = opens and not after.isspace(), closes and not before.isspace()
    if opens == closes:
        return Side.EITHER
    return Side.OPENS if opens else Side.CLOSES


def _at_edge(before: str, after: str) -> Side:
    if not before and not after:
        return Side.EITHER
    return Side.CLOSES if before else Side.OPENS

# ruff: noqa: RUF001 - typographic bullets and dashes are what this module reads
"""Paragraphs of a text, whichever of the three usual ways it marks them.

Articles separate paragraphs by an empty line, or by a single line break, or
are wrapped at a fixed width with empty lines between paragraphs. Quotations and
sentences both depend on telling these apart, so it is decided here, once.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

# A wrapped text is between these widths: narrower lines are verse, addresses or
# lists, wider ones are paragraphs that happen to be of a length.
_MIN_WIDTH = 40
_MAX_WIDTH = 110
# Two lines can fit the test for wrapping by chance, three hardly do.
_SURE_LINES = 3

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(
    r"[ \t]*(?:[•·▪●◦‣⁃■□*]|[-–](?=[ \t])|\(?\d{1,2}[.)](?=[ \t])|\([a-z]\)(?=[ \t]))"
)

Bounds = tuple[int, int]


def paragraph_bounds(text: str) -> list[Bounds]:
    r"""Give the start and end of each paragraph, without blanks around it.

    An empty line always ends a paragraph. A single line break does too, unless
    the lines around it are wrapped: the next line's first word would not have
    fitted. A line that opens with a bullet or a number is a paragraph.

    Args:
        text: Any text, with LF line ends.

    Returns:
        Half-open bounds in code points, in order, none empty.

    Example:
        >>> paragraph_bounds("Politics\n\nAnn met Bo.\n")
        [(0, 8), (10, 21)]
    """
    bounds: list[Bounds] = []
    for block in _blocks(text):
        bounds.extend(_split_block(text, block))
    return bounds


def _blocks(text: str) -> Iterator[list[Bounds]]:
    """Give the lines of each run of lines that no empty line divides."""
    block: list[Bounds] = []
    for found in _LINE.finditer(text):
        start, end = _strip(text, found.start(), found.end())
        starts_block = bool(block) and _divides(text, block[-1][1], found.start())
        if block and (starts_block or start == end):
            yield block
            block = []
        if start < end:
            block.append((start, end))
    if block:
        yield block


def _divides(text: str, line_end: int, next_line: int) -> bool:
    return text.count("\n", line_end, next_line) > 1


def _strip(text: str, start: int, end: int) -> Bounds:
    """Move the bounds inwards past blanks; both equal when nothing is left."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _split_block(text: str, lines: list[Bounds]) -> Iterator[Bounds]:
    joins = _wrapped_breaks(text, lines)
    start, end = lines[0]
    for line, joined in zip(lines[1:], joins, strict=True):
        if not joined:
            yield start, end
            start = line[0]
        end = line[1]
    yield start, end


def _wrapped_breaks(text: str, lines: list[Bounds]) -> list[bool]:
    """Say for each line break whether it only wraps a paragraph."""
    width = max(end - start for start, end in lines)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return [False] * (len(lines) - 1)
    fits = [
        _length_with_next_word(text, line, following) <= width
        for line, following in pairwise(lines)
    ]
    sure = len(lines) >= _SURE_LINES and fits.count(False) * 2 >= len(fits)
    return [
        not fit
        and (sure or text[following[0]].islower())
        and not _BULLET.match(text, following[0], following[1])
        for fit, following in zip(fits, lines[1:], strict=True)
    ]


def _length_with_next_word(text: str, line: Bounds, following: Bounds) -> int:
    # No wrapped line is wider than this, so a longer first word need not be read.
    head = text[following[0] : min(following[1], following[0] + _MAX_WIDTH)]
    return line[1] - line[0] + 1 + len(head.split(None, 1)[0])

# ruff: noqa: RUF001 - typographic marks are what this module reads
"""Quotations in single marks, told apart from apostrophes.

A single mark is an apostrophe far more often than a quotation mark, so one counts
only when it makes a pair: within one paragraph, and both marks inside or both
outside the same double marks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from onrecord.read.paragraphs import Bounds, paragraph_bounds
from onrecord.read.quotation_marks import Mark
from onrecord.read.quotation_pairs import Piece

_MARK = re.compile("['‘’‚‹›]")
_OPENERS = frozenset("'‘‚‹")
_CLOSERS = frozenset("'’‘›")
_OPENING_NEIGHBOURS = frozenset('([{—–-/“"„«`')
# Words that English writes with a leading apostrophe: '90s, 'em, 'til.
_ELISION = re.compile(
    r"(?:\d\ds?|em|til|till|tis|twas|cause|cuz|bout|round|n|nuff|neath)\b", re.I
)
_LONGEST_ELISION = 8
# A plural's possessive (voters' choice) or a dropped g (talkin' to): an apostrophe,
# if another mark can close.
_ELIDED_END = re.compile(r"(?:s|in|o|an)['’] (?=[\w(])", re.I)


@dataclass(frozen=True, slots=True)
class _Single:
    """One single mark that is no plain apostrophe."""

    at: int
    opens: bool
    doubtful: bool


def single_pieces(text: str, doubles: list[Piece], marks: list[Mark]) -> list[Piece]:
    """Find the quotations in single marks.

    Args:
        text: Any text, with LF line ends.
        doubles: The text's double-marked passages and
        marks: its double marks, both as
            :func:`~onrecord.read.quotation_pairs.pair_double_marks` gives them.

    Returns:
        The passages, each in one paragraph; groups are numbered on from the
        doubles'. One without a closing mark counts only when the next paragraph
        opens with the same mark.

    Example:
        >>> text = "The voters' choice, he said, was 'no'."
        >>> [(p.start, p.end) for p in single_pieces(text, [], [])]
        [(33, 37)]
    """
    n_groups = 1 + max((piece.group for piece in doubles), default=-1)
    taken = {at for mark in marks for at in range(mark.start, mark.end)}
    regions = _Regions(doubles)
    pieces: list[Piece] = []
    left_open: int | None = None
    paragraphs = paragraph_bounds(text)
    for bounds, after in zip_longest(paragraphs, paragraphs[1:]):
        singles = _singles(text, bounds, taken)
        found = _read_paragraph(singles, regions)
        opening = _runs_on(text, singles, after)
        if any(piece.start == opening for piece in found):
            opening = None
        if opening is not None:
            found = [_piece(opening, bounds[1], bounds[1]), *found]
        for piece in found:
            resumes = left_open is not None and piece.start == bounds[0]
            group = left_open if left_open is not None and resumes else n_groups
            n_groups += not resumes
            pieces.append(replace(piece, group=group))
        left_open = pieces[-len(found)].group if opening is not None else None
    return pieces


class _Regions:
    """Which double-marked passage is the innermost at a position, asked in order."""

    def __init__(self, doubles: list[Piece]) -> None:
        self._doubles = doubles
        self._next = 0
        self._inside: list[int] = []

    def at(self, position: int) -> int:
        """Give the passage's index, or -1 outside all of them."""
        while self._next < len(self._doubles):
            if self._doubles[self._next].start > position:
                break
            self._leave(self._doubles[self._next].start)
            self._inside.append(self._next)
            self._next += 1
        self._leave(position)
        return self._inside[-1] if self._inside else -1

    def _leave(self, position: int) -> None:
        while self._inside and self._doubles[self._inside[-1]].end <= position:
            self._inside.pop()


def _singles(text: str, bounds: Bounds, taken: set[int]) -> list[_Single]:
    places = (found.start() for found in _MARK.finditer(text, *bounds))
    judged = (_judge(text, at, bounds) for at in places if at not in taken)
    return [single for single in judged if single is not None]


def _read_paragraph(singles: list[_Single], regions: _Regions) -> list[Piece]:
    by_region: defaultdict[int, list[_Single]] = defaultdict(list)
    for single in singles:
        by_region[regions.at(single.at)].append(single)
    pieces = [piece for region in by_region.values() for piece in _pair(region)]
    return sorted(pieces, key=lambda piece: piece.start)


def _judge(text: str, at: int, bounds: Bounds) -> _Single | None:
    before = text[at - 1] if at > bounds[0] else " "
    after = text[at + 1] if at + 1 < bounds[1] else " "
    if before.isalnum() and after.isalnum():
        return None
    if text[at] in _OPENERS and not after.isspace():
        starts = before.isspace() or before in _OPENING_NEIGHBOURS
        if starts:
            tail = text[at + 1 : at + 1 + _LONGEST_ELISION]
            return (
                None
                if _ELISION.match(tail)
                else _Single(at, opens=True, doubtful=False)
            )
    if text[at] in _CLOSERS and not before.isspace() and not after.isalnum():
        doubtful = _ELIDED_END.search(text[max(bounds[0], at - 2) : at + 3])
        return _Single(at, opens=False, doubtful=bool(doubtful))
    return None


def _pair(singles: list[_Single]) -> Iterator[Piece]:
    opening: _Single | None = None
    for single, after in zip_longest(singles, singles[1:]):
        if single.opens:
            opening = single
        elif opening is not None:
            if single.doubtful and after is not None and not after.opens:
                continue
            yield _piece(opening.at, single.at, single.at + 1)
            opening = None


def _runs_on(text: str, singles: list[_Single], after: Bounds | None) -> int | None:
    """Tell where a quotation may open that only the next paragraph goes on with.

    Only a curly mark at the paragraph's very start, with the same one at the start
    of the next: a straight one may always be an apostrophe.
    """
    if after is None or not singles or not singles[0].opens:
        return None
    start = singles[0].at
    is_first = start == 0 or text[start - 1] == "\n"
    opened_again = text[after[0]] == text[start] != "'"
    return start if is_first and opened_again else None


def _piece(start: int, inner_end: int, end: int) -> Piece:
    return Piece(
        start=start,
        inner_start=start + 1,
        inner_end=inner_end,
        end=end,
        closed=True,
        group=0,
        family="single",
    )

"""Which double quotation mark closes which.

Marks are paired paragraph by paragraph, so that one mark too many spoils one
paragraph and not the rest of the article. Within a paragraph a mark's character,
its neighbours and what is open decide together; see ``_is_opening``.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.read.paragraphs import Bounds, paragraph_bounds
from onrecord.read.quotation_marks import Mark, Side, double_marks


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage inside double quotation marks, within one paragraph.

    Attributes:
        start: Where it starts: its opening mark, or the paragraph's first
            character when a quotation runs on without a mark.
        inner_start: Past the opening mark.
        inner_end: Before the closing mark.
        end: Past the closing mark.
        closed: Whether a mark closes it, here or (the next paragraph having
            re-opened it) further down.
        group: Number of the quotation that it is a piece of.
        family: Family of the opening mark, or of the closing one if there is none.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool
    group: int
    family: str


def pair_double_marks(text: str) -> tuple[list[Piece], list[Mark]]:
    """Pair the double quotation marks of a text.

    Args:
        text: Any text, with LF line ends.

    Returns:
        The quoted passages, ordered by start, outer before inner; and every double
        quotation mark, paired or not. Takes time linear in the text's length.

    Example:
        >>> [(p.start, p.end, p.closed) for p in pair_double_marks('"Yes" or "no')[0]]
        [(0, 5, True), (9, 12, False)]
    """
    pairing = _Pairing(text)
    for bounds in paragraph_bounds(text):
        pairing.read(bounds)
    return pairing.ordered(), pairing.marks


class _Pairing:
    """The state that pairing carries from one paragraph to the next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[Piece] = []
        self._n_groups = 0
        # Index of the piece that the last paragraph left open, if it did.
        self._left_open: int | None = None
        self.marks: list[Mark] = []

    def read(self, bounds: Bounds) -> None:
        marks = double_marks(self._text, *bounds)
        self.marks.extend(marks)
        turns = _taking_turns(marks)
        opened: list[Mark] = []
        for index, mark in enumerate(marks):
            if _is_opening(mark, opened, turns):
                for _ in range(_n_dropped(marks, index, opened)):
                    self._add(opened.pop(), end=mark.start, bounds=bounds)
                opened.append(mark)
            else:
                self._close(mark, opened, bounds, first=index == 0)
        self._end_paragraph(opened, bounds)

    def ordered(self) -> list[Piece]:
        return sorted(self._pieces, key=lambda piece: (piece.start, -piece.end))

    def _close(
        self, mark: Mark, opened: list[Mark], bounds: Bounds, *, first: bool
    ) -> None:
        if not opened:
            if first and self._left_open is not None:
                self._run_on(mark, bounds[0])
            return
        families = [other.family for other in opened]
        if mark.family in families:
            # What was opened inside and not closed ends where its outer one does.
            while opened[-1].family != mark.family:
                self._add(opened.pop(), end=mark.start, bounds=bounds)
        self._add(opened.pop(), end=mark.start, bounds=bounds, closing=mark)

    def _run_on(self, mark: Mark, start: int) -> None:
        """Join a paragraph that only closes what an earlier one opened."""
        group = self._continue_group()
        self._left_open = None
        if start < mark.start:
            piece = Piece(
                start=start,
                inner_start=start,
                inner_end=mark.start,
                end=mark.end,
                closed=True,
                group=group,
                family=mark.family,
            )
            self._pieces.append(piece)

    def _continue_group(self) -> int:
        index = self._left_open
        if index is None:
            self._n_groups += 1
            return self._n_groups - 1
        piece = self._pieces[index]
        self._pieces[index] = replace(piece, closed=True)
        return piece.group

    def _add(
        self, mark: Mark, *, end: int, bounds: Bounds, closing: Mark | None = None
    ) -> None:
        reopens = mark.start == bounds[0] and self._reopens(mark)
        group = self._continue_group() if reopens else self._new_group()
        past = end if closing is None else closing.end
        closed = closing is not None
        self._pieces.append(
            Piece(mark.start, mark.end, end, past, closed, group, mark.family)
        )

    def _new_group(self) -> int:
        self._n_groups += 1
        return self._n_groups - 1

    def _reopens(self, mark: Mark) -> bool:
        index = self._left_open
        return index is not None and self._pieces[index].family == mark.family

    def _end_paragraph(self, opened: list[Mark], bounds: Bounds) -> None:
        # The outermost is added last, so that it is the one left open.
        for mark in reversed(opened):
            self._add(mark, end=bounds[1], bounds=bounds)
        self._left_open = len(self._pieces) - 1 if opened else None


def _is_opening(mark: Mark, opened: list[Mark], turns: set[str]) -> bool:
    """Decide whether a mark opens or closes, given what is open.

    A character that usually opens may close and the other way round when its
    neighbours say so and it makes a pair (German and Swedish habits, slips). A
    straight mark takes turns when their number in the paragraph is even; when it
    is odd one is missing, and the neighbours tell where.
    """
    is_open = any(other.family == mark.family for other in opened)
    if mark.shape is Side.OPENS:
        return not (is_open and mark.context is Side.CLOSES)
    if mark.shape is Side.CLOSES:
        return not opened and mark.context is Side.OPENS
    if mark.context is Side.EITHER or mark.family in turns:
        return not is_open and not _closes_other(mark, opened)
    return mark.context is Side.OPENS


def _closes_other(mark: Mark, opened: list[Mark]) -> bool:
    """A straight mark may close a curly one: a slip of many editors."""
    return bool(opened) and mark.context is Side.CLOSES


def _n_dropped(marks: list[Mark], index: int, opened: list[Mark]) -> int:
    """Count the open marks that a further opening mark shows to lack a closing one.

    Quotations of one family hardly ever nest, so a second opening mark means that
    a closing one is missing, unless two closing ones follow. This also bounds the
    depth, and with it the time.
    """
    family = marks[index].family
    depths = [n for n, mark in enumerate(reversed(opened), 1) if mark.family == family]
    if not depths:
        return 0
    following = marks[index + 1 : index + 3]
    nested = len(following) == 2 and all(  # noqa: PLR2004 - inner and outer
        Side.OPENS not in (mark.context, mark.shape) for mark in following
    )
    return 0 if nested and len(depths) == 1 else depths[0]


def _taking_turns(marks: list[Mark]) -> set[str]:
    """Name the families whose straight marks open and close by turns.

    They do when their number is even and their neighbours do not tell a better
    story: all of them clear, and nested.
    """
    n_marks = Counter(mark.family for mark in marks)
    return {
        family
        for family, n in n_marks.items()
        if n % 2 == 0 and not _is_balanced(m for m in marks if m.family == family)
    }


def _is_balanced(marks: Iterable[Mark]) -> bool:
    depth = 0
    for mark in marks:
        if mark.context is Side.EITHER:
            return False
        depth += 1 if mark.context is Side.OPENS else -1
        if depth < 0:
            return False
    return depth == 0

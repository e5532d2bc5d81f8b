"""An article cut into pieces at every point where a mark begins or ends.

Put together again, the pieces are the document's text, letter by letter.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from onrecord.core import Span
from onrecord.export.marks import Mark

__all__ = ["Block", "Segment", "make_blocks"]

_TAGS: Final = MappingProxyType({"contact": "M", "event": "E"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that all the same marks cover.

    Attributes:
        words: The words, exactly.
        marks: The marks that cover them, the most telling first.
        starts: Those of them that begin here.
    """

    words: str
    marks: tuple[Mark, ...]
    starts: tuple[Mark, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """Give the anchor of each item that rests on these words, once."""
        return tuple(dict.fromkeys(mark.item for mark in self.marks))

    @property
    def looks(self) -> tuple[str, ...]:
        """Give the ways in which the words are drawn, each once."""
        return tuple(dict.fromkeys(mark.look for mark in self.marks))

    @property
    def tag(self) -> str:
        """Give the letter that stands before a contact or an event; else nothing."""
        looks = {mark.look for mark in self.starts}
        return "".join(letter for look, letter in _TAGS.items() if look in looks)

    @property
    def stop(self) -> str:
        """Give the anchor of the item that the keyboard stops for here, if any."""
        mains = sorted(filter(_is_main, self.starts), key=_telling)
        return mains[0].item if mains else ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the blanks between two.

    Attributes:
        number: Number of the paragraph, from 1; 0 for blanks.
        segments: Its text in pieces.
    """

    number: int
    segments: tuple[Segment, ...]

    @property
    def words(self) -> str:
        """Give the text of the whole block."""
        return "".join(segment.words for segment in self.segments)


def make_blocks(
    text: str, paragraphs: Sequence[Span], marks: Iterable[Mark]
) -> Iterator[Block]:
    """Cut a text at paragraphs and marks.

    Args:
        text: The document text.
        paragraphs: Places of its paragraphs, in order.
        marks: Marks on it.

    Yields:
        Blocks that make up the whole text, in order.
    """
    starting: defaultdict[int, list[Mark]] = defaultdict(list)
    cuts = {0, len(text)}
    for mark in marks:
        starting[mark.span.start].append(mark)
        cuts.update((mark.span.start, mark.span.end))
    borders = {edge for span in paragraphs for edge in (span.start, span.end)}
    numbers = {span.start: number for number, span in enumerate(paragraphs, 1)}
    gathered: list[Segment] = []
    number = numbers.get(0, 0)
    opened: list[Mark] = []
    for start, end in pairwise(sorted(cuts | borders)):
        if start in borders:
            if gathered:
                yield Block(number, tuple(gathered))
            gathered, number = [], numbers.get(start, 0)
        starts = starting.get(start, [])
        opened = [mark for mark in opened if mark.span.end > start] + starts
        marked = tuple(sorted(opened, key=_telling))
        gathered.append(Segment(text[start:end], marked, tuple(starts)))
    if gathered:
        yield Block(number, tuple(gathered))


def _is_main(mark: Mark) -> bool:
    return mark.is_main


def _telling(mark: Mark) -> tuple[bool, int]:
    """Put first what is drawn, then what has the fewest words: the innermost."""
    return not mark.is_visible, mark.weight

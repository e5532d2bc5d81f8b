"""One record made ready for the page: the article in pieces, with its anchors."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.core import Record
from onrecord.export.arrange import make_outline
from onrecord.export.marks import find_marks, words_id
from onrecord.export.outline import Outline
from onrecord.export.segments import Block, make_blocks

__all__ = ["Sheet", "make_sheet"]

# A headline stands at the top of the text, perhaps below the name of a section.
_HEADLINE_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page shows of one record.

    Attributes:
        anchor: Anchor of the whole; every other anchor of the record begins with it.
        outline: The record, arranged.
        blocks: The article in pieces.
        headline: Number of the paragraph that is the title; 0 when none is.
    """

    anchor: str
    outline: Outline
    blocks: tuple[Block, ...]
    headline: int

    def item(self, annotation_id: str) -> str:
        """Give the anchor of an item from the id of its annotation or entity."""
        return f"{self.anchor}-{annotation_id}"

    def words(self, annotation_id: str, role: str) -> str:
        """Give the anchor of an item's words."""
        return words_id(self.item(annotation_id), role)

    @property
    def link(self) -> str | None:
        """Give the address of the original, where it is one that a page may link to.

        An address is metadata that anybody may have written: ``javascript:`` and the
        like are no links.
        """
        url = self.outline.record.document.url
        if url is None:
            return None
        try:
            is_web = urlsplit(url).scheme in {"http", "https"}
        except ValueError:
            return None
        return url if is_web else None


def make_sheet(number: int, record: Record) -> Sheet:
    """Make a record ready for the page.

    Args:
        number: Which one on the page it is, from 1. The same text may stand there
            twice, under two names, so ids alone do not tell two records apart.
        record: The record.

    Returns:
        The sheet.
    """
    anchor = f"r{number}"
    outline = make_outline(record)
    marks = find_marks(outline, f"{anchor}-")
    paragraphs = outline.passages.paragraphs
    text = record.document.text
    return Sheet(
        anchor=anchor,
        outline=outline,
        blocks=tuple(make_blocks(text, paragraphs, marks)),
        headline=_headline(outline),
    )


def _headline(outline: Outline) -> int:
    document = outline.record.document
    title = (document.title or "").split()
    top = outline.passages.paragraphs[:_HEADLINE_WITHIN]
    for number, span in enumerate(top, 1):
        if title and span.of(document.text).split() == title:
            return number
    return 0

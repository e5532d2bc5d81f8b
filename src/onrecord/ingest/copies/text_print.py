"""What is needed of one text to find its copies."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from onrecord.core.document import Document
from onrecord.core.overlap import Overlap
from onrecord.ingest.copies.comparing import compare
from onrecord.ingest.copies.credits import credited_agency
from onrecord.ingest.copies.fingerprints import fingerprints
from onrecord.ingest.copies.words import Words, words_of

__all__ = ["METHOD", "TextPrint"]

METHOD = "words-1"
"""Changes whenever other fingerprints or another verdict would come out."""


@dataclass(frozen=True)
class TextPrint:
    """A text's fingerprints and credit, and how it compares with another text.

    Attributes:
        text: The text.
        agency: News agency that it is credited to, if any.

    Example:
        >>> story = TextPrint("The ferry left at noon, and nobody saw who was on it.")
        >>> len(story.fingerprints), story.agency
        (1, None)
    """

    text: str = field(repr=False)
    agency: str | None = None
    method: str = METHOD

    @classmethod
    def of(cls, document: Document) -> Self:
        """Take the print of a document.

        Args:
            document: Its text, byline and publisher count.
        """
        return cls(
            document.text,
            credited_agency(
                document.text, byline=document.byline, publisher=document.publisher
            ),
        )

    @cached_property
    def _words(self) -> Words:
        return words_of(self.text)

    @cached_property
    def fingerprints(self) -> tuple[int, ...]:
        """Give the numbers by which the text is found again."""
        return fingerprints(self._words)

    def compare(self, text: str, agency: str | None) -> Overlap:
        """Say what this text has in common with another.

        Args:
            text: The other text.
            agency: News agency that it is credited to, if any.
        """
        same_agency = self.agency is not None and self.agency == agency
        return compare(self._words, words_of(text), same_agency=same_agency)

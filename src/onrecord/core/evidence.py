"""The exact words that something rests on, and where they stand."""

from dataclasses import dataclass
from typing import Protocol

from onrecord.core.errors import EvidenceError
from onrecord.core.span import Span

__all__ = ["Evidence", "Quotable", "make_evidence"]


class Quotable(Protocol):
    """What evidence can be taken from: a text with an id. Documents are."""

    @property
    def id(self) -> str:
        """Id of the document."""

    @property
    def text(self) -> str:
        """The text that spans are measured on."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of one document, with its words.

    Build it with `make_evidence` or `Document.quote`, which compare the words with the
    text. The bare class, for rows that come back from a store, can only see that there
    are as many words as the span is long; call `check` once the document is at hand.

    Attributes:
        document_id: Id of the document.
        span: Where the words stand in its text.
        words: The text at that span, unchanged.

    Raises:
        EvidenceError: The words are not as long as the span.
    """

    document_id: str
    span: Span
    words: str

    def __post_init__(self) -> None:
        if len(self.words) != len(self.span):
            raise EvidenceError(
                f"{self.words!r} has {len(self.words)} code points but {self.span!r} "
                f"has {len(self.span)}; quote the text at the span unchanged"
            )

    def check(self, document: Quotable) -> None:
        """Compare the words with the document's text.

        Args:
            document: The document that the evidence names.

        Raises:
            EvidenceError: It is another document, or the words differ.
            SpanError: The span reaches past the end of the text.
        """
        if document.id != self.document_id:
            raise EvidenceError(
                f"evidence from {self.document_id!r} was held against {document.id!r}; "
                "load the document that it names"
            )
        found = self.span.of(document.text)
        if found != self.words:
            raise EvidenceError(
                f"{self.document_id!r} has {found!r} at {self.span!r}, not "
                f"{self.words!r}; the text is not the one that was quoted"
            )


def make_evidence(document: Quotable, span: Span, words: str) -> Evidence:
    """Build evidence from words that somebody claims to have found.

    Args:
        document: Where the words are said to stand.
        span: At which place.
        words: The words, exactly.

    Returns:
        The evidence, checked.

    Raises:
        EvidenceError: The text has other words there.
        SpanError: The span reaches past the end of the text.
    """
    evidence = Evidence(document.id, span, words)
    evidence.check(document)
    return evidence

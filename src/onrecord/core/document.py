"""One article or file: its text, never changed, and its metadata."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict, Unpack

from onrecord.core.dates import check_day
from onrecord.core.errors import DataError
from onrecord.core.evidence import Evidence
from onrecord.core.ids import document_id, text_sha256
from onrecord.core.span import Span

__all__ = ["Document", "Metadata", "make_document"]


class Metadata(TypedDict, total=False):
    """What may be known of a document besides its name and text."""

    title: str | None
    url: str | None
    publisher: str | None
    byline: str | None
    published: date | None
    language: str | None
    media_type: str
    origin: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """One article or file. Build it with `make_document`, which computes the id.

    Attributes:
        id: ``doc_`` and the first 16 digits of ``sha256``.
        name: What people call it: the file's name, or the row's.
        text: The decoded input itself, or the body that was made once at ingest.
        title: Headline, if known.
        url: Address it was published at, if known.
        publisher: Outlet, if known.
        byline: Author line as printed, if known.
        published: Day of publication, if known; never guessed.
        language: BCP 47 tag such as ``en``, if known.
        media_type: What the input was, such as ``text/html``.
        origin: Where it was read from: a path or an address, if any.
        sha256: SHA-256 of the text, 64 hexadecimal digits.

    Raises:
        DataError: The id is not that of the text, or ``published`` is not a plain date.
    """

    id: str
    name: str
    # Out of the repr: article text must not reach logs and tracebacks by accident.
    text: str = field(repr=False)
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    media_type: str = "text/plain"
    origin: str | None = None
    sha256: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_day(self.published)
        object.__setattr__(self, "sha256", text_sha256(self.text))
        if self.id != f"doc_{self.sha256[:16]}":
            raise DataError(
                f"document {self.name!r} has the id {self.id!r} but its text has "
                f"'doc_{self.sha256[:16]}'; the text was changed after it was read"
            )

    @property
    def length(self) -> int:
        """Give the length of the text in Unicode code points."""
        return len(self.text)

    def quote(self, span: Span) -> Evidence:
        """Give the words at a span as evidence.

        Args:
            span: A place in this document's text.

        Returns:
            The words with their place.

        Raises:
            SpanError: The span reaches past the end of the text.

        Example:
            >>> make_document("a.txt", "Ann met Bo.").quote(Span(4, 7)).words
            'met'
        """
        return Evidence(self.id, span, span.of(self.text))


def make_document(name: str, text: str, **metadata: Unpack[Metadata]) -> Document:
    """Build a document and its id.

    Args:
        name: What people call it.
        text: The text, as it shall be quoted for ever.
        **metadata: Any of `Metadata`.

    Returns:
        The document.

    Raises:
        DataError: ``published`` is not a plain date.

    Example:
        >>> make_document("a.txt", "Ann met Bo.", publisher="The Example").id
        'doc_64ac20dcd90b7112'
    """
    return Document(document_id(text), name, text, **metadata)

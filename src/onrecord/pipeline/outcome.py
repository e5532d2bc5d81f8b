"""What becomes of one article on its way, and who reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.core.document import Document
from onrecord.core.errors import OnRecordError
from onrecord.core.record import Record


class Reader(Protocol):
    """What the pipeline needs of a reader.

    Attributes:
        name: How it is chosen.
        version: Changes whenever it would read the same text differently.
        weights: Revision of its weights; None without any.
    """

    @property
    def name(self) -> str:
        """Give the word that ``--reader`` takes."""

    @property
    def version(self) -> str:
        """Give what tells it from its earlier selves."""

    @property
    def weights(self) -> str | None:
        """Give the revision of its weights."""

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Read documents.

        Args:
            documents: As they come. A run may have any number of them: take only
                some more than records were given.

        Yields:
            One record a document, in the same order.
        """


class Status(StrEnum):
    """Where an article stands.

    Attributes:
        OPEN: On its way; no run hands one out like this.
        READ: Read; nothing was kept.
        ADDED: Read and kept; its text was new to the archive.
        REREAD: Read and kept beside older records of the same text.
        UNCHANGED: The archive had this record already.
        REFUSED: The source could not be used.
        FAILED: A step failed on it, which is a fault of ours.
    """

    OPEN = "open"
    READ = "read"
    ADDED = "added"
    REREAD = "reread"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article.

    Attributes:
        name: The document's name, or the source as it was given.
        status: Where it stands.
        document: The document, once its source was opened.
        record: Its record, once it was read.
        error: Why it was refused or failed.
        is_name_new: The archive met the text under this name and metadata for the
            first time.
    """

    name: str
    status: Status
    document: Document | None = None
    record: Record | None = None
    error: OnRecordError | None = None
    is_name_new: bool = False

    @property
    def is_lost(self) -> bool:
        """Say whether nothing came of it."""
        return self.status in {Status.REFUSED, Status.FAILED}

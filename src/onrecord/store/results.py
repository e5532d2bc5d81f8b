"""What the archive answers: plain values, free of any database."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class AddStatus(StrEnum):
    """What adding a record changed.

    Attributes:
        ADDED: The text was new; it is kept with its record.
        REREAD: The text was known; a record by another reader, another version or
            with another publication date was added beside the older ones.
        UNCHANGED: This reader's record of this text was there already.
    """

    ADDED = "added"
    REREAD = "reread"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of one record handed to the archive.

    Attributes:
        status: What changed.
        document_id: The document it belongs to.
        is_name_new: Whether the text had not been met under this name, address and
            metadata before; they are kept even when nothing else changed.
    """

    status: AddStatus
    document_id: str
    is_name_new: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """One document that the archive holds, for a list.

    Attributes:
        document_id: Its id.
        name: The name under which its newest record was read.
        other_names: Further names of the same text, oldest first.
        title: Its headline, where known.
        publisher: Its outlet, where known.
        published: The day it came out, where known.
        added_at: When its text entered the archive, in UTC.
        read_at: When its newest record was made, in UTC.
        reader: Name and version of the reader that made it.
        n_readings: How many records the archive keeps of it.
        n_annotations: How many annotations of each kind its newest record holds, as
            pairs of id prefix and number in the prefix's order.
    """

    document_id: str
    name: str
    other_names: tuple[str, ...]
    title: str | None
    publisher: str | None
    published: date | None
    added_at: datetime
    read_at: datetime
    reader: str
    n_readings: int
    n_annotations: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verifying the archive found wrong.

    Attributes:
        code: Stable name of the kind of damage: ``text``, ``record``, ``evidence``,
            ``orphan``, ``unreadable`` or ``database``.
        message: What differs from what, for a person.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """One document re-read from the archive.

    Attributes:
        document_id: The document, or None for rows that belong to no document.
        n_passages: How many passages were compared with the stored text.
        findings: What was wrong; empty when all is as stored.
    """

    document_id: str | None
    n_passages: int
    findings: tuple[Finding, ...]

"""What the archive answers: plain values, free of any database."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onrecord.core.span import Span


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
        version: Number of the version of its page, where the page had another text
            before and this one is new to it.
        copies: Texts that it is a copy of, or that are copies of it, where that was
            found now.
    """

    status: AddStatus
    document_id: str
    is_name_new: bool
    version: int | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One of the texts that a page had.

    Attributes:
        page: The page's address, in one spelling.
        number: Counting from 1, in the order in which they were met.
        document_id: The text.
        seen_at: When it was first met, in UTC.
    """

    page: str
    number: int
    document_id: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Print:
    """One text as it was printed somewhere, among the copies of a story.

    Attributes:
        document_id: The text.
        name: What people call it.
        title: Its headline, where known.
        url: Its address, where known.
        publisher: Its outlet, where known.
        byline: Its author line, where known.
        published: The day it came out, where known.
        agency: News agency that the text is credited to, if any.
        share: Share of its words that stand in the copy by which it was found; None
            for the one that came in first, and for the same text elsewhere.
        version: Number of the version of its page, where it is not the first.
    """

    document_id: str
    name: str
    title: str | None
    url: str | None
    publisher: str | None
    byline: str | None
    published: date | None
    agency: str | None
    share: float | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Texts that count as one, the earliest first.

    Attributes:
        prints: Where they were printed; by day, those without one last and in the
            order in which they came.
        agency: News agency that most of them are credited to, if any.
    """

    prints: tuple[Print, ...]
    agency: str | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage that two texts share which are no copies of each other.

    Attributes:
        document_id: The text that came later.
        span: Where it stands there.
        words: The passage.
        source_id: The text that came first.
        source_span: Where it stands there.
    """

    document_id: str
    span: Span
    words: str
    source_id: str
    source_span: Span


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
        version: Which version of its page it is and of how many, where there were
            several.
        copy_of: The text that came out first of those it is a copy of, if there is one.
        agency: News agency that it is credited to, if any.
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
    version: tuple[int, int] | None = None
    copy_of: str | None = None
    agency: str | None = None


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

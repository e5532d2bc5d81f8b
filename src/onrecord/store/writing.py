"""Putting one record into the archive, inside a transaction that the caller holds.

Every function here looks first and inserts only what is missing, so that doing the
same thing twice changes nothing.
"""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, insert, select

from onrecord.core.codec import dumps
from onrecord.core.document import Document
from onrecord.core.errors import ConflictError
from onrecord.core.ids import content_id
from onrecord.core.record import ReaderInfo, Record
from onrecord.store.arrival import Arrival, Visit
from onrecord.store.bulk import insert_rows
from onrecord.store.copies import write_print
from onrecord.store.escapes import escape
from onrecord.store.results import AddResult, AddStatus
from onrecord.store.schema import APPEARANCE, DOCUMENT, EVIDENCE, RECORD
from onrecord.store.versions import has_version, write_version, write_visit

# Written down once: building a statement costs more than SQLite takes to carry it out.
_DIGEST = select(DOCUMENT.c.sha256).where(DOCUMENT.c.id == bindparam("document"))
_APPEARED = select(APPEARANCE.c.id).where(APPEARANCE.c.id == bindparam("appearance"))
_READ = (
    select(RECORD.c.id)
    .join_from(RECORD, APPEARANCE, RECORD.c.appearance_id == APPEARANCE.c.id)
    .where(
        RECORD.c.document_id == bindparam("document"),
        RECORD.c.reader_name == bindparam("name"),
        RECORD.c.reader_version == bindparam("version"),
        RECORD.c.reader_weights.is_not_distinct_from(bindparam("weights")),
    )
    .limit(1)
)
_READ_THAT_DAY = _READ.where(APPEARANCE.c.published == bindparam("published"))
_ADD_DOCUMENT = insert(DOCUMENT)
_ADD_APPEARANCE = insert(APPEARANCE)
_ADD_RECORD = insert(RECORD).returning(RECORD.c.id)


def write_arrival(connection: Connection, arrival: Arrival, now: datetime) -> AddResult:
    """Keep a record with what came with it.

    Args:
        connection: A writing transaction.
        arrival: The record, its page, print and visit.
        now: The time, in UTC.

    Returns:
        What changed.

    Raises:
        ConflictError: Another text has the document's id.
    """
    document = arrival.record.document
    is_new = write_document(connection, document, now)
    met = write_meeting(
        connection, document, page=arrival.page, visit=arrival.visit, now=now
    )
    # What is new has not been read: there is nothing to look up.
    is_reading_new = is_new or not is_read(connection, document, arrival.record.reader)
    if is_reading_new:
        write_reading(connection, arrival.record, now)
    copies = (
        write_print(connection, document.id, arrival.text_print)
        if arrival.text_print is not None
        else ()
    )
    status = AddStatus.REREAD if is_reading_new else AddStatus.UNCHANGED
    if is_new:
        status = AddStatus.ADDED
    return replace(met, status=status, copies=copies)


def write_meeting(
    connection: Connection,
    document: Document,
    *,
    page: str | None,
    visit: Visit | None,
    now: datetime | None = None,
) -> AddResult:
    """Keep where a text was met: its name and metadata, its page, its visit.

    Args:
        connection: A writing transaction in which the document is there.
        document: The text with its metadata.
        page: Address of its page, in one spelling.
        visit: How it was fetched, if it was.
        now: The time, in UTC; by default it is looked up.

    Returns:
        What changed, as for a text that needs no reading.
    """
    now = now or datetime.now(UTC)
    is_name_new = write_appearance(connection, document, now)
    version = write_version(connection, page, document.id, now=now) if page else None
    if visit is not None:
        write_visit(connection, visit, document.id, now=now)
    return AddResult(AddStatus.UNCHANGED, document.id, is_name_new, version)


def is_met(connection: Connection, document: Document, page: str | None) -> bool:
    """Say whether a text was met under its name and metadata, and on its page.

    Args:
        connection: Any transaction.
        document: The text with its metadata.
        page: Address of its page, in one spelling.
    """
    if connection.scalar(_APPEARED, {"appearance": appearance_id(document)}) is None:
        return False
    return page is None or has_version(connection, page, document.id)


def write_document(connection: Connection, document: Document, now: datetime) -> bool:
    """Keep a document's text unless it is there.

    Args:
        connection: A writing transaction.
        document: The document.
        now: The time, in UTC.

    Returns:
        Whether it was new.

    Raises:
        ConflictError: Another text has the same id.
    """
    known = connection.scalar(_DIGEST, {"document": document.id})
    if known is None:
        connection.execute(
            _ADD_DOCUMENT,
            {
                "id": document.id,
                "sha256": document.sha256,
                "language": document.language,
                "added_at": now,
                "text": document.text,
            },
        )
        return True
    if known != document.sha256:
        raise ConflictError(
            f"{document.name!r} and a text in the archive share the id "
            f"{document.id!r} but differ; one of them was made to collide. Keep "
            f"{document.name!r} in another archive"
        )
    return False


def write_appearance(connection: Connection, document: Document, now: datetime) -> bool:
    """Keep the name, address and metadata under which a text was met, unless known.

    Args:
        connection: A writing transaction in which the document is there.
        document: The text with its metadata.
        now: The time, in UTC.

    Returns:
        Whether they were new.
    """
    key = appearance_id(document)
    if connection.scalar(_APPEARED, {"appearance": key}) is not None:
        return False
    connection.execute(
        _ADD_APPEARANCE,
        {
            "id": key,
            "document_id": document.id,
            "name": document.name,
            "title": document.title,
            "url": document.url,
            "publisher": document.publisher,
            "byline": document.byline,
            "published": document.published,
            "media_type": document.media_type,
            "origin": document.origin,
            "added_at": now,
        },
    )
    return True


def write_reading(connection: Connection, record: Record, now: datetime) -> None:
    """Keep a record and its evidence, which are not there yet.

    Args:
        connection: A writing transaction in which document and appearance are there.
        record: The record.
        now: The time, in UTC.
    """
    reader = record.reader
    record_id = connection.scalar(
        _ADD_RECORD,
        {
            "key": _reading_key(record),
            "document_id": record.document.id,
            "appearance_id": appearance_id(record.document),
            "reader_name": reader.name,
            "reader_version": reader.version,
            "reader_weights": reader.weights,
            "read_at": now,
            "json": dumps(record),
        },
    )
    insert_rows(
        connection,
        EVIDENCE,
        [
            (
                record_id,
                position,
                annotation_id,
                escape(role),
                evidence.span.start,
                evidence.span.end,
                escape(evidence.words),
            )
            for position, (annotation_id, role, evidence) in enumerate(
                record.evidence()
            )
        ],
    )


def is_read(connection: Connection, document: Document, reader: ReaderInfo) -> bool:
    """Say whether a reader's record of a document is there already.

    A publication date that no earlier reading knew makes a new one, since dates in the
    text are read by it; a date missing now, when one was known, does not.

    Args:
        connection: Any transaction.
        document: The text and its publication date.
        reader: The reader.

    Returns:
        Whether reading it again would add nothing.
    """
    given: dict[str, object] = {
        "document": document.id,
        "name": reader.name,
        "version": reader.version,
        "weights": reader.weights,
    }
    if document.published is None:
        return connection.scalar(_READ, given) is not None
    given["published"] = document.published
    return connection.scalar(_READ_THAT_DAY, given) is not None


def appearance_id(document: Document) -> str:
    """Give the id of the name, address and metadata under which a text was met.

    Args:
        document: The text with its metadata.

    Returns:
        An id with the prefix ``app``. Where the input lay on this machine is not part
        of it: a file that moved is the same appearance.
    """
    return content_id(
        "app",
        document.id,
        document.name,
        document.title,
        document.url,
        document.publisher,
        document.byline,
        document.published,
    )


def _reading_key(record: Record) -> str:
    reader = record.reader
    return content_id(
        "rec",
        record.document.id,
        record.document.published,
        reader.name,
        reader.version,
        reader.weights,
    )

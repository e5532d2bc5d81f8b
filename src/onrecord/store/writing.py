"""Putting one record into the archive, inside a transaction that the caller holds.

Every function here looks first and inserts only what is missing, so that doing the
same thing twice changes nothing.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, insert, select

from onrecord.core.codec import dumps
from onrecord.core.document import Document
from onrecord.core.errors import ConflictError
from onrecord.core.ids import content_id
from onrecord.core.record import ReaderInfo, Record
from onrecord.store.schema import APPEARANCE, DOCUMENT, EVIDENCE, RECORD


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
    known = connection.scalar(
        select(DOCUMENT.c.sha256).where(DOCUMENT.c.id == document.id)
    )
    if known is None:
        connection.execute(
            insert(DOCUMENT).values(
                id=document.id,
                sha256=document.sha256,
                language=document.language,
                added_at=now,
                text=document.text,
            )
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
    known = select(APPEARANCE.c.id).where(APPEARANCE.c.id == key)
    if connection.scalar(known) is not None:
        return False
    connection.execute(
        insert(APPEARANCE).values(
            id=key,
            document_id=document.id,
            name=document.name,
            title=document.title,
            url=document.url,
            publisher=document.publisher,
            byline=document.byline,
            published=document.published,
            media_type=document.media_type,
            origin=document.origin,
            added_at=now,
        )
    )
    return True


def write_reading(connection: Connection, record: Record, now: datetime) -> bool:
    """Keep a record and its evidence unless this reader's is there.

    Args:
        connection: A writing transaction in which document and appearance are there.
        record: The record.
        now: The time, in UTC.

    Returns:
        Whether it was new.
    """
    reader = record.reader
    if is_read(connection, record.document, reader):
        return False
    record_id = connection.scalar(
        insert(RECORD)
        .values(
            key=_reading_key(record),
            document_id=record.document.id,
            appearance_id=appearance_id(record.document),
            reader_name=reader.name,
            reader_version=reader.version,
            reader_weights=reader.weights,
            read_at=now,
            json=dumps(record),
        )
        .returning(RECORD.c.id)
    )
    passages = [
        {
            "record_id": record_id,
            "position": position,
            "annotation_id": annotation_id,
            "role": role,
            "span_start": evidence.span.start,
            "span_end": evidence.span.end,
            "words": evidence.words,
        }
        for position, (annotation_id, role, evidence) in enumerate(record.evidence())
    ]
    if passages:
        connection.execute(insert(EVIDENCE), passages)
    return True


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
    joined = RECORD.join(APPEARANCE, RECORD.c.appearance_id == APPEARANCE.c.id)
    known = select(RECORD.c.id).select_from(joined).where(_same(document, reader))
    return connection.scalar(known.limit(1)) is not None


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


def _same(document: Document, reader: ReaderInfo) -> ColumnElement[bool]:
    same = and_(
        RECORD.c.document_id == document.id,
        RECORD.c.reader_name == reader.name,
        RECORD.c.reader_version == reader.version,
        RECORD.c.reader_weights.is_not_distinct_from(reader.weights),
    )
    if document.published is None:
        return same
    return and_(same, APPEARANCE.c.published == document.published)


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

"""Getting documents and records out of the archive, as they were put in."""

from sqlalchemy import Connection, RowMapping, select

from onrecord.core.codec import loads
from onrecord.core.document import Document
from onrecord.core.errors import DataError, StoreError
from onrecord.core.record import Record
from onrecord.store.schema import APPEARANCE, DOCUMENT, RECORD

READING = (
    select(
        RECORD.c.id.label("record_id"),
        RECORD.c.json,
        DOCUMENT.c.id,
        DOCUMENT.c.sha256,
        DOCUMENT.c.text,
        DOCUMENT.c.language,
        APPEARANCE.c.name,
        APPEARANCE.c.title,
        APPEARANCE.c.url,
        APPEARANCE.c.publisher,
        APPEARANCE.c.byline,
        APPEARANCE.c.published,
        APPEARANCE.c.media_type,
        APPEARANCE.c.origin,
    )
    .join_from(RECORD, DOCUMENT, RECORD.c.document_id == DOCUMENT.c.id)
    .join(APPEARANCE, RECORD.c.appearance_id == APPEARANCE.c.id)
)
"""Everything that one reading is rebuilt from: a row each."""


def read_newest(connection: Connection, document_id: str) -> Record:
    """Give the newest record of a document.

    Args:
        connection: Any transaction.
        document_id: Id of a document that the archive holds.

    Returns:
        The record, with the document as it was read.

    Raises:
        StoreError: What is stored contradicts itself.
    """
    of_document = READING.where(RECORD.c.document_id == document_id)
    newest = of_document.order_by(RECORD.c.id.desc()).limit(1)
    row = connection.execute(newest).mappings().first()
    if row is None:
        raise StoreError(
            f"{document_id!r} is in the archive without a record; `onrecord verify` "
            "says what else is damaged"
        )
    try:
        return to_record(row)
    except DataError as error:
        raise StoreError(
            f"{document_id!r} is damaged in the archive ({error}); `onrecord verify` "
            "says what else is"
        ) from error


def to_record(row: RowMapping) -> Record:
    """Build a record from its row.

    Args:
        row: One row of `READING`.

    Returns:
        The record, every span of it inside the text.

    Raises:
        DataError: The text is not the one that was read, or the JSON is no record.
    """
    return loads(row["json"], to_document(row))


def to_document(row: RowMapping) -> Document:
    """Build a document from its row.

    Args:
        row: One row of `READING`.

    Returns:
        The document under the name and metadata with which it was read.

    Raises:
        DataError: The text is not the one that the id was made from.
    """
    return Document(
        row["id"],
        row["name"],
        row["text"],
        title=row["title"],
        url=row["url"],
        publisher=row["publisher"],
        byline=row["byline"],
        published=row["published"],
        language=row["language"],
        media_type=row["media_type"],
        origin=row["origin"],
    )

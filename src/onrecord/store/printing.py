"""Texts whose copies were not looked for yet, or were looked for in another way."""

from sqlalchemy import Connection, delete, select

from onrecord.core.document import Document
from onrecord.store.reading import READING, to_document
from onrecord.store.schema import (
    APPEARANCE,
    COPY,
    COPY_GROUP,
    DOCUMENT,
    FINGERPRINT,
    PASSAGE,
    RECORD,
    TEXT_PRINT,
)

_BATCH = 100


def has_other_method(connection: Connection, method: str) -> bool:
    """Say whether copies were looked for in another way than this one.

    Args:
        connection: Any transaction.
        method: As the prints name it.
    """
    other = select(TEXT_PRINT.c.number).where(TEXT_PRINT.c.method != method).limit(1)
    return connection.scalar(other) is not None


def drop_prints(connection: Connection) -> None:
    """Drop what was worked out from texts, to be made again.

    Args:
        connection: A writing transaction.
    """
    for table in (PASSAGE, COPY_GROUP, COPY, FINGERPRINT, TEXT_PRINT):
        connection.execute(delete(table))


def without_print(connection: Connection) -> list[Document]:
    """Give texts whose copies were not looked for, in the order they were added.

    Args:
        connection: Any transaction.

    Returns:
        Some of them, under the name and metadata with which they were first read;
        none if there are none left.
    """
    missing = (
        select(DOCUMENT.c.id)
        .outerjoin(TEXT_PRINT, TEXT_PRINT.c.document_id == DOCUMENT.c.id)
        .where(TEXT_PRINT.c.number.is_(None))
    )
    rows = connection.execute(
        READING.where(RECORD.c.document_id.in_(missing))
        .order_by(DOCUMENT.c.added_at, DOCUMENT.c.id, RECORD.c.id, APPEARANCE.c.id)
        .limit(_BATCH)
    ).mappings()
    return list({row["id"]: to_document(row) for row in reversed(list(rows))}.values())[
        ::-1
    ]

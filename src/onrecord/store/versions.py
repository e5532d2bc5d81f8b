"""Pages and the texts they had: putting in, and giving out in order."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from onrecord.core.ids import content_id
from onrecord.core.record import ReaderInfo
from onrecord.store.arrival import Visit
from onrecord.store.results import Version
from onrecord.store.schema import DOCUMENT, PAGE, RECORD, VERSION, VISIT

# Written down once: building a statement costs more than SQLite takes to carry it out.
_TEXTS_OF_PAGE = select(VERSION.c.document_id).where(
    VERSION.c.page_id == bindparam("page")
)
_ADD_PAGE = insert(PAGE)
_ADD_VERSION = insert(VERSION)


def write_version(
    connection: Connection, page: str, document_id: str, *, now: datetime
) -> int | None:
    """Keep that a page had a text, unless that is known.

    Args:
        connection: A writing transaction in which the document is there.
        page: The page's address, in one spelling.
        document_id: The text.
        now: The time, in UTC.

    Returns:
        The version's number if the page had another text before, else None.
    """
    page_id = content_id("pag", page)
    known = connection.scalars(_TEXTS_OF_PAGE, {"page": page_id}).all()
    if document_id in known:
        return None
    if not known:
        connection.execute(_ADD_PAGE, {"id": page_id, "address": page})
    number = len(known) + 1
    connection.execute(
        _ADD_VERSION,
        {
            "page_id": page_id,
            "number": number,
            "document_id": document_id,
            "seen_at": now,
        },
    )
    return number if known else None


def has_version(connection: Connection, page: str, document_id: str) -> bool:
    """Say whether it is known that a page had a text.

    Args:
        connection: Any transaction.
        page: The page's address, in one spelling.
        document_id: The text.
    """
    page_id = content_id("pag", page)
    return document_id in connection.scalars(_TEXTS_OF_PAGE, {"page": page_id}).all()


def read_versions(connection: Connection, document_id: str) -> list[Version]:
    """Give all versions of the pages that had a text.

    Args:
        connection: Any transaction.
        document_id: One of the texts.

    Returns:
        The versions, page by page, oldest first; none for a text without an address.
    """
    pages = select(VERSION.c.page_id).where(VERSION.c.document_id == document_id)
    rows = connection.execute(
        select(
            PAGE.c.address, VERSION.c.number, VERSION.c.document_id, VERSION.c.seen_at
        )
        .join_from(VERSION, PAGE, VERSION.c.page_id == PAGE.c.id)
        .where(VERSION.c.page_id.in_(pages))
        .order_by(PAGE.c.address, VERSION.c.number)
    )
    return [Version(*row) for row in rows]


def version_numbers(
    connection: Connection, document_ids: Sequence[str]
) -> dict[str, tuple[int, int]]:
    """Say which version of its page each text is, and of how many.

    Args:
        connection: Any transaction.
        document_ids: Texts.

    Returns:
        For each text of a page that had several, its number and how many there are;
        of a text that several pages had, the first.
    """
    totals = (
        select(VERSION.c.page_id, func.count().label("total"))
        .group_by(VERSION.c.page_id)
        .where(
            VERSION.c.page_id.in_(
                select(VERSION.c.page_id).where(VERSION.c.document_id.in_(document_ids))
            )
        )
        .having(func.count() > 1)
        .subquery()
    )
    rows = connection.execute(
        select(VERSION.c.document_id, VERSION.c.number, totals.c.total)
        .join_from(VERSION, totals, VERSION.c.page_id == totals.c.page_id)
        .where(VERSION.c.document_id.in_(document_ids))
        .order_by(VERSION.c.page_id.desc())
    )
    return {document_id: (number, total) for document_id, number, total in rows}


def write_visit(
    connection: Connection, visit: Visit, document_id: str, *, now: datetime
) -> None:
    """Keep what a server said of a text, in place of what it said before.

    Args:
        connection: A writing transaction in which the document is there.
        visit: The answer.
        document_id: The text that came.
        now: The time, in UTC.
    """
    values = {
        "document_id": document_id,
        "etag": visit.etag,
        "last_modified": visit.last_modified,
        "visited_at": now,
    }
    here = VISIT.c.address == visit.address
    if connection.execute(update(VISIT).where(here).values(values)).rowcount == 0:
        connection.execute(insert(VISIT).values(address=visit.address, **values))


def read_visit(
    connection: Connection, address: str, reader: ReaderInfo
) -> Mapping[str, str]:
    """Give the headers that ask a server whether its text has changed.

    Args:
        connection: Any transaction.
        address: The address that will be asked for.
        reader: Who would read the text: if this reader has not read it, it is needed
            whether it changed or not.

    Returns:
        ``If-None-Match`` and ``If-Modified-Since`` as far as the server gave them.
    """
    row = connection.execute(
        select(VISIT.c.etag, VISIT.c.last_modified)
        .join_from(VISIT, DOCUMENT, VISIT.c.document_id == DOCUMENT.c.id)
        .join(RECORD, RECORD.c.document_id == DOCUMENT.c.id)
        .where(
            VISIT.c.address == address,
            RECORD.c.reader_name == reader.name,
            RECORD.c.reader_version == reader.version,
            RECORD.c.reader_weights.is_not_distinct_from(reader.weights),
        )
        .limit(1)
    ).first()
    names = ("If-None-Match", "If-Modified-Since")
    return {name: value for name, value in zip(names, row or (), strict=False) if value}

"""Which document somebody means who gives an id, the start of one, a name or a URL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from onrecord.core.errors import ConflictError, NotFoundError
from onrecord.store.schema import APPEARANCE, DOCUMENT, PAGE, VERSION

_SHOWN = 5


def find_document(connection: Connection, reference: str) -> str:
    """Give the id of the document that a reference means.

    A whole id comes first, then a name or address, then the start of an id, with or
    without its ``doc_``.

    Args:
        connection: Any transaction.
        reference: What the user gave.

    Returns:
        The document's id.

    Raises:
        NotFoundError: Nothing fits.
        ConflictError: Several documents fit.
    """
    for query in _queries(reference):
        found = connection.scalars(query.distinct().limit(_SHOWN + 1)).all()
        if len(found) == 1:
            return str(found[0])
        if found:
            raise ConflictError(_ambiguous(reference, found))
    raise NotFoundError(
        f"no document {reference!r} in the archive; `onrecord list` shows the ids"
    )


def find_page_text(connection: Connection, reference: str) -> str:
    """Give the id of one text of the page that a reference means.

    Args:
        connection: Any transaction.
        reference: What the user gave; an address that had several texts fits too.

    Returns:
        The id of the newest of them, or else that of `find_document`.

    Raises:
        NotFoundError: Nothing fits.
        ConflictError: Documents of several pages fit.
    """
    at_address = (
        select(VERSION.c.document_id)
        .join_from(VERSION, PAGE, VERSION.c.page_id == PAGE.c.id)
        .join(APPEARANCE, APPEARANCE.c.document_id == VERSION.c.document_id)
        .where(or_(PAGE.c.address == reference, APPEARANCE.c.url == reference))
        .order_by(VERSION.c.number.desc())
        .limit(1)
    )
    found = connection.scalar(at_address)
    return str(found) if found else find_document(connection, reference)


def _queries(reference: str) -> tuple[Select[Any], ...]:
    named = or_(APPEARANCE.c.name == reference, APPEARANCE.c.url == reference)
    start = f"doc_{reference.removeprefix('doc_')}"
    return (
        select(DOCUMENT.c.id).where(DOCUMENT.c.id == reference),
        select(APPEARANCE.c.document_id).where(named),
        select(DOCUMENT.c.id).where(DOCUMENT.c.id.startswith(start, autoescape=True)),
    )


def _ambiguous(reference: str, found: Sequence[str]) -> str:
    shown = ", ".join(sorted(found)[:_SHOWN])
    more = " and others" if len(found) > _SHOWN else ""
    return f"{reference!r} fits several documents: {shown}{more}; give one of these ids"

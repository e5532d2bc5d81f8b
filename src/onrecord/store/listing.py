"""What the archive holds, a line a document, in the order it came in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, distinct, func, or_, select

from onrecord.store.copy_reading import first_texts
from onrecord.store.results import Holding
from onrecord.store.schema import APPEARANCE, DOCUMENT, EVIDENCE, RECORD, TEXT_PRINT
from onrecord.store.versions import version_numbers

PAGE = 500
_PREFIX_CHARS = len("att")

Place = tuple[datetime, str]
"""Where a page ended: when its last document was added, and that document's id."""


def read_page(connection: Connection, after: Place | None) -> list[Holding]:
    """Give the next holdings, oldest first.

    Args:
        connection: Any transaction.
        after: `place` of the last holding seen, or None for the first page.

    Returns:
        At most ``PAGE`` holdings; none when all were seen.
    """
    return _holdings(connection, _page(after))


def read_holding(connection: Connection, document_id: str) -> Holding:
    """Give one holding.

    Args:
        connection: Any transaction.
        document_id: A document that the archive holds with a record.
    """
    one = _page(None).where(DOCUMENT.c.id == document_id)
    return _holdings(connection, one)[0]


def _holdings(connection: Connection, query: Select[Any]) -> list[Holding]:
    rows = connection.execute(query).mappings().all()
    names = _names(connection, [row["id"] for row in rows])
    counts = _counts(connection, [row["record_id"] for row in rows])
    ids = [row["id"] for row in rows]
    versions = version_numbers(connection, ids)
    firsts = first_texts(connection, ids)
    return [
        replace(
            _holding(row, names[row["id"]], counts[row["record_id"]]),
            version=versions.get(row["id"]),
            copy_of=None
            if firsts.get(row["id"]) == row["id"]
            else firsts.get(row["id"]),
        )
        for row in rows
    ]


def place(holding: Holding) -> Place:
    """Say where in the list a holding stands."""
    return holding.added_at, holding.document_id


def _page(after: Place | None) -> Select[Any]:
    newest = (
        select(func.max(RECORD.c.id).label("id"), func.count().label("n_readings"))
        .group_by(RECORD.c.document_id)
        .subquery()
    )
    page = (
        select(
            DOCUMENT.c.id,
            DOCUMENT.c.added_at,
            APPEARANCE.c.name,
            APPEARANCE.c.title,
            APPEARANCE.c.publisher,
            APPEARANCE.c.published,
            RECORD.c.id.label("record_id"),
            RECORD.c.read_at,
            RECORD.c.reader_name,
            RECORD.c.reader_version,
            newest.c.n_readings,
            TEXT_PRINT.c.agency,
        )
        .join_from(newest, RECORD, newest.c.id == RECORD.c.id)
        .join(DOCUMENT, RECORD.c.document_id == DOCUMENT.c.id)
        .join(APPEARANCE, RECORD.c.appearance_id == APPEARANCE.c.id)
        .outerjoin(TEXT_PRINT, TEXT_PRINT.c.document_id == DOCUMENT.c.id)
        .order_by(DOCUMENT.c.added_at, DOCUMENT.c.id)
        .limit(PAGE)
    )
    if after is None:
        return page
    added_at, document_id = after
    later = DOCUMENT.c.added_at > added_at
    same_time = and_(DOCUMENT.c.added_at == added_at, DOCUMENT.c.id > document_id)
    return page.where(or_(later, same_time))


def _names(
    connection: Connection, document_ids: Sequence[str]
) -> dict[str, dict[str, None]]:
    rows = connection.execute(
        select(APPEARANCE.c.document_id, APPEARANCE.c.name)
        .where(APPEARANCE.c.document_id.in_(document_ids))
        .order_by(APPEARANCE.c.added_at, APPEARANCE.c.id)
    )
    # A dict keeps the order and each name once.
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for document_id, name in rows:
        names[document_id][name] = None
    return names


def _counts(
    connection: Connection, record_ids: Iterable[int]
) -> dict[int, tuple[tuple[str, int], ...]]:
    prefix = func.substr(EVIDENCE.c.annotation_id, 1, _PREFIX_CHARS)
    rows = connection.execute(
        select(
            EVIDENCE.c.record_id,
            prefix,
            func.count(distinct(EVIDENCE.c.annotation_id)),
        )
        # The codes of issues bear no id, and are not counted.
        .where(EVIDENCE.c.annotation_id.like("___\\_%", escape="\\"))
        .where(EVIDENCE.c.record_id.in_(list(record_ids)))
        .group_by(EVIDENCE.c.record_id, prefix)
        .order_by(EVIDENCE.c.record_id, prefix)
    )
    counts: defaultdict[int, tuple[tuple[str, int], ...]] = defaultdict(tuple)
    for record_id, kind, n in rows:
        counts[record_id] += ((kind, n),)
    return counts


def _holding(
    row: RowMapping, names: dict[str, None], counts: tuple[tuple[str, int], ...]
) -> Holding:
    return Holding(
        document_id=row["id"],
        name=row["name"],
        other_names=tuple(name for name in names if name != row["name"]),
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        added_at=row["added_at"],
        read_at=row["read_at"],
        reader=f"{row['reader_name']} {row['reader_version']}",
        n_readings=row["n_readings"],
        n_annotations=counts,
        agency=row["agency"],
    )

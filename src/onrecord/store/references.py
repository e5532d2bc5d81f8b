"""Lists of people and posts that were loaded, and finding their rows."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, insert, select

from onrecord.core.identities import ReferenceTenure
from onrecord.store.identity_schema import REFERENCE_LIST, REFERENCE_TENURE

_PORTION = 1000


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a reference list with the list it stands in.

    Attributes:
        tenure: The row.
        source: The list's name.
    """

    tenure: ReferenceTenure
    source: str


def write_list(
    connection: Connection,
    name: str,
    sha256: str,
    *,
    tenures: Sequence[ReferenceTenure],
) -> bool:
    """Keep a reference list unless the same file was loaded before.

    Args:
        connection: A writing transaction.
        name: The file's name.
        sha256: Digest of its bytes.
        tenures: Its rows.

    Returns:
        Whether it was new.
    """
    known = select(REFERENCE_LIST.c.id).where(REFERENCE_LIST.c.sha256 == sha256)
    if connection.scalar(known) is not None:
        return False
    number = connection.scalar(
        insert(REFERENCE_LIST)
        .values(name=name, sha256=sha256, loaded_at=datetime.now(UTC))
        .returning(REFERENCE_LIST.c.id)
    )
    rows = [
        {
            "list_id": number,
            "person": one.person,
            "name": one.name,
            "aliases": json.dumps(one.aliases, ensure_ascii=False),
            "title": one.title,
            "office": one.office,
            "at": one.at,
            "block": one.block,
            "body": one.body,
            "earliest": one.earliest,
            "latest": one.latest,
            "row": one.row,
        }
        for one in tenures
    ]
    for start in range(0, len(rows), _PORTION):
        connection.execute(insert(REFERENCE_TENURE), rows[start : start + _PORTION])
    return True


def listed_under(connection: Connection, blocks: Iterable[str]) -> list[Listed]:
    """Give the rows whose person has one of some surname keys."""
    return _listed(connection, REFERENCE_TENURE.c.block.in_(sorted(set(blocks))))


def listed_in_office(connection: Connection, office: str) -> list[Listed]:
    """Give the rows of one office, such as ``ambassador|russia``."""
    return _listed(connection, REFERENCE_TENURE.c.office == office)


def _listed(connection: Connection, condition: object) -> list[Listed]:
    rows = connection.execute(
        select(REFERENCE_TENURE, REFERENCE_LIST.c.name.label("source"))
        .join(REFERENCE_LIST, REFERENCE_TENURE.c.list_id == REFERENCE_LIST.c.id)
        .where(condition)  # type: ignore[arg-type]
        .order_by(REFERENCE_TENURE.c.earliest, REFERENCE_TENURE.c.id)
    ).mappings()
    return [Listed(_tenure(row), row["source"]) for row in rows]


def _tenure(row: RowMapping) -> ReferenceTenure:
    return ReferenceTenure(
        row["person"],
        row["name"],
        tuple(json.loads(row["aliases"])),
        row["title"],
        row["office"],
        row["at"],
        row["block"],
        row["body"],
        row["earliest"],
        row["latest"],
        row["row"],
    )

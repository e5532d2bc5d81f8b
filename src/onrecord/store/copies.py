"""Finding the copies of a text among those that are kept, as it comes in.

Each text is looked up by its fingerprints, compared with the few texts that share some,
and joined to a group. Only rows that bear the text's own fingerprints are read, and of
each fingerprint at most `MAX_TEXTS` rows are kept: what a text costs hardly depends on
how many there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Insert, bindparam, insert, select, update

from onrecord.core.overlap import Overlap
from onrecord.store.arrival import TextPrint
from onrecord.store.bulk import insert_rows
from onrecord.store.schema import (
    COPY,
    COPY_GROUP,
    DOCUMENT,
    FINGERPRINT,
    PASSAGE,
    TEXT_PRINT,
)

MAX_TEXTS = 50
"""A reprint of a story that fifty texts have is found by the first fifty."""

STANDING_GROUPS = 5
"""Words that more stories than this have are standing text: a footer, a notice."""

_MAX_COMPARED = 8
_PARAMETERS = 500

# Written down once: building a statement costs more than SQLite takes to carry it out.
_NUMBER = select(TEXT_PRINT.c.number).where(
    TEXT_PRINT.c.document_id == bindparam("document")
)
_SHARING = (
    select(FINGERPRINT.c.hash, TEXT_PRINT.c.document_id, COPY_GROUP.c.group_id)
    .join_from(FINGERPRINT, TEXT_PRINT, FINGERPRINT.c.number == TEXT_PRINT.c.number)
    .outerjoin(COPY_GROUP, COPY_GROUP.c.document_id == TEXT_PRINT.c.document_id)
    .where(FINGERPRINT.c.hash.in_(bindparam("hashes", expanding=True)))
)
_TEXT = (
    select(DOCUMENT.c.text, TEXT_PRINT.c.agency)
    .join_from(DOCUMENT, TEXT_PRINT, TEXT_PRINT.c.document_id == DOCUMENT.c.id)
    .where(DOCUMENT.c.id == bindparam("document"))
)
_ADD_PRINT = insert(TEXT_PRINT).returning(TEXT_PRINT.c.number)


class _Row(NamedTuple):
    """One fingerprint of one text that is kept."""

    hash: int
    document_id: str
    group_id: str


def write_print(
    connection: Connection, document_id: str, text_print: TextPrint
) -> tuple[str, ...]:
    """Keep a text's fingerprints and find its copies, unless that was done.

    Args:
        connection: A writing transaction in which the document is there.
        document_id: The text.
        text_print: What finds it.

    Returns:
        The texts that it is a copy of, or that are copies of it.
    """
    if connection.scalar(_NUMBER, {"document": document_id}) is not None:
        return ()
    rows = _rows(connection, text_print.fingerprints)
    number = connection.scalar(
        _ADD_PRINT,
        {
            "document_id": document_id,
            "method": text_print.method,
            "agency": text_print.agency,
        },
    )
    n_texts = Counter(row.hash for row in rows)
    insert_rows(
        connection,
        FINGERPRINT,
        [(one, number) for one in text_print.fingerprints if n_texts[one] < MAX_TEXTS],
    )
    copies = []
    for other_id, overlap in _compared(connection, text_print, rows):
        if overlap.is_copy:
            copies.append(other_id)
            connection.execute(_copy(document_id, other_id, overlap))
        if overlap.passages:
            connection.execute(_passages(document_id, other_id, overlap))
    if copies:
        _join_groups(connection, [document_id, *copies])
    return tuple(copies)


def _rows(connection: Connection, hashes: Sequence[int]) -> list[_Row]:
    return [
        _Row(number, document_id, group_id or document_id)
        for start in range(0, len(hashes), _PARAMETERS)
        for number, document_id, group_id in connection.execute(
            _SHARING, {"hashes": hashes[start : start + _PARAMETERS]}
        )
    ]


def _compared(
    connection: Connection, text_print: TextPrint, rows: Sequence[_Row]
) -> Iterable[tuple[str, Overlap]]:
    """Compare with the texts that share most fingerprints, one or two of a group."""
    done: Counter[str] = Counter()
    joined: set[str] = set()
    groups = {row.document_id: row.group_id for row in rows}
    for document_id in _likeliest(rows):
        group_id = groups[document_id]
        if group_id in joined:
            continue
        if done.total() == _MAX_COMPARED:
            return
        done[group_id] += 1
        text, agency = _kept(connection, document_id)
        overlap = text_print.compare(text, agency)
        if overlap.is_copy:
            joined.add(group_id)
        if overlap.is_copy or overlap.passages:
            yield document_id, overlap


def _likeliest(rows: Sequence[_Row]) -> list[str]:
    stories: defaultdict[int, set[str]] = defaultdict(set)
    for row in rows:
        stories[row.hash].add(row.group_id)
    shared = Counter(
        row.document_id for row in rows if len(stories[row.hash]) <= STANDING_GROUPS
    )
    # Equal numbers in the order of ids: the same archive whatever the database does.
    return sorted(shared, key=lambda document_id: (-shared[document_id], document_id))


def _kept(connection: Connection, document_id: str) -> tuple[str, str | None]:
    row = connection.execute(_TEXT, {"document": document_id}).one()
    return row.text, row.agency


def _copy(document_id: str, other_id: str, overlap: Overlap) -> Insert:
    return insert(COPY).values(
        document_id=document_id,
        other_id=other_id,
        share=overlap.share,
        share_of_other=overlap.share_of_other,
    )


def _passages(document_id: str, other_id: str, overlap: Overlap) -> Insert:
    return insert(PASSAGE).values(
        [
            {
                "document_id": document_id,
                "span_start": passage.span.start,
                "span_end": passage.span.end,
                "other_id": other_id,
                "other_start": passage.other.start,
                "other_end": passage.other.end,
                "hash": passage.fingerprint,
            }
            for passage in overlap.passages
        ]
    )


def _join_groups(connection: Connection, document_ids: Sequence[str]) -> None:
    groups = group_ids(connection, document_ids)
    least = min([*document_ids, *groups.values()])
    connection.execute(
        update(COPY_GROUP)
        .where(COPY_GROUP.c.group_id.in_(set(groups.values()) - {least}))
        .values(group_id=least)
    )
    new = [one for one in document_ids if one not in groups]
    connection.execute(
        insert(COPY_GROUP), [{"document_id": one, "group_id": least} for one in new]
    )


def group_ids(connection: Connection, document_ids: Iterable[str]) -> Mapping[str, str]:
    """Give the group of each text that has copies.

    Args:
        connection: Any transaction.
        document_ids: Texts.
    """
    rows = connection.execute(
        select(COPY_GROUP.c.document_id, COPY_GROUP.c.group_id).where(
            COPY_GROUP.c.document_id.in_(list(document_ids))
        )
    )
    return {row.document_id: row.group_id for row in rows}

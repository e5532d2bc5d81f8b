"""The copies and shared passages that were found, given out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, func, or_, select

from onrecord.core.span import Span
from onrecord.store.copies import STANDING_GROUPS, group_ids
from onrecord.store.results import CopyGroup, Print, Quoted
from onrecord.store.schema import (
    APPEARANCE,
    COPY,
    COPY_GROUP,
    DOCUMENT,
    FINGERPRINT,
    PASSAGE,
    TEXT_PRINT,
    VERSION,
)


def read_groups(connection: Connection, document_id: str | None) -> list[CopyGroup]:
    """Give the stories that were printed more than once.

    Args:
        connection: Any transaction.
        document_id: Only the one that this text belongs to.

    Returns:
        The groups; the one whose first print came out first stands first.
    """
    members = _members(connection, document_id)
    every = [one for group in members.values() for one in group]
    prints = _prints(connection, every)
    groups = []
    for group in members.values():
        found = [row for one in group for row in prints[one]]
        if len(found) > 1:
            groups.append(_group(found))
    return sorted(groups, key=lambda group: _day_key(group.prints[0].published))


def first_texts(connection: Connection, document_ids: Sequence[str]) -> dict[str, str]:
    """Give for each text with copies the one of them that came out first.

    Args:
        connection: Any transaction.
        document_ids: Texts.
    """
    groups = group_ids(connection, document_ids)
    if not groups:
        return {}
    earliest = (
        select(
            COPY_GROUP.c.group_id,
            COPY_GROUP.c.document_id,
            TEXT_PRINT.c.number,
            func.min(APPEARANCE.c.published).label("published"),
        )
        .join_from(
            COPY_GROUP,
            TEXT_PRINT,
            TEXT_PRINT.c.document_id == COPY_GROUP.c.document_id,
        )
        .join(APPEARANCE, APPEARANCE.c.document_id == COPY_GROUP.c.document_id)
        .where(COPY_GROUP.c.group_id.in_(set(groups.values())))
        .group_by(COPY_GROUP.c.group_id, COPY_GROUP.c.document_id, TEXT_PRINT.c.number)
    )
    rows = sorted(
        connection.execute(earliest),
        key=lambda row: (*_day_key(row.published), row.number),
        reverse=True,
    )
    first = {row.group_id: row.document_id for row in rows}
    return {document_id: first[group_id] for document_id, group_id in groups.items()}


def read_passages(connection: Connection, document_id: str | None) -> list[Quoted]:
    """Give the passages that texts share which are no copies of each other.

    Args:
        connection: Any transaction.
        document_id: Only those of this text.

    Returns:
        Each passage once, in the order of the texts that have it.
    """
    rows = connection.execute(_passages(document_id)).mappings().all()
    standing = _standing(connection, {row["hash"] for row in rows})
    texts = {row["document_id"] for row in rows} | {row["other_id"] for row in rows}
    days = _days(connection, texts)
    groups = group_ids(connection, texts)
    return [
        _quoted(row, days)
        for row in rows
        if row["hash"] not in standing
        # Copies through a third text, found after the passage was.
        and groups.get(row["document_id"], "a") != groups.get(row["other_id"], "b")
    ]


def _members(
    connection: Connection, document_id: str | None
) -> dict[str, dict[str, None]]:
    """Give the texts of each group; a text of its own that was printed twice too."""
    members: defaultdict[str, dict[str, None]] = defaultdict(dict)
    # In the order in which they came, which is that of texts without a day.
    query = (
        select(COPY_GROUP.c.group_id, COPY_GROUP.c.document_id)
        .join_from(
            COPY_GROUP,
            TEXT_PRINT,
            TEXT_PRINT.c.document_id == COPY_GROUP.c.document_id,
        )
        .order_by(TEXT_PRINT.c.number)
    )
    if document_id is not None:
        group_id = group_ids(connection, [document_id]).get(document_id)
        if group_id is None:
            return {document_id: {document_id: None}}
        query = query.where(COPY_GROUP.c.group_id == group_id)
    for group_id, one in connection.execute(query):
        members[group_id][one] = None
    if document_id is None:
        known = {one for group in members.values() for one in group}
        for one in connection.scalars(_printed_twice()):
            if one not in known:
                members[one][one] = None
    return members


def _printed_twice() -> Any:
    return (
        select(APPEARANCE.c.document_id)
        .group_by(APPEARANCE.c.document_id)
        .having(func.count() > 1)
        .order_by(APPEARANCE.c.document_id)
    )


def _prints(
    connection: Connection, document_ids: Sequence[str]
) -> defaultdict[str, list[Print]]:
    shares = _shares(connection, document_ids)
    versions = _later_versions(connection, document_ids)
    rows = connection.execute(
        select(
            APPEARANCE.c.document_id,
            APPEARANCE.c.name,
            APPEARANCE.c.title,
            APPEARANCE.c.url,
            APPEARANCE.c.publisher,
            APPEARANCE.c.byline,
            APPEARANCE.c.published,
            TEXT_PRINT.c.agency,
        )
        .join_from(
            APPEARANCE,
            TEXT_PRINT,
            TEXT_PRINT.c.document_id == APPEARANCE.c.document_id,
        )
        .where(APPEARANCE.c.document_id.in_(document_ids))
        .order_by(TEXT_PRINT.c.number, APPEARANCE.c.added_at, APPEARANCE.c.id)
    )
    prints: defaultdict[str, list[Print]] = defaultdict(list)
    for row in rows:
        found = Print(
            *row,
            share=shares.get(row.document_id),
            version=versions.get(row.document_id),
        )
        if not any(_is_same_print(found, one) for one in prints[row.document_id]):
            prints[row.document_id].append(found)
    return prints


def _is_same_print(one: Print, other: Print) -> bool:
    """Say whether two meetings of a text are of one print, as of a file that moved."""
    places = [(found.publisher, found.url) for found in (one, other)]
    return (None, None) in places or places[0] == places[1]


def _shares(connection: Connection, document_ids: Sequence[str]) -> dict[str, float]:
    rows = connection.execute(
        select(COPY.c.document_id, func.max(COPY.c.share))
        .where(COPY.c.document_id.in_(document_ids))
        .group_by(COPY.c.document_id)
    )
    return {row[0]: row[1] for row in rows}


def _later_versions(
    connection: Connection, document_ids: Sequence[str]
) -> dict[str, int]:
    rows = connection.execute(
        select(VERSION.c.document_id, func.max(VERSION.c.number))
        .where(VERSION.c.document_id.in_(document_ids), VERSION.c.number > 1)
        .group_by(VERSION.c.document_id)
    )
    return {row[0]: row[1] for row in rows}


def _group(prints: Iterable[Print]) -> CopyGroup:
    # Stable: those of one day stay in the order in which they came.
    ordered = sorted(prints, key=lambda found: _day_key(found.published))
    agencies = Counter(found.agency for found in ordered if found.agency)
    agency = agencies.most_common(1)[0][0] if agencies else None
    return CopyGroup(tuple(ordered), agency)


def _day_key(published: date | None) -> tuple[bool, date]:
    return published is None, published or date.min


def _passages(document_id: str | None) -> Any:
    query = (
        select(PASSAGE, DOCUMENT.c.text)
        .join_from(PASSAGE, DOCUMENT, PASSAGE.c.document_id == DOCUMENT.c.id)
        .order_by(PASSAGE.c.document_id, PASSAGE.c.span_start, PASSAGE.c.other_id)
    )
    if document_id is None:
        return query
    return query.where(
        or_(PASSAGE.c.document_id == document_id, PASSAGE.c.other_id == document_id)
    )


def _standing(connection: Connection, hashes: set[int]) -> set[int]:
    """Give the fingerprints that so many stories have that they are standing text."""
    stories: defaultdict[int, set[str]] = defaultdict(set)
    ordered = sorted(hashes)
    for start in range(0, len(ordered), 500):
        rows = connection.execute(
            select(
                FINGERPRINT.c.hash,
                func.coalesce(COPY_GROUP.c.group_id, TEXT_PRINT.c.document_id),
            )
            .join_from(
                FINGERPRINT, TEXT_PRINT, FINGERPRINT.c.number == TEXT_PRINT.c.number
            )
            .outerjoin(COPY_GROUP, COPY_GROUP.c.document_id == TEXT_PRINT.c.document_id)
            .where(FINGERPRINT.c.hash.in_(ordered[start : start + 500]))
        )
        for hash_, story in rows:
            stories[hash_].add(story)
    return {hash_ for hash_, found in stories.items() if len(found) > STANDING_GROUPS}


def _days(
    connection: Connection, document_ids: Iterable[str]
) -> dict[str, date | None]:
    rows = connection.execute(
        select(APPEARANCE.c.document_id, func.min(APPEARANCE.c.published))
        .where(APPEARANCE.c.document_id.in_(list(document_ids)))
        .group_by(APPEARANCE.c.document_id)
    )
    return {row[0]: row[1] for row in rows}


def _quoted(row: RowMapping, days: dict[str, date | None]) -> Quoted:
    here = Span(row["span_start"], row["span_end"])
    there = Span(row["other_start"], row["other_end"])
    words = here.of(row["text"])
    day, other_day = days.get(row["document_id"]), days.get(row["other_id"])
    # Without days, the one that came in first counts as the first.
    if day is not None and other_day is not None and day < other_day:
        return Quoted(row["other_id"], there, words, row["document_id"], here)
    return Quoted(row["document_id"], here, words, row["other_id"], there)

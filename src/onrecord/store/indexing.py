"""The rows that questions are answered from, made of one record."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text

from onrecord.core.attributions import Attribution
from onrecord.core.document import Document
from onrecord.core.happenings import Contact, Party
from onrecord.core.identities import ProfileRow
from onrecord.core.record import Record
from onrecord.core.span import Span
from onrecord.store.escapes import escape
from onrecord.store.identity_schema import (
    CONTACT,
    CONTACT_PARTY,
    INDEXED,
    MEMBER,
    PASSAGE,
    PROFILE,
    PROFILE_OFFICE,
    STALE,
    STATEMENT,
    STATEMENT_ABOUT,
)

Rows = list[dict[str, Any]]

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def write_index(
    connection: Connection,
    record: Record,
    *,
    record_id: int,
    profiles: Sequence[ProfileRow],
) -> None:
    """Make the rows of a record, in place of those of an older record of its document.

    Args:
        connection: A writing transaction.
        record: The newest record of its document.
        record_id: Its number.
        profiles: What the document tells of each of the record's entities.
    """
    document_id = record.document.id
    stale = _blocks_of(connection, document_id)
    _forget(connection, document_id)
    base = {"record_id": record_id, "document_id": document_id}
    day = record.document.published
    _add(connection, PROFILE, [_profile(one, day) for one in profiles])
    offices = [
        {"office": office, "profile_id": one.id}
        for one in profiles
        for office in one.offices
    ]
    _add(connection, PROFILE_OFFICE, offices)
    own = {"day": day, **base}
    _add(
        connection, STATEMENT, [_statement(record, a, own) for a in record.attributions]
    )
    _add(connection, STATEMENT_ABOUT, list(_about(record)))
    times = {time.id: time for time in record.times}
    contacts = [
        _contact(record, one, {**own, "times": times}) for one in record.contacts
    ]
    _add(connection, CONTACT, contacts)
    _add(connection, CONTACT_PARTY, list(_parties(record)))
    _write_passages(connection, record)
    stale |= {one.block for one in profiles if one.block}
    # People who are only described are found through the offices they hold.
    stale |= {f"o:{row['office']}" for row in offices}
    mark_stale(connection, stale)
    connection.execute(insert(INDEXED).prefix_with("OR REPLACE").values(**base))


def mark_stale(connection: Connection, blocks: Iterable[str]) -> None:
    """Note blocks whose people have to be worked out anew.

    Args:
        connection: A writing transaction.
        blocks: Their keys.
    """
    rows = [{"block": block} for block in sorted(blocks)]
    if rows:
        connection.execute(insert(STALE).prefix_with("OR IGNORE"), rows)


def _forget(connection: Connection, document_id: str) -> None:
    """Drop the rows of an older record of a document."""
    known = select(INDEXED.c.record_id).where(INDEXED.c.document_id == document_id)
    if connection.scalar(known) is None:
        return
    of_document = {
        table: select(table.c.id).where(table.c.document_id == document_id)
        for table in (STATEMENT, CONTACT, PROFILE)
    }
    for table, column, owner in (
        (STATEMENT_ABOUT, STATEMENT_ABOUT.c.statement_id, STATEMENT),
        (CONTACT_PARTY, CONTACT_PARTY.c.contact_id, CONTACT),
        (MEMBER, MEMBER.c.profile_id, PROFILE),
        (PROFILE_OFFICE, PROFILE_OFFICE.c.profile_id, PROFILE),
    ):
        connection.execute(delete(table).where(column.in_(of_document[owner])))
    for table in of_document:
        connection.execute(delete(table).where(table.c.document_id == document_id))


def _blocks_of(connection: Connection, document_id: str) -> set[str]:
    mine = PROFILE.c.document_id == document_id
    blocks = connection.scalars(select(PROFILE.c.block).where(mine)).all()
    return {block for block in blocks if block}


def _add(connection: Connection, table: Any, rows: Rows) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _profile(row: ProfileRow, day: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "document_id": row.document_id,
        "kind": row.kind,
        "block": row.block,
        "day": day,
        "shown": row.shown,
        "json": row.json,
    }


def _statement(
    record: Record, attribution: Attribution, own: Mapping[str, Any]
) -> dict[str, Any]:
    spans = [*attribution.source, *attribution.cue, *attribution.content]
    return {
        **own,
        "id": attribution.id,
        "profile_id": attribution.speaker,
        "stance": attribution.stance.value,
        "form": attribution.form.value,
        "is_anonymous": attribution.anonymous,
        "confidence": attribution.confidence,
        "span_start": min(span.start for span in spans),
        "span_end": max(span.end for span in spans),
        "source": record.words(attribution.source),
        "cue": record.words(attribution.cue),
        "content": record.words(attribution.content),
    }


def _about(record: Record) -> Iterator[dict[str, str]]:
    """Give whom the content of each attribution names."""
    named = sorted(
        (mention.span.start, mention.span.end, mention.entity)
        for mention in record.mentions
        if mention.entity is not None
    )
    starts = [start for start, _, _ in named]
    for attribution in record.attributions:
        found = {
            entity
            for span in attribution.content
            for start, end, entity in named[
                bisect_left(starts, span.start) : bisect_left(starts, span.end)
            ]
            if end <= span.end
        }
        for entity in sorted(found):
            yield {"profile_id": entity, "statement_id": attribution.id}


def _contact(
    record: Record, contact: Contact, own: Mapping[str, Any]
) -> dict[str, Any]:
    rest = dict(own)
    time = rest.pop("times").get(contact.time)
    spans = [span for _, span in contact.passages()]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    return {
        **rest,
        "id": contact.id,
        "kind": contact.kind.value,
        "modality": contact.modality.value,
        "statement_id": contact.by,
        "confidence": contact.confidence,
        "earliest": time.range.earliest if time else None,
        "latest": time.range.latest if time else None,
        "span_start": first,
        "span_end": last,
        "time": time.span.of(record.document.text) if time else "",
        "place": _words(record, contact.place),
        "topic": _words(record, contact.topic),
        "words": Span(first, last).of(record.document.text),
    }


def _parties(record: Record) -> Iterator[dict[str, Any]]:
    for contact in record.contacts:
        for position, party in enumerate(contact.parties):
            yield {
                "contact_id": contact.id,
                "position": position,
                "profile_id": party.entity,
                "words": _party_words(record, party),
            }


def _party_words(record: Record, party: Party) -> str:
    if party.span is not None:
        return _words(record, party.span)
    return record.entity(party.entity).name if party.entity else ""


def _words(record: Record, span: Span | None) -> str:
    return span.of(record.document.text) if span is not None else ""


def _write_passages(connection: Connection, record: Record) -> None:
    """Make a text's paragraphs searchable, once."""
    document = record.document
    mine = PASSAGE.c.document_id == document.id
    if connection.scalar(select(PASSAGE.c.id).where(mine).limit(1)) is not None:
        return
    first = (connection.scalar(select(func.max(PASSAGE.c.id))) or 0) + 1
    found = list(enumerate(_PARAGRAPH.finditer(document.text), start=first))
    _add(
        connection,
        PASSAGE,
        [_passage(document, number, m.span()) for number, m in found],
    )
    rows = [{"id": number, "words": escape(m.group())} for number, m in found]
    if rows:
        statement = "INSERT INTO passage_words (rowid, words) VALUES (:id, :words)"
        connection.execute(text(statement), rows)


def _passage(document: Document, number: int, place: tuple[int, int]) -> dict[str, Any]:
    start, end = place
    return {
        "id": number,
        "document_id": document.id,
        "span_start": start,
        "span_end": end,
        # Escaped characters are longer in the stored text.
        "stored_start": len(escape(document.text[:start])),
        "stored_length": len(escape(document.text[start:end])),
    }

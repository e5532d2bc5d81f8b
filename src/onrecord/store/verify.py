"""Re-reading the archive: is every word still where its record says?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, exists, select

from onrecord.core.errors import DataError, StoreError
from onrecord.core.ids import text_sha256
from onrecord.store.failures import explained
from onrecord.store.reading import READING, to_record
from onrecord.store.results import DocumentCheck, Finding
from onrecord.store.schema import (
    APPEARANCE,
    COPY,
    COPY_GROUP,
    DOCUMENT,
    EVIDENCE,
    FINGERPRINT,
    PAGE,
    PASSAGE,
    RECORD,
    TEXT_PRINT,
    VERSION,
    VISIT,
)

_SHOWN_CHARS = 60

# Which column of which table has to be found in which column of which other.
_BELONGS = (
    (APPEARANCE, APPEARANCE.c.document_id, DOCUMENT.c.id),
    (RECORD, RECORD.c.document_id, DOCUMENT.c.id),
    (RECORD, RECORD.c.appearance_id, APPEARANCE.c.id),
    (EVIDENCE, EVIDENCE.c.record_id, RECORD.c.id),
    (DOCUMENT, DOCUMENT.c.id, RECORD.c.document_id),
    (VERSION, VERSION.c.page_id, PAGE.c.id),
    (VERSION, VERSION.c.document_id, DOCUMENT.c.id),
    (PAGE, PAGE.c.id, VERSION.c.page_id),
    (VISIT, VISIT.c.document_id, DOCUMENT.c.id),
    (TEXT_PRINT, TEXT_PRINT.c.document_id, DOCUMENT.c.id),
    (FINGERPRINT, FINGERPRINT.c.number, TEXT_PRINT.c.number),
    (COPY, COPY.c.document_id, TEXT_PRINT.c.document_id),
    (COPY, COPY.c.other_id, TEXT_PRINT.c.document_id),
    (COPY, COPY.c.document_id, COPY_GROUP.c.document_id),
    (COPY, COPY.c.other_id, COPY_GROUP.c.document_id),
    (COPY_GROUP, COPY_GROUP.c.group_id, COPY_GROUP.c.document_id),
    (PASSAGE, PASSAGE.c.document_id, TEXT_PRINT.c.document_id),
    (PASSAGE, PASSAGE.c.other_id, TEXT_PRINT.c.document_id),
)


class Passage(NamedTuple):
    """One row of evidence, without its place in the record."""

    annotation_id: str
    role: str
    start: int
    end: int
    words: str


def check_all(connection: Connection, archive: str) -> Iterator[DocumentCheck]:
    """Check each document, then whether every row belongs somewhere.

    Args:
        connection: One transaction, so that all of it is seen at one moment.
        archive: The archive's name, for messages.

    Yields:
        One check a document, and a last one for the archive as a whole.

    Raises:
        StoreError: The list of documents cannot be read.
    """
    ids = connection.scalars(select(DOCUMENT.c.id).order_by(DOCUMENT.c.id)).all()
    for document_id in ids:
        yield _check_document(connection, document_id, archive)
    yield _check_whole(connection, archive)


def _check_document(
    connection: Connection, document_id: str, archive: str
) -> DocumentCheck:
    findings: list[Finding] = []
    n_passages = 0
    try:
        with explained(archive):
            findings += _check_text(connection, document_id)
            for reading in _readings(connection, document_id):
                passages = _passages(connection, reading["record_id"])
                n_passages += len(passages)
                findings += _check_words(reading["text"], passages)
                findings += _check_record(reading, passages)
    # A value that no longer has its column's type reaches us as a ValueError.
    except (StoreError, ValueError) as error:
        findings.append(Finding("unreadable", f"its rows cannot be read: {error}"))
    return DocumentCheck(document_id, n_passages, tuple(findings))


def _check_text(connection: Connection, document_id: str) -> Iterator[Finding]:
    columns = select(DOCUMENT.c.sha256, DOCUMENT.c.text)
    stored, text = connection.execute(columns.where(DOCUMENT.c.id == document_id)).one()
    found = text_sha256(text)
    if found != stored:
        yield Finding(
            "text", f"its text has the digest {found}, but {stored} was stored with it"
        )


def _readings(connection: Connection, document_id: str) -> Sequence[RowMapping]:
    of_document = READING.where(RECORD.c.document_id == document_id)
    return connection.execute(of_document.order_by(RECORD.c.id)).mappings().all()


def _passages(connection: Connection, record_id: int) -> list[Passage]:
    rows = connection.execute(
        select(
            EVIDENCE.c.annotation_id,
            EVIDENCE.c.role,
            EVIDENCE.c.span_start,
            EVIDENCE.c.span_end,
            EVIDENCE.c.words,
        )
        .where(EVIDENCE.c.record_id == record_id)
        .order_by(EVIDENCE.c.position)
    )
    return [Passage(*row) for row in rows]


def _check_words(text: str, passages: list[Passage]) -> Iterator[Finding]:
    for passage in passages:
        found = text[passage.start : passage.end]
        if found != passage.words:
            yield Finding(
                "evidence",
                f"{passage.role} of {passage.annotation_id} at [{passage.start}, "
                f"{passage.end}): {_short(passage.words)} was stored, the text has "
                f"{_short(found)}",
            )


def _check_record(reading: RowMapping, passages: list[Passage]) -> Iterator[Finding]:
    number = reading["record_id"]
    try:
        record = to_record(reading)
    except DataError as error:
        yield Finding("record", f"record {number}: {error}")
        return
    named = [
        Passage(owner, role, evidence.span.start, evidence.span.end, evidence.words)
        for owner, role, evidence in record.evidence()
    ]
    if len(named) != len(passages) or any(map(_is_elsewhere, named, passages)):
        yield Finding(
            "evidence",
            f"record {number} names {len(named)} passages, which are not the "
            f"{len(passages)} that are stored with it",
        )


def _is_elsewhere(named: Passage, stored: Passage) -> bool:
    # Differing words were reported already, with the words.
    return named[:4] != stored[:4]


def _check_whole(connection: Connection, archive: str) -> DocumentCheck:
    findings: list[Finding] = []
    try:
        with explained(archive):
            findings += _orphans(connection)
            findings += _broken_pages(connection)
    except StoreError as error:
        findings.append(Finding("unreadable", f"a table cannot be read: {error}"))
    return DocumentCheck(None, 0, tuple(findings))


def _broken_pages(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
            if line != "ok":
                yield Finding("database", f"SQLite found damage: {line}")


def _orphans(connection: Connection) -> Iterator[Finding]:
    for table, column, wanted in _BELONGS:
        owner = wanted.table.alias()
        lost = select(column).where(~exists().where(owner.c[wanted.name] == column))
        keys = connection.scalars(lost.distinct().order_by(column)).all()
        for key in keys:
            yield Finding(
                "orphan",
                f"a row of {table.name!r} with {column.name} {key!r} has no "
                f"{wanted.table.name!r}",
            )


def _short(words: str) -> str:
    short = words if len(words) <= _SHOWN_CHARS else f"{words[:_SHOWN_CHARS]}…"
    return repr(short)

"""Finding passages by their words, each with who says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import OperationalError

from onrecord.core.errors import InputError
from onrecord.query.answers import Claimant, Source
from onrecord.query.naming import find_named
from onrecord.query.period import ALWAYS, Period
from onrecord.query.selecting import STATEMENTS, claimant_of, source_of
from onrecord.store.escapes import unescape
from onrecord.store.identity_schema import INDEXED, MEMBER, PASSAGE, PROFILE, STATEMENT
from onrecord.store.schema import APPEARANCE, RECORD

LIMIT = 20
# Private-use characters: no tokenizer keeps them, and no sensible text holds them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_SNIPPET_WORDS = 40
# Filters are applied to so many of the best passages.
_POOL = 2000


@dataclass(frozen=True, slots=True)
class Where:
    """What passages are looked for in.

    Attributes:
        outlet: Publisher, or a part of its name.
        names: Who has to be named in the document, each of them.
        period: Days of publication.
        limit: At most so many passages.
    """

    outlet: str | None = None
    names: tuple[str, ...] = ()
    period: Period = ALWAYS
    limit: int = LIMIT


EVERYWHERE = Where()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has the words.

    Attributes:
        snippet: The words around, those looked for marked.
        marks: Places of these in the snippet, half-open.
        claimants: Who is given as saying what the passage holds; the outlet itself
            where it is in nobody else's mouth.
        source: The document.
        span: The paragraph's place in the document's text.
    """

    snippet: str
    marks: tuple[tuple[int, int], ...]
    claimants: tuple[Claimant, ...]
    source: Source
    span: tuple[int, int]


def search(
    connection: Connection, words: str, where: Where = EVERYWHERE
) -> tuple[Hit, ...]:
    """Find passages by their words, the best first.

    Args:
        connection: A reading transaction.
        words: Words that all have to occur; "in marks" a phrase; AND, OR and NOT
            between them; a star behind the beginning of a word.
        where: Limits.

    Returns:
        Passages, each with who is given as saying it.

    Raises:
        InputError: The words are no query.
        NotFoundError: Nobody has one of the names.
    """
    best = _best(connection, to_match(words))
    rows = _filtered(connection, [row[0] for row in best], where)
    snippets = {row[0]: row[1] for row in best}
    return tuple(_hit(connection, row, snippets[row.id]) for row in rows)


def to_match(words: str) -> str:
    """Give a query in FTS5's language: everything but operators is quoted.

    Args:
        words: As people write it.

    Returns:
        The query.

    Raises:
        InputError: There is no word in it.

    Source:
        SQLite, "FTS5: Full-text Query Syntax".

    Example:
        >>> to_match('ferry-licence OR "no talks" NOT min*')
        '"ferry-licence" OR "no talks" NOT "min" *'
    """
    parts = re.findall(
        r'"[^"]*"|[()]|[^\s()"]+', words.replace("“", '"').replace("”", '"')
    )
    found = [_quoted(part) for part in parts]
    if not any(part[:1] == '"' for part in found):
        raise InputError(f"{words!r} has no word to look for")
    return " ".join(part for part in found if part)


def _quoted(part: str) -> str:
    if part in {"AND", "OR", "NOT", "(", ")"}:
        return part
    is_start = part.endswith("*")
    core = part.strip('"*')
    if not re.search(r"\w", core):
        return ""
    return f'"{core}" *' if is_start else f'"{core}"'


def _best(connection: Connection, match: str) -> list[tuple[int, str]]:
    query = text(
        "SELECT rowid, snippet(passage_words, 0, :open, :close, '…', :n) "
        "FROM passage_words WHERE passage_words MATCH :match "
        "ORDER BY rank, rowid LIMIT :pool"
    )
    values = {
        "open": _OPEN,
        "close": _CLOSE,
        "n": _SNIPPET_WORDS,
        "match": match,
        "pool": _POOL,
    }
    try:
        rows = connection.execute(query, values).all()
    except OperationalError as error:
        raise InputError(
            f"{match!r} is no query: {error.orig}; put phrases in marks, and AND, OR "
            "or NOT between words only"
        ) from error
    return [(row[0], row[1]) for row in rows]


def _filtered(connection: Connection, ids: Sequence[int], where: Where) -> list[Any]:
    query = (
        select(
            PASSAGE.c.id,
            PASSAGE.c.span_start,
            PASSAGE.c.span_end,
            PASSAGE.c.document_id,
            APPEARANCE.c.name,
            APPEARANCE.c.title,
            APPEARANCE.c.publisher,
            APPEARANCE.c.published,
            APPEARANCE.c.url,
        )
        .join(INDEXED, INDEXED.c.document_id == PASSAGE.c.document_id)
        .join(RECORD, RECORD.c.id == INDEXED.c.record_id)
        .join(APPEARANCE, APPEARANCE.c.id == RECORD.c.appearance_id)
        .where(where.period.holds(APPEARANCE.c.published))
    )
    if where.outlet:
        query = query.where(
            APPEARANCE.c.publisher.icontains(where.outlet, autoescape=True)
        )
    for name in where.names:
        entity = find_named(connection, name).entity
        documents = (
            select(PROFILE.c.document_id)
            .join(MEMBER, MEMBER.c.profile_id == PROFILE.c.id)
            .where(MEMBER.c.entity_id == entity.id)
        )
        query = query.where(PASSAGE.c.document_id.in_(documents))
    found: list[Any] = []
    # The best first, and no more of them looked up than are shown.
    for start in range(0, len(ids), 100):
        portion = list(ids[start : start + 100])
        rows = connection.execute(query.where(PASSAGE.c.id.in_(portion))).all()
        found += sorted(rows, key=lambda row: portion.index(row.id))
        if len(found) >= where.limit:
            break
    return found[: where.limit]


def _hit(connection: Connection, row: Any, marked: str) -> Hit:
    snippet, marks = _unmarked(unescape(marked))
    found = row._mapping  # noqa: SLF001 — SQLAlchemy's documented way to read by name
    source = source_of(found)
    overlapping = STATEMENTS.where(
        STATEMENT.c.document_id == found["document_id"],
        STATEMENT.c.span_start < found["span_end"],
        STATEMENT.c.span_end > found["span_start"],
    )
    said = connection.execute(overlapping.order_by(STATEMENT.c.span_start)).mappings()
    claimants = dict.fromkeys(claimant_of(one) for one in said)
    outlet = source.outlet or source.name
    own = Claimant(f"{outlet}, in its own words")
    return Hit(
        snippet,
        marks,
        tuple(claimants) or (own,),
        source,
        (found["span_start"], found["span_end"]),
    )


def _unmarked(words: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    plain, marks, start = "", [], 0
    for part in re.split(f"([{_OPEN}{_CLOSE}])", words):
        if part == _OPEN:
            start = len(plain)
        elif part == _CLOSE:
            marks.append((start, len(plain)))
        else:
            plain += part
    return plain, tuple(marks)

"""The rows of statements and contacts, with names and sources, judgements applied."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    func,
    or_,
    select,
)

from onrecord.core.identities import Judgement, Verdict
from onrecord.query.answers import (
    Claimant,
    ContactShown,
    PartyShown,
    Source,
    Statement,
)
from onrecord.store.identity_schema import (
    CONTACT,
    CONTACT_PARTY,
    ENTITY,
    MEMBER,
    STATEMENT,
    STATEMENT_ABOUT,
)
from onrecord.store.judgements import read_judgements
from onrecord.store.schema import APPEARANCE, RECORD

_MAX_ABOUT = 6

#: Each statement with its speaker's entity and its document.
STATEMENTS: Select[Any] = (
    select(
        STATEMENT,
        MEMBER.c.entity_id,
        ENTITY.c.name.label("entity_name"),
        APPEARANCE.c.name,
        APPEARANCE.c.title,
        APPEARANCE.c.publisher,
        APPEARANCE.c.published,
        APPEARANCE.c.url,
    )
    .outerjoin(MEMBER, MEMBER.c.profile_id == STATEMENT.c.profile_id)
    .outerjoin(ENTITY, ENTITY.c.id == MEMBER.c.entity_id)
    .join(RECORD, RECORD.c.id == STATEMENT.c.record_id)
    .join(APPEARANCE, APPEARANCE.c.id == RECORD.c.appearance_id)
)

#: Each contact with its document.
CONTACTS: Select[Any] = (
    select(
        CONTACT,
        APPEARANCE.c.name,
        APPEARANCE.c.title,
        APPEARANCE.c.publisher,
        APPEARANCE.c.published,
        APPEARANCE.c.url,
    )
    .join(RECORD, RECORD.c.id == CONTACT.c.record_id)
    .join(APPEARANCE, APPEARANCE.c.id == RECORD.c.appearance_id)
)


class Decisions:
    """What people decided about single findings; the newest on each holds.

    Args:
        judgements: All, oldest first.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._newest: dict[str, Judgement] = {}
        self._fields: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for judgement in judgements:
            if judgement.is_undone or judgement.verdict.is_about_identity:
                continue
            self._newest[judgement.subject] = judgement
            if judgement.verdict is Verdict.CORRECT and judgement.field:
                self._fields[judgement.subject][judgement.field] = judgement.value or ""

    @property
    def rejected(self) -> list[str]:
        """Give the ids of what was rejected and is not shown."""
        return [
            key
            for key, judgement in self._newest.items()
            if judgement.verdict is Verdict.REJECT
        ]

    def corrected(self, subject: str, field: str, value: Any) -> Any:
        """Give a field's value as a person corrected it, or as it is."""
        return self._fields.get(subject, {}).get(field, value)

    def moved(self, field: str, value: str) -> tuple[list[str], list[str]]:
        """Give findings with a field corrected to a value, and those to another."""
        to = [key for key, one in self._fields.items() if one.get(field) == value]
        away = [
            key for key, one in self._fields.items() if one.get(field, value) != value
        ]
        return to, away

    def said_of(self, subject: str) -> str | None:
        """Say what was decided, by whom and why; None when nothing was."""
        judgement = self._newest.get(subject)
        if judgement is None:
            return None
        why = f": {judgement.why}" if judgement.why else ""
        return f"{judgement.verdict.value} by {judgement.by}{why}"


def as_corrected(
    plain: ColumnElement[bool],
    corrected: tuple[Any, str, str],
    decisions: Decisions,
) -> ColumnElement[bool]:
    """Give the condition that a field has a value, as people corrected it.

    Args:
        plain: The same condition on what was read.
        corrected: Column of the finding's id, the field, and the value.
        decisions: What people decided.
    """
    key, field, value = corrected
    to, away = decisions.moved(field, value)
    if away:
        plain = and_(plain, key.not_in(away))
    return or_(plain, key.in_(to)) if to else plain


def read_decisions(connection: Connection) -> Decisions:
    """Give what people decided about single findings."""
    return Decisions(read_judgements(connection))


def statements(
    connection: Connection, query: Select[Any], decisions: Decisions
) -> tuple[Statement, ...]:
    """Answer with statements.

    Args:
        connection: A reading transaction.
        query: `STATEMENTS`, narrowed, ordered and limited.
        decisions: What people decided; rejected ones are left out.

    Returns:
        The statements, in the query's order.
    """
    rejected = decisions.rejected
    if rejected:
        query = query.where(STATEMENT.c.id.not_in(rejected))
    rows = connection.execute(query).mappings().all()
    about = _about(connection, [row["id"] for row in rows])
    names = _speaker_names(connection, rows, decisions)
    return tuple(
        Statement(
            id=row["id"],
            claimant=names.get(row["id"]) or claimant_of(row),
            stance=decisions.corrected(row["id"], "stance", row["stance"]),
            form=row["form"],
            quote=row["content"],
            cue=row["cue"],
            about=about.get(row["id"], ()),
            source=source_of(row),
            span=(row["span_start"], row["span_end"]),
            confidence=row["confidence"],
            judgement=decisions.said_of(row["id"]),
        )
        for row in rows
    )


def contacts(
    connection: Connection, query: Select[Any], decisions: Decisions
) -> tuple[ContactShown, ...]:
    """Answer with contacts, each with who tells it.

    Args:
        connection: A reading transaction.
        query: `CONTACTS`, narrowed, ordered and limited.
        decisions: What people decided; rejected ones are left out.

    Returns:
        The contacts, in the query's order.
    """
    rejected = decisions.rejected
    if rejected:
        query = query.where(CONTACT.c.id.not_in(rejected))
    rows = connection.execute(query).mappings().all()
    parties = _parties(connection, [row["id"] for row in rows])
    told = _telling(connection, [row["statement_id"] for row in rows], decisions)
    return tuple(
        _contact(row, (parties.get(row["id"], ()), told), decisions) for row in rows
    )


def claimant_of(row: Any) -> Claimant:
    """Give who says a statement: the entity, or else the words of the source.

    Args:
        row: One row of `STATEMENTS`.

    Returns:
        The claimant; an unnamed one stays unnamed.
    """
    words = row["source"]
    if row["is_anonymous"]:
        return Claimant(
            f"unnamed: {words or 'a source'}", is_anonymous=True, words=words
        )
    if row["entity_name"]:
        return Claimant(row["entity_name"], row["entity_id"], words=words)
    outlet = row["publisher"] or row["name"]
    return Claimant(words or f"speaker not named ({outlet})", words=words)


def source_of(row: Any) -> Source:
    """Give the document that a row belongs to."""
    return Source(
        row["document_id"],
        row["name"],
        row["title"],
        row["publisher"],
        row["published"],
        row["url"],
    )


def _contact(
    row: RowMapping,
    found: tuple[tuple[PartyShown, ...], Mapping[str, tuple[Claimant, str]]],
    decisions: Decisions,
) -> ContactShown:
    parties, told = found
    source = source_of(row)
    outlet = source.outlet or source.name
    own = Claimant(f"{outlet}, in its own words"), "reports"
    claimant, stance = told.get(row["statement_id"], own)
    key = row["id"]
    return ContactShown(
        id=key,
        modality=decisions.corrected(key, "modality", row["modality"]),
        kind=decisions.corrected(key, "kind", row["kind"]),
        parties=parties,
        earliest=row["earliest"],
        latest=row["latest"],
        time=row["time"],
        place=row["place"],
        topic=row["topic"],
        claimant=claimant,
        stance=stance,
        quote=row["words"],
        source=source,
        span=(row["span_start"], row["span_end"]),
        confidence=row["confidence"],
        judgement=decisions.said_of(key),
    )


def _parties(
    connection: Connection, ids: Sequence[str]
) -> dict[str, tuple[PartyShown, ...]]:
    found: defaultdict[str, tuple[PartyShown, ...]] = defaultdict(tuple)
    rows = _in_portions(
        connection,
        select(
            CONTACT_PARTY.c.contact_id,
            CONTACT_PARTY.c.words,
            MEMBER.c.entity_id,
            ENTITY.c.name,
        )
        .outerjoin(MEMBER, MEMBER.c.profile_id == CONTACT_PARTY.c.profile_id)
        .outerjoin(ENTITY, ENTITY.c.id == MEMBER.c.entity_id)
        .order_by(CONTACT_PARTY.c.contact_id, CONTACT_PARTY.c.position),
        (CONTACT_PARTY.c.contact_id, ids),
    )
    for key, words, entity, name in rows:
        found[key] += (PartyShown(name or words, entity, words),)
    return found


def _telling(
    connection: Connection, ids: Sequence[str | None], decisions: Decisions
) -> dict[str, tuple[Claimant, str]]:
    wanted = sorted({key for key in ids if key})
    rows = [
        row._mapping  # noqa: SLF001 — SQLAlchemy's documented way to read by name
        for row in _in_portions(connection, STATEMENTS, (STATEMENT.c.id, wanted))
    ]
    names = _speaker_names(connection, rows, decisions)
    return {
        row["id"]: (
            names.get(row["id"]) or claimant_of(row),
            decisions.corrected(row["id"], "stance", row["stance"]),
        )
        for row in rows
    }


def _about(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    rows = _in_portions(
        connection,
        select(STATEMENT_ABOUT.c.statement_id, ENTITY.c.name)
        .join(MEMBER, MEMBER.c.profile_id == STATEMENT_ABOUT.c.profile_id)
        .join(ENTITY, ENTITY.c.id == MEMBER.c.entity_id)
        .order_by(ENTITY.c.n_documents.desc(), ENTITY.c.name),
        (STATEMENT_ABOUT.c.statement_id, ids),
    )
    for key, name in rows:
        if len(found[key]) < _MAX_ABOUT and name not in found[key]:
            found[key] += (name,)
    return found


def _speaker_names(
    connection: Connection, rows: Sequence[Any], decisions: Decisions
) -> dict[str, Claimant]:
    """Give the claimants of statements whose speaker a person corrected."""
    given = {
        row["id"]: speaker
        for row in rows
        if (speaker := decisions.corrected(row["id"], "speaker", None)) is not None
    }
    if not given:
        return {}
    found = select(ENTITY.c.id, ENTITY.c.name).where(ENTITY.c.id.in_(given.values()))
    names = {row[0]: row[1] for row in connection.execute(found)}
    return {
        key: Claimant(names.get(one, one), one if one in names else None)
        for key, one in given.items()
    }


def _in_portions(
    connection: Connection, query: Select[Any], wanted: tuple[Any, Sequence[str]]
) -> list[Any]:
    column, values = wanted
    rows: list[Any] = []
    for start in range(0, len(values), 500):
        portion = query.where(column.in_(values[start : start + 500]))
        rows += connection.execute(portion).all()
    return rows


def count(connection: Connection, query: Select[Any]) -> int:
    """Count the rows that a query would give."""
    return connection.scalar(select(func.count()).select_from(query.subquery())) or 0

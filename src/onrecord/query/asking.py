"""What somebody said, whom they were in touch with, and both in the order of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from onrecord.query.answers import ContactShown, Statement
from onrecord.query.naming import candidates, find_named
from onrecord.query.period import ALWAYS, Period
from onrecord.query.selecting import (
    CONTACTS,
    STATEMENTS,
    Decisions,
    as_corrected,
    contacts,
    read_decisions,
    statements,
)
from onrecord.store.identity_schema import (
    CONTACT,
    CONTACT_PARTY,
    MEMBER,
    STATEMENT,
    STATEMENT_ABOUT,
)
from onrecord.store.schema import APPEARANCE

LIMIT = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question is limited to.

    Attributes:
        about: Whom or what a statement is about: a name, or words of its content.
        stance: The stance of a statement.
        kind: The kind of a contact.
        modality: The modality of a contact.
        period: Days: of publication for statements; for contacts the day of the
            contact, where a passage tells it.
        limit: At most so many.
    """

    about: str | None = None
    stance: str | None = None
    kind: str | None = None
    modality: str | None = None
    period: Period = ALWAYS
    limit: int = LIMIT


ANYTHING = Wanted()


def said(
    connection: Connection, name: str, wanted: Wanted = ANYTHING
) -> tuple[Statement, ...]:
    """Give what somebody is given as saying, the newest first.

    Args:
        connection: A reading transaction.
        name: Who.
        wanted: Limits.

    Returns:
        Statements, each with its claimant and its document.

    Raises:
        NotFoundError: Nobody has the name.
        AmbiguousNameError: Several have it.
    """
    entity = find_named(connection, name).entity
    decisions = read_decisions(connection)
    query = STATEMENTS.where(spoken_by(entity.id, decisions))
    query = _limited(connection, query, wanted, decisions=decisions)
    return statements(connection, _newest(query), decisions)


def spoken_by(entity: str, decisions: Decisions) -> ColumnElement[bool]:
    """Give the condition that an entity says a statement, as people corrected it."""
    profiles = select(MEMBER.c.profile_id).where(MEMBER.c.entity_id == entity)
    read = STATEMENT.c.profile_id.in_(profiles)
    return as_corrected(read, (STATEMENT.c.id, "speaker", entity), decisions)


def about(
    connection: Connection, entity: str, decisions: Decisions, *, limit: int
) -> tuple[Statement, ...]:
    """Give what others say of an entity, the newest first."""
    by_others = and_(
        STATEMENT.c.id.in_(_naming([entity])), ~spoken_by(entity, decisions)
    )
    query = STATEMENTS.where(STATEMENT.c.id.in_(newest_ids(by_others, limit=limit)))
    return statements(connection, _newest(query), decisions)


def newest_ids(condition: ColumnElement[bool], *, limit: int) -> Select[Any]:
    """Give the query for the newest statements under a condition, by id alone.

    Names and documents are looked up afterwards, for those that are shown.
    """
    return _newest(select(STATEMENT.c.id).where(condition)).limit(limit)


def in_touch(
    connection: Connection,
    names: Sequence[str] = (),
    wanted: Wanted = ANYTHING,
) -> tuple[ContactShown, ...]:
    """Give contacts as passages tell, deny or plan them, in the order of their days.

    Args:
        connection: A reading transaction.
        names: Who has to be among the parties, each of them.
        wanted: Limits.

    Returns:
        Contacts; each says first whether it is told as having happened, and by whom.

    Raises:
        NotFoundError: Nobody has one of the names.
        AmbiguousNameError: Several have it.
    """
    decisions = read_decisions(connection)
    query = CONTACTS
    for name in names:
        entity = find_named(connection, name).entity
        query = query.where(CONTACT.c.id.in_(contacts_of(entity.id)))
    for column, value in (
        (CONTACT.c.kind, wanted.kind),
        (CONTACT.c.modality, wanted.modality),
    ):
        if value:
            corrected = (CONTACT.c.id, column.name, value)
            query = query.where(as_corrected(column == value, corrected, decisions))
    day = func.coalesce(CONTACT.c.earliest, CONTACT.c.latest, CONTACT.c.day)
    query = query.where(
        wanted.period.holds(
            func.coalesce(CONTACT.c.earliest, CONTACT.c.day),
            func.coalesce(CONTACT.c.latest, CONTACT.c.day),
        )
    )
    ordered = query.order_by(day.is_(None), day, CONTACT.c.id).limit(wanted.limit)
    return contacts(connection, ordered, decisions)


def contacts_of(entity: str) -> Select[Any]:
    """Give the query for the contacts that an entity is a party of."""
    return (
        select(CONTACT_PARTY.c.contact_id)
        .join(MEMBER, MEMBER.c.profile_id == CONTACT_PARTY.c.profile_id)
        .where(MEMBER.c.entity_id == entity)
    )


def timeline(
    connection: Connection, name: str, wanted: Wanted = ANYTHING
) -> tuple[ContactShown | Statement, ...]:
    """Give contacts and statements of somebody in the order of their days.

    Args:
        connection: A reading transaction.
        name: Who.
        wanted: Limits.

    Returns:
        Contacts by the day they are told of, statements by the day of publication.

    Raises:
        NotFoundError: Nobody has the name.
        AmbiguousNameError: Several have it.
    """
    found: list[ContactShown | Statement] = [
        *in_touch(connection, [name], wanted),
        *said(connection, name, wanted),
    ]
    return tuple(sorted(found, key=_when)[: wanted.limit])


def _when(found: ContactShown | Statement) -> tuple[bool, str]:
    day = found.source.published
    if isinstance(found, ContactShown):
        day = found.earliest or found.latest or day
    return day is None, day.isoformat() if day else ""


def _limited(
    connection: Connection,
    query: Select[Any],
    wanted: Wanted,
    *,
    decisions: Decisions,
) -> Select[Any]:
    if wanted.about:
        words = func.lower(STATEMENT.c.content).contains(
            wanted.about.lower(), autoescape=True
        )
        named = [one.id for one in candidates(connection, wanted.about)]
        query = query.where(or_(words, STATEMENT.c.id.in_(_naming(named))))
    if wanted.stance:
        has_stance = STATEMENT.c.stance == wanted.stance
        corrected = (STATEMENT.c.id, "stance", wanted.stance)
        query = query.where(as_corrected(has_stance, corrected, decisions))
    return query.where(wanted.period.holds(APPEARANCE.c.published)).limit(wanted.limit)


def _naming(entities: Sequence[str]) -> Select[Any]:
    return (
        select(STATEMENT_ABOUT.c.statement_id)
        .join(MEMBER, MEMBER.c.profile_id == STATEMENT_ABOUT.c.profile_id)
        .where(MEMBER.c.entity_id.in_(entities))
    )


def _newest(query: Select[Any]) -> Select[Any]:
    return query.order_by(
        STATEMENT.c.day.is_(None), STATEMENT.c.day.desc(), STATEMENT.c.id
    )

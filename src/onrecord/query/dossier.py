"""Everything on record about one person or body."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from onrecord.query.answers import (
    ContactShown,
    Counterpart,
    Dossier,
    IdentityLink,
    RoleHeld,
    Source,
    Statement,
    Topic,
)
from onrecord.query.asking import about, contacts_of, newest_ids, spoken_by
from onrecord.query.naming import find_named
from onrecord.query.selecting import (
    CONTACTS,
    STATEMENTS,
    Decisions,
    as_corrected,
    contacts,
    count,
    read_decisions,
    source_of,
    statements,
)
from onrecord.query.tenures import tenures_of
from onrecord.store.identity_schema import (
    CONTACT,
    CONTACT_PARTY,
    ENTITY,
    ENTITY_NAME,
    INDEXED,
    MEMBER,
    PROFILE,
    PROFILE_OFFICE,
    STATEMENT,
    STATEMENT_ABOUT,
)
from onrecord.store.schema import APPEARANCE, RECORD

_SHOWN = 20
_EXAMPLES = 2
_ROLE_SHARE = 0.02
# Topics are those of so many statements, the newest: enough to see what about.
_RECENT = 1000
_MAX_TOPICS = 10
_MAX_CONTACTS = 200


def who(connection: Connection, name: str) -> Dossier:
    """Give what is on record about somebody.

    Args:
        connection: A reading transaction.
        name: Who: a name in any spelling, or an entity's id.

    Returns:
        The dossier. Whom else the name may mean stands in its ``others``.

    Raises:
        NotFoundError: Nobody has the name.
        AmbiguousNameError: Several have it and none is clearly meant.
    """
    named = find_named(connection, name)
    entity = named.entity
    decisions = read_decisions(connection)
    mine = spoken_by(entity.id, decisions)
    with_them = CONTACTS.where(CONTACT.c.id.in_(contacts_of(entity.id)))
    newest = with_them.order_by(CONTACT.c.day.desc(), CONTACT.c.id)
    found = contacts(connection, newest.limit(_MAX_CONTACTS), decisions)
    return Dossier(
        entity=entity,
        names=_names(connection, entity.id),
        described=_described(connection, entity.id),
        roles=(*_roles(connection, entity.id), *tenures_of(connection, entity)),
        counterparts=_counterparts(connection, entity.id, decisions),
        contacts=found[:_SHOWN],
        topics=_topics(connection, entity.id, decisions),
        n_statements=count(connection, select(STATEMENT.c.id).where(mine)),
        about=about(connection, entity.id, decisions, limit=_SHOWN),
        disputes=_disputes(connection, entity.id, decisions),
        documents=_documents(connection, entity.id),
        links=_links(connection, entity.id),
        others=named.others,
    )


def _names(connection: Connection, entity: str) -> tuple[tuple[str, int], ...]:
    rows = connection.execute(
        select(ENTITY_NAME.c.name, ENTITY_NAME.c.n_documents)
        .where(ENTITY_NAME.c.entity_id == entity)
        .order_by(ENTITY_NAME.c.n_documents.desc(), ENTITY_NAME.c.name)
    )
    return tuple((name, n) for name, n in rows)


def _described(connection: Connection, entity: str) -> tuple[tuple[str, int], ...]:
    # Those without a block have no name: they are here by the office they hold.
    n_documents = func.count(PROFILE.c.document_id.distinct())
    rows = connection.execute(
        select(PROFILE.c.shown, n_documents)
        .join(MEMBER, MEMBER.c.profile_id == PROFILE.c.id)
        .where(MEMBER.c.entity_id == entity, PROFILE.c.block == "")
        .group_by(PROFILE.c.shown)
        .order_by(n_documents.desc(), PROFILE.c.shown)
    )
    return tuple((words, n) for words, n in rows)


def _roles(connection: Connection, entity: str) -> tuple[RoleHeld, ...]:
    n_documents = func.count(PROFILE.c.document_id.distinct())
    rows = connection.execute(
        select(
            PROFILE_OFFICE.c.office,
            func.min(PROFILE.c.day),
            func.max(PROFILE.c.day),
            n_documents,
            func.min(APPEARANCE.c.name),
        )
        .join(PROFILE, PROFILE.c.id == PROFILE_OFFICE.c.profile_id)
        .join(MEMBER, MEMBER.c.profile_id == PROFILE.c.id)
        .join(INDEXED, INDEXED.c.document_id == PROFILE.c.document_id)
        .join(RECORD, RECORD.c.id == INDEXED.c.record_id)
        .join(APPEARANCE, APPEARANCE.c.id == RECORD.c.appearance_id)
        .where(MEMBER.c.entity_id == entity)
        .group_by(PROFILE_OFFICE.c.office)
        .order_by(n_documents.desc(), PROFILE_OFFICE.c.office)
        .limit(_SHOWN)
    ).all()
    # What a fiftieth of the documents says is a reader's slip, not a role.
    enough = _ROLE_SHARE * sum(row[3] for row in rows)
    return tuple(_role(row) for row in rows if row[3] >= enough)


def _role(row: Any) -> RoleHeld:
    office, first, last, n, document = row
    role, _, of = office.partition("|")
    return RoleHeld(role, of.title(), first, last, n, document)


def _counterparts(
    connection: Connection, entity: str, decisions: Decisions
) -> tuple[Counterpart, ...]:
    """Count what is told of contacts with each other party, by modality."""
    rows = connection.execute(
        select(
            CONTACT.c.id,
            CONTACT.c.modality,
            CONTACT.c.day,
            MEMBER.c.entity_id,
            ENTITY.c.name,
        )
        .join(CONTACT_PARTY, CONTACT_PARTY.c.contact_id == CONTACT.c.id)
        .join(MEMBER, MEMBER.c.profile_id == CONTACT_PARTY.c.profile_id)
        .join(ENTITY, ENTITY.c.id == MEMBER.c.entity_id)
        .where(CONTACT.c.id.in_(contacts_of(entity)), MEMBER.c.entity_id != entity)
        .distinct()
    ).all()
    rejected = set(decisions.rejected)
    found: dict[str, list[Any]] = {}
    for row in rows:
        if row[0] not in rejected:
            found.setdefault(row[3], []).append(row)
    shown = [_counterpart(told, decisions) for told in found.values()]
    return tuple(sorted(shown, key=lambda one: (-sum(one.told.values()), one.name)))


def _counterpart(told: Sequence[Any], decisions: Decisions) -> Counterpart:
    days = [day for _, _, day, _, _ in told if day is not None]
    counts = Counter(decisions.corrected(key, "modality", m) for key, m, *_ in told)
    *_, entity, name = told[0]
    return Counterpart(
        name,
        entity,
        dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        min(days, default=None),
        max(days, default=None),
    )


def _topics(
    connection: Connection, entity: str, decisions: Decisions
) -> tuple[Topic, ...]:
    newest = newest_ids(spoken_by(entity, decisions), limit=_RECENT)
    mine = STATEMENT.c.id.in_(newest)
    n_statements = func.count(STATEMENT.c.id.distinct())
    rows = connection.execute(
        select(MEMBER.c.entity_id, n_statements)
        .join(STATEMENT_ABOUT, STATEMENT_ABOUT.c.profile_id == MEMBER.c.profile_id)
        .join(STATEMENT, STATEMENT.c.id == STATEMENT_ABOUT.c.statement_id)
        .where(mine, MEMBER.c.entity_id != entity)
        .group_by(MEMBER.c.entity_id)
        .order_by(n_statements.desc(), MEMBER.c.entity_id)
        .limit(_MAX_TOPICS)
    ).all()
    of_topics = select(ENTITY.c.id, ENTITY.c.name).where(
        ENTITY.c.id.in_([topic for topic, _ in rows])
    )
    names = {row[0]: row[1] for row in connection.execute(of_topics)}
    examples = _examples(connection, (mine, [topic for topic, _ in rows]), decisions)
    return tuple(
        Topic(names[topic], n, tuple(examples.get(topic, ()))) for topic, n in rows
    )


def _examples(
    connection: Connection,
    wanted: tuple[ColumnElement[bool], Sequence[str]],
    decisions: Decisions,
) -> dict[str, list[Statement]]:
    """Give the newest statements on each of some topics, with one question for all."""
    mine, topics = wanted
    day = func.max(STATEMENT.c.day)
    told = (
        select(MEMBER.c.entity_id, STATEMENT.c.id, day.label("day"))
        .join(STATEMENT_ABOUT, STATEMENT_ABOUT.c.profile_id == MEMBER.c.profile_id)
        .join(STATEMENT, STATEMENT.c.id == STATEMENT_ABOUT.c.statement_id)
        .where(mine, MEMBER.c.entity_id.in_(topics))
        .group_by(MEMBER.c.entity_id, STATEMENT.c.id)
        .subquery()
    )
    place = func.row_number().over(
        partition_by=told.c.entity_id, order_by=(told.c.day.desc(), told.c.id)
    )
    ranked = select(told.c.entity_id, told.c.id, place.label("place")).subquery()
    rows = connection.execute(
        select(ranked.c.entity_id, ranked.c.id)
        .where(ranked.c.place <= _EXAMPLES)
        .order_by(ranked.c.entity_id, ranked.c.place)
    ).all()
    query = STATEMENTS.where(STATEMENT.c.id.in_(sorted({key for _, key in rows})))
    shown = {one.id: one for one in statements(connection, query, decisions)}
    found: dict[str, list[Statement]] = {}
    for topic, key in rows:
        if key in shown:
            found.setdefault(topic, []).append(shown[key])
    return found


def _disputes(
    connection: Connection, entity: str, decisions: Decisions
) -> tuple[ContactShown | Statement, ...]:
    """Give contacts with them that are denied, and what they themselves deny."""
    not_so = [
        as_corrected(CONTACT.c.modality == m, (CONTACT.c.id, "modality", m), decisions)
        for m in ("denied", "not-held")
    ]
    denied = CONTACTS.where(CONTACT.c.id.in_(contacts_of(entity)), or_(*not_so))
    denies = STATEMENT.c.stance == "denies"
    denies = as_corrected(denies, (STATEMENT.c.id, "stance", "denies"), decisions)
    own = and_(spoken_by(entity, decisions), denies)
    denials = STATEMENTS.where(STATEMENT.c.id.in_(newest_ids(own, limit=_SHOWN)))
    return (
        *contacts(
            connection, denied.order_by(CONTACT.c.day.desc()).limit(_SHOWN), decisions
        ),
        *statements(
            connection,
            denials.order_by(STATEMENT.c.day.desc(), STATEMENT.c.id).limit(_SHOWN),
            decisions,
        ),
    )


def _documents(connection: Connection, entity: str) -> tuple[Source, ...]:
    rows = connection.execute(
        _of_documents(entity)
        .order_by(
            APPEARANCE.c.published.is_(None),
            APPEARANCE.c.published.desc(),
            PROFILE.c.document_id,
        )
        .distinct()
        .limit(_SHOWN)
    ).mappings()
    return tuple(source_of(row) for row in rows)


def _links(connection: Connection, entity: str) -> tuple[IdentityLink, ...]:
    rows = (
        connection.execute(
            _of_documents(entity)
            .add_columns(PROFILE.c.shown, PROFILE.c.id, MEMBER.c.prob, MEMBER.c.why)
            .order_by(MEMBER.c.prob, PROFILE.c.id)
            .limit(_SHOWN)
        )
        .mappings()
        .all()
    )
    whys = [json.loads(row["why"]) for row in rows]
    names = entity_names(connection, [why["rejected"] for why in whys])
    return tuple(
        IdentityLink(
            words=row["shown"],
            prob=round(row["prob"], 3),
            reasons=tuple(why["reasons"]),
            rejected=names.get(why["rejected"]),
            rejected_prob=why["rejected_prob"],
            source=source_of(row),
            profile=row["id"],
        )
        for row, why in zip(rows, whys, strict=True)
    )


def entity_names(connection: Connection, ids: Sequence[str | None]) -> dict[str, str]:
    """Give the names of entities, by their ids and by those of their profiles."""
    wanted = {one for one in ids if one}
    entities = [one for one in wanted if one.startswith("ent_")]
    of_profiles = select(MEMBER.c.profile_id, ENTITY.c.name).join(
        ENTITY, ENTITY.c.id == MEMBER.c.entity_id
    )
    found: dict[str, str] = {}
    for query in (
        select(ENTITY.c.id, ENTITY.c.name).where(ENTITY.c.id.in_(entities)),
        of_profiles.where(MEMBER.c.profile_id.in_(wanted.difference(entities))),
    ):
        found.update((row[0], row[1]) for row in connection.execute(query))
    return found


def _of_documents(entity: str) -> Any:
    return (
        select(
            PROFILE.c.document_id,
            APPEARANCE.c.name,
            APPEARANCE.c.title,
            APPEARANCE.c.publisher,
            APPEARANCE.c.published,
            APPEARANCE.c.url,
        )
        .join(MEMBER, MEMBER.c.profile_id == PROFILE.c.id)
        .join(INDEXED, INDEXED.c.document_id == PROFILE.c.document_id)
        .join(RECORD, RECORD.c.id == INDEXED.c.record_id)
        .join(APPEARANCE, APPEARANCE.c.id == RECORD.c.appearance_id)
        .where(MEMBER.c.entity_id == entity)
    )

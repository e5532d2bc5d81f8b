"""Whom a name means: one entity, or the candidates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from onrecord.core.errors import AmbiguousNameError, NotFoundError
from onrecord.query.answers import EntityShown
from onrecord.resolve.name_words import word_set
from onrecord.resolve.names import plain_words, skeleton
from onrecord.store.identity_schema import (
    ENTITY,
    ENTITY_NAME,
    ENTITY_WORD,
    MEMBER,
    PROFILE_OFFICE,
)

# Named this much more often than all others of the name together, somebody is meant
# by the name alone; the others are said all the same.
_CLEAR_SHARE = 0.9
_MAX_CANDIDATES = 20
_MAX_ROLES = 3


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a name means.

    Attributes:
        entity: Who.
        others: Whom else it may mean, those that are named most first.
    """

    entity: EntityShown
    others: tuple[EntityShown, ...] = ()


def find_named(connection: Connection, name: str) -> Named:
    """Say whom a name means.

    Args:
        connection: A reading transaction.
        name: A name in any spelling, or the id of an entity.

    Returns:
        The entity, with those that the name may also mean.

    Raises:
        NotFoundError: Nobody has the name.
        AmbiguousNameError: Several have it and none is clearly meant.
    """
    found = candidates(connection, name)
    if not found:
        raise NotFoundError(f"nobody in the archive is called {name!r}; try a surname")
    first, total = found[0], sum(one.n_documents for one in found)
    if len(found) == 1 or first.n_documents >= _CLEAR_SHARE * total:
        return _named(first, found)
    raise AmbiguousNameError(_ambiguous(name, found))


def candidates(connection: Connection, name: str) -> tuple[EntityShown, ...]:
    """Give everybody whom a name may mean, those that are named most first.

    Args:
        connection: A reading transaction.
        name: A name in any spelling, or the start of an entity's id.

    Returns:
        The entities that bear just this name, and people whose name has it where it is
        one word; where there are none, those that bear all of its words, and then
        those whose words have the same consonants.
    """
    words = [word for word in plain_words(name) if word not in word_set("titles")]
    words = words or list(plain_words(name))
    if name.startswith("ent_"):
        chosen = select(ENTITY.c.id).where(
            ENTITY.c.id.startswith(name, autoescape=True)
        )
        return _shown(connection, connection.scalars(chosen.limit(2)).all())
    if not words:
        return ()
    exact = select(ENTITY_NAME.c.entity_id).where(ENTITY_NAME.c.key == " ".join(words))
    found = list(connection.scalars(exact.distinct()))
    if len(words) == 1:
        # A surname may be anybody's, also theirs who are never called by it alone.
        found += _with_words(connection, words, kind="person")
    for form in (words, [f"~{skeleton(word)}" for word in words]):
        found = found or _with_words(connection, form)
    return _shown(connection, found)


def roles_of(
    connection: Connection, entities: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Give what each entity is most often said to be.

    Args:
        connection: A reading transaction.
        entities: Ids of entities.

    Returns:
        Up to three roles each, in words.
    """
    rows = connection.execute(
        select(MEMBER.c.entity_id, PROFILE_OFFICE.c.office, func.count())
        .join(PROFILE_OFFICE, PROFILE_OFFICE.c.profile_id == MEMBER.c.profile_id)
        .where(MEMBER.c.entity_id.in_(entities))
        .group_by(MEMBER.c.entity_id, PROFILE_OFFICE.c.office)
        .order_by(func.count().desc(), PROFILE_OFFICE.c.office)
    )
    found: dict[str, tuple[str, ...]] = {}
    for entity, office, _ in rows:
        if len(found.get(entity, ())) < _MAX_ROLES:
            found[entity] = (*found.get(entity, ()), role_words(office))
    return found


def role_words(office: str) -> str:
    """Give an office's key in words.

    Example:
        >>> role_words("ambassador|russia"), role_words("senator|")
        ('ambassador of Russia', 'senator')
    """
    role, _, of = office.partition("|")
    return f"{role} of {of.title()}" if of else role


def _with_words(
    connection: Connection, words: Sequence[str], *, kind: str | None = None
) -> list[str]:
    distinct = sorted(set(words))
    found = (
        select(ENTITY_WORD.c.entity_id)
        .where(ENTITY_WORD.c.word.in_(distinct))
        .group_by(ENTITY_WORD.c.entity_id)
        .having(func.count() == len(distinct))
    )
    if kind is not None:
        of_kind = select(ENTITY.c.id).where(ENTITY.c.kind == kind)
        found = found.where(ENTITY_WORD.c.entity_id.in_(of_kind))
    return list(connection.scalars(found))


def _shown(connection: Connection, ids: Iterable[str]) -> tuple[EntityShown, ...]:
    rows = (
        connection.execute(
            select(ENTITY)
            .where(ENTITY.c.id.in_(list(ids)[:999]))
            .order_by(ENTITY.c.n_documents.desc(), ENTITY.c.name, ENTITY.c.id)
            .limit(_MAX_CANDIDATES)
        )
        .mappings()
        .all()
    )
    roles = roles_of(connection, [row["id"] for row in rows])
    return tuple(EntityShown(**row, roles=roles.get(row["id"], ())) for row in rows)


def _named(entity: EntityShown, found: Sequence[EntityShown]) -> Named:
    return Named(entity, tuple(one for one in found if one.id != entity.id))


def _ambiguous(name: str, found: Sequence[EntityShown]) -> str:
    lines = [
        f"  {one.id}  {one.name} ({', '.join((one.kind, *one.roles))}; "
        f"{one.n_documents} documents)"
        for one in found
    ]
    return f"{name!r} may be any of these; give one of the ids:\n" + "\n".join(lines)

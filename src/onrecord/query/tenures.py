"""The posts that reference lists give somebody, where it is clear that it is them."""

from sqlalchemy import Connection, select

from onrecord.query.answers import EntityShown, RoleHeld
from onrecord.resolve.likeness import name_prob
from onrecord.resolve.names import parse_name, skeleton
from onrecord.store.identity_schema import MEMBER, PROFILE, PROFILE_OFFICE
from onrecord.store.references import Listed, listed_under

_SURE = 0.9


def tenures_of(connection: Connection, entity: EntityShown) -> tuple[RoleHeld, ...]:
    """Give somebody's tenures by the reference lists that were loaded.

    A person of a list is taken for them only if the name fits and a second reason
    beside it: an office that documents give them too, or an office held while
    documents speak of them and nobody else of that name in the lists.

    Args:
        connection: A reading transaction.
        entity: Who.

    Returns:
        Tenures with the list and row they stand in, the earliest first.
    """
    if entity.kind != "person":
        return ()
    surname = parse_name(entity.name).surname
    alike = [
        one
        for one in listed_under(connection, [f"p:{skeleton(surname)}"])
        if _fits_name(one, entity.name)
    ]
    said = _offices(connection, entity.id)
    roles = {office.partition("|")[0] for office in said}
    founded = {
        one.tenure.person
        for one in alike
        if one.tenure.office in said or one.tenure.office.partition("|")[0] in roles
    }
    if not founded and len({one.tenure.person for one in alike}) == 1:
        founded = {one.tenure.person for one in alike if _is_then(one, entity)}
    return tuple(_role(one) for one in alike if one.tenure.person in founded)


def _fits_name(one: Listed, name: str) -> bool:
    return any(
        name_prob(found, name) > _SURE
        for found in (one.tenure.name, *one.tenure.aliases)
    )


def _offices(connection: Connection, entity: str) -> set[str]:
    rows = connection.scalars(
        select(PROFILE_OFFICE.c.office)
        .join(PROFILE, PROFILE.c.id == PROFILE_OFFICE.c.profile_id)
        .join(MEMBER, MEMBER.c.profile_id == PROFILE.c.id)
        .where(MEMBER.c.entity_id == entity)
        .distinct()
    )
    return set(rows)


def _is_then(one: Listed, entity: EntityShown) -> bool:
    tenure = one.tenure
    if entity.first_day is None or entity.last_day is None:
        return False
    is_begun = tenure.earliest is not None and tenure.earliest <= entity.last_day
    return is_begun and (tenure.latest is None or entity.first_day <= tenure.latest)


def _role(one: Listed) -> RoleHeld:
    tenure = one.tenure
    return RoleHeld(
        tenure.title,
        tenure.body,
        tenure.earliest,
        tenure.latest,
        0,
        f"{one.source}, {tenure.row}",
    )

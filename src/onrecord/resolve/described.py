"""People who are only described: "the Russian ambassador" of a day.

An office that one person holds at a time tells who is meant once the day is known: by
who else is said to hold it around that day, by reference lists, and by who holds it in
the same article. One of these alone is not enough.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.core.identities import ListedHolder, Membership
from onrecord.resolve.likeness import name_prob
from onrecord.resolve.name_words import word_set
from onrecord.resolve.offices import Office, parse_office
from onrecord.resolve.profiles import Profile

# An office changes hands about every few years; reports within this are of one holder.
_NEAR = timedelta(days=400)
# Of the reports that name a holder this share has to name one person.
_CLEAR_SHARE = 0.8
_MIN_REPORTS = 2
_MIN_REASONS = 2
_PROB = 0.9
_INDEFINITE = ("a ", "an ", "one ", "another ", "some ", "any ", "no ")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is said to hold an office in one document, or by a list.

    Attributes:
        profile: The profile that says so.
        entity: Whom it belongs to.
    """

    profile: Profile
    entity: str


def place_described(
    described: Iterable[Profile],
    *,
    holders: Sequence[Holder],
    listed: Sequence[ListedHolder] = (),
    names: Mapping[str, str] | None = None,
    called: Mapping[str, str] | None = None,
) -> dict[str, tuple[str, Membership]]:
    """Say whom descriptions by an office mean, where it is clear.

    Args:
        described: Profiles without a name that are said to hold the office.
        holders: Named profiles that are said to hold it.
        listed: Who held it by reference lists.
        names: The name of each holder's entity, to compare with the lists.
        called: The entity that documents call by a name of the lists, where it is one.

    Returns:
        For each profile that is clear, the entity and why.
    """
    by_document: defaultdict[str, list[Holder]] = defaultdict(list)
    for holder in holders:
        by_document[holder.profile.document_id].append(holder)
    found = {}
    for profile in described:
        office = office_of(profile)
        if office is None:
            continue
        fitting = [one for one in holders if _fits(one.profile, office)]
        here = [one for one in by_document[profile.document_id] if one in fitting]
        known = [
            one
            for one in listed
            if profile.day is not None
            and one.held_on(profile.day)
            and (not office.at or not one.at or one.at == office.at)
        ]
        placed = _place(profile, (office, here, fitting), (known, names or {}))
        if not any(_is_near(one.profile.day, profile.day) for one in fitting):
            placed = _by_list(profile, (office, known), called or {})
        if placed is not None:
            found[profile.id] = placed
    return found


def office_of(profile: Profile) -> Office | None:
    """Give the office by which a profile without a name is described.

    Args:
        profile: A profile.

    Returns:
        An office that one person holds at a time; None when the words are of any other
        kind, such as "a former ambassador".
    """
    if profile.names or profile.shown.lower().startswith(_INDEFINITE):
        return None
    office = parse_office(profile.shown)
    if office is None or office.is_former or not office.of:
        return None
    return office if office.role in word_set("single_offices") else None


def _fits(profile: Profile, office: Office) -> bool:
    return any(one.fits(office) and not one.is_former for one in profile.offices)


def _place(
    profile: Profile,
    evidence: tuple[Office, Sequence[Holder], Sequence[Holder]],
    lists: tuple[Sequence[ListedHolder], Mapping[str, str]],
) -> tuple[str, Membership] | None:
    office, here, fitting = evidence
    listed, names = lists
    near = Counter(
        one.entity for one in fitting if _is_near(one.profile.day, profile.day)
    )
    entity, other = _clear(near)
    if entity is None:
        return None
    name = names.get(entity, "")
    n_reports, n_all = near[entity], sum(near.values())
    reasons = [_role_reason(office)]
    if n_reports >= _MIN_REPORTS:
        reasons.append(
            f"held by {name} in {n_reports} of {n_all} reports near that day"
        )
    if {one.entity for one in here} == {entity}:
        reasons.append("named with that office in the same document")
    confirming = [one for one in listed if name_prob(one.name, name) > _PROB]
    reasons += [_list_reason(one) for one in confirming]
    # A list that names somebody else for that day speaks against it.
    if len(reasons) < _MIN_REASONS or (listed and not confirming):
        return None
    share = n_reports / n_all
    return entity, Membership(
        profile.id,
        share,
        tuple(reasons),
        rejected=other,
        rejected_prob=near[other] / n_all if other else 0.0,
        rejected_reasons=(reasons[0],) if other else (),
    )


def _clear(near: Counter[str]) -> tuple[str | None, str | None]:
    ranked = sorted(near.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _CLEAR_SHARE * sum(near.values()):
        return None, None
    return ranked[0][0], ranked[1][0] if len(ranked) > 1 else None


def _is_near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= _NEAR


def _by_list(
    profile: Profile,
    held: tuple[Office, Sequence[ListedHolder]],
    called: Mapping[str, str],
) -> tuple[str, Membership] | None:
    """Go by a list alone where no document names a holder, and it has just one."""
    office, known = held
    people = {called[one.name] for one in known if one.name in called}
    if len(people) != 1 or len({one.name for one in known}) != 1:
        return None
    reasons = (_role_reason(office), _list_reason(known[0]))
    return people.pop(), Membership(profile.id, _PROB, reasons)


def _role_reason(office: Office) -> str:
    return f"role: {office.role} of {office.of.title()}"


def _list_reason(one: ListedHolder) -> str:
    return f"{one.source}: {one.name}, {_since(one)}"


def _since(one: ListedHolder) -> str:
    first = one.earliest.isoformat() if one.earliest else "?"
    return f"{first} to {one.latest.isoformat() if one.latest else 'now'}"

"""From the archive's profiles to its entities: what is new touches what it concerns.

Indexing a record notes the blocks that its people fall into; only these are worked out
anew, each from all of its profiles. So the order in which articles came makes no
difference, and `rebuild` gives the same people as adding one article after the other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Protocol

from onrecord.core.identities import (
    Judgement,
    ListedHolder,
    Membership,
    Person,
    ProfileRow,
    Verdict,
)
from onrecord.core.ids import content_id
from onrecord.core.record import Record
from onrecord.resolve.bodies import cluster_bodies
from onrecord.resolve.clusters import cluster_people
from onrecord.resolve.constraints import Constraints
from onrecord.resolve.described import (
    Holder,
    office_of,
    place_described,
)
from onrecord.resolve.links import JUDGED, Cluster, Link
from onrecord.resolve.names import plain_words, skeleton
from onrecord.resolve.portraits import Portrait
from onrecord.resolve.profile_codec import from_row, to_row
from onrecord.resolve.profiles import Profile, make_profiles

_PEOPLE, _OFFICES = "p:", "o:"
_MAX_NAMES = 40


class Desk(Protocol):
    """What the resolver needs of the archive, inside one transaction."""

    def unindexed(self, limit: int) -> Sequence[tuple[int, Record]]:
        """Give records that no rows were made of yet, each with its number."""

    def index(
        self, record: Record, *, record_id: int, profiles: Sequence[ProfileRow]
    ) -> None:
        """Make the rows of a record and note its blocks as stale."""

    def stale(self) -> Sequence[str]:
        """Give the blocks that have to be worked out anew."""

    def settle(self, blocks: Sequence[str]) -> None:
        """Note that blocks are worked out."""

    def mark_stale(self, blocks: Iterable[str]) -> None:
        """Note blocks that have to be worked out anew."""

    def blocks(self, blocks: Sequence[str]) -> Mapping[str, Sequence[ProfileRow]]:
        """Give the profiles of each of some blocks."""

    def office(self, office: str) -> Sequence[ProfileRow]:
        """Give the profiles that are said to hold an office."""

    def offices_of(self, profiles: Sequence[str]) -> set[str]:
        """Give the offices that any of some profiles is said to hold."""

    def entities_of(self, profiles: Sequence[str]) -> Mapping[str, str]:
        """Give the entity of each profile that has one."""

    def entity_names(self, entities: Iterable[str]) -> Mapping[str, str]:
        """Give the name of each entity."""

    def listed(self, office: str) -> Sequence[ListedHolder]:
        """Give who held an office by reference lists."""

    def minted(self, profiles: Sequence[str]) -> Mapping[str, str]:
        """Give the entity that each profile last belonged to."""

    def mint(self, homes: Mapping[str, str]) -> None:
        """Remember which entity each profile belongs to."""

    def taken(self, entities: Sequence[str]) -> set[str]:
        """Give those of some ids that were given to anything before."""

    def write_people(self, profiles: Sequence[str], people: Iterable[Person]) -> None:
        """Put people in place of whoever some profiles belonged to."""

    def join_members(self, members: Iterable[Membership], entity: str) -> None:
        """Add profiles to an entity that is there already."""

    def join_entities(self, one: str, other: str) -> None:
        """Put the members and names of one entity to another."""

    def leave(self, profiles: Sequence[str]) -> None:
        """Take profiles out of whatever entity they are in."""

    def judgements(self) -> Sequence[Judgement]:
        """Give every judgement, oldest first."""

    def profiles_of(self, identity: str) -> set[str]:
        """Give the profiles that last belonged to an entity, or the profile itself."""

    def blocks_of(self, profiles: Iterable[str]) -> set[str]:
        """Give the blocks of some profiles."""

    def called(self, name: str) -> set[str]:
        """Give the people whom documents call by just this name."""


def index_some(desk: Desk, *, limit: int) -> int:
    """Make the rows of records that have none yet.

    Args:
        desk: The archive, in a writing transaction.
        limit: At most so many.

    Returns:
        How many records were done; 0 when all were.
    """
    records = desk.unindexed(limit)
    for number, record in records:
        rows = [to_row(profile) for profile in make_profiles(record)]
        desk.index(record, record_id=number, profiles=rows)
    return len(records)


def resolve_some(desk: Desk, *, limit: int) -> int:
    """Work out people anew in blocks where something changed.

    Args:
        desk: The archive, in a writing transaction.
        limit: At most so many blocks; offices come after all blocks of names.

    Returns:
        How many blocks were done; 0 when all were.
    """
    stale = desk.stale()
    named = [block for block in stale if not block.startswith(_OFFICES)]
    constraints = constraints_of(desk)
    if named:
        blocks = _linked(desk, named[:limit], constraints)
        _resolve_blocks(desk, blocks, constraints)
        _join_across(desk, constraints)
        return len(blocks)
    offices = [block for block in stale if block.startswith(_OFFICES)][:limit]
    for block in offices:
        _resolve_office(desk, block.removeprefix(_OFFICES), constraints)
    desk.settle(offices)
    return len(offices)


def constraints_of(desk: Desk) -> Constraints:
    """Give what judgements ask of the clustering.

    Args:
        desk: The archive; the newest judgement on a pair holds.

    Returns:
        The pairs that are one and those that are two. A judgement on an entity is one
        on all profiles that belonged to it last.
    """
    newest: dict[frozenset[str], Judgement] = {}
    for judgement in desk.judgements():
        if judgement.verdict.is_about_identity and not judgement.is_undone:
            newest[frozenset({judgement.subject, judgement.other or ""})] = judgement
    same, different = [], []
    for judgement in newest.values():
        one = desk.profiles_of(judgement.subject)
        other = desk.profiles_of(judgement.other or "")
        if judgement.verdict is Verdict.SAME and one and other:
            same.append((min(one), min(other)))
        elif judgement.verdict is Verdict.DIFFERENT:
            # One document's entity that is taken out of somebody was one of theirs.
            first, second = one - other or one, other - one or other
            different.append((frozenset(first), frozenset(second)))
    return Constraints(same, different)


def _linked(
    desk: Desk, blocks: Sequence[str], constraints: Constraints
) -> Sequence[str]:
    """Add the blocks that a judgement joins to one of some blocks."""
    found = set(blocks)
    pairs = [desk.blocks_of(pair) for pair in constraints.same_pairs()]
    while grown := [pair for pair in pairs if pair & found and not pair <= found]:
        found |= {block for pair in grown for block in pair}
    return sorted(found - {""})


def _resolve_blocks(
    desk: Desk, blocks: Sequence[str], constraints: Constraints
) -> None:
    clusters: list[Cluster] = []
    people: list[str] = []
    ids: list[str] = []
    for block, rows in desk.blocks(blocks).items():
        profiles = [from_row(row) for row in rows]
        is_people = block.startswith(_PEOPLE)
        cluster = cluster_people if is_people else cluster_bodies
        clusters += cluster(profiles, constraints)
        ids += [profile.id for profile in profiles]
        people += [profile.id for profile in profiles if is_people]
    homes = _name_entities(desk, clusters)
    offices = desk.offices_of(people)
    desk.write_people(
        ids, [_person(home, one) for home, one in zip(homes, clusters, strict=True)]
    )
    desk.mint(
        {
            member.id: home
            for home, one in zip(homes, clusters, strict=True)
            for member in one.portrait.members
        }
    )
    desk.mark_stale({f"{_OFFICES}{office}" for office in offices})
    desk.settle(blocks)


def _name_entities(desk: Desk, clusters: Sequence[Cluster]) -> list[str]:
    """Give each cluster the id that most of its members had, or a new one."""
    members = [one.id for cluster in clusters for one in cluster.portrait.members]
    minted = desk.minted(members)
    new = {one.portrait.founder: _new_id(one.portrait.founder) for one in clusters}
    taken = desk.taken(list(new.values()))
    homes: list[str] = []
    used: set[str] = set()
    for cluster in clusters:
        before = Counter(
            minted[one.id] for one in cluster.portrait.members if one.id in minted
        )
        ranked = sorted(before.items(), key=lambda item: (-item[1], item[0]))
        home = next((one for one, _ in ranked if one not in used), None)
        home = home or _unused(cluster.portrait.founder, taken | used)
        used.add(home)
        homes.append(home)
    return homes


def _new_id(founder: str, number: int = 0) -> str:
    return content_id("ent", founder, number)


def _unused(founder: str, taken: set[str]) -> str:
    # Only a cluster that fell apart and came together again gets beyond the first.
    return next(one for n in count() if (one := _new_id(founder, n)) not in taken)


def _person(entity: str, cluster: Cluster) -> Person:
    portrait = cluster.portrait
    names = Counter(name for one in portrait.members for name in one.names)
    days = [one.day for one in portrait.members if one.day is not None]
    kinds = Counter(one.kind.value for one in portrait.members)
    return Person(
        entity,
        min(kinds, key=lambda kind: (-kinds[kind], kind)),
        _shown(portrait, names),
        {
            (name, " ".join(plain_words(name))): n
            for name, n in names.most_common(_MAX_NAMES)
        },
        lookup_words(names),
        tuple(
            _membership(one.id, cluster.links[one.id])
            for one in sorted(portrait.members, key=lambda one: one.id)
        ),
        len({one.document_id for one in portrait.members}),
        (min(days, default=None), max(days, default=None)),
    )


def lookup_words(names: Iterable[str]) -> frozenset[str]:
    """Give the words under which a name is looked up.

    Args:
        names: All names of somebody.

    Returns:
        Their words in plain letters, and behind a ``~`` the consonants of each, by
        which a misspelt name is still found.

    Example:
        >>> sorted(lookup_words(["Davit Kerr"]))
        ['davit', 'kerr', '~dt', '~kr']
    """
    words = {word for name in names for word in plain_words(name)}
    return frozenset(words | {f"~{skeleton(word)}" for word in words})


def _shown(portrait: Portrait, names: Counter[str]) -> str:
    """Give a person's full name, and of anything else the name that is used most."""
    if portrait.members[0].kind.value == "person":
        return portrait.shown
    return min(names, key=lambda name: (-names[name], name))


def _membership(profile: str, link: Link) -> Membership:
    return Membership(
        profile,
        link.prob,
        link.reasons,
        link.rejected,
        link.rejected_prob,
        link.rejected_reasons,
    )


def _resolve_office(desk: Desk, office: str, constraints: Constraints) -> None:
    profiles = [from_row(row) for row in desk.office(office)]
    described = [one for one in profiles if office_of(one) is not None]
    if not described:
        return
    named = [one for one in profiles if one.names]
    homes = desk.entities_of([one.id for one in named])
    holders = [Holder(one, homes[one.id]) for one in named if one.id in homes]
    desk.leave([one.id for one in described])
    listed = desk.listed(office)
    found = place_described(
        described,
        holders=holders,
        listed=listed,
        names=desk.entity_names(set(homes.values())),
        called={
            one.name: people.pop()
            for one in listed
            if len(people := desk.called(one.name)) == 1
        },
    )
    for profile, (entity, membership) in sorted(found.items()):
        members = [one.profile for one in holders if one.entity == entity]
        own = [one for one in described if one.id == profile]
        if not constraints.forbids(own, members):
            desk.join_members([membership], entity)


def _join_across(desk: Desk, constraints: Constraints) -> None:
    """Join what was judged the same and stands in different blocks."""
    for one, other in constraints.same_pairs():
        homes = desk.entities_of([one, other])
        apart = sorted(set(homes.values()))
        if len(apart) > 1:
            desk.join_entities(apart[1], apart[0])
        elif len(homes) == 1:
            (known, home) = next(iter(homes.items()))
            missing = other if known == one else one
            desk.join_members([Membership(missing, 1.0, (JUDGED,))], home)


def resolve(
    profiles: Iterable[Profile], constraints: Constraints | None = None
) -> list[Portrait]:
    """Find the people and bodies among profiles, without an archive.

    Args:
        profiles: Profiles of any number of documents.
        constraints: What people judged; nothing by default.

    Returns:
        One portrait an entity. Profiles without a name are in none.
    """
    blocks: dict[str, list[Profile]] = {}
    for profile in profiles:
        if profile.block:
            blocks.setdefault(profile.block, []).append(profile)
    found = []
    for block, members in sorted(blocks.items()):
        cluster = cluster_people if block.startswith(_PEOPLE) else cluster_bodies
        found += [one.portrait for one in cluster(members, constraints)]
    return found

"""Which organisations, groups and places are one: by their words, and short forms.

Names of bodies are chosen to be unlike, so the same words are the same body; what every
country has one of ("the ministry") has no key and is left apart.
"""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.resolve.constraints import Constraints
from onrecord.resolve.likeness import context_reasons
from onrecord.resolve.links import ALONE, Cluster, Link, obey
from onrecord.resolve.name_words import countries
from onrecord.resolve.portraits import Portrait
from onrecord.resolve.profiles import Profile

# A last word goes to the whole name that its context is this much nearer to.
_CLEAR_LEAD = 0.1


def cluster_bodies(
    profiles: Iterable[Profile], constraints: Constraints | None = None
) -> tuple[Cluster, ...]:
    """Find the organisations, groups and places among profiles that share a last word.

    Args:
        profiles: All named profiles of one block.
        constraints: What people judged; nothing by default.

    Returns:
        One cluster a body, the one with most members first.
    """
    constraints = constraints or Constraints()
    by_key: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda one: one.id):
        by_key[profile.key].append(profile)
    links: dict[str, Link] = {}
    found: dict[str, list[Portrait]] = {
        key: _apart(members, constraints) for key, members in by_key.items()
    }
    for key, members in by_key.items():
        link = Link(1.0, (f"name: {key}",) if len(members) > 1 else ALONE)
        links.update((member.id, link) for member in members)
    for key in sorted(by_key):
        longer = [other for other in found if other.endswith(f" {key}")]
        # Two words are a name of their own: a house is not its intelligence committee.
        if longer and " " not in key and key not in countries().values():
            _move(found, (key, longer), links)
    people = [one for portraits in found.values() for one in portraits if one.members]
    people = obey(people, constraints, links)
    ranked = sorted(people, key=lambda one: (-len(one.members), one.founder))
    return tuple(
        Cluster(one, {member.id: links[member.id] for member in one.members})
        for one in ranked
    )


def _apart(members: Iterable[Profile], constraints: Constraints) -> list[Portrait]:
    """Give one portrait, or several where members were judged different."""
    found: list[Portrait] = []
    for member in members:
        home = next(
            (one for one in found if not constraints.forbids([member], one.members)),
            None,
        )
        if home is None:
            found.append(Portrait([member]))
        else:
            home.add(member)
    return found


def _move(
    found: dict[str, list[Portrait]],
    forms: tuple[str, list[str]],
    links: dict[str, Link],
) -> None:
    """Move the members of a short form to the whole names that their contexts fit."""
    key, longer = forms
    wholes = [one for other in longer for one in found[other]]
    kept: list[Portrait] = []
    moves: list[tuple[Portrait, Profile]] = []
    for portrait in found[key]:
        stay = Portrait()
        for member in portrait.members:
            whole, link = _nearest(Portrait([member]), wholes)
            if whole is None or link is None:
                stay.add(member)
            else:
                moves.append((whole, member))
                links[member.id] = link
        kept.append(stay)
    found[key] = kept
    # Added at the end, so that the first does not decide for the next.
    for whole, member in moves:
        whole.add(member)


def _nearest(
    one: Portrait, wholes: Iterable[Portrait]
) -> tuple[Portrait | None, Link | None]:
    ranked = sorted(
        ((_nearness(one, whole), whole) for whole in wholes),
        key=lambda found: (-found[0], found[1].founder),
    )
    (best, whole), *others = ranked
    second = others[0][0] if others else 0.0
    reasons = context_reasons(one, whole)
    if not reasons:
        return None, None
    if best - second < _CLEAR_LEAD:
        return None, None
    return whole, Link(best, (f"short for: {whole.shown}", *reasons))


def _nearness(one: Portrait, other: Portrait) -> float:
    people = one.people.cosine(other.people)
    return 0.5 * people + 0.5 * one.words.cosine(other.words)

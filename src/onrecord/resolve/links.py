"""What clustering gives: who belongs together, and why each one does."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.resolve.constraints import Constraints
from onrecord.resolve.portraits import Portrait

#: The reason of whoever nobody else is like.
ALONE = ("the only one of the name here",)
#: The reason of what a person joined.
JUDGED = "judged the same"


@dataclass(frozen=True, slots=True)
class Link:
    """Why one profile belongs to a person, and who else it nearly was.

    Attributes:
        prob: Probability that it does.
        reasons: Why.
        rejected: Profile of the likeliest other person; None when there was none.
        rejected_prob: How likely that was.
        rejected_reasons: What spoke for the other person.
    """

    prob: float
    reasons: tuple[str, ...]
    rejected: str | None = None
    rejected_prob: float = 0.0
    rejected_reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """One person of a block.

    Attributes:
        portrait: What all documents tell.
        links: For each member's id, why it belongs here.
    """

    portrait: Portrait
    links: Mapping[str, Link]


def obey(
    people: list[Portrait], constraints: Constraints, links: dict[str, Link]
) -> list[Portrait]:
    """Join what a person judged to be the same, unless another judgement forbids it.

    Args:
        people: The portraits that were found.
        constraints: What people judged.
        links: Why each member belongs where it does; gets the new reasons.

    Returns:
        The portraits, some of them joined.
    """
    people = list(people)
    for one, other in constraints.same_pairs():
        first = next((found for found in people if _has(found, one)), None)
        second = next((found for found in people if _has(found, other)), None)
        if first is None or second is None or first is second:
            continue
        if constraints.forbids(first.members, second.members):
            continue
        people.remove(first)
        people.remove(second)
        people.append(first.joined(second))
        fewer = min(
            first, second, key=lambda found: (len(found.members), found.founder)
        )
        links.update((member.id, Link(1.0, (JUDGED,))) for member in fewer.members)
    return people


def _has(portrait: Portrait, member: str) -> bool:
    return any(profile.id == member for profile in portrait.members)

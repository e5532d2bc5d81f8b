"""What all documents together tell about one person: the sum of some profiles."""

import math
from collections import Counter
from collections.abc import Iterable
from typing import Self

from onrecord.resolve.names import Name, parse_name, sound
from onrecord.resolve.offices import Office
from onrecord.resolve.profiles import Profile

Counts = Counter[str]


class Portrait:
    """Some profiles added up. Grows by `add`, and is compared by `likeness`.

    Args:
        members: The profiles to begin with.

    Attributes:
        members: The profiles in it.
        names: How often each full name is used, or each surname if there is no other.
        company: How often each other name stands in the same document.
        words: How often each content word stands near.
        offices: How often each office is said of them.
    """

    def __init__(self, members: Iterable[Profile] = ()) -> None:
        self.members: list[Profile] = []
        self.names: Counts = Counter()
        self.company: Counts = Counter()
        self.words: Counts = Counter()
        self.offices: Counter[Office] = Counter()
        self._name: Name | None = None
        for member in members:
            self.add(member)

    def add(self, member: Profile) -> None:
        """Add a profile.

        Args:
            member: A profile that was found to be the same person.
        """
        self.members.append(member)
        self.names.update(member.names[:1])
        self.company.update(member.company)
        self.words.update(member.words)
        self.offices.update(member.offices)
        self._name = None

    def joined(self, other: Self) -> "Portrait":
        """Give the portrait of both together."""
        return Portrait((*self.members, *other.members))

    @property
    def name(self) -> Name:
        """Give the name that is used most, full names before surnames alone."""
        if self._name is None:
            self._name = parse_name(self.shown)
        return self._name

    @property
    def shown(self) -> str:
        """Give that name as it is printed; the empty string when there is none."""
        ranked = sorted(
            self.names.items(),
            key=lambda item: (not parse_name(item[0]).is_full, -item[1], item[0]),
        )
        return ranked[0][0] if ranked else ""

    @property
    def founder(self) -> str:
        """Give the id of the member that comes first whatever order they came in."""
        return min(member.id for member in self.members)

    @property
    def full_key(self) -> str:
        """Give the given name's and surname's sound, the same for all spellings."""
        name = self.name
        return f"{sound(name.given)} {sound(name.surname)} {name.generation}"


def cosine(one: Counts, other: Counts, *, prefix: str = "") -> float:
    """Compare two counts as directions.

    Args:
        one: Some counts.
        other: Others.
        prefix: Only keys that begin so count.

    Returns:
        1 for the same shares of everything, 0 for nothing in common.
    """
    fewer, more = sorted((one, other), key=len)
    product = sum(
        n * more[key] for key, n in fewer.items() if key.startswith(prefix) and key in more
    )
    if not product:
        return 0.0
    return product / (_length(one, prefix) * _length(other, prefix))


def shared(one: Counts, other: Counts, *, prefix: str = "") -> list[str]:
    """Give the keys in both, those that are frequent in both first.

    Args:
        one: Some counts.
        other: Others.
        prefix: Only keys that begin so count.

    Returns:
        The keys.
    """
    fewer, more = sorted((one, other), key=len)
    common = [key for key in fewer if key.startswith(prefix) and key in more]
    return sorted(common, key=lambda key: (-min(one[key], other[key]), key))


def _length(counts: Counts, prefix: str) -> float:
    return math.sqrt(sum(n * n for key, n in counts.items() if key.startswith(prefix)))

"""What all documents together tell about one person: the sum of some profiles."""

import math
from collections import Counter
from collections.abc import Iterable
from typing import Self

from onrecord.resolve.names import Name, parse_name, sound
from onrecord.resolve.offices import Office
from onrecord.resolve.profiles import Profile

Counts = Counter[str]
Offices = Counter[Office]


class Bag:
    """How often each of some keys occurs, with its length kept for comparing.

    Args:
        keys: What to begin with.

    Attributes:
        counts: How often each key occurs.
        square: The sum of the squares of the counts.

    Example:
        >>> one, other = Bag(["sanctions", "phone"]), Bag(["sanctions"])
        >>> round(one.cosine(other), 3), one.shared(other)
        (0.707, ['sanctions'])
    """

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self.counts: dict[str, int] = {}
        self.square = 0
        self.add(keys)

    def add(self, keys: Iterable[str]) -> None:
        """Count each key once more."""
        counts = self.counts
        for key in keys:
            before = counts.get(key, 0)
            counts[key] = before + 1
            self.square += 2 * before + 1

    def cosine(self, other: "Bag") -> float:
        """Compare with another as directions.

        Args:
            other: Another bag.

        Returns:
            1 for the same shares of everything, 0 for nothing in common.
        """
        fewer, more = self._ordered(other)
        product = sum(n * more.get(key, 0) for key, n in fewer.items())
        if not product:
            return 0.0
        return product / math.sqrt(self.square * other.square)

    def n_shared(self, other: "Bag") -> int:
        """Count the keys in both."""
        return len(self.counts.keys() & other.counts.keys())

    def shared(self, other: "Bag") -> list[str]:
        """Give the keys in both, those that are frequent in both first."""
        mine, others = self.counts, other.counts
        return sorted(
            mine.keys() & others.keys(),
            key=lambda key: (-min(mine[key], others[key]), key),
        )

    def _ordered(self, other: "Bag") -> tuple[dict[str, int], dict[str, int]]:
        if len(self.counts) <= len(other.counts):
            return self.counts, other.counts
        return other.counts, self.counts


class Portrait:
    """Some profiles added up. Grows by `add`, and is compared by `likeness`.

    Args:
        members: The profiles to begin with.

    Attributes:
        members: The profiles in it.
        names: How often each full name is used, or each surname if there is no other.
        people: How often each other person stands in the same document.
        bodies: The same of organisations.
        places: The same of places.
        words: How often each content word stands near.
        offices: How often each office is said of them.
    """

    def __init__(self, members: Iterable[Profile] = ()) -> None:
        self.members: list[Profile] = []
        self.names: Counts = Counter()
        self.people = Bag()
        self.bodies = Bag()
        self.places = Bag()
        self.words = Bag()
        self.offices: Offices = Counter()
        self._name: tuple[str, Name] | None = None
        for member in members:
            self.add(member)

    def add(self, member: Profile) -> None:
        """Add a profile.

        Args:
            member: A profile that was found to be the same person.
        """
        self.members.append(member)
        self.names.update(member.names[:1])
        self.people.add(key for key in member.company if key[0] == "p")
        self.bodies.add(key for key in member.company if key[0] == "o")
        self.places.add(key for key in member.company if key[0] == "l")
        self.words.add(member.words)
        self.offices.update(member.offices)
        self._name = None

    def joined(self, other: Self) -> "Portrait":
        """Give the portrait of both together."""
        return Portrait((*self.members, *other.members))

    @property
    def name(self) -> Name:
        """Give the name that is used most, full names before surnames alone."""
        return self._main[1]

    @property
    def shown(self) -> str:
        """Give that name as it is printed; the empty string when there is none."""
        return self._main[0]

    @property
    def _main(self) -> tuple[str, Name]:
        if self._name is None:
            ranked = sorted(
                self.names,
                key=lambda name: (
                    not parse_name(name).is_full,
                    -self.names[name],
                    name,
                ),
            )
            shown = ranked[0] if ranked else ""
            self._name = shown, parse_name(shown)
        return self._name

    @property
    def founder(self) -> str:
        """Give the id of the member that comes first whatever order they came in."""
        return min(member.id for member in self.members)

    @property
    def full_key(self) -> str:
        """Give the given name's and surname's sound, the same for all spellings."""
        return full_key(self.name)


def full_key(name: Name) -> str:
    """Give the sound of a given name and a surname, the same for all spellings.

    Example:
        >>> full_key(parse_name("Sergey Kostin Jr"))
        'sergi kostin jr'
    """
    return f"{sound(name.given)} {sound(name.surname)} {name.generation}"

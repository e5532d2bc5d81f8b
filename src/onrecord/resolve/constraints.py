"""What people judged about identities, as the clustering has to obey it."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from onrecord.resolve.profiles import Profile

Pair = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of profiles that are one, and groups of profiles that never are.

    Attributes:
        same: Ids of profiles that a person judged to be one.
        different: Groups of ids of which no one of the first is ever one of the second.
    """

    same: Sequence[tuple[str, str]] = ()
    different: Sequence[Pair] = ()
    _sides: dict[str, set[tuple[int, int]]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        sides: dict[str, set[tuple[int, int]]] = {}
        for number, pair in enumerate(self.different):
            for side, group in enumerate(pair):
                for profile in group:
                    sides.setdefault(profile, set()).add((number, side))
        object.__setattr__(self, "_sides", sides)

    def forbids(self, some: Iterable[Profile], others: Iterable[Profile]) -> bool:
        """Tell whether joining two groups would join what was judged different.

        Args:
            some: Profiles of one group.
            others: Profiles of the other.

        Returns:
            Whether a pair between them was judged different.
        """
        if not self._sides:
            return False
        here, there = self._sides_of(some), self._sides_of(others)
        return any((number, 1 - side) in there for number, side in here)

    def same_pairs(self) -> Iterator[tuple[str, str]]:
        """Give the pairs that are one, in an order that is the same every time."""
        yield from sorted(self.same)

    def _sides_of(self, profiles: Iterable[Profile]) -> Set[tuple[int, int]]:
        sides = self._sides
        return {
            side
            for profile in profiles
            if profile.id in sides
            for side in sides[profile.id]
        }

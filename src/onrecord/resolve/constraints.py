"""What people judged about identities, as the clustering has to obey it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of profiles that are one, and pairs that never are.

    Attributes:
        same: Ids of profiles that a person judged to be one.
        different: Ids of profiles that a person judged to be two; this one wins.
    """

    same: frozenset[frozenset[str]] = frozenset()
    different: frozenset[frozenset[str]] = frozenset()
    _apart: dict[str, set[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        apart: dict[str, set[str]] = {}
        for pair in self.different:
            for one in pair:
                apart.setdefault(one, set()).update(pair - {one})
        object.__setattr__(self, "_apart", apart)

    def forbids(self, some: Iterable[Profile], others: Iterable[Profile]) -> bool:
        """Tell whether joining two groups would join what was judged different.

        Args:
            some: Profiles of one group.
            others: Profiles of the other.

        Returns:
            Whether a pair between them was judged different.
        """
        if not self._apart:
            return False
        ids = {profile.id for profile in others}
        return any(
            not ids.isdisjoint(self._apart[profile.id])
            for profile in some
            if profile.id in self._apart
        )

    def same_pairs(self) -> Iterator[tuple[str, str]]:
        """Give the pairs that are one, in an order that is the same every time."""
        for pair in sorted(tuple(sorted(pair)) for pair in self.same):
            if len(pair) > 1:
                yield pair[0], pair[1]

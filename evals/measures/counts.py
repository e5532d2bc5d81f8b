"""Precision, recall and F1 from counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What was to be found, what was given, and how much of each is right.

    The two sides are counted apart, for where one item given may answer two of the
    gold, or the other way round. An item may be found or right in part.

    Attributes:
        n_gold: Items in the gold.
        n_found: Those of them that were found.
        n_given: Items given.
        n_right: Those of them that are right.

    Source:
        van Rijsbergen, "Information Retrieval" (1979), chapter 7: F with beta 1 is the
        harmonic mean of precision and recall.

    Example:
        >>> both = Counts(n_gold=3, n_found=2, n_given=2, n_right=2) + Counts(n_gold=1)
        >>> both.precision, both.recall, round(both.f1, 3)
        (1.0, 0.5, 0.667)
    """

    n_gold: float = 0
    n_found: float = 0
    n_given: float = 0
    n_right: float = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            n_gold=self.n_gold + other.n_gold,
            n_found=self.n_found + other.n_found,
            n_given=self.n_given + other.n_given,
            n_right=self.n_right + other.n_right,
        )

    @property
    def precision(self) -> float:
        """Give the share of the given that is right; 0 where nothing was given."""
        return share(self.n_right, self.n_given)

    @property
    def recall(self) -> float:
        """Give the share of the gold that was found; 0 where there is none."""
        return share(self.n_found, self.n_gold)

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)

    def line(self, label: str) -> str:
        """Give one line for a report, in points of a hundred."""
        return (
            f"{label:24} P {100 * self.precision:5.1f}  R {100 * self.recall:5.1f}  "
            f"F1 {100 * self.f1:5.1f}   gold {self.n_gold}, given {self.n_given}"
        )


def share(part: float, whole: float) -> float:
    """Give part of whole, 0 where the whole is 0."""
    return part / whole if whole else 0.0


def harmonic_mean(one: float, other: float) -> float:
    """Give the harmonic mean of two numbers, 0 where both are 0.

    Example:
        >>> harmonic_mean(0.5, 1.0), harmonic_mean(0.0, 0.0)
        (0.6666666666666666, 0.0)
    """
    return share(2 * one * other, one + other)

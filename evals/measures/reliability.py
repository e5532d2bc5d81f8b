"""Whether confidence means something: reliability tables and calibration error.

Source:
    Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using
    Bayesian Binning" (AAAI 2015), for the expected calibration error; Guo et al., "On
    Calibration of Modern Neural Networks" (ICML 2017), for 15 bins of equal width,
    closed on the right; Nguyen and O'Connor, "Posterior calibration and exploratory
    analysis for natural language processing models" (EMNLP 2015), for bins of equal
    mass, which no empty or crowded bin distorts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np

N_BINS = 15

#: A confidence and whether what it was given for is right.
Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Bin:
    """What was given with about the same confidence.

    Attributes:
        n: How much that is, at least 1.
        confidence: The mean confidence.
        accuracy: The share that is right.
    """

    n: int
    confidence: float
    accuracy: float


def equal_width(judged: Sequence[Judged], *, n_bins: int = N_BINS) -> tuple[Bin, ...]:
    """Sort into bins (0, 1/n], (1/n, 2/n] and so on; a confidence of 0 joins the first.

    Args:
        judged: Confidences between 0 and 1.
        n_bins: How many; the empty ones are left out of the result.

    Example:
        >>> [one.n for one in equal_width([(0.5, True), (0.6, True)], n_bins=2)]
        [1, 1]
    """
    edges = np.linspace(0.0, 1.0, n_bins + 1)[1:-1]
    places = np.searchsorted(edges, [confidence for confidence, _ in judged])
    return tuple(
        _bin([one for one, at in zip(judged, places, strict=True) if at == place])
        for place in sorted(set(places.tolist()))
    )


def equal_mass(judged: Sequence[Judged], *, n_bins: int = N_BINS) -> tuple[Bin, ...]:
    """Sort by confidence and cut into bins that hold the same number, or one more.

    Args:
        judged: Confidences between 0 and 1. Equal ones may fall into two bins; which
            of them do does not depend on whether they are right.
        n_bins: How many; fewer where there are fewer confidences.

    Example:
        >>> [one.n for one in equal_mass([(0.1, True), (0.2, True), (0.9, False)])]
        [1, 1, 1]
    """
    ordered = sorted(judged, key=lambda one: one[0])
    parts = np.array_split(np.arange(len(ordered)), n_bins)
    return tuple(_bin([ordered[i] for i in part]) for part in parts if len(part))


def _bin(judged: Sequence[Judged]) -> Bin:
    return Bin(
        n=len(judged),
        confidence=mean(confidence for confidence, _ in judged),
        accuracy=mean(float(is_right) for _, is_right in judged),
    )


def calibration_error(bins: Sequence[Bin]) -> float:
    """Give the expected calibration error: the mean gap, bins weighed by their size.

    Example:
        >>> round(calibration_error([Bin(1, 0.9, 1.0), Bin(3, 0.6, 0.4)]), 3)
        0.175
    """
    total = sum(one.n for one in bins)
    gaps = sum(one.n * abs(one.confidence - one.accuracy) for one in bins)
    return gaps / total if total else 0.0


def reliability_table(bins: Sequence[Bin]) -> tuple[str, ...]:
    """Give the bins as lines of text, in points of a hundred."""
    rows = (
        f"{one.n:6}{100 * one.confidence:12.1f}{100 * one.accuracy:8.1f}"
        f"{100 * (one.accuracy - one.confidence):+8.1f}"
        for one in bins
    )
    return (f"{'n':>6}{'confidence':>12}{'right':>8}{'gap':>8}", *rows)

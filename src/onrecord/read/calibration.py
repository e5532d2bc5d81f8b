"""Confidence that means a share of right answers."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Calibration:
    """A line through the log-odds, from what a network says to how often it is right.

    Attributes:
        slope: Below 1 where the network is too sure of itself.
        offset: Log-odds added.

    Source:
        Platt 1999, "Probabilistic Outputs for Support Vector Machines".

    Example:
        >>> round(Calibration(slope=0.5, offset=-0.2).of(0.9), 2)
        0.71
    """

    slope: float = 1.0
    offset: float = 0.0

    def of(self, prob: float) -> float:
        """Map a network's probability to a calibrated one, both between 0 and 1."""
        kept = min(1 - _LEAST, max(_LEAST, prob))
        odds = self.slope * math.log(kept / (1 - kept)) + self.offset
        return round(1 / (1 + math.exp(-odds)), 3)


@dataclass(frozen=True, slots=True)
class Calibrations:
    """How to calibrate each sort of confidence; as they are without any.

    Attributes:
        attribution: Of attributions.
        contact: Of contacts.
    """

    attribution: Calibration = Calibration()
    contact: Calibration = Calibration()


#: Probabilities as a network gives them.
UNCALIBRATED = Calibrations()


def read_calibrations(
    card: Mapping[str, Mapping[str, Mapping[str, float]]],
) -> Calibrations:
    """Read the calibrations that the weights' card holds, if it holds any.

    Args:
        card: What ``weights.json`` says; under ``calibration`` for each sort slope
            and offset.
    """
    parts = card.get("calibration", {})
    return Calibrations(**{name: Calibration(**part) for name, part in parts.items()})

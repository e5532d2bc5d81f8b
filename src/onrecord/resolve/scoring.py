"""A trained score: numbers in, a calibrated probability out."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Self

_FILE = "weights.json"


@dataclass(frozen=True, slots=True)
class Score:
    """A logistic regression.

    Attributes:
        features: Names of the numbers that it takes, in order.
        weights: A weight for each.
        intercept: What it gives with all numbers 0, in log-odds.
    """

    features: tuple[str, ...]
    weights: tuple[float, ...]
    intercept: float

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> Self:
        """Build it from its part of ``weights.json``."""
        weights: Mapping[str, float] = found["weights"]
        return cls(tuple(weights), tuple(weights.values()), found["intercept"])

    def prob(self, values: Sequence[float]) -> float:
        """Give the probability for some numbers.

        Args:
            values: One for each of ``features``, in their order.

        Returns:
            A probability in [0, 1].

        Example:
            >>> Score(("alike",), (2.0,), -1.0).prob([0.5])
            0.5
        """
        total = self.intercept + sum(
            weight * value for weight, value in zip(self.weights, values, strict=True)
        )
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


@cache
def load_score(name: str) -> Score:
    """Give one of the scores that travel in the package.

    Args:
        name: ``"person_names"``, ``"other_names"`` or ``"persons"``.

    Returns:
        The score, as ``training/identity.py`` made it.
    """
    text = (resources.files("onrecord.resolve") / _FILE).read_text("utf-8")
    return Score.from_json(json.loads(text)[name])

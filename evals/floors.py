"""The floors that no reader may fall below, and how they move."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

Readers = Mapping[str, Mapping[str, float]]

# Integer arithmetic differs between processors by a few thousandths of a figure.
MARGIN = 0.003
_STEP = 1000


@dataclass(frozen=True, slots=True)
class Floors:
    """What ``floors.json`` holds.

    Attributes:
        corpus: Digest of the texts and labels that the floors were measured on.
        readers: For each reader, each figure's floor.
        lowered: Every lowering, with its reason, oldest first.
    """

    corpus: str
    readers: Readers
    lowered: tuple[Mapping[str, object], ...] = field(default=())

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the floors; none at all where the file does not exist yet."""
        if not path.exists():
            return cls("", {})
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["corpus"], data["readers"], tuple(data["lowered"]))

    def save(self, path: Path) -> None:
        """Write the floors, so that a change shows as few changed lines."""
        data = {
            "corpus": self.corpus,
            "readers": self.readers,
            "lowered": list(self.lowered),
        }
        path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", "utf-8")

    def broken(self, measured: Readers) -> tuple[str, ...]:
        """Say for each figure below its floor which it is.

        A figure that has a floor and that a measured reader lacks is broken too.
        """
        return tuple(
            f"{reader}: {name} is {_shown(figures.get(name))}, "
            f"its floor is {_shown(floor)}"
            for reader, figures in measured.items()
            for name, floor in self.readers.get(reader, {}).items()
            if not figures.get(name, -math.inf) >= floor
        )

    def updated(
        self, measured: Readers, *, corpus: str, reason: str | None
    ) -> "Floors":
        """Give the floors after a measurement.

        Floors rise to a margin below what was measured. They fall only with a reason,
        which is kept.

        Args:
            measured: For each reader, its figures.
            corpus: Digest of what they were measured on.
            reason: Why floors may fall; None to let none fall.
        """
        readers = {reader: dict(floors) for reader, floors in self.readers.items()}
        lowered = list(self.lowered)
        for reader, figures in measured.items():
            floors = readers.setdefault(reader, {})
            for name, figure in figures.items():
                floor, before = _floor_of(figure), floors.get(name, -math.inf)
                # One that a figure still holds stays, margin or not.
                if before <= figure:
                    floors[name] = max(floor, before)
                elif reason is not None:
                    floors[name] = floor
                    fall = {"reader": reader, "figure": name, "reason": reason}
                    lowered.append({**fall, "from": before, "to": floor})
        return replace(self, corpus=corpus, readers=readers, lowered=tuple(lowered))


def _floor_of(figure: float) -> float:
    return math.floor((figure - MARGIN) * _STEP) / _STEP


def _shown(figure: float | None) -> str:
    return "not measured" if figure is None else f"{figure:.3f}"

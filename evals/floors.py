"""The floors that no reader may fall below, and how they move."""

import json
import math
from collections.abc import Collection, Mapping
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
        data: For each section, the digest of the texts and labels that its floors were
            measured on.
        readers: For each reader, each figure's floor; for an error it is a ceiling.
        lowered: Every time that a floor gave way, with its reason, oldest first.
        errors: Names of the figures of which less is better; not part of the file.
    """

    data: Mapping[str, str]
    readers: Readers
    lowered: tuple[Mapping[str, object], ...] = field(default=())
    errors: Collection[str] = field(default=frozenset())

    @classmethod
    def load(cls, path: Path, *, errors: Collection[str] = frozenset()) -> Self:
        """Read the floors; none at all where the file does not exist yet."""
        if not path.exists():
            return cls({}, {}, errors=errors)
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["data"], data["readers"], tuple(data["lowered"]), errors)

    def save(self, path: Path) -> None:
        """Write the floors, so that a change shows as few changed lines."""
        data = {
            "data": self.data,
            "readers": self.readers,
            "lowered": list(self.lowered),
        }
        path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", "utf-8")

    def broken(
        self, measured: Readers, *, expected: Collection[str] | None = None
    ) -> tuple[str, ...]:
        """Say for each figure that does not hold its floor which it is.

        A figure that has a floor and that a measured reader lacks is broken too.

        Args:
            measured: For each reader, its figures.
            expected: The figures that were to be measured; by default all.
        """
        return tuple(
            f"{reader}: {name} is {_shown(figures.get(name))}, "
            f"its {'ceiling' if name in self.errors else 'floor'} is {_shown(floor)}"
            for reader, figures in measured.items()
            for name, floor in self.readers.get(reader, {}).items()
            if expected is None or name in expected
            if name not in figures or not self._holds(name, figures[name], floor)
        )

    def updated(
        self, measured: Readers, *, data: Mapping[str, str], reason: str | None
    ) -> "Floors":
        """Give the floors after a measurement.

        Floors move to a margin from what was measured, if that is better. They give
        way only with a reason, which is kept.

        Args:
            measured: For each reader, its figures.
            data: For each section that was measured, the digest of its data.
            reason: Why floors may give way; None to let none.
        """
        readers = {reader: dict(floors) for reader, floors in self.readers.items()}
        lowered = list(self.lowered)
        for reader, figures in measured.items():
            floors = readers.setdefault(reader, {})
            for name, figure in figures.items():
                floor, before = self._floor_of(name, figure), floors.get(name)
                # One that a figure still holds stays, margin or not.
                if before is None or self._holds(name, floor, before):
                    floors[name] = floor
                elif not self._holds(name, figure, before) and reason is not None:
                    floors[name] = floor
                    fall = {"reader": reader, "figure": name, "reason": reason}
                    lowered.append({**fall, "from": before, "to": floor})
        return replace(
            self,
            data={**self.data, **data},
            readers=readers,
            lowered=tuple(lowered),
        )

    def _holds(self, name: str, figure: float, floor: float) -> bool:
        return figure <= floor if name in self.errors else figure >= floor

    def _floor_of(self, name: str, figure: float) -> float:
        is_error = name in self.errors
        margin = MARGIN if is_error else -MARGIN
        # Rounded first: 0.05 + 0.003 is a little more than 0.053.
        steps = round((figure + margin) * _STEP, 6)
        return (math.ceil(steps) if is_error else math.floor(steps)) / _STEP


def _shown(figure: float | None) -> str:
    return "not measured" if figure is None else f"{figure:.3f}"

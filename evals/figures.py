"""The figures that `make eval` holds to floors."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of ``figures.yaml``.

    Attributes:
        section: Which section measures it.
        name: What it is called; once in the whole file.
        people: What people reach, None where nobody measured it.
        is_error: Less is better, and what the floors hold is a ceiling.
    """

    section: str
    name: str
    people: float | None = None
    is_error: bool = False


@cache
def load_figures() -> tuple[Figure, ...]:
    """Load the figures in the order they are shown."""
    text = Path(__file__).with_name("figures.yaml").read_text(encoding="utf-8")
    return tuple(Figure(**row) for row in yaml.safe_load(text))


def figures_of(section: str) -> tuple[Figure, ...]:
    """Give the figures of a section, in the order they are shown."""
    return tuple(one for one in load_figures() if one.section == section)

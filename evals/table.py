"""Figures, floors and what people reach, as lines of text."""

from collections.abc import Iterable, Mapping

from evals.figures import load_figures
from evals.floors import Floors
from evals.section import Figures

_NUMBER, _FLOOR, _PEOPLE = 10, 8, 9


def table(
    measured: Mapping[str, Figures], floors: Floors, *, sections: Iterable[str]
) -> str:
    """Give the figures of some sections as a table.

    Args:
        measured: For each reader, its figures.
        floors: The floors; a ceiling is marked "<".
        sections: Names of the sections that were run.

    Returns:
        The table, in points of a hundred (alpha too).
    """
    shown = [one for one in load_figures() if one.section in set(sections)]
    width = max((len(one.name) for one in shown), default=0)
    head = "".join(f"{name:>{_NUMBER}}{'floor':>{_FLOOR}}" for name in measured)
    lines = [f"{'':{width}}{head}{'people':>{_PEOPLE}}"]
    for figure in shown:
        cells = "".join(
            _points(figures.get(figure.name), _NUMBER)
            + _points(
                floors.readers.get(name, {}).get(figure.name),
                _FLOOR,
                mark="<" if figure.is_error else "",
            )
            for name, figures in measured.items()
        )
        lines.append(f"{figure.name:{width}}{cells}{_points(figure.people, _PEOPLE)}")
    return "\n".join(lines)


def _points(value: float | None, width: int, *, mark: str = "") -> str:
    shown = "–" if value is None else f"{mark}{100 * value:.1f}"
    return f"{shown:>{width}}"

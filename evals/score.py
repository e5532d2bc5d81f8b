"""Score the readers on the shared development data; fail below the floors.

Usage:
    python -m evals.score [--shared DIR] [--only SECTION,SECTION] [--reader NAME]
    python -m evals.score [--shared DIR] --update-floors [--reason TEXT]

Exit codes: 0 all floors hold (or there is nothing to measure on), 1 a figure is below
its floor or the data are not those that the floors were measured on, 2 misuse.
"""

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.corpus import Corpus
from evals.figures import figures_of, load_figures
from evals.floors import Floors
from evals.section import READERS, Figures, Readings, Section
from evals.sections import SECTIONS
from evals.table import table
from onrecord.read import open_reader

# Beside the repository, as in the Makefile.
SHARED = Path("../shared")
FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, measure, and give the exit code."""
    options = _options(arguments)
    corpus = Corpus(options.shared)
    sections = [one for one in options.only if _can_run(one, corpus)]
    if not sections:
        print("eval: not run. Name the folder with data/ and eval/ with --shared.")
        return 0
    floors = Floors.load(options.floors, errors=_errors())
    data = {one.name: corpus.digest(one.data) for one in sections if not one.optional}
    others = _other_data(floors, data, options)
    if others:
        print("\n".join(others), file=sys.stderr)
        return 1
    measured = {
        name: _measure(
            Readings(open_reader(name, threads=options.threads), corpus), sections
        )
        for name in options.readers or READERS
    }
    if options.update_floors:
        floors = floors.updated(measured, data=data, reason=options.reason)
        floors.save(options.floors)
    names = [one.name for one in sections]
    print(table(measured, floors, sections=names))
    expected = {figure.name for name in names for figure in figures_of(name)}
    return _verdict(floors.broken(measured, expected=expected))


def _errors() -> frozenset[str]:
    return frozenset(figure.name for figure in load_figures() if figure.is_error)


def _can_run(section: Section, corpus: Corpus) -> bool:
    """Say whether a section's data are there; tell what is missing."""
    missing = corpus.missing((*section.data, *section.scorers))
    if missing:
        print(f"eval: {section.name} not run: {missing[0]} does not exist.")
    return not missing


def _other_data(
    floors: Floors, data: Mapping[str, str], options: argparse.Namespace
) -> list[str]:
    """Say for which sections the data are not those of the floors, unless allowed."""
    others = [name for name, digest in data.items() if floors.data.get(name) != digest]
    if options.update_floors:
        # New sections get their first floors; other data need a reason.
        others = [] if options.reason else [one for one in others if one in floors.data]
    return [
        f"eval: the data are not those that the floors of {name!r} were measured on: "
        f"their digest is {data[name][:16]}, evals/floors.json has "
        f"{floors.data.get(name, 'none')[:16]}. Get the data that it was made with, or "
        "measure anew with --update-floors --reason TEXT."
        for name in others
    ]


def _measure(readings: Readings, sections: Sequence[Section]) -> Figures:
    """Measure a reader section by section and print what is behind the figures."""
    name = readings.reader.name
    figures: dict[str, float] = {}
    for section in sections:
        if name not in section.readers:
            continue
        started = time.perf_counter()
        measured = section.score(readings.corpus, readings)
        took_s = time.perf_counter() - started
        print(f"eval: {name}, {section.name}, {took_s:.0f} s")
        for line in measured.notes:
            print(f"  {line}")
        figures |= measured.figures
    return figures


def _verdict(broken: Sequence[str]) -> int:
    if not broken:
        print("eval: every figure holds its floor.")
        return 0
    print("\neval: below the floors of evals/floors.json:", file=sys.stderr)
    for line in broken:
        print(f"  {line}", file=sys.stderr)
    print(
        "Find what made it worse. If it has to be, lower the floors with "
        "--update-floors --reason TEXT and say so in the changelog.",
        file=sys.stderr,
    )
    return 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evals.score",
        description="Score the readers on the shared development data.",
    )
    parser.add_argument("--shared", default=SHARED, type=Path, metavar="DIR")
    parser.add_argument("--floors", type=Path, default=FLOORS, metavar="FILE")
    parser.add_argument(
        "--only",
        type=_sections,
        default=[one for one in SECTIONS if not one.optional],
        metavar="SECTION,...",
        help="run these sections: " + ", ".join(one.name for one in SECTIONS),
    )
    parser.add_argument(
        "--update-floors",
        action="store_true",
        help="move the floors to what is measured, where that is better",
    )
    parser.add_argument(
        "--reason", metavar="TEXT", help="why floors may also give way; it is kept"
    )
    parser.add_argument(
        "--reader",
        action="append",
        dest="readers",
        choices=READERS,
        help="measure this reader only; may be given several times",
    )
    parser.add_argument(
        "--threads",
        type=int,
        metavar="N",
        help="threads to compute with; by default one a usable core",
    )
    options = parser.parse_args(arguments)
    if options.reason and not options.update_floors:
        parser.error("--reason goes with --update-floors")
    return options


def _sections(names: str) -> list[Section]:
    """Read the names of sections, separated by commas."""
    known = {one.name: one for one in SECTIONS}
    unknown = [name for name in names.split(",") if name not in known]
    if unknown:
        raise argparse.ArgumentTypeError(
            f"no section is called {unknown[0]!r}; there are {', '.join(known)}"
        )
    return [known[name] for name in names.split(",")]


if __name__ == "__main__":
    sys.exit(main())

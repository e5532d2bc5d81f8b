"""Score the readers on the shared development data; fail below the floors.

Usage:
    python -m evals.score --shared DIR
    python -m evals.score --shared DIR --update-floors [--reason TEXT]

Exit codes: 0 all floors hold (or there is nothing to measure on), 1 a figure is below
its floor or the data are not those that the floors were measured on, 2 misuse.
"""

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.corpus import Corpus
from evals.figures import Figures, load_figures, measure
from evals.floors import Floors
from onrecord.read import open_reader

READERS = ("onrecord", "rules")
FLOORS = Path(__file__).with_name("floors.json")
_WIDTH = 22


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, measure, and give the exit code."""
    options = _options(arguments)
    corpus = Corpus(options.shared)
    if missing := corpus.missing():
        print(f"eval: not run: {missing[0]} does not exist.")
        print("Name the folder that holds data/ and eval/ with --shared.")
        return 0
    floors, digest = Floors.load(options.floors), corpus.digest()
    may_move = options.update_floors and (options.reason or not floors.corpus)
    if floors.corpus != digest and not may_move:
        print(_other_corpus(floors.corpus, digest), file=sys.stderr)
        return 1
    measured = {name: _measure(corpus, name) for name in options.readers or READERS}
    if options.update_floors:
        floors = floors.updated(measured, corpus=digest, reason=options.reason)
        floors.save(options.floors)
    print(table(measured, floors))
    return _verdict(floors.broken(measured))


def table(measured: Mapping[str, Figures], floors: Floors) -> str:
    """Give figures, floors and what people reach as lines of text.

    Args:
        measured: For each reader, its figures.
        floors: The floors.

    Returns:
        A table, in points of a hundred (alpha too).
    """
    head = "".join(f"{name:>10}{'floor':>7}" for name in measured)
    lines = [f"{'':{_WIDTH}}{head}{'people':>9}"]
    for figure in load_figures():
        cells = "".join(
            _points(figures[figure.name], 10)
            + _points(floors.readers.get(name, {}).get(figure.name), 7)
            for name, figures in measured.items()
        )
        lines.append(f"{figure.name:{_WIDTH}}{cells}{_points(figure.people, 9)}")
    return "\n".join(lines)


def _points(value: float | None, width: int) -> str:
    return f"{'–':>{width}}" if value is None else f"{100 * value:{width}.1f}"


def _measure(corpus: Corpus, name: str) -> Figures:
    started = time.perf_counter()
    documents = corpus.documents()
    figures = measure(corpus, open_reader(name).read(documents))
    took_s = time.perf_counter() - started
    print(f"eval: {name} on {len(documents)} articles, {took_s:.0f} s")
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


def _other_corpus(pinned: str, found: str) -> str:
    return (
        f"eval: the data are not those that the floors were measured on: their digest "
        f"is {found[:16]}, evals/floors.json has {pinned[:16] or 'none'}. Get the data "
        "that it was made with, or measure anew with --update-floors --reason TEXT."
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evals.score",
        description="Score the readers on the shared development data.",
    )
    parser.add_argument("--shared", required=True, type=Path, metavar="DIR")
    parser.add_argument("--floors", type=Path, default=FLOORS, metavar="FILE")
    parser.add_argument(
        "--update-floors",
        action="store_true",
        help="raise the floors to what is measured",
    )
    parser.add_argument(
        "--reason", metavar="TEXT", help="why floors may also fall; it is kept"
    )
    parser.add_argument(
        "--reader",
        action="append",
        dest="readers",
        choices=READERS,
        help="measure this reader only; may be given several times",
    )
    options = parser.parse_args(arguments)
    if options.reason and not options.update_floors:
        parser.error("--reason goes with --update-floors")
    return options


if __name__ == "__main__":
    sys.exit(main())

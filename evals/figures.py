"""The figures of a reader, from the shared scorers."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from evals.corpus import Corpus
from onrecord.core import Record, json_line, to_json

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of ``figures.yaml``.

    Attributes:
        scorer: Which of the shared scorers gives it.
        name: What the scorer calls it.
        people: What people reach, None where nobody measured it.
    """

    scorer: str
    name: str
    people: float | None


def load_figures() -> tuple[Figure, ...]:
    """Load the figures in the order they are shown."""
    text = Path(__file__).with_name("figures.yaml").read_text(encoding="utf-8")
    return tuple(Figure(**row) for row in yaml.safe_load(text))


def measure(corpus: Corpus, records: Iterable[Record]) -> Figures:
    """Score the records of one reader.

    Args:
        corpus: Where labels and scorers are.
        records: One an article of the corpus.

    Returns:
        Every figure of ``figures.yaml`` by its name, between 0 and 1 (alpha may be
        below 0).

    Raises:
        subprocess.CalledProcessError: A scorer failed; its words are on the terminal.
    """
    rows = [to_json(record) for record in records]
    said = [
        {
            "doc": row["doc"]["name"].removesuffix(".txt"),
            "attributions": row["attributions"],
        }
        for row in rows
    ]
    scores = {
        "attribution": _score(corpus.scorer("attribution"), corpus.polnear, said),
        "record": _score(corpus.scorer("record"), corpus.contacts, rows),
    }
    # The scorers leave out a stance that no label has; its floor, if any, tells.
    return {
        figure.name: scores[figure.scorer].get(figure.name, 0.0)
        for figure in load_figures()
    }


def _score(scorer: Path, gold: Path, rows: Sequence[object]) -> dict[str, float]:
    """Run one scorer; its last line of output is one JSON object of figures."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = "".join(json_line(row) + "\n" for row in rows)
        predicted.write_text(lines, encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(predicted), "--json"]
        done = subprocess.run(  # noqa: S603 - the scorers that the caller named
            command, stdout=subprocess.PIPE, text=True, check=True
        )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures

"""The section ``names``: whether two names are spellings of one."""

import csv

from evals.corpus import Corpus
from evals.section import Figures, Measured, Readings, Section
from onrecord.resolve.likeness import name_prob

_FILE = "data/names/name_pairs.csv"
_LIKELY = 0.5


def _score(corpus: Corpus, readings: Readings) -> Measured:
    del readings  # names alone are compared, no text is read
    with (corpus.shared / _FILE).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    pairs = [
        (
            name_prob(row["name1"], row["name2"], is_person=row["schema"] == "Person")
            > _LIKELY,
            row["is_match"] == "true",
        )
        for row in rows
    ]
    figures = _figures(pairs)
    n_same = sum(is_same for _, is_same in pairs)
    note = (
        f"{len(pairs)} pairs, {n_same} of one name: "
        f"precision {figures['precision']:.3f}, recall {figures['recall']:.3f}"
    )
    return Measured({"name pairs": figures["F1"]}, (note,))


def _figures(pairs: list[tuple[bool, bool]]) -> Figures:
    right = sum(said and is_same for said, is_same in pairs)
    given = sum(said for said, _ in pairs)
    gold = sum(is_same for _, is_same in pairs)
    return {
        "precision": right / max(given, 1),
        "recall": right / max(gold, 1),
        "F1": 2 * right / max(given + gold, 1),
    }


NAMES = Section("names", (_FILE,), _score, readers=("onrecord",))

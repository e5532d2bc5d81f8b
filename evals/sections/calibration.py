"""Calibration: whether the confidence of attributions, speakers and contacts is theirs.

    attributions  all that the record gives; right when the shared scorer links one with
                  a gold attribution
    speakers      attributions with a speaker or kept anonymous; right when linked and
                  the speaker is the gold's. The confidence is the attribution's, the
                  only one that a record has
    contacts      all that the record gives; right when trigger and parties agree

Gold items are given out one to one, in the order in which the scorers do it.

Source:
    `evals.measures.reliability`; what is right is asked of the shared scorers.
"""

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

from evals.corpus import Corpus
from evals.gold.accounts import read_rows
from evals.measures.reliability import (
    Judged,
    calibration_error,
    equal_mass,
    equal_width,
    reliability_table,
)
from evals.scorers import import_scorer
from evals.section import Measured, Readings, Section
from onrecord.core import to_json

_Row = Mapping[str, Any]
_WHAT = ("attribution", "speaker", "contact")


def score_calibration(corpus: Corpus, readings: Readings) -> Measured:
    """Compare confidence with what is right, for each of the three."""
    rows = [to_json(record) for record in readings.of(Corpus.documents)]
    judged = dict(zip(_WHAT, judge_all(corpus, rows), strict=True))
    figures: dict[str, float] = {}
    notes: list[str] = []
    for what, one in judged.items():
        width, mass = equal_width(one), equal_mass(one)
        figures[f"{what} calibration error"] = calibration_error(width)
        figures[f"{what} calibration error, equal mass"] = calibration_error(mass)
        notes.append(f"{what}: {len(one)}, in bins of equal mass")
        notes += reliability_table(mass)
    return Measured(figures, tuple(notes))


def judge_all(corpus: Corpus, rows: Sequence[_Row]) -> tuple[list[Judged], ...]:
    """Judge attributions, speakers and contacts of the development articles.

    Args:
        corpus: Where the labels are.
        rows: The articles' records as JSON.
    """
    scorer = import_scorer(corpus.scorer("record"))
    said = _gold_attributions(corpus)
    labelled = {row["doc"]: row for row in read_rows(corpus.contacts)}
    attributions, speakers, contacts = list[Judged](), list[Judged](), list[Judged]()
    for row in rows:
        name = row["doc"]["name"].removesuffix(".txt")
        if name in said:
            attributions += judge_attributions(scorer, said[name], row)
        if name in labelled:
            speakers += judge_speakers(scorer, labelled[name], row)
            contacts += judge_contacts(scorer, labelled[name], row)
    return attributions, speakers, contacts


def _gold_attributions(corpus: Corpus) -> Mapping[str, Sequence[_Row]]:
    """Read the first annotator's attributions of each article, as the scorer does."""
    scorer = import_scorer(corpus.scorer("attribution"))
    files = scorer.gold_files(corpus.polnear)
    return {name: scorer.parse_ann(paths[0]) for name, paths in files.items()}


def judge_attributions(
    scorer: ModuleType, gold: Sequence[_Row], record: _Row
) -> list[Judged]:
    """Judge every attribution of a record.

    Args:
        scorer: The shared scorer of records.
        gold: Attributions with ``source``, ``cue`` and ``content``.
        record: A record's JSON.
    """
    given = record["attributions"]
    # This scorer asks for each one given which of the gold it is.
    matched = _pair(given, gold, lambda one, other: scorer.linked(other, one))
    return [(one["confidence"], i in matched) for i, one in enumerate(given)]


def judge_speakers(scorer: ModuleType, gold: _Row, record: _Row) -> list[Judged]:
    """Judge the speaker of every attribution that has one or is kept anonymous.

    Args:
        scorer: The shared scorer of records.
        gold: An article's labels.
        record: A record's JSON.
    """
    given, labels = record["attributions"], gold["attributions"]
    home = {i: n for n, i in _pair(labels, given, scorer.linked).items()}
    return [
        (
            one["confidence"],
            i in home and scorer.speaker_right(labels[home[i]], one, record),
        )
        for i, one in enumerate(given)
        if one["speaker"] is not None or one["anonymous"]
    ]


def judge_contacts(scorer: ModuleType, gold: _Row, record: _Row) -> list[Judged]:
    """Judge every contact of a record.

    Args:
        scorer: The shared scorer of records.
        gold: An article's labels.
        record: A record's JSON.
    """

    def agree(label: _Row, one: _Row) -> bool:
        overlap = scorer.chars([label["trigger"]]) & scorer.chars([one["trigger"]])
        parties = scorer.party_names(label), scorer.party_names(one, record)
        return bool(overlap) and scorer.parties_agree(*parties)

    given = record["contacts"]
    right = set(_pair(gold["contacts"], given, agree).values())
    return [(one["confidence"], i in right) for i, one in enumerate(given)]


def _pair(
    ones: Sequence[_Row], others: Sequence[_Row], fits: Callable[[_Row, _Row], bool]
) -> dict[int, int]:
    """Give each of the ones, in order, the first of the others left that fits."""
    pairs: dict[int, int] = {}
    left = dict(enumerate(others))
    for i, one in enumerate(ones):
        found = next((n for n, other in left.items() if fits(one, other)), None)
        if found is not None:
            pairs[i] = found
            del left[found]
    return pairs


CALIBRATION = Section(
    name="calibration",
    data=(
        "data/polnear/dev/text/*.txt",
        "data/polnear/dev/attributions/*.ann",
        "data/contacts/dev.jsonl",
    ),
    scorers=("eval/record_score.py", "eval/attribution_score.py"),
    score=score_calibration,
    # The rules are equally sure of everything.
    readers=("onrecord",),
)

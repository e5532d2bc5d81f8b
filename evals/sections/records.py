"""Speakers, stances and contacts, by the shared scorer."""

from evals.corpus import Corpus
from evals.figures import figures_of
from evals.scorers import run_scorer
from evals.section import Measured, Readings, Section
from onrecord.core import to_json


def score_records(corpus: Corpus, readings: Readings) -> Measured:
    """Score whole records as the shared scorer counts them."""
    rows = [to_json(record) for record in readings.of(Corpus.documents)]
    scores, notes = run_scorer(corpus.scorer("record"), corpus.contacts, rows)
    # The scorer leaves out a stance that no label has; its floor, if any, tells.
    figures = {one.name: scores.get(one.name, 0.0) for one in figures_of("records")}
    return Measured(figures, notes)


RECORDS = Section(
    name="records",
    data=("data/polnear/dev/text/*.txt", "data/contacts/dev.jsonl"),
    scorers=("eval/record_score.py", "eval/attribution_score.py"),
    score=score_records,
)

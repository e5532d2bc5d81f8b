"""Attributions: sources, cues and contents, by the shared scorer."""

from evals.corpus import Corpus
from evals.figures import figures_of
from evals.scorers import run_scorer
from evals.section import Measured, Readings, Section
from onrecord.core import to_json


def score_attributions(corpus: Corpus, readings: Readings) -> Measured:
    """Score attributions as the shared scorer counts them."""
    rows = [to_json(record) for record in readings.of(Corpus.documents)]
    said = [
        {
            "doc": row["doc"]["name"].removesuffix(".txt"),
            "attributions": row["attributions"],
        }
        for row in rows
    ]
    scores, notes = run_scorer(corpus.scorer("attribution"), corpus.polnear, said)
    figures = {one.name: scores[one.name] for one in figures_of("attribution")}
    return Measured(figures, notes)


ATTRIBUTION = Section(
    name="attribution",
    data=("data/polnear/dev/text/*.txt", "data/polnear/dev/attributions/*.ann"),
    scorers=("eval/attribution_score.py",),
    score=score_attributions,
)

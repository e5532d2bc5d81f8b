"""Expressions of time against TimeBank and AQUAINT, in the manner of TempEval-3.

The only section that looks behind the record, which tells days alone: durations,
repeated times and "now" are scored too, so that the figures compare with published
ones. Both readers find times in the same way; one is measured.
"""

from evals.corpus import Corpus
from evals.section import Measured, Readings, Section
from onrecord.evaluate.times_score import development_files, score_times

_FOLDER = "data/timex/tbaq"


def score(corpus: Corpus, _: Readings) -> Measured:
    """Score the reading of times on every third document by name."""
    found = score_times(development_files(corpus.shared / _FOLDER))
    figures = {
        "time strict": found.strict_f1,
        "time relaxed": found.relaxed_f1,
        "time value": found.value_f1,
    }
    counts = f"{found.n_texts} texts, {found.n_gold} times, {found.n_found} found"
    return Measured(figures, (counts,))


TIMES = Section(
    name="times", data=(f"{_FOLDER}/*/*.tml",), score=score, readers=("onrecord",)
)

"""Pronouns against GAP: whether a pronoun's entity is one of the two names'.

The record says that a pronoun stands for a name when the mention at the pronoun has the
entity of a mention that overlaps the name. Every name of every case is one decision; a
pronoun that the record leaves open decides twice for "no".

Source:
    Webster et al., "Mind the GAP" (TACL 2018) and ``gap_scorer.py`` of the corpus: F1
    over both names of all cases, by the pronoun's gender, and bias as the feminine F1
    over the masculine one. The corpus leaves "neither" in, and so do we.
"""

from collections.abc import Sequence

from evals.corpus import Corpus
from evals.gold.gap import FEMININE, MASCULINE, PronounCase, load_gap
from evals.measures.counts import Counts, share
from evals.section import Measured, Readings, Section
from onrecord.core import Document, Record, Span

_FILE = "data/coref/gap-development.tsv"
# Reading all of them takes longer than the rest of `make eval`.
_STEP = 4
_OVERALL = "overall"


def sampled_texts(corpus: Corpus) -> list[Document]:
    """Load every fourth paragraph."""
    return texts(corpus)[::_STEP]


def texts(corpus: Corpus) -> list[Document]:
    """Load every paragraph."""
    return [case.document for case in load_gap(corpus.shared / _FILE)]


def score_sample(corpus: Corpus, readings: Readings) -> Measured:
    """Score every fourth case."""
    cases = load_gap(corpus.shared / _FILE)[::_STEP]
    counts = count_cases(cases, readings.of(sampled_texts))
    figures = {
        "GAP": counts[_OVERALL].f1,
        "GAP masculine": counts[MASCULINE].f1,
        "GAP feminine": counts[FEMININE].f1,
    }
    return Measured(figures, _notes(counts))


def score_whole(corpus: Corpus, readings: Readings) -> Measured:
    """Score every case; the figures are notes, for the floors hold the sample's."""
    cases = load_gap(corpus.shared / _FILE)
    return Measured(notes=_notes(count_cases(cases, readings.of(texts))))


def count_cases(
    cases: Sequence[PronounCase], records: Sequence[Record]
) -> dict[str, Counts]:
    """Count the decisions overall and by gender.

    Args:
        cases: The gold.
        records: Of the same paragraphs, in the same order.
    """
    counts = dict.fromkeys((_OVERALL, MASCULINE, FEMININE), Counts())
    for case, record in zip(cases, records, strict=True):
        meant = entities_at(record, case.pronoun)
        for name, is_meant in case.names:
            says_so = bool(meant & entities_at(record, name))
            one = Counts(
                n_gold=is_meant,
                n_found=is_meant and says_so,
                n_given=says_so,
                n_right=is_meant and says_so,
            )
            counts[_OVERALL] += one
            counts[case.gender] += one
    return counts


def entities_at(record: Record, place: Span) -> set[str]:
    """Give the ids of the entities that are mentioned at a place."""
    return {
        mention.entity
        for mention in record.mentions
        if mention.entity is not None and mention.span.overlaps(place)
    }


def _notes(counts: dict[str, Counts]) -> tuple[str, ...]:
    lines = [one.line(f"GAP {name}") for name, one in counts.items()]
    bias = share(counts[FEMININE].f1, counts[MASCULINE].f1)
    return (*lines, f"bias (feminine over masculine F1) {bias:.2f}")


GAP = Section(name="gap", data=(_FILE,), score=score_sample)
GAP_WHOLE = Section(name="gap-whole", data=(_FILE,), score=score_whole, optional=True)

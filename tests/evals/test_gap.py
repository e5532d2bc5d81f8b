"""Pronouns against two small cases in the manner of GAP, of our own."""

from pathlib import Path

import pytest

from evals.corpus import Corpus
from evals.gold.gap import load_gap
from evals.section import Readings
from evals.sections import gap
from evals.sections.gap import count_cases, score_sample, score_whole
from onrecord.core import Document, Record
from tests.evals.prepared import PreparedReader, record_of

SHE = 'Bea Orr met Ida Vell before "the vote" and she left.'
HE = "Arno Vell met Cy Null; his aide said so."
HEAD = "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL"


def row(text: str, pronoun: str, names: tuple[str, str]) -> str:
    """Write a case whose pronoun stands for the first of two names."""
    cells = [f"t-{pronoun}", text, pronoun, str(text.index(f" {pronoun} ") + 1)]
    for name, is_meant in zip(names, ("TRUE", "FALSE"), strict=True):
        cells += [name, str(text.index(name)), is_meant]
    return "\t".join([*cells, "none"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "coref"
    folder.mkdir(parents=True)
    lines = [
        HEAD.replace(" ", "\t"),
        row(SHE, "she", ("Bea Orr", "Ida Vell")),
        row(HE, "his", ("Arno Vell", "Cy Null")),
    ]
    path = folder / "gap-development.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def read(doc: Document) -> Record:
    """Right for her; for him the other one."""
    if doc.text == SHE:
        return record_of(doc, {"Bea Orr": [("Bea Orr", 0), ("she", 0)]})
    return record_of(
        doc, {"Arno Vell": [("Arno", 0)], "Cy Null": [("Cy Null", 0), ("his", 0)]}
    )


def test_cases_are_read(path: Path) -> None:
    first, second = load_gap(path)
    assert first.pronoun.of(first.document.text) == "she"
    assert (first.gender, second.gender) == ("feminine", "masculine")
    assert [is_meant for _, is_meant in second.names] == [True, False]


def test_a_place_where_the_words_do_not_stand_is_refused(path: Path) -> None:
    path.write_text(
        path.read_text("utf-8").replace("Bea Orr\t0", "Bea Orr\t1"), "utf-8"
    )
    load_gap.cache_clear()
    with pytest.raises(ValueError, match="A does not stand at 1"):
        load_gap(path)


def test_decisions_by_hand(path: Path) -> None:
    cases = load_gap(path)
    counts = count_cases(cases, [read(case.document) for case in cases])
    # Hers: one right. His: the wrong name given, the right one missed.
    assert counts["feminine"].f1 == 1.0
    assert counts["masculine"].f1 == 0.0
    assert counts["overall"].precision == 0.5
    assert counts["overall"].recall == 0.5


def test_a_pronoun_left_open_means_neither(path: Path) -> None:
    cases = load_gap(path)
    records = [record_of(c.document, {"Bea Orr": []}) for c in cases]
    overall = count_cases(cases, records)["overall"]
    assert (overall.n_gold, overall.n_given) == (2, 0)


def test_the_sample_is_every_fourth(path: Path, tmp_path: Path) -> None:
    corpus, reader = Corpus(tmp_path), PreparedReader(read)
    readings = Readings(reader, corpus)
    assert score_sample(corpus, readings).figures["GAP"] == 1.0
    assert reader.n_read == 1
    whole = score_whole(corpus, readings)
    assert whole.figures == {}
    assert whole.notes[-1] == "bias (feminine over masculine F1) 0.00"
    assert gap.GAP_WHOLE.optional

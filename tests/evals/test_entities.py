"""Names against a small file in the manner of CrossNER, with names that we made up."""

from pathlib import Path

import pytest
from nervaluate import Evaluator

from evals.corpus import Corpus
from evals.gold.crossner import NamedText, load_crossner
from evals.gold.joining import gaps_between
from evals.measures.counts import Counts
from evals.section import Readings
from evals.sections.entities import count_names, score_entities
from onrecord.core import EntityKind, Span, make_document
from tests.builders import make_doc
from tests.evals.prepared import PreparedReader, record_of

PERSON, ORGANISATION = EntityKind.PERSON, EntityKind.ORGANISATION
PLACE, GROUP = EntityKind.PLACE, EntityKind.GROUP

# A comma and a bracket, two names side by side, an election that holds a place's name.
LINES = """In O
the O
2031 B-election
Port I-election
Null I-election
vote I-election
, O
Arno B-politician
Vell I-politician
beat O
The B-politicalparty
Greys I-politicalparty
( O
TG B-politicalparty
) O

Orr B-person
Null B-location
"""


@pytest.fixture
def text(tmp_path: Path) -> NamedText:
    folder = tmp_path / "data" / "ner"
    folder.mkdir(parents=True)
    path = folder / "crossner_politics_dev.txt"
    path.write_text(LINES.replace(" ", "\t"), "utf-8")
    (one,) = load_crossner(path)
    return one


def test_sentences_become_a_text_with_names(text: NamedText) -> None:
    words = text.document.text
    assert words == (
        "In the 2031 Port Null vote, Arno Vell beat The Greys (TG)\nOrr Null\n"
    )
    assert [(span.of(words), kind) for span, kind in text.names] == [
        ("Arno Vell", PERSON),
        ("The Greys", ORGANISATION),
        ("TG", ORGANISATION),
        ("Orr", PERSON),
        ("Null", PLACE),
    ]
    assert [span.of(words) for span in text.unscored] == ["2031 Port Null vote"]


def test_quotation_marks_keep_their_blanks() -> None:
    assert gaps_between(['"', "No", '"', ","]) == [" ", " ", "", " "]


def test_names_by_hand(text: NamedText) -> None:
    # Right: Arno Vell; The Greys without its article; Orr. Wrong: Null as a person.
    # Missed: TG. Left out: the place inside the election, and a group.
    record = record_of(
        text.document,
        {
            "Arno Vell": [("Arno Vell", 0)],
            "Greys": [("Greys", 0)],
            "Port Null": [("Port Null", 0)],
            "Orr": [("Orr", 0)],
            "Null": [("Null", 1)],
            "Crowd": [("beat", 0)],
        },
        kinds={"Greys": ORGANISATION, "Port Null": PLACE, "Crowd": GROUP},
    )
    counts = count_names(text, record)
    assert counts[PERSON] == Counts(n_gold=2, n_found=2, n_given=3, n_right=2)
    assert counts[ORGANISATION] == Counts(n_gold=2, n_found=1, n_given=1, n_right=1)
    assert counts[PLACE] == Counts(n_gold=1)


def test_of_names_inside_one_another_the_longest_counts(text: NamedText) -> None:
    record = record_of(
        text.document, {"Arno Vell": [("Arno Vell", 0)], "Vell": [("Vell", 0)]}
    )
    assert count_names(text, record)[PERSON].n_given == 1


def test_an_edge_that_differs_is_no_match(text: NamedText) -> None:
    record = record_of(text.document, {"Vell": [("Vell", 0)]})
    assert count_names(text, record)[PERSON].n_right == 0


def test_the_section_adds_the_texts_up(text: NamedText, tmp_path: Path) -> None:
    reader = PreparedReader(lambda doc: record_of(doc, {"Orr": [("Orr", 0)]}))
    corpus = Corpus(tmp_path)
    measured = score_entities(corpus, Readings(reader, corpus))
    # One of one given, one of five.
    assert measured.figures["entities"] == pytest.approx(2 * 1 * 0.2 / 1.2)


def test_edges_that_differ_are_told_beside_the_figure(
    text: NamedText, tmp_path: Path
) -> None:
    reader = PreparedReader(lambda doc: record_of(doc, {"Vell": [("Vell", 0)]}))
    corpus = Corpus(tmp_path)
    *_, about = score_entities(corpus, Readings(reader, corpus)).notes
    assert "P 100.0  R  20.0  F1  33.3" in about


def test_exact_f1_is_that_of_another_implementation() -> None:
    words = "Arno Vell met Bea Orr in Port Null with Cy ."
    doc = make_doc(words)
    starts = [0, *(i + 1 for i, letter in enumerate(words) if letter == " ")]
    gold = [("Arno Vell", PERSON), ("Bea Orr", PERSON), ("Port Null", PLACE)]
    given = [
        ("Arno Vell", PERSON),
        ("Orr", PERSON),
        ("Port Null", PERSON),
        ("Cy", PERSON),
    ]

    def as_tokens(names: list[tuple[str, EntityKind]]) -> list[dict[str, object]]:
        spans = [
            (starts.index(words.index(name)), len(name.split()), kind)
            for name, kind in names
        ]
        return [{"label": str(k), "start": a, "end": a + n - 1} for a, n, k in spans]

    def as_spans(names: list[tuple[str, EntityKind]]) -> tuple[tuple[Span, EntityKind]]:
        return tuple(
            (Span(words.index(name), words.index(name) + len(name)), kind)
            for name, kind in names
        )

    other = Evaluator(
        [as_tokens(gold)], [as_tokens(given)], tags=["person", "place"], loader="dict"
    ).evaluate()["overall"]["strict"]
    text = NamedText(make_document("a", words), as_spans(gold), ())
    record = record_of(doc, {name: [(name, 0)] for name, _ in given})
    ours = sum(count_names(text, record).values(), Counts())
    assert (ours.n_right, ours.n_given, ours.n_gold) == (1, 4, 3)
    assert ours.precision == pytest.approx(other.precision)
    assert ours.recall == pytest.approx(other.recall)

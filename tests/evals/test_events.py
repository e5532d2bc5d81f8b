"""Events and contacts not held, on articles of our own."""

import json
from pathlib import Path

import pytest

from evals.corpus import Corpus
from evals.gold.accounts import Told, load_accounts
from evals.measures.counts import Counts
from evals.section import Readings
from evals.sections.events import count_events, score_events
from evals.sections.unheld import look_up, own_places, score_unheld, share_as_held
from onrecord.core import Document, EventKind, Modality, Party, Record, Role, Span
from tests.builders import find, make_contact, make_entity, make_event, make_record
from tests.evals.prepared import PreparedReader

TEXT = (
    "Arno Vell resigned in May. His resignation came late. Bea Orr was fired. "
    "Vell denied that he had met Orr, and plans to call Cy Null. He met Null in June."
)
RESIGNATION, DISMISSAL = EventKind.RESIGNATION, EventKind.DISMISSAL


def place(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    labels = {
        "doc": "a",
        "events": [
            # The evidence stops before the trigger, in the same sentence.
            {"kind": "resignation", "span": place("Arno Vell")},
            {"kind": "recusal", "span": place("came late")},
            {"kind": "other", "span": place("Bea Orr was fired")},
        ],
        "contacts": [
            {"modality": "denied", "evidence": [place("met Orr"), place("denied")]},
            {"modality": "planned", "evidence": [place("call Cy Null"), place("Null")]},
            {"modality": "happened", "evidence": [place("He met"), place("Null")]},
        ],
    }
    files = {
        "data/accounts/dev.jsonl": labels,
        "articles/kislyak/articles.jsonl": {"id": "a", "text": TEXT},
        "data/contacts/dev.jsonl": {
            "doc": "b",
            "contacts": [
                {"modality": "not-held", "trigger": place("met Orr")},
                {"modality": "alleged", "trigger": place("He met")},
            ],
        },
    }
    for name, row in files.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(json.dumps(row) + "\n", "utf-8")
    texts = tmp_path / "data" / "polnear" / "dev" / "text"
    texts.mkdir(parents=True)
    (texts / "b.txt").write_text(TEXT, "utf-8")
    return Corpus(tmp_path)


@pytest.fixture
def told(corpus: Corpus) -> Told:
    (one,) = load_accounts(
        corpus.shared / "data/accounts/dev.jsonl",
        corpus.shared / "articles/kislyak/articles.jsonl",
    )
    return one


def events_of(doc: Document) -> Record:
    """Tell one resignation twice, another that is none, and a dismissal."""
    vell, orr = make_entity(doc, "Arno Vell"), make_entity(doc, "Bea Orr")
    about = [(Role("who", None, one.id),) for one in (vell, orr)]
    return make_record(
        doc,
        entities=(vell, orr),
        events=(
            make_event(doc, "resigned", about[0]),
            make_event(doc, "resignation", about[0]),
            make_event(doc, "denied", about[1]),
            make_event(doc, "fired", about[1], kind=DISMISSAL),
        ),
    )


def contacts_of(doc: Document) -> Record:
    """Show the denied contact as held, and the planned one rightly."""
    cy = make_entity(doc, "Cy Null")
    parties = (Party(find(doc, "Vell", 1)), Party(entity=cy.id))
    return make_record(
        doc,
        entities=(cy,),
        contacts=(
            make_contact(doc, "met Orr", parties),
            make_contact(doc, "call", parties, modality=Modality.PLANNED),
            make_contact(doc, "He met", parties),
        ),
    )


def test_events_by_hand(told: Told) -> None:
    counts = count_events(told, events_of(told.document))
    # Told twice, it is one event; about somebody else, it is another, and wrong.
    assert counts[RESIGNATION] == Counts(n_gold=1, n_found=1, n_given=2, n_right=1)
    # The labels call it "other", which is not scored.
    assert counts[DISMISSAL] == Counts(n_given=1)
    assert counts[EventKind.RECUSAL] == Counts(n_gold=1)
    assert EventKind.OTHER not in counts


def test_events_of_another_sentence_do_not_count(told: Told) -> None:
    doc = told.document
    record = make_record(doc, events=(make_event(doc, "resignation", ()),))
    assert count_events(told, record)[RESIGNATION].n_right == 0


def test_events_about_nobody_count_apart(told: Told) -> None:
    doc = told.document
    events = (make_event(doc, "resigned", ()), make_event(doc, "resignation", ()))
    counts = count_events(told, make_record(doc, events=events))
    assert counts[RESIGNATION].n_given == 2


def test_the_section_of_events(corpus: Corpus) -> None:
    measured = score_events(corpus, Readings(PreparedReader(events_of), corpus))
    # Of two that are scored one is found; of three given one is right.
    assert measured.figures["events"] == pytest.approx(2 * 0.5 * (1 / 3) / (5 / 6))
    assert measured.figures["event resignation"] == pytest.approx(2 / 3)


def test_evidence_that_a_contact_held_shares_is_left_out(told: Told) -> None:
    assert [[span.of(TEXT) for span in one] for one in own_places(told)] == [
        ["met Orr", "denied"],
        ["call Cy Null"],
    ]


def test_contacts_not_held_by_hand(told: Told) -> None:
    shown = look_up(own_places(told), contacts_of(told.document))
    assert shown == [{Modality.HAPPENED}, {Modality.PLANNED}]
    assert share_as_held(shown) == 0.5
    assert look_up([[Span(0, 4)]], contacts_of(told.document)) == [frozenset()]


def test_the_section_of_contacts_not_held(corpus: Corpus) -> None:
    measured = score_unheld(corpus, Readings(PreparedReader(contacts_of), corpus))
    # Two in the story and one in the article, of which two are shown as held.
    assert measured.figures["contacts not held shown as held"] == pytest.approx(2 / 3)
    assert measured.notes[0].startswith("articles: 1 not held, 1 found, 1 shown")

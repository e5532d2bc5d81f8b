"""The record arranged for reading: passages, speakers, tellers and phrases."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.core import (
    ContactKind,
    DateRange,
    EntityKind,
    EventKind,
    Modality,
    QuoteForm,
    Span,
    Stance,
)
from onrecord.export.arrange import make_outline
from onrecord.export.passages import make_passages
from onrecord.export.tellers import find_tellers
from onrecord.export.wording import load_wording
from tests.builders import make_attribution, make_doc, make_record
from tests.unit.export.articles import harbour_record


@pytest.mark.parametrize(
    ("table", "labels"),
    [
        ("stance", Stance),
        ("stance_of_several", Stance),
        ("modality", Modality),
        ("standing", Modality),
        ("contact", ContactKind),
        ("contact_of_one", ContactKind),
        ("event", EventKind),
        ("form", QuoteForm),
        ("kind", EntityKind),
    ],
)
def test_every_label_has_words(table: str, labels: type) -> None:
    assert set(load_wording().tables[table]) == {str(label) for label in labels}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (DateRange.day(date(2017, 3, 12)), "12 March 2017"),
        (DateRange.month(2017, 2), "February 2017"),
        (DateRange.year(2016), "2016"),
        (DateRange(date(2017, 3, 1), date(2017, 5, 31)), "March 2017 to May 2017"),
        (DateRange(None, date(2017, 2, 28)), "28 February 2017 or earlier"),
        (DateRange(None, None), "date not known"),
    ],
)
def test_dates_keep_their_precision(days: DateRange, words: str) -> None:
    assert load_wording().dates(days) == words


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo\nlines.\n \nThree.", ["One.", "Two\nlines.", "Three."]),
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\rTwo.", ["One.", "Two."]),
        ("\n\n  One. \n\n\n\n Two.  ", ["One.", "Two."]),
        ("One.\u2029Two.", ["One.", "Two."]),
        (" \n ", []),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    found = make_passages(text).paragraphs
    assert [span.of(text) for span in found] == paragraphs


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One two. Ann never met Boris. Four.", "met", "Ann never met Boris."),
        ("She met Sen. Lee at noon. Later.", "met", "She met Sen. Lee at noon."),
        ("In the U.S. Ann met Bo.", "met", "In the U.S. Ann met Bo."),
        ("Was it? It met nobody! So.", "met", "It met nobody!"),
        ("“It is. We met,” he said. Then.", "met", "“It is. We met,” he said."),
        ("Alone\n\nThey met\n\nLast", "met", "They met"),
    ],
)
def test_sentences_are_whole(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    found = make_passages(text).sentence(Span(start, start + len(words)))
    assert found.of(text) == sentence


def test_a_sentence_is_never_cut_inside_marks() -> None:
    text = "He said: “It is so. They never met. It is over.” Then he left the room."
    start = text.index("met")
    found = make_passages(text).sentence(Span(start, start + 3)).of(text)
    assert found.count("“") == found.count("”") == 1


def test_a_megabyte_of_one_line_is_no_trouble() -> None:
    text = "“" + "x." * 500_000 + " We met. " + "y" * 500_000
    start = text.index("met")
    assert "met" in make_passages(text).sentence(Span(start, start + 3)).of(text)


def test_passages_between_paragraphs_belong_to_the_one_before() -> None:
    passages = make_passages("One.\n\nTwo.")
    assert [passages.number(at) for at in (0, 4, 5, 6, 9)] == [1, 1, 1, 2, 2]


def test_two_unnamed_officials_stay_two() -> None:
    doc = make_doc("an official said no. But an official said yes.")
    first = make_attribution(
        doc, source="an official", cue="said", content="no", anonymous=True
    )
    second = replace(first, id="att_2", source=(Span(25, 36),))
    groups = make_outline(make_record(doc, attributions=(first, second))).groups
    assert [group.speaker.label for group in groups] == ["an official"] * 2


def test_tellers_go_from_the_nearest_outwards() -> None:
    doc = make_doc("Ann said Bo said Cy said no.")
    outer = make_attribution(
        doc, source="Ann", cue="Ann said", content="Bo said Cy said no"
    )
    middle = make_attribution(doc, source="Bo", cue="Bo", content="Cy said no")
    inner = make_attribution(doc, source="Cy", cue="Cy", content="no")
    record = make_record(doc, attributions=(outer, middle, inner))
    assert find_tellers(record) == {
        middle.id: (outer.id,),
        inner.id: (middle.id, outer.id),
    }


def test_attributions_inside_each_other_end() -> None:
    doc = make_doc("ab")
    left = make_attribution(doc, cue="a", content="b")
    right = make_attribution(doc, cue="b", content="a")
    tellers = find_tellers(make_record(doc, attributions=(left, right)))
    assert tellers == {left.id: (right.id,), right.id: (left.id,)}


def test_people_come_first_and_the_most_quoted_of_them() -> None:
    people = make_outline(harbour_record()).people
    assert [person.entity.name for person in people] == [
        "Viktor Orlan",
        "Sergei Tal",
        "Ines Roe",
        "Ruth Calder",
        "Ada Quill",
        "Halden campaign",
        "Orvane",
        "Lissport",
    ]

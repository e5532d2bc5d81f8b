"""What other systems fell into, read by the built-in reader; all people invented."""

from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest

from onrecord.core import Modality, Record, Stance, make_document
from onrecord.export import EXPORTERS, ExportOptions
from onrecord.read import open_reader

pytestmark = pytest.mark.models

Read = Callable[[str], Record]
HELD = Modality.HAPPENED


@pytest.fixture(scope="module")
def read() -> Read:
    reader = open_reader("onrecord", threads=1)

    def one(text: str) -> Record:
        doc = make_document("trap.txt", text, published=date(2031, 4, 2))
        return next(iter(reader.read([doc])))

    return one


def speakers(record: Record) -> list[str | None]:
    return [
        None if one.speaker is None else record.entity(one.speaker).name
        for one in record.attributions
    ]


def test_a_sentence_said_twice_is_two_statements_at_two_places(read: Read) -> None:
    text = (
        "“We will pay,” Ada Holm said. The rain went on.\n\n“We will pay,” Holm said."
    )
    first, second = read(text).attributions
    assert first.content[0].of(text) == second.content[0].of(text)
    assert first.content[0].start == 0
    assert second.content[0].start == text.rindex("“We will pay,”")


@pytest.mark.parametrize(
    "text",
    [
        "Mara Oldfield, who replaced Tom Reyes in July, said the bridge was safe.",
        "Mara Oldfield, Tom Reyes' successor, said on Friday that the bridge was safe.",
        "“The bridge is safe,” said Mara Oldfield, who took over from Tom Reyes.",
    ],
)
def test_an_aside_does_not_steal_the_speaker(read: Read, text: str) -> None:
    assert speakers(read(text)) == ["Mara Oldfield"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge over the Lenn was closed on Monday.\n\n“It is a pity,” he said.",
        "The town hall burned in May.\n\n“We saw the smoke at dawn,” she recalled.",
    ],
)
def test_nobody_is_guessed_where_nobody_fits(read: Read, text: str) -> None:
    assert speakers(read(text)) == [None]


def test_a_denial_in_the_last_paragraph_of_a_long_article_is_read(read: Read) -> None:
    filler = "The ferry left the harbour at noon and came back in the evening. " * 12
    text = "\n\n".join([filler] * 40) + "\n\nAda Holm denied that she met Piet Rausch."
    record = read(text)
    assert [one.stance for one in record.attributions][-1] is Stance.DENIES
    assert [one.modality for one in record.contacts] == [Modality.DENIED]


@pytest.mark.parametrize(
    "text",
    [
        "Finance Minister Ada Holm and Health Minister Piet Rausch are both 54.",
        "Ada Holm and Piet Rausch spoke at a rally in Vellbridge on Tuesday.",
        "Piet Rausch and Ada Holm have not met the deadline of the court.",
    ],
)
def test_two_names_in_a_sentence_are_no_contact(read: Read, text: str) -> None:
    assert not read(text).contacts


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm will meet Piet Rausch in Vellbridge next week.",
        "Ada Holm had hoped to meet Piet Rausch in May.",
        "Ada Holm's meeting with Piet Rausch in May was cancelled.",
        "Ada Holm never met Piet Rausch.",
        "Ada Holm said she had never met Piet Rausch.",
        "Ada Holm refused to meet Piet Rausch.",
        "If Ada Holm met Piet Rausch, the treaty would be void.",
    ],
)
def test_what_was_only_planned_or_denied_is_not_shown_as_held(
    read: Read, text: str
) -> None:
    record = read(text)
    assert HELD not in {contact.modality for contact in record.contacts}


def test_a_question_that_was_declined_is_nobodys_claim(read: Read) -> None:
    text = "Asked whether he had met Piet Rausch, Senator Dov Kern declined to comment."
    record = read(text)
    assert HELD not in {contact.modality for contact in record.contacts}
    declined = [
        speaker
        for speaker, one in zip(speakers(record), record.attributions, strict=True)
        if one.stance is Stance.DECLINES
    ]
    assert declined == ["Dov Kern"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said: “The deal is dead.\n\n“It will not come back.”",
        "“The deal is dead, Ada Holm said. It will not come back.",
        "‘The ‘deal’ is “dead”,’ Ada Holm said.",
        "»The deal is dead«, Ada Holm said.",
    ],
)
def test_odd_quotation_marks_are_read_with_the_words_as_they_stand(
    read: Read, text: str
) -> None:
    record = read(text)
    assert "Ada Holm" in speakers(record)
    spans = [span for one in record.attributions for span in one.content]
    assert all(span.of(text).strip() == span.of(text) for span in spans)


def test_no_statement_is_printed_without_who_made_it(read: Read) -> None:
    text = "Officials said the bridge was a ruin. “It is a ruin,” Ada Holm said."
    page = StringIO()
    EXPORTERS["text"].export([read(text)], page, options=ExportOptions())
    shown = page.getvalue().partition("STATEMENTS")[2]
    assert shown.index("Officials") < shown.index("the bridge was a ruin")
    assert shown.index("Ada Holm") < shown.index("“It is a ruin,”")

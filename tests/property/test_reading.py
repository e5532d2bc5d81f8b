"""Whatever the text, both readers read it, alike each time, and quote it exactly.

Every person, place and outlet here is invented.
"""

import random
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.core import Document, Record, make_document
from onrecord.read import Reader, open_reader
from tests.property.generators import HARD_PIECES

PROSE = st.sampled_from(
    [
        *("Bea Orr said ", "the port was closed", ". ", ", ", "\n\n", "\r\n\r\n"),
        *("“I never met him,”", '"We met in May," ', "according to Arno Vell"),
        *("Vell’s lawyer", " she told ", "the Harbour Post", " denied that "),
        *("on Tuesday", "last March 3", " who ", "resigned as mayor ", "he said"),
        *("met Bo Kell in Port Null ", "an aide to ", "'s ", "‘", "’", "“", "”"),
        *("cafe\u0301 ", "x" * 3000, "na-" * 400, "\u200b", "\u00a0", "\u00ad"),
        *("\u202b\u05e9\u05dc\u05d5\u05dd\u202c", "\u0645\u0631\u062d\u0628\u0627 "),
        *("🙂", "👩\u200d👧", "\ud800", "\x00"),
    ]
)
TEXTS = st.lists(PROSE | HARD_PIECES, min_size=1, max_size=30).map("".join)
# The reader is opened once for all examples, which is what the check warns of.
SOME = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
DAY = date(2031, 3, 5)
SENTENCE = "Bea Orr said the port was closed."


@pytest.fixture(
    scope="session",
    params=["rules", pytest.param("onrecord", marks=pytest.mark.models)],
)
def reader(request: pytest.FixtureRequest) -> Reader:
    return open_reader(request.param, threads=1)


def doc(text: str, published: date | None = DAY) -> Document:
    return make_document("a.txt", text, published=published)


def read(reader: Reader, text: str, published: date | None = DAY) -> Record:
    (record,) = reader.read([doc(text, published)])
    return record


@SOME
@given(text=TEXTS)
def test_every_evidence_is_quoted_exactly(reader: Reader, text: str) -> None:
    record = read(reader, text)
    assert record.document.text == text
    for _, _, evidence in record.evidence():
        assert evidence.words
        assert text[evidence.span.start : evidence.span.end] == evidence.words


@SOME
@given(text=TEXTS)
def test_reading_twice_is_reading_once(reader: Reader, text: str) -> None:
    assert read(reader, text) == read(reader, text)


@SOME
@given(texts=st.lists(TEXTS, min_size=2, max_size=4))
def test_company_changes_nothing(reader: Reader, texts: list[str]) -> None:
    together = list(reader.read(doc(text) for text in texts))
    assert together == [read(reader, text) for text in texts]


def contents(record: Record) -> list[str]:
    text = record.document.text
    return [" … ".join(s.of(text) for s in one.content) for one in record.attributions]


def speaker(record: Record, words: str) -> str | None:
    """Name who said what holds these words."""
    for one, content in zip(record.attributions, contents(record), strict=True):
        if words in content:
            return record.entity(one.speaker).name if one.speaker else None
    pytest.fail(f"{words!r} is no content of {contents(record)}")


def test_equal_sentences_stay_apart(reader: Reader) -> None:
    record = read(reader, f"{SENTENCE}\n\nIt rained.\n\n{SENTENCE}")
    found = [one.content for one in record.attributions]
    assert len(found) == len(set(found)) == 2
    assert len({one.id for one in record.attributions}) == 2


def test_end_of_a_long_article_is_read(reader: Reader) -> None:
    chance = random.Random(3)
    nouns = ["harbour", "road", "market", "school", "bridge", "river", "ferry"]
    verbs = ["lies near", "is older than", "leads past", "was built after"]
    filler = [
        f"The {chance.choice(nouns)} {chance.choice(verbs)} the {chance.choice(nouns)}."
        for _ in range(1700)
    ]
    paragraphs = [" ".join(filler[i : i + 5]) for i in range(0, len(filler), 5)]
    text = "\n\n".join([*paragraphs, SENTENCE])
    assert len(text.split()) > 10_000
    record = read(reader, text)
    assert speaker(record, "the port was closed") == "Bea Orr"


@pytest.mark.parametrize(
    "text",
    [
        "“The port is closed,” Bea Orr said. “Nobody comes.\n\n“Nobody goes.”",
        "“The port is closed, Bea Orr said.\n\nIt rained.",
        "“He told me ‘the port is closed’ and left,” Bea Orr said.",
        "Bea Orr said the “port “is” closed.",
    ],
    ids=["running on", "unclosed", "nested", "crooked"],
)
def test_hard_quotation_marks(reader: Reader, text: str) -> None:
    record = read(reader, text)
    assert any("closed" in content for content in contents(record))
    people = {one.speaker for one in record.attributions if one.speaker}
    assert [record.entity(person).name for person in people] == ["Bea Orr"]


def test_unclosed_quotation_is_reported(reader: Reader) -> None:
    record = read(reader, "“The port is closed, Bea Orr said.\n\nIt rained.")
    assert "unclosed-quotation" in [issue.code for issue in record.issues]


@pytest.mark.parametrize(
    ("published", "expected"),
    [(None, (["no-publication-date"], None)), (DAY, ([], date(2031, 3, 4)))],
    ids=["undated", "dated"],
)
def test_weekday_needs_a_publication_date(
    reader: Reader, published: date | None, expected: tuple[list[str], date | None]
) -> None:
    record = read(reader, "Bea Orr met Bo Kell on Tuesday.", published)
    codes, day = expected
    assert [issue.code for issue in record.issues] == codes
    (time,) = record.times
    assert (time.range.earliest, time.range.latest) == (day, day)

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from onrecord.core import (
    DateRange,
    EvidenceError,
    Span,
    content_id,
    document_id,
    make_evidence,
    text_sha256,
    to_utf16,
)
from tests.builders import make_doc
from tests.property.generators import (
    ANY_LETTER,
    DAYS,
    TEXTS,
    WORDS,
    date_ranges,
    inside,
    spans_of,
)

SPANS = spans_of(50)
PARTS = st.recursive(
    st.none() | WORDS | st.integers() | DAYS | SPANS,
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=8,
)


@st.composite
def texts_with_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS.filter(bool))
    return text, draw(spans_of(len(text)))


@given(SPANS, SPANS)
def test_spans_overlap_and_contain_as_sets_of_places(one: Span, other: Span) -> None:
    places = set(range(one.start, one.end))
    others = set(range(other.start, other.end))
    assert one.overlaps(other) == bool(places & others)
    assert one.contains(other) == (others <= places)
    assert len(one) == len(places)


@given(texts_with_span())
def test_words_are_those_of_the_text(case: tuple[str, Span]) -> None:
    text, span = case
    doc = make_doc(text)
    evidence = doc.quote(span)
    assert evidence.words == text[span.start : span.end]
    assert evidence == make_evidence(doc, span, evidence.words)


@given(texts_with_span(), st.text(ANY_LETTER))
def test_other_words_are_never_evidence(case: tuple[str, Span], words: str) -> None:
    text, span = case
    assume(words != text[span.start : span.end])
    with pytest.raises(EvidenceError):
        make_evidence(make_doc(text), span, words)


@given(texts_with_span())
def test_a_browser_cuts_out_the_same_words(case: tuple[str, Span]) -> None:
    text, span = case
    units = text.encode("utf-16-le", "surrogatepass")
    browser = to_utf16(text, span)
    cut = units[2 * browser.start : 2 * browser.end]
    assert cut == span.of(text).encode("utf-16-le", "surrogatepass")


@given(st.text(ANY_LETTER), st.text(ANY_LETTER))
@example("\ud83d\ude42", "🙂")
def test_texts_share_an_id_only_when_equal(one: str, other: str) -> None:
    assert (document_id(one) == document_id(other)) == (one == other)
    assert (text_sha256(one) == text_sha256(other)) == (one == other)


@given(st.lists(PARTS, max_size=4))
def test_content_ids_are_well_formed_and_repeat(parts: list[object]) -> None:
    made = content_id("att", *parts)
    assert made == content_id("att", *parts)
    prefix, digits = made.split("_")
    assert (prefix, len(digits)) == ("att", 16)
    assert set(digits) <= set("0123456789abcdef")


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_different_words_have_different_ids(one: list[str], other: list[str]) -> None:
    assert (content_id("ety", *one) == content_id("ety", *other)) == (one == other)


@given(date_ranges(), date_ranges())
def test_overlapping_ranges_share_a_day(one: DateRange, other: DateRange) -> None:
    starts = [day for day in (one.earliest, other.earliest) if day]
    latest_start = max(starts, default=date.min)
    shared = inside(one, latest_start) and inside(other, latest_start)
    assert one.overlaps(other) == other.overlaps(one) == shared


@given(date_ranges(), date_ranges())
def test_a_label_stands_for_one_range_only(one: DateRange, other: DateRange) -> None:
    assert (one.label == other.label) == (one == other)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_is_every_day_of_it(year: int, month: int) -> None:
    days = DateRange.month(year, month)
    assert days.label == f"{year:04d}-{month:02d}"
    assert days.earliest is not None
    assert days.latest is not None
    assert days.earliest.day == 1
    if days.latest != date.max:
        assert (days.latest + timedelta(days=1)).day == 1
    assert (days.latest - days.earliest).days < 31
    assert DateRange.year(year).overlaps(days)

import pytest

from onrecord.core import Span, SpanError, to_utf16


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(3, 3, id="empty"),
        pytest.param(4, 3, id="reversed"),
        pytest.param(-1, 3, id="negative"),
        pytest.param(0.0, 3, id="float"),
        pytest.param(True, 3, id="bool"),
        pytest.param("0", "3", id="string"),
    ],
)
def test_what_is_no_interval_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=rf"{start!r} and {end!r}"):
        Span(start, end)


def test_an_array_library_number_is_refused() -> None:
    numpy = pytest.importorskip("numpy")
    with pytest.raises(SpanError, match=r"int\(\)"):
        Span(numpy.int64(0), 3)


def test_length_counts_code_points() -> None:
    assert len(Span(2, 7)) == 5


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [
        pytest.param(Span(2, 5), True, True, id="itself"),
        pytest.param(Span(3, 4), True, True, id="inside"),
        pytest.param(Span(1, 3), True, False, id="over the start"),
        pytest.param(Span(4, 6), True, False, id="over the end"),
        pytest.param(Span(1, 6), True, False, id="around"),
        pytest.param(Span(0, 2), False, False, id="touching before"),
        pytest.param(Span(5, 6), False, False, id="touching after"),
    ],
)
def test_how_two_spans_lie(other: Span, *, overlaps: bool, contains: bool) -> None:
    span = Span(2, 5)
    assert span.overlaps(other) is overlaps
    assert other.overlaps(span) is overlaps
    assert span.contains(other) is contains


def test_words_end_with_the_text() -> None:
    assert Span(8, 11).of("Ann met Bo.") == "Bo."


def test_a_span_past_the_end_has_no_words() -> None:
    with pytest.raises(SpanError, match="11 code points"):
        Span(8, 12).of("Ann met Bo.")


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(2, 3), Span(0, 9), Span(0, 2)]) == [
        Span(0, 2),
        Span(0, 9),
        Span(2, 3),
    ]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        pytest.param("no", Span(0, 2), Span(0, 2), id="ascii"),
        pytest.param("é no", Span(2, 4), Span(2, 4), id="inside the first plane"),
        pytest.param("🙂🙂", Span(1, 2), Span(2, 4), id="outside it"),
        pytest.param("\ud800a", Span(1, 2), Span(1, 2), id="lone surrogate"),
    ],
)
def test_browsers_count_sixteen_bit_units(
    text: str, span: Span, expected: Span
) -> None:
    assert to_utf16(text, span) == expected


def test_a_span_past_the_end_is_not_converted() -> None:
    with pytest.raises(SpanError):
        to_utf16("no", Span(1, 3))

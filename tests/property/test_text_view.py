import unicodedata
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.core import Span, TextView, normalise
from tests.property.generators import TEXTS


def expected(text: str) -> str:
    """Normalise letter by letter, straight from the definition."""
    shown = []
    for index, letter in enumerate(text):
        category = unicodedata.category(letter)
        if letter == "\r" and text[index + 1 : index + 2] == "\n":
            continue
        if letter in "\r\n\x0b\x0c\x85\u2028\u2029":
            shown.append("\n")
        elif category == "Zs":
            shown.append(" ")
        elif category == "Cs":
            shown.append("\ufffd")
        elif letter == "\t" or category not in {"Cc", "Cf"} or is_seen(letter):
            shown.append(letter)
    return unicodedata.normalize("NFC", "".join(shown))


def is_seen(letter: str) -> bool:
    """Tell the format signs that are drawn or that readers may need."""
    point = ord(letter)
    return unicodedata.category(letter) == "Cf" and not (
        point in {0xAD, 0x61C, 0x180E, 0xFEFF}
        or 0x200B <= point <= 0x200F
        or 0x202A <= point <= 0x202E
        or 0x2060 <= point <= 0x206F
    )


@st.composite
def views(draw: st.DrawFn) -> tuple[str, TextView]:
    text = draw(TEXTS)
    return text, normalise(text)


@st.composite
def views_with_span(draw: st.DrawFn) -> tuple[str, TextView, Span]:
    text, view = draw(views())
    assume(view.text)
    start = draw(st.integers(0, len(view.text) - 1))
    return text, view, Span(start, draw(st.integers(start + 1, len(view.text))))


@given(TEXTS)
def test_the_view_is_what_the_definition_says(text: str) -> None:
    assert normalise(text).text == expected(text)


@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    again = normalise(once)
    assert again.text == once
    if once:
        everything = Span(0, len(once))
        assert again.to_source(everything) == everything


@given(views_with_span())
def test_a_found_span_is_inside_the_text_and_says_the_same(
    case: tuple[str, TextView, Span],
) -> None:
    text, view, span = case
    source = view.to_source(span)
    assert source.end <= len(text)
    # The edges of a span may cut a letter that grew: it is then taken whole.
    assert span.of(view.text) in normalise(source.of(text)).text


@given(views_with_span())
def test_there_and_back_covers_the_span(case: tuple[str, TextView, Span]) -> None:
    _, view, span = case
    back = view.to_view(view.to_source(span))
    assert back is not None
    assert back.contains(span)
    assert view.to_source(back) == view.to_source(span)


@given(views())
def test_places_keep_their_order(case: tuple[str, TextView]) -> None:
    _, view = case
    spans = [view.to_source(Span(i, i + 1)) for i in range(len(view.text))]
    for left, right in pairwise(spans):
        assert left == right or left.end <= right.start


@given(views())
def test_every_place_of_the_text_is_known(case: tuple[str, TextView]) -> None:
    text, view = case
    shown = [view.to_view(Span(i, i + 1)) for i in range(len(text))]
    covered = {place for span in shown if span for place in range(span.start, span.end)}
    assert covered == set(range(len(view.text)))

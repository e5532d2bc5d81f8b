import time

import pytest

from onrecord.core import Span, SpanError, normalise

# Signs are written as escapes: an invisible one could not be reviewed.


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\r\nb\rc\nd", "a\nb\nc\nd", id="line ends"),
        pytest.param("a\r\r\nb", "a\n\nb", id="CR before CRLF"),
        pytest.param("a\x0cb\x0bc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf", id="breaks"),
        pytest.param("a\u00a0b\u202fc\u3000d\u2009e", "a b c d e", id="blanks"),
        pytest.param("a\tb c", "a\tb c", id="tab stays"),
        pytest.param("co\u00adop", "coop", id="soft hyphen"),
        pytest.param(
            "\ufeffa\u200bb\u200cc\u200dd\u2060e", "abcde", id="zero-width signs"
        ),
        pytest.param("\u202bab\u202c\u200f", "ab", id="direction of writing"),
        pytest.param("a\x00b\x1bc\x7fd\x93e", "abcde", id="controls"),
        pytest.param("a\ud800b\udfff", "a\ufffdb\ufffd", id="lone surrogates"),
        pytest.param("Cafe\u0301", "Caf\u00e9", id="composed"),
        pytest.param("e\u0301\u0323", "\u1eb9\u0301", id="marks put in order"),
        pytest.param("e\u200d\u0301", "\u00e9", id="composed over a removed sign"),
        pytest.param("\u212b\u2126", "\u00c5\u03a9", id="alone not normal"),
        pytest.param(
            "\u1112\u1161\u11ab\ud55c\u11ab", "\ud55c\ud55c\u11ab", id="hangul"
        ),
        pytest.param("\u1100\uac00\u11a8", "\u1100\uac01", id="syllable and final"),
        pytest.param("\u0958", "\u0915\u093c", id="grows"),
        pytest.param("\u0301a", "\u0301a", id="mark without a letter"),
        pytest.param("\u0340a", "\u0300a", id="the first letter changes"),
        pytest.param("", "", id="empty"),
        pytest.param("\u200b", "", id="nothing left"),
    ],
)
def test_what_readers_see(text: str, shown: str) -> None:
    assert normalise(text).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "Ann met Bo.\n\n\t“No,” he said — twice.",
        "外務大臣は会談した。",
        "قال الوزير",
        "👍🏽 ❤️",
        "e\u0300\u0323"[:1] + "\u0331",
    ],
)
def test_normal_text_is_left_alone(text: str) -> None:
    view = normalise(text)
    assert view.text is text or view.text == text
    assert view.to_source(Span(0, len(text))) == Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        pytest.param("\ufeffAnn met", "Ann", "Ann", id="after a removed sign"),
        pytest.param("co\u00adop said", "coop", "co\u00adop", id="around one"),
        pytest.param("co\u00adop said", "said", "said", id="past one"),
        pytest.param("Ann\u200b met", "Ann", "Ann", id="before one"),
        pytest.param("Zoe\u0308 met", "Zoë", "Zoe\u0308", id="composed letter"),
        pytest.param("Zoe\u0308 met", "met", "met", id="past a composed letter"),
        pytest.param("a\r\nBo", "\nB", "\nB", id="line end"),
        pytest.param("a\u00a0b", "a b", "a\u00a0b", id="blank"),
        pytest.param("\u0958\u0958x", "x", "x", id="past letters that grow"),
        pytest.param(
            "\u200be\u200d\u0301\u200bx", "é", "e\u200d\u0301", id="both maps at once"
        ),
    ],
)
def test_words_are_found_again_in_the_original(
    text: str, words: str, source: str
) -> None:
    view = normalise(text)
    start = view.text.index(words)
    assert view.to_source(Span(start, start + len(words))).of(text) == source


def test_half_of_a_letter_that_grew_is_the_whole_letter() -> None:
    assert normalise("a\u0958").to_source(Span(2, 3)) == Span(1, 2)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        pytest.param("co\u00adop", Span(0, 5), Span(0, 4), id="all"),
        pytest.param("co\u00adop", Span(2, 4), Span(2, 3), id="from a removed sign"),
        pytest.param("co\u00adop", Span(1, 3), Span(1, 2), id="to a removed sign"),
        pytest.param("co\u00adop", Span(2, 3), None, id="a removed sign"),
        pytest.param(
            "Zoe\u0308 x", Span(2, 3), Span(2, 3), id="half a composed letter"
        ),
        pytest.param("Zoe\u0308 x", Span(3, 4), Span(2, 3), id="its mark"),
        pytest.param("Zoe\u0308 x", Span(5, 6), Span(4, 5), id="past it"),
        pytest.param("a\u0958b", Span(1, 2), Span(1, 3), id="a letter that grows"),
        pytest.param("a\u0958b", Span(2, 3), Span(3, 4), id="past it too"),
        pytest.param("plain", Span(1, 3), Span(1, 3), id="nothing to do"),
    ],
)
def test_places_of_the_original_are_found_in_the_view(
    text: str, span: Span, expected: Span | None
) -> None:
    assert normalise(text).to_view(span) == expected


def test_two_equal_words_keep_their_own_places() -> None:
    view = normalise("\u200bBo \u200bBo")
    assert view.to_source(Span(0, 2)) == Span(1, 3)
    assert view.to_source(Span(3, 5)) == Span(5, 7)


@pytest.mark.parametrize("text", ["abc", "a\u00adbc"])
def test_spans_past_the_end_are_refused(text: str) -> None:
    view = normalise(text)
    with pytest.raises(SpanError, match="view"):
        view.to_source(Span(0, len(view.text) + 1))
    with pytest.raises(SpanError, match="original"):
        view.to_view(Span(0, len(text) + 1))


SENTENCE = "Ann met Bo, he said; that\u2019s all. "


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(SENTENCE, id="clean"),
        pytest.param(SENTENCE.replace(", ", ",\r\n"), id="line ends"),
        pytest.param(SENTENCE.replace("met", "me\u00adt"), id="soft hyphens"),
        pytest.param(SENTENCE.replace("Bo", "Zoe\u0308"), id="decomposed"),
        pytest.param("a\u00ad", id="every other sign removed"),
        pytest.param("\u0301\u0323", id="one run of marks"),
        pytest.param("\u1112\u1161\u11ab", id="hangul letters"),
        pytest.param("\uf900", id="one run of letters that change"),
    ],
)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    short = unit * (50_000 // len(unit))
    # Time that grows with the square would take 256 times as long.
    assert timed(short * 16) < 64 * max(timed(short), 0.001)


def timed(text: str) -> float:
    """Give the best of three, in seconds of this thread: a busy machine adds none."""
    best_s = float("inf")
    for _ in range(3):
        start = time.thread_time()
        normalise(text)
        best_s = min(best_s, time.thread_time() - start)
    return best_s

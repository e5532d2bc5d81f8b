import numpy as np
import pytest

from onrecord.read.quotations import quote_states


def show(text: str) -> str:
    """One sign a character: blank outside, = inside, ^ on a mark."""
    return "".join(" =^"[state] for state in quote_states(text))


@pytest.mark.parametrize(
    ("text", "states"),
    [
        pytest.param('He said "no" to', "        ^==^   ", id="straight"),
        pytest.param("He said “no” to", "        ^==^   ", id="curly"),
        pytest.param("``no,'' he ''is''", "^^===^^    ^^==^^", id="ticks"),
        pytest.param("dit «oui» et", "    ^===^   ", id="guillemets"),
        pytest.param("»Ja«, er", "^==^    ", id="german guillemets"),
        pytest.param("„Ja“, er", "^==^    ", id="german"),
        pytest.param("”Ja”, han", "^==^     ", id="swedish"),
        pytest.param("“a ‘b’ c” d", "^=======^  ", id="single inside"),
        pytest.param("'no' isn't", "          ", id="single marks"),
        pytest.param('"no\n\nHe is', "^==       ", id="unclosed"),
        pytest.param('no" he. "Yes"', "  ^     ^===^", id="stray closing"),
        pytest.param('a "b. "Yes" c', "  ^===^===^  ", id="closing missing"),
        pytest.param("“a “b” c” d", "^==^=^==^  ", id="nested same"),
        pytest.param('6\'2" and "b"', "         ^=^", id="inches"),
        pytest.param("a “b. “\n\nc", "  ^===^   ", id="wrong mark at the end"),
        pytest.param("“a\n\n“b” c", "^=  ^=^  ", id="re-opened"),
        pytest.param("“a\n\nb” c", "^=  =^  ", id="run on"),
        pytest.param("", "", id="empty"),
    ],
)
def test_states(text: str, states: str) -> None:
    assert show(text) == states


def test_states_are_small_numbers() -> None:
    states = quote_states('"a"')
    assert states.dtype == np.uint8
    assert states.shape == (3,)


def test_one_mark_too_many_spoils_one_paragraph() -> None:
    text = 'He left". "So\n\nShe said "yes" to'
    assert show(text.split("\n\n")[1]) == show(text)[-17:]

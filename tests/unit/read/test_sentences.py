import pytest

from onrecord.read.sentences import _words, split_paragraphs, split_sentences


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


def cut(marked: str) -> None:
    """Check that a text is cut exactly where the marked one shows a bar."""
    expected = [part.strip() for part in marked.split("|")]
    assert sentences(marked.replace("|", " ")) == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Mr. Orr met Sen. Li and Lt. Gov. Poe.|He left.", id="titles"),
        pytest.param("J. D. Orr and A.B. Li met.|They left.", id="initials"),
        pytest.param("In the U.S. Congress he spoke.|So did I.|Bo left.", id="acronym"),
        pytest.param("She came from the U.S.|He did not.", id="acronym ends it"),
        pytest.param("He left on Jan. 3.|In Feb. he was back.", id="months"),
        pytest.param("He said no.|No. 10 said yes.", id="number"),
        pytest.param("The Orr Corp. chief left Orr Inc.|The firm fell.", id="firms"),
        pytest.param("At 5 p.m. Monday it was 3.5 percent.|They left.", id="clock"),
        pytest.param("“I left.”|He went.|“Why?” she asked.", id="marks"),
        pytest.param("“No!” Ann Orr said.|“Yes?”|The room was silent.", id="shout"),
        pytest.param("“We met,” he said.|(He had left.)|Then rain.", id="brackets"),
        pytest.param("I ... I left.|We ... do.|He …|But she did.", id="ellipsis"),
        pytest.param("He left . . .|They stayed.", id="spaced ellipsis"),
        pytest.param("What?!|Nothing...", id="several stops"),
        pytest.param("See orr.example.org for 1.2.3 things.|Bye.", id="inner stops"),
        pytest.param("今日は。 Ann met Bo.", id="other scripts"),
    ],
)  # fmt: skip
def test_cuts(marked: str) -> None:
    cut(marked)


def test_a_line_break_ends_a_sentence() -> None:
    text = "Politics\n\nAnn met Bo\nBy Cy Orr\n\nAnn left. Bo stayed"
    assert sentences(text) == [
        "Politics",
        "Ann met Bo",
        "By Cy Orr",
        "Ann left.",
        "Bo stayed",
    ]


def test_items_of_a_list_keep_their_number() -> None:
    text = "They agreed:\n1. Ann leaves\n2. Bo stays. For now.\n- Cy\n• Di"
    assert sentences(text) == [
        "They agreed:",
        "1. Ann leaves",
        "2. Bo stays.",
        "For now.",
        "- Cy",
        "• Di",
    ]


WRAPPED = """\
The envoy met the campaign's staff in a hotel, a spokesman
said on Sunday, and spoke with them about "bilateral
relations" for an hour. He also met people who advised the
other side.
"""


def test_the_lines_of_a_wrapped_paragraph_are_one() -> None:
    assert [span.of(WRAPPED) for span in split_paragraphs(WRAPPED)] == [WRAPPED.strip()]
    assert len(sentences(WRAPPED)) == 2


def test_lines_that_only_look_long_are_paragraphs() -> None:
    text = "Ann Orr said on Sunday that she had met the envoy there.\nBo Li left."
    assert len(split_paragraphs(text)) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "\t\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert split_sentences(text) == ()
    assert split_paragraphs(text) == ()


def test_equal_sentences_keep_apart() -> None:
    assert [span.start for span in split_sentences("He left. He left.")] == [0, 9]


def test_the_table_holds_words_only() -> None:
    # Bare, YAML reads "no" and "on" as truth values.
    words = _words()
    for name in ("before_a_name", "before_a_number", "anywhere", "openers"):
        assert all(word == str(word).lower() for word in getattr(words, name))
    assert "no" in words.before_a_number
    assert "on" in words.openers

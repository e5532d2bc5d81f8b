from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.sentences import split_paragraphs, split_sentences

TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                "Mr",
                ".",
                ". ",
                "...",
                "U.S.",
                " ",
                "He",
                "”",
                "“",
                "\n",
                "\n\n",
                "!",
                "1",
            ]
        )
    ).map("".join),
)


@given(TEXTS)
def test_sentences_hold_every_solid_character_once(text: str) -> None:
    end = 0
    for span in split_sentences(text):
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end:].strip()


@given(TEXTS)
def test_no_sentence_leaves_its_paragraph(text: str) -> None:
    paragraphs = split_paragraphs(text)
    for sentence in split_sentences(text):
        assert sum(paragraph.contains(sentence) for paragraph in paragraphs) == 1

"""The page's article, whatever the text and however the marks lie."""

import io

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core import Span
from onrecord.export import EXPORTERS, ExportOptions
from onrecord.export.characters import for_page
from onrecord.export.marks import Mark
from onrecord.export.passages import make_passages
from onrecord.export.segments import make_blocks
from onrecord.export.standoff import fragments
from tests.builders import make_attribution, make_doc, make_record
from tests.unit.export.pages import parse

LOOKS = ("source", "cue", "content", "contact", "event", "detail")
# Blanks, line ends, markup and half characters turn up more often than by chance.
texts = st.text(
    st.one_of(st.sampled_from(" \n\r\t<>&\"'a\0\ud83d\u2028"), st.characters()),
    max_size=60,
)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(texts.filter(bool))
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        look = draw(st.sampled_from(LOOKS))
        span = Span(start, end)
        marks.append(
            Mark(
                id=f"m{number}",
                item=f"i{number % 3}",
                label="",
                look=look,
                span=span,
                is_main=draw(st.booleans()),
                weight=len(span),
            )
        )
    return text, marks


@given(marked_texts())
def test_blocks_are_the_text_and_pieces_are_the_marks(
    marked: tuple[str, list[Mark]],
) -> None:
    text, marks = marked
    blocks = list(make_blocks(text, make_passages(text).paragraphs, marks))
    assert "".join(block.words for block in blocks) == text
    pieces = [piece for block in blocks for piece in block.segments]
    for mark in marks:
        covered = [piece for piece in pieces if mark in piece.marks]
        assert "".join(piece.words for piece in covered) == mark.span.of(text)
        assert [piece for piece in pieces if mark in piece.starts] == covered[:1]


@given(texts)
def test_paragraphs_hold_every_letter_that_is_no_blank(text: str) -> None:
    passages = make_passages(text)
    assert list(passages.paragraphs) == sorted(passages.paragraphs)
    held = "".join(span.of(text) for span in passages.paragraphs)
    assert "".join(held.split()) == "".join(text.split())
    for span in passages.paragraphs:
        assert span.of(text) == span.of(text).strip()


def test_a_passage_of_blanks_is_its_own_sentence() -> None:
    assert make_passages("\r\n").sentence(Span(0, 2)) == Span(0, 2)


@given(texts.filter(bool), st.data())
def test_a_sentence_contains_its_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    sentence = make_passages(text).sentence(span)
    assert sentence.end <= len(text)
    words = span.of(text)
    if words == words.strip():
        assert sentence.contains(span)


@given(texts.filter(bool), st.data())
def test_the_page_shows_the_text_letter_by_letter(
    text: str, data: st.DataObject
) -> None:
    doc = make_doc(text, title=text, name=text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    said = make_attribution(doc, content=text)
    said = type(said)(said.id, (), (), (Span(start, end),), said.form, said.stance)
    stream = io.StringIO()
    record = make_record(doc, attributions=(said,))
    EXPORTERS["html"].export([record], stream, options=ExportOptions())
    page = parse(stream.getvalue())
    (article,) = (node for node in page.walk() if "data-text" in node.attributes)
    assert article.text == for_page(text)


@given(texts.filter(bool))
def test_fragments_hold_no_line_end(text: str) -> None:
    pieces = fragments(text, [Span(0, len(text))])
    assert all(len(piece.of(text).splitlines()) == 1 for piece in pieces)
    assert "".join(p.of(text) for p in pieces) == "".join(text.splitlines())

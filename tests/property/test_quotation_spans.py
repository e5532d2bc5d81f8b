# ruff: noqa: RUF001 - typographic marks are what is tested
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.quotations import find_quotations, quote_states

TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="“”‘’„\"'`«»‹› \n.,aS2🙂é"),
    st.lists(
        st.sampled_from(["“", "”", '"', "‘", "’", "'", "''", "\n\n", "no", " ", ","])
    ).map("".join),
)


@given(TEXTS)
def test_spans_are_inside_the_text_and_nest(text: str) -> None:
    around: list[int] = []
    quotations = find_quotations(text)
    for quotation in quotations:
        outer, inner = quotation.outer, quotation.inner
        assert outer.contains(inner)
        assert outer.end <= len(text)
        assert inner.of(text) == inner.of(text).strip()
        while around and around[-1] <= outer.start:
            around.pop()
        assert quotation.depth == len(around)
        assert not around or outer.end <= around[-1]
        around.append(outer.end)
    assert list(quotations) == sorted(quotations, key=lambda q: q.outer.start)


@given(TEXTS)
def test_groups_are_numbered_by_first_appearance(text: str) -> None:
    groups = [quotation.group for quotation in find_quotations(text)]
    assert list(dict.fromkeys(groups)) == list(range(len(set(groups))))


@given(TEXTS)
def test_states_agree_with_double_quotations(text: str) -> None:
    states = quote_states(text)
    assert states.shape == (len(text),)
    for quotation in find_quotations(text):
        if quotation.style != "single":
            inside = states[quotation.inner.start : quotation.inner.end]
            assert np.all(inside > 0)


@given(TEXTS)
def test_paragraphs_apart_are_read_apart(text: str) -> None:
    alone = quote_states("a “b” c")
    together = quote_states(text + "\n\na “b” c")
    assert together[-len(alone) :].tolist() == alone.tolist()

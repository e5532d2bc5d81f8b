"""Decoding against every allowed sequence, tried one by one."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.decode import best_tags, best_tags_by_line, spans_of, transitions
from onrecord.read.network import WINDOW_BODY, WINDOW_STRIDE, cut_windows

TAGS = ("O", "B-a", "I-a", "B-b", "I-b")


def is_allowed(path: tuple[int, ...], inner: list[bool]) -> bool:
    if TAGS[path[0]][0] == "I":
        return False
    steps = zip(path, path[1:], inner[1:], strict=False)
    return all(transitions(TAGS, inner=i)[a, b] == 0 for a, b, i in steps)


@given(
    scores=st.lists(
        st.lists(st.floats(-5, 5, width=32), min_size=5, max_size=5),
        min_size=1,
        max_size=4,
    ),
    seed=st.integers(0, 15),
)
def test_the_best_allowed_sequence_is_found(
    scores: list[list[float]], seed: int
) -> None:
    table = np.array(scores, dtype=np.float32)
    inner = [False] + [bool(seed >> i & 1) for i in range(len(scores) - 1)]
    found = tuple(best_tags(table[None], np.array([inner]), TAGS)[0].tolist())
    paths = (p for p in product(range(5), repeat=len(scores)) if is_allowed(p, inner))
    total = {path: sum(table[t, tag] for t, tag in enumerate(path)) for path in paths}
    assert is_allowed(found, inner)
    assert total[found] == pytest.approx(max(total.values()), abs=1e-4)


def test_spans_end_where_the_next_begins_or_nothing_follows() -> None:
    found = np.array([0, 1, 2, 2, 1, 2, 0, 3, 4, 0, 1])
    spans = [("a", 1, 4), ("a", 4, 6), ("b", 7, 9), ("a", 10, 11)]
    assert spans_of(found, TAGS) == spans


def test_lines_are_decoded_apart() -> None:
    scores = np.zeros((6, 5), dtype=np.float32)
    scores[:, 2] = 3.0
    scores[[0, 3], 1] = 2.0
    found = best_tags_by_line(scores, np.zeros(6, bool), np.array([0, 3]), tags=TAGS)
    assert found.tolist() == [1, 2, 2, 1, 2, 2]


@pytest.mark.parametrize("size", [0, 1, 253, 254, 255, 300, 1_000, 6_000])
def test_windows_hold_every_piece_and_overlap(size: int) -> None:
    windows = cut_windows([7, size])
    own = [w for w in windows if w.document == 1]
    covered = {i for w in own for i in range(w.start, w.end)}
    assert covered == set(range(size))
    assert all(w.end - w.start <= WINDOW_BODY for w in own)
    gaps = [b.start - a.start for a, b in pairwise(own)]
    assert all(gap <= WINDOW_STRIDE + 1 for gap in gaps)

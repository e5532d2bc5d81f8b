"""From scores per word-piece to spans of word-pieces, in NumPy."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

FORBIDDEN = np.float32(-1e4)


def log_softmax(logits: FloatArray) -> FloatArray:
    """Normalise the last axis to log-probabilities."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    total = np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return np.asarray(shifted - total, dtype=np.float32)


def transitions(tags: Sequence[str], *, inner: bool) -> FloatArray:
    """Build the table of allowed steps between BIO tags.

    Args:
        tags: ``O``, then ``B-x`` and ``I-x`` for each label.
        inner: True for a step inside a word, which may not start or end a span.

    Returns:
        ``(n_tags, n_tags)``: 0 where tag j may follow tag i, else `FORBIDDEN`.
    """
    table = np.full((len(tags), len(tags)), FORBIDDEN, dtype=np.float32)
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            goes_on = after[0] == "I" and before[1:] == after[1:] and before != "O"
            both_out = before == after == "O"
            if goes_on or both_out or (not inner and after[0] != "I"):
                table[i, j] = 0.0
    return table


def best_tags(scores: FloatArray, inner: BoolArray, tags: Sequence[str]) -> IntArray:
    """Find the best allowed tag sequence of every row (Viterbi).

    Args:
        scores: ``(n_rows, length, n_tags)`` log-probabilities or logits.
        inner: ``(n_rows, length)`` True where a piece continues a word.
        tags: The BIO tags of the last axis.

    Returns:
        ``(n_rows, length)`` indices into ``tags``.

    Source:
        Viterbi 1967, "Error bounds for convolutional codes", IEEE Trans. IT 13(2).
    """
    n, length, k = scores.shape
    if not n or not length:
        return np.zeros((n, length), dtype=np.int64)
    steps, first = _steps(tuple(tags))
    best = scores[:, 0] + first
    # Laid out before the loop, whose calls cost more than their arithmetic; the tag
    # before comes first, since numpy compares whole rows quickest.
    came_from = np.empty((length, n, k), dtype=np.int64)
    allowed = np.ascontiguousarray(steps[inner.T.astype(np.int8)].transpose(0, 2, 1, 3))
    own = np.ascontiguousarray(scores.transpose(1, 0, 2))
    reach = np.empty((k, n, k), dtype=best.dtype)
    for step, origin, score in zip(allowed[1:], came_from[1:], own[1:], strict=True):
        np.add(best.T[:, :, None], step, out=reach)
        reach.argmax(axis=0, out=origin)
        best = np.maximum.reduce(reach, axis=0)
        best += score
    found = np.empty((length, n), dtype=np.int64)
    found[-1] = best.argmax(axis=1)
    first = np.arange(n) * k
    for t in range(length - 1, 0, -1):
        found[t - 1] = came_from[t].take(first + found[t])
    return np.ascontiguousarray(found.T)


@cache
def _steps(tags: tuple[str, ...]) -> tuple[FloatArray, FloatArray]:
    """Give the tables of steps, ``(2, n_tags, n_tags)``, and of first tags."""
    steps = np.stack([transitions(tags, inner=False), transitions(tags, inner=True)])
    inside = np.array([tag[0] == "I" for tag in tags])
    return steps, np.where(inside, FORBIDDEN, np.float32(0))


@cache
def _edges(tags: tuple[str, ...]) -> tuple[npt.NDArray[np.str_], BoolArray]:
    """Give each tag's label and whether it begins a span."""
    return np.array([tag[2:] for tag in tags]), np.array([t[0] == "B" for t in tags])


def best_tags_by_line(
    scores: FloatArray, inner: BoolArray, starts: IntArray, *, tags: Sequence[str]
) -> IntArray:
    """Find the best allowed tags of one text, line by line.

    No span runs over a line end; so the lines are decoded side by side, which takes
    as many steps as the longest line has pieces.

    Args:
        scores: ``(n_pieces, n_tags)``.
        inner: ``(n_pieces,)`` True where a piece continues a word.
        starts: Index of the first piece of each line, ascending.
        tags: The BIO tags of the last axis.

    Returns:
        ``(n_pieces,)`` indices into ``tags``.
    """
    edges = np.unique(np.concatenate(([0], starts, [len(scores)])))
    sizes = np.diff(edges)
    if not len(sizes):
        return np.zeros(0, dtype=np.int64)
    column = np.arange(sizes.max())
    there = column[None] < sizes[:, None]  # (n_lines, longest)
    rows = np.full((*there.shape, len(tags)), FORBIDDEN, dtype=np.float32)
    rows[..., 0] = 0.0
    rows[there] = scores
    inside = np.zeros(there.shape, dtype=bool)
    inside[there] = inner
    return best_tags(rows, inside, tags)[there]


def spans_of(found: IntArray, tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """List the spans that one tag sequence marks, ``(label, start, end)`` in order."""
    labels, begin = _edges(tuple(tags))
    begins = begin[found]
    starts = np.flatnonzero(begins)
    if not len(starts):
        return []
    stops = np.flatnonzero(begins | (found == 0))
    ends = np.append(stops, len(found))[np.searchsorted(stops, starts, side="right")]
    return [
        (str(labels[found[s]]), int(s), int(e))
        for s, e in zip(starts, ends, strict=True)
    ]

"""Readings of a document for one anchor each: a cue, a trigger, a content."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.read.decode import FloatArray, log_softmax
from onrecord.read.network import Encoded, Network, by_size
from onrecord.read.tags import ANCHOR_LABELS, ANCHOR_TASKS

PieceSpan = tuple[int, int]
# Windows that can hold one piece.
_MOST_OVERLAPS = 4
# Pieces read for one anchor, at the most. Chosen on the dev part of PolNeAR.
READ_BODY = 254


@dataclass(frozen=True, slots=True)
class Anchor:
    """One thing to read a document for.

    Attributes:
        document: Index of its document in the batch.
        span: Its pieces, half-open.
        prob: Mean probability of its tags.
        window: Index of the window that it lies deepest in.
    """

    document: int
    span: PieceSpan
    prob: float
    window: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one window, read for one anchor.

    Attributes:
        anchor: The anchor.
        start: The document's piece that row 0 of the scores belongs to.
        roles: ``(n, 5)`` log-probabilities of `onrecord.read.tags.PAIR_TAGS`.
        contacts: ``(n, 9)`` of `onrecord.read.tags.CONTACT_TAGS`.
        labels: For each of `ANCHOR_LABELS` ``(n_labels,)`` log-probabilities.
    """

    anchor: Anchor
    start: int
    roles: FloatArray
    contacts: FloatArray
    labels: Mapping[str, FloatArray]


def place_anchors(
    encoded: Encoded, document: int, spans: Sequence[tuple[PieceSpan, float]]
) -> list[Anchor]:
    """Give each span of a document the window that it lies deepest in.

    Args:
        encoded: The batch that holds the document.
        document: Its index.
        spans: Spans of pieces, each with its probability.
    """
    windows = [i for i, w in enumerate(encoded.windows) if w.document == document]
    firsts = [encoded.windows[i].start for i in windows]
    anchors = []
    for span, prob in spans:
        near = windows[: bisect_right(firsts, span[0])][-_MOST_OVERLAPS:]
        deepest = max(near, key=lambda i: _depth(encoded, i, span))
        anchors.append(Anchor(document, span, prob, deepest))
    return anchors


def _depth(encoded: Encoded, window: int, span: PieceSpan) -> int:
    """Count the pieces between a span and the nearer edge of a window."""
    place = encoded.windows[window]
    return min(span[0] - place.start, place.end - span[1])


def read_anchors(
    network: Network,
    encoded: Encoded,
    anchors: Sequence[Anchor],
    *,
    task: str,
    batch: int = 16,
) -> list[Reading]:
    """Read the documents once for every anchor, each in the window it lies deepest in.

    Args:
        network: The weights.
        encoded: The documents.
        anchors: What to read for.
        task: One of `ANCHOR_TASKS`.
        batch: Anchors a call.

    Returns:
        One reading an anchor, in their order.
    """
    zones = [_zone(encoded, anchor) for anchor in anchors]
    found: dict[int, Reading] = {}
    for rows in by_size([end - start for start, end in zones], batch):
        own = [(anchors[i], zones[i]) for i in rows]
        readings = _ask(network, encoded, own, task=task)
        found |= dict(zip(rows, readings, strict=True))
    return [found[i] for i in range(len(anchors))]


def _zone(encoded: Encoded, anchor: Anchor) -> PieceSpan:
    """Give the pieces to read for an anchor: around it, inside its window."""
    window = encoded.windows[anchor.window]
    first = sum(anchor.span) // 2 - READ_BODY // 2
    start = max(window.start, min(first, window.end - READ_BODY))
    return start, min(window.end, start + READ_BODY)


def _ask(
    network: Network,
    encoded: Encoded,
    anchors: Sequence[tuple[Anchor, PieceSpan]],
    *,
    task: str,
) -> Iterator[Reading]:
    """Read for anchors whose zones are of one size."""
    projected = _projected(encoded, anchors)
    marks = np.zeros(projected.shape[:2], dtype=np.float32)
    for row, (anchor, (start, end)) in enumerate(anchors):
        first, stop = max(anchor.span[0], start), min(anchor.span[1], end)
        marks[row, first - start + 1 : stop - start + 1] = 1.0
    scores = network.read(projected, marks, task=ANCHOR_TASKS.index(task))
    roles, contacts = log_softmax(scores.roles), log_softmax(scores.contacts)
    body = slice(1, projected.shape[1] - 1)
    labels = _labels(scores.labels)
    for row, (anchor, (start, _)) in enumerate(anchors):
        own = {name: probs[row] for name, probs in labels.items()}
        yield Reading(anchor, start, roles[row, body], contacts[row, body], own)


def _projected(
    encoded: Encoded, anchors: Sequence[tuple[Anchor, PieceSpan]]
) -> FloatArray:
    """Cut zones of one size out of their windows, the special pieces around each."""
    size = anchors[0][1][1] - anchors[0][1][0]
    some = encoded.projected[anchors[0][0].window]
    cut = np.empty((len(anchors), size + 2, some.shape[1]), dtype=some.dtype)
    for row, (anchor, (start, end)) in enumerate(anchors):
        offset = encoded.windows[anchor.window].start - 1
        whole = encoded.projected[anchor.window]
        cut[row, 0], cut[row, -1] = whole[0], whole[-1]
        cut[row, 1:-1] = whole[start - offset : end - offset]
    return cut


def _labels(scores: FloatArray) -> dict[str, FloatArray]:
    """Take the labels of some anchors apart, ``(n, n_labels)`` each."""
    edges = np.cumsum([len(labels) for labels in ANCHOR_LABELS.values()])[:-1]
    parts = np.split(scores, edges, axis=1)
    return {
        name: log_softmax(part) for name, part in zip(ANCHOR_LABELS, parts, strict=True)
    }

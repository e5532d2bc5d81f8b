"""From the network's scores to attributions over word-pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.read.anchors import PieceSpan, Reading
from onrecord.read.cue_scores import CONTENT_TAGS, SOURCE_TAGS, CueScores
from onrecord.read.decode import (
    FORBIDDEN,
    BoolArray,
    FloatArray,
    IntArray,
    best_tags,
    log_softmax,
    spans_of,
)
from onrecord.read.tags import PAIR_TAGS

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as half-open spans of word-pieces.

    Attributes:
        reading: What was read for its cue.
        source: Where its source is; at most one span, since people who read PolNeAR
            gave more to one attribution in two thousand.
        content: Where its content is; may be in pieces.
        content_prob: Mean probability of the content's tags given the cue.
    """

    reading: Reading
    source: tuple[PieceSpan, ...]
    content: tuple[PieceSpan, ...]
    content_prob: float


def link_cues(found: CueScores) -> Iterator[Linked]:
    """Decode every cue's source and content; no piece is content of two cues.

    Each cue is decoded alone first. Where contents collide, a piece goes to the cue
    that wants it most and the others are decoded again without it.

    Args:
        found: From `onrecord.read.cue_scores.score_cues`.

    Yields:
        One `Linked` a cue, in the cues' order.
    """
    scores = found.scores.copy()
    tagged = best_tags(scores, found.inner, PAIR_TAGS)
    for _ in range(_ROUNDS):
        lost = _lost_pieces(found, tagged)
        if not lost.any():
            break
        scores[:, :, CONTENT_TAGS][lost] = FORBIDDEN
        again = np.flatnonzero(lost.any(axis=1))
        tagged[again] = best_tags(scores[again], found.inner[again], PAIR_TAGS)
    for row in range(len(found.readings)):
        yield _to_linked(found, row, tagged[row])


def _lost_pieces(found: CueScores, tagged: IntArray) -> BoolArray:
    """Mark, for each cue, content pieces that another cue wants more."""
    content = tagged >= CONTENT_TAGS.start
    odds = found.scores[:, :, CONTENT_TAGS].max(axis=2) - found.scores[:, :, 0]
    lost = np.zeros_like(content)
    if not len(tagged):
        return lost
    strength = np.stack([_strength(*row) for row in zip(tagged, odds, strict=True)])
    rows, columns = np.nonzero(content)
    documents = np.array([r.anchor.document for r in found.readings])[rows]
    pieces = np.array([r.start for r in found.readings])[rows] + columns
    # By piece, the cue that wants it most last; of equals the later one.
    order = np.lexsort((rows, strength[rows, columns], pieces, documents))
    rows, columns, pieces = rows[order], columns[order], pieces[order]
    same = (pieces[1:] == pieces[:-1]) & (np.diff(documents[order]) == 0)
    lost[rows[:-1][same], columns[:-1][same]] = True
    return lost


def _strength(tagged: IntArray, odds: FloatArray) -> FloatArray:
    """Give every piece of a content span the mean log-odds of the whole span."""
    strength = odds.copy()
    for _, start, end in spans_of(tagged, PAIR_TAGS):
        # Of few numbers, numpy's own mean takes longer than the sum does.
        strength[start:end] = np.add.reduce(odds[start:end]) / (end - start)
    return strength


def _to_linked(found: CueScores, row: int, tagged: IntArray) -> Linked:
    offset = found.readings[row].start
    spans = spans_of(tagged, PAIR_TAGS)
    inside = tagged >= CONTENT_TAGS.start
    probs = np.exp(log_softmax(found.scores[row])[np.arange(len(tagged)), tagged])
    return Linked(
        reading=found.readings[row],
        source=_moved(_best_source(spans, found.scores[row]), "source", offset),
        content=_moved(spans, "content", offset),
        content_prob=float(probs[inside].mean()) if inside.any() else 0.0,
    )


def _best_source(
    spans: Sequence[tuple[str, int, int]], scores: FloatArray
) -> list[tuple[str, int, int]]:
    """Keep the source span with the most weight of evidence, if any."""
    odds = scores[:, SOURCE_TAGS].max(axis=1) - scores[:, 0]
    sources = [span for span in spans if span[0] == "source"]
    return sorted(sources, key=lambda span: -float(odds[span[1] : span[2]].sum()))[:1]


def _moved(
    spans: Sequence[tuple[str, int, int]], role: str, offset: int
) -> tuple[PieceSpan, ...]:
    """Pick one role's spans and move them from the window to the document."""
    return tuple((s + offset, e + offset) for label, s, e in spans if label == role)

"""The network's two answers about cues: where they are, and what belongs to each."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.read.decode import (
    FORBIDDEN,
    BoolArray,
    FloatArray,
    IntArray,
    log_softmax,
    spans_of,
)
from onrecord.read.network import PAIR_TAGS, ROLE_TAGS, Encoded, Network
from onrecord.read.pieces import Pieces

PieceSpan = tuple[int, int]
SOURCE_TAGS = slice(1, 3)
CONTENT_TAGS = slice(3, 5)
ROLE_SOURCE = slice(1, 3)
ROLE_CUE = slice(3, 5)
ROLE_CONTENT = slice(5, 7)
# Windows that can hold one piece.
_MOST_OVERLAPS = 4
# How much the role head, which knows no cue, adds to the pair head's log-odds, and
# how far it may push. Chosen on the dev part of PolNeAR (see the model card).
CONTENT_SHARE, SOURCE_SHARE, MOST_ODDS = 1.5, 0.3, 6.0


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue found in a batch of documents.

    Attributes:
        document: Index of its document.
        span: Its pieces, half-open.
        prob: Mean probability of its tags.
        window: Index of the window that it lies deepest in.
    """

    document: int
    span: PieceSpan
    prob: float
    window: int


@dataclass(frozen=True, slots=True)
class CueScores:
    """The pair head's answer for the cues of a batch of documents.

    Attributes:
        cues: All cues, by document and place.
        starts: First piece of each cue's window, the document piece of column 0.
        scores: ``(n_cues, length, 5)`` scores over `PAIR_TAGS`; beyond the window
            only O.
        inner: ``(n_cues, length)`` True where a piece continues a word.
    """

    cues: tuple[Cue, ...]
    starts: tuple[int, ...]
    scores: FloatArray
    inner: BoolArray


def find_cues(encoded: Encoded, roles: Sequence[IntArray]) -> tuple[Cue, ...]:
    """List the cues of all documents.

    Args:
        encoded: The documents.
        roles: For each document ``(n_pieces,)`` indices into `ROLE_TAGS`.
    """
    cues = []
    for document, tagged in enumerate(roles):
        probs = np.exp(encoded.roles[document][:, ROLE_CUE]).sum(axis=1)
        windows = [i for i, w in enumerate(encoded.windows) if w.document == document]
        firsts = [encoded.windows[i].start for i in windows]
        for label, start, end in spans_of(tagged, ROLE_TAGS):
            if label == "cue":
                near = windows[: bisect_right(firsts, start)][-_MOST_OVERLAPS:]
                deepest = max(near, key=lambda i: _depth(encoded, i, (start, end)))
                prob = float(probs[start:end].mean())
                cues.append(Cue(document, (start, end), prob, deepest))
    return tuple(cues)


def _depth(encoded: Encoded, window: int, cue: PieceSpan) -> int:
    """Count the pieces between a cue and the nearer edge of a window."""
    place = encoded.windows[window]
    return min(cue[0] - place.start, place.end - cue[1])


def score_cues(
    network: Network,
    encoded: Encoded,
    documents: Sequence[Pieces],
    *,
    cues: Sequence[Cue],
    batch: int = 16,
) -> CueScores:
    """Ask the pair head about every cue, each in the window it lies deepest in."""
    length = max(0, encoded.projected.shape[1] - 2)
    scores = np.full((len(cues), length, len(PAIR_TAGS)), FORBIDDEN, np.float32)
    scores[:, :, 0] = 0.0
    inner = np.zeros((len(cues), length), dtype=bool)
    sizes = [
        encoded.windows[c.window].end - encoded.windows[c.window].start for c in cues
    ]
    order = sorted(range(len(cues)), key=sizes.__getitem__)
    for first in range(0, len(order), batch):
        rows = order[first : first + batch]
        found = _ask(network, encoded, [cues[i] for i in rows])
        for row, logits in zip(rows, found, strict=True):
            scores[row, : sizes[row]] = logits[1 : sizes[row] + 1]
    hints = [_role_hints(own) for own in encoded.roles]
    for row, cue in enumerate(cues):
        window = encoded.windows[cue.window]
        place = slice(window.start, window.end)
        inner[row, : sizes[row]] = documents[cue.document].inner[place]
        scores[row, : sizes[row]] += hints[cue.document][place]
    starts = tuple(encoded.windows[cue.window].start for cue in cues)
    return CueScores(tuple(cues), starts, scores, inner)


def _ask(network: Network, encoded: Encoded, cues: Sequence[Cue]) -> FloatArray:
    """Run the pair head on some cues, ``(n_cues, length, 5)`` log-probabilities."""
    windows = [encoded.windows[cue.window] for cue in cues]
    length = max(w.end - w.start for w in windows) + 2
    marks = np.zeros((len(cues), length), dtype=np.float32)
    mask = np.zeros((len(cues), length), dtype=bool)
    for row, (cue, window) in enumerate(zip(cues, windows, strict=True)):
        start, end = cue.span
        marks[row, start - window.start + 1 : end - window.start + 1] = 1.0
        mask[row, : window.end - window.start + 2] = True
    projected = encoded.projected[[cue.window for cue in cues], :length]
    return log_softmax(network.pair(projected, marks, mask))


def _role_hints(roles: FloatArray) -> FloatArray:
    """Turn the role head's odds into additions to each pair tag, ``(n_pieces, 5)``."""
    hints = np.zeros((len(roles), len(PAIR_TAGS)), dtype=np.float32)
    for tags, role, share in (
        (CONTENT_TAGS, ROLE_CONTENT, CONTENT_SHARE),
        (SOURCE_TAGS, ROLE_SOURCE, SOURCE_SHARE),
    ):
        prob = np.clip(np.exp(roles[:, role]).sum(axis=1), 1e-6, 1 - 1e-6)
        odds = np.clip(np.log(prob) - np.log1p(-prob), -MOST_ODDS, MOST_ODDS)
        hints[:, tags] = share * odds[:, None]
    return hints

"""The network's two answers about cues: where they are, and what belongs to each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.read.anchors import Anchor, Reading, place_anchors, read_anchors
from onrecord.read.decode import (
    FORBIDDEN,
    BoolArray,
    FloatArray,
    IntArray,
    spans_of,
)
from onrecord.read.network import Encoded, Network
from onrecord.read.pieces import Pieces
from onrecord.read.tags import PAIR_TAGS, ROLE_TAGS

SOURCE_TAGS = slice(1, 3)
CONTENT_TAGS = slice(3, 5)
ROLE_SOURCE = slice(1, 3)
ROLE_CUE = slice(3, 5)
ROLE_CONTENT = slice(5, 7)
# How much the role head, which knows no cue, adds to the anchor head's log-odds, and
# how far it may push. Chosen on the dev part of PolNeAR (see the model card).
CONTENT_SHARE, SOURCE_SHARE, MOST_ODDS = 1.5, 0.3, 6.0


@dataclass(frozen=True, slots=True)
class CueScores:
    """The anchor head's answer for the cues of a batch of documents.

    Attributes:
        readings: One for each cue, by document and place.
        scores: ``(n_cues, length, 5)`` scores over `PAIR_TAGS`, the role head's odds
            added; beyond the window only O.
        inner: ``(n_cues, length)`` True where a piece continues a word.
    """

    readings: tuple[Reading, ...]
    scores: FloatArray
    inner: BoolArray


def find_cues(encoded: Encoded, roles: Sequence[IntArray]) -> list[Anchor]:
    """List the cues of all documents.

    Args:
        encoded: The documents.
        roles: For each document ``(n_pieces,)`` indices into `ROLE_TAGS`.
    """
    cues = []
    for document, tagged in enumerate(roles):
        probs = np.exp(encoded.tags["roles"][document][:, ROLE_CUE]).sum(axis=1)
        spans = [
            ((start, end), float(probs[start:end].mean()))
            for label, start, end in spans_of(tagged, ROLE_TAGS)
            if label == "cue"
        ]
        cues += place_anchors(encoded, document, spans)
    return cues


def score_cues(
    network: Network,
    encoded: Encoded,
    documents: Sequence[Pieces],
    *,
    cues: Sequence[Anchor],
) -> CueScores:
    """Read the documents for every cue and add what the role head says."""
    readings = read_anchors(network, encoded, cues, task="attribution")
    length = max((len(r.roles) for r in readings), default=0)
    scores = np.full((len(cues), length, len(PAIR_TAGS)), FORBIDDEN, np.float32)
    scores[:, :, 0] = 0.0
    inner = np.zeros((len(cues), length), dtype=bool)
    hints = [_role_hints(own) for own in encoded.tags["roles"]]
    for row, reading in enumerate(readings):
        document, size = reading.anchor.document, len(reading.roles)
        place = slice(reading.start, reading.start + size)
        scores[row, :size] = reading.roles + hints[document][place]
        inner[row, :size] = documents[document].inner[place]
    return CueScores(tuple(readings), scores, inner)


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

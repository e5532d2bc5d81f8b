"""The trained encoder, run over whole documents by overlapping windows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from onrecord.read.decode import BoolArray, FloatArray, IntArray, log_softmax
from onrecord.read.pieces import CLS_ID, SEP_ID, Pieces

WINDOW_BODY = 254
WINDOW_STRIDE = 190
ROLE_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
PAIR_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
NAME_KINDS = ("person", "organisation", "place")
KIND_TAGS = ("O", *(f"{edge}-{kind}" for kind in NAME_KINDS for edge in "BI"))
SPECIAL_SHAPE = 5
TokenScores = tuple[FloatArray, FloatArray, FloatArray, FloatArray]


class Network(Protocol):
    """What runs the weights: two functions over padded windows."""

    def encode(self, ids: IntArray, codes: IntArray, mask: BoolArray) -> TokenScores:
        """Map windows ``(n, length)`` to logits and to what `pair` needs.

        Returns:
            Logits of roles, names and nominals, each ``(n, length, n_tags)``, and the
            projected states, ``(n, length, d)``.
        """

    def pair(
        self, projected: FloatArray, cues: FloatArray, mask: BoolArray
    ) -> FloatArray:
        """Map projected windows, one a cue, to logits ``(n, length, 5)``."""


@dataclass(frozen=True, slots=True)
class Window:
    """One stretch of a document as the network sees it.

    Attributes:
        document: Index of the document in its batch.
        start: First piece.
        end: One past the last piece.
    """

    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of a batch of documents.

    Attributes:
        windows: All windows, in order of document and place.
        projected: ``(n_windows, length, d)``; row i belongs to window i; the body
            starts at column 1.
        roles: For each document ``(n_pieces, 7)`` log-probabilities of `ROLE_TAGS`.
        names: For each document ``(n_pieces, 7)`` log-probabilities of `KIND_TAGS`.
        nominals: Likewise.
    """

    windows: tuple[Window, ...]
    projected: FloatArray
    roles: tuple[FloatArray, ...]
    names: tuple[FloatArray, ...]
    nominals: tuple[FloatArray, ...]


def cut_windows(sizes: Sequence[int]) -> tuple[Window, ...]:
    """Cut documents into windows so that every piece lies in at least one.

    Args:
        sizes: The number of pieces of each document.

    Returns:
        Windows of at most `WINDOW_BODY` pieces, evenly spread, neighbours sharing
        at least ``WINDOW_BODY - WINDOW_STRIDE``.

    Example:
        >>> [(w.start, w.end) for w in cut_windows([300])]
        [(0, 254), (46, 300)]
    """
    windows = []
    for document, size in enumerate(sizes):
        spare = max(0, size - WINDOW_BODY)
        n = -(-spare // WINDOW_STRIDE) + 1
        for i in range(n if size else 0):
            start = round(i * spare / (n - 1)) if n > 1 else 0
            windows.append(Window(document, start, min(size, start + WINDOW_BODY)))
    return tuple(windows)


def encode_documents(
    network: Network, documents: Sequence[Pieces], *, batch: int = 8
) -> Encoded:
    """Run the encoder over all windows of a batch of documents.

    Where windows overlap, each piece takes its scores from the window in whose
    middle it lies most, since the edges lack context.

    Args:
        network: The weights.
        documents: The pieces of each document.
        batch: Windows a call.
    """
    windows = cut_windows([len(p) for p in documents])
    longest = max((w.end - w.start for w in windows), default=0) + 2
    order = sorted(range(len(windows)), key=lambda i: windows[i].start - windows[i].end)
    kept: dict[int, TokenScores] = {}
    for first in range(0, len(order), batch):
        rows = order[first : first + batch]
        outputs = network.encode(*pad([windows[i] for i in rows], documents))
        for row, i in enumerate(rows):
            roles, names, nominals, projected = (output[row] for output in outputs)
            kept[i] = (roles, names, nominals, projected)
    width = kept[0][3].shape[-1] if kept else 0
    states = np.zeros((len(windows), longest, width), dtype=np.float32)
    for i, outputs in kept.items():
        states[i, : len(outputs[3])] = outputs[3]
    merged = [_merge(windows, kept, documents, head=head) for head in range(3)]
    return Encoded(windows, states, *merged)


def pad(
    windows: Sequence[Window], documents: Sequence[Pieces]
) -> tuple[IntArray, IntArray, BoolArray]:
    """Lay windows out as the network's input, special pieces around each.

    Returns:
        ``ids (n, length)``, ``codes (n, length, 3)``, ``mask (n, length)``.
    """
    length = max(w.end - w.start for w in windows) + 2
    ids = np.zeros((len(windows), length), dtype=np.int64)
    codes = np.zeros((len(windows), length, 3), dtype=np.int64)
    mask = np.zeros((len(windows), length), dtype=bool)
    for row, window in enumerate(windows):
        pieces, size = documents[window.document], window.end - window.start
        ids[row, 0], ids[row, size + 1] = CLS_ID, SEP_ID
        codes[row, [0, size + 1], 0] = SPECIAL_SHAPE
        ids[row, 1 : size + 1] = pieces.ids[window.start : window.end]
        for i, code in enumerate((pieces.shapes, pieces.breaks, pieces.quotes)):
            codes[row, 1 : size + 1, i] = code[window.start : window.end]
        mask[row, : size + 2] = True
    return ids, codes, mask


def _merge(
    windows: Sequence[Window],
    outputs: dict[int, TokenScores],
    documents: Sequence[Pieces],
    *,
    head: int,
) -> tuple[FloatArray, ...]:
    """Put one head's windows together, document by document."""
    tags = outputs[0][head].shape[-1] if outputs else 0
    merged = [np.zeros((len(p), tags), dtype=np.float32) for p in documents]
    margins = [np.full(len(p), -1) for p in documents]
    for i, window in enumerate(windows):
        size = window.end - window.start
        place = slice(window.start, window.end)
        margin = np.minimum(np.arange(size), np.arange(size)[::-1])
        better = margin > margins[window.document][place]
        scores = log_softmax(outputs[i][head][1 : size + 1])
        merged[window.document][place][better] = scores[better]
        margins[window.document][place][better] = margin[better]
    return tuple(merged)

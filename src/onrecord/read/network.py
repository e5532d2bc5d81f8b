"""The trained encoder, run over whole documents by overlapping windows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from onrecord.read.decode import FloatArray, IntArray, log_softmax
from onrecord.read.mention_pairs import Candidates
from onrecord.read.pieces import CLS_ID, SEP_ID, Pieces
from onrecord.read.tags import TOKEN_HEADS

WINDOW_BODY = 254
WINDOW_STRIDE = 190
SPECIAL_SHAPE = 5


@dataclass(frozen=True, slots=True)
class TokenScores:
    """What the encoder says of some windows.

    Attributes:
        tags: ``(n, length, n_tags)`` logits, the heads of `TOKEN_HEADS` side by side.
        projected: ``(n, length, d)`` what `Network.read` needs.
        states: ``(n, length, width)`` what `Network.rank` needs.
    """

    tags: FloatArray
    projected: FloatArray
    states: FloatArray


@dataclass(frozen=True, slots=True)
class AnchorScores:
    """What one reading for each anchor says.

    Attributes:
        roles: ``(n, length, 5)`` logits over `onrecord.read.tags.PAIR_TAGS`.
        contacts: ``(n, length, 9)`` over `onrecord.read.tags.CONTACT_TAGS`.
        labels: ``(n, n_labels)`` those of `onrecord.read.tags.ANCHOR_LABELS` side by
            side.
    """

    roles: FloatArray
    contacts: FloatArray
    labels: FloatArray


class Network(Protocol):
    """What runs the weights: three functions over arrays."""

    def encode(self, ids: IntArray, codes: IntArray) -> TokenScores:
        """Score the pieces of windows of one length, ``(n, length)``."""

    def read(
        self, projected: FloatArray, anchors: FloatArray, *, task: int
    ) -> AnchorScores:
        """Read projected windows ``(n, length, d)``, one for each anchor.

        Args:
            projected: From `encode`.
            anchors: ``(n, length)`` 1.0 at the pieces of each anchor.
            task: Index into `onrecord.read.tags.ANCHOR_TASKS`.
        """

    def rank(
        self, first: FloatArray, last: FloatArray, candidates: Candidates
    ) -> FloatArray:
        """Score whom mentions mean.

        Args:
            first: ``(n_mentions, width)`` state of each mention's first piece.
            last: Likewise of its last piece.
            candidates: Whom each may mean.

        Returns:
            ``(n_queries, 1 + n_candidates)`` logits, first that of meaning none.
        """


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
        projected: For each window ``(length, d)``, special pieces included.
        tags: For each head of `TOKEN_HEADS` and each document ``(n_pieces, n_tags)``
            log-probabilities.
        states: For each document ``(n_pieces, width)`` hidden states.
    """

    windows: tuple[Window, ...]
    projected: tuple[FloatArray, ...]
    tags: Mapping[str, tuple[FloatArray, ...]]
    states: tuple[FloatArray, ...]


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
    network: Network, documents: Sequence[Pieces], *, batch: int = 2
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
    merger = _Merger(documents)
    projected: dict[int, FloatArray] = {}
    for rows in by_size([w.end - w.start for w in windows], batch):
        scores = network.encode(*lay_out([windows[i] for i in rows], documents))
        for row, i in enumerate(rows):
            projected[i] = scores.projected[row]
            merger.add(windows[i], scores.tags[row], scores.states[row])
    in_order = tuple(projected[i] for i in range(len(windows)))
    return Encoded(windows, in_order, merger.log_probs(), tuple(merger.states))


def by_size(sizes: Sequence[int], batch: int) -> Iterator[list[int]]:
    """Group what is of one size, so that nothing is padded and nothing masked.

    Args:
        sizes: The size of each thing.
        batch: How many go together at the most.

    Yields:
        Indices into ``sizes``.

    Example:
        >>> list(by_size([5, 7, 5, 5], 2))
        [[0, 2], [3], [1]]
    """
    groups: dict[int, list[int]] = {}
    for i, size in enumerate(sizes):
        groups.setdefault(size, []).append(i)
    for group in groups.values():
        yield from (
            group[first : first + batch] for first in range(0, len(group), batch)
        )


def lay_out(
    windows: Sequence[Window], documents: Sequence[Pieces]
) -> tuple[IntArray, IntArray]:
    """Lay windows of one size out as the network's input, special pieces around each.

    Returns:
        ``ids (n, length)``, ``codes (n, length, 3)``.
    """
    length = windows[0].end - windows[0].start + 2
    ids = np.empty((len(windows), length), dtype=np.int64)
    codes = np.zeros((len(windows), length, 3), dtype=np.int64)
    ids[:, 0], ids[:, -1] = CLS_ID, SEP_ID
    codes[:, [0, -1], 0] = SPECIAL_SHAPE
    for row, window in enumerate(windows):
        pieces = documents[window.document]
        ids[row, 1:-1] = pieces.ids[window.start : window.end]
        for i, code in enumerate((pieces.shapes, pieces.breaks, pieces.quotes)):
            codes[row, 1:-1, i] = code[window.start : window.end]
    return ids, codes


class _Merger:
    """Puts the windows of documents together.

    Args:
        documents: The pieces of each document.
    """

    def __init__(self, documents: Sequence[Pieces]) -> None:
        self.sizes = [len(p) for p in documents]
        self.margins = [np.full(n, -1) for n in self.sizes]
        n_tags = sum(map(len, TOKEN_HEADS.values()))
        self.tags = [np.zeros((n, n_tags), dtype=np.float32) for n in self.sizes]
        self.states = [np.zeros((n, 0), dtype=np.float32) for n in self.sizes]

    def add(self, window: Window, tags: FloatArray, states: FloatArray) -> None:
        """Take a window's scores where no other window holds a piece deeper."""
        size, document = window.end - window.start, window.document
        place = slice(window.start, window.end)
        margin = np.minimum(np.arange(size), np.arange(size)[::-1])
        better = margin > self.margins[document][place]
        if not self.states[document].shape[1]:
            shape = (self.sizes[document], states.shape[1])
            self.states[document] = np.zeros(shape, dtype=np.float32)
        for whole, part in ((self.tags, tags), (self.states, states)):
            whole[document][place][better] = part[1 : size + 1][better]
        self.margins[document][place][better] = margin[better]

    def log_probs(self) -> dict[str, tuple[FloatArray, ...]]:
        """Normalise each head's scores, document by document."""
        found, at = {}, 0
        for head, tags in TOKEN_HEADS.items():
            columns = slice(at, at + len(tags))
            found[head] = tuple(log_softmax(own[:, columns]) for own in self.tags)
            at += len(tags)
        return found

"""Labelled windows of word-pieces, the network's training examples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from onrecord.read.network import KIND_TAGS, PAIR_TAGS, ROLE_TAGS
from onrecord.read.pieces import CLS_ID, SEP_ID, IntArray, Pieces

IGNORED = -100
BODY = 254
STRIDE = 190
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Relation:
    """One gold attribution as spans of pieces, half-open."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled text.

    Attributes:
        name: The text's name.
        pieces: Its word-pieces.
        relations: Gold attributions, or None where the text has none marked.
        names: ``(kind, start, end)`` over pieces, or None where not marked.
        nominals: Likewise for "the ambassador", "two officials".
        weight: Weight of the entity losses; below 1 for automatic labels.
    """

    name: str
    pieces: Pieces
    relations: tuple[Relation, ...] | None = None
    names: tuple[tuple[str, int, int], ...] | None = None
    nominals: tuple[tuple[str, int, int], ...] | None = None
    weight: float = 1.0


@dataclass(slots=True)
class Batch:
    """Padded windows; labels are `IGNORED` where a task is not marked."""

    ids: Tensor
    codes: Tensor
    mask: Tensor
    roles: Tensor
    names: Tensor
    nominals: Tensor
    weight: Tensor
    cues: Tensor
    rows: Tensor
    pair_tags: Tensor
    extra: dict[str, float] = field(default_factory=dict)


def pieces_under(pieces: Pieces, start: int, end: int) -> tuple[int, int] | None:
    """Return the pieces that a span of characters touches, None if it has none."""
    first = int(np.searchsorted(pieces.ends, start, side="right"))
    last = int(np.searchsorted(pieces.starts, end, side="left"))
    return (first, last) if first < last else None


def tag_spans(
    labels: IntArray, spans: Sequence[tuple[str, int, int]], tags: Sequence[str]
) -> None:
    """Write ``B-label I-label ...`` of each span into ``labels``, in place."""
    for label, start, end in spans:
        labels[start:end] = tags.index(f"I-{label}")
        labels[start] = tags.index(f"B-{label}")


def window_starts(n_pieces: int, shift: int) -> list[int]:
    """Return where windows start, so that every piece is in one."""
    if n_pieces <= BODY:
        return [0]
    starts = list(range(-shift if shift else 0, n_pieces - BODY, STRIDE))
    return sorted({max(0, s) for s in starts} | {n_pieces - BODY})


def cut(example: Example, shift: int) -> Iterator[tuple[Example, int, int]]:
    """Yield the windows ``(example, start, end)`` of one text."""
    n = len(example.pieces)
    for start in window_starts(n, shift):
        yield example, start, min(n, start + BODY)


def _role_labels(example: Example) -> IntArray:
    labels = np.zeros(len(example.pieces), dtype=np.int64)
    for role in ("content", "source", "cue"):
        for relation in example.relations or ():
            spans = [(role, s, e) for s, e in getattr(relation, role)]
            tag_spans(labels, spans, ROLE_TAGS)
    return labels


def _pairs(example: Example, start: int, end: int) -> Iterator[tuple[IntArray, ...]]:
    """Yield each cue of a window: where it is, and its tags, shape ``(length,)``."""
    n = len(example.pieces)
    for relation in example.relations or ():
        if not relation.cue or not all(start <= s < e <= end for s, e in relation.cue):
            continue
        cue, tags = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
        for s, e in relation.cue:
            cue[s:e] = 1
        for role in ("content", "source"):
            spans = [(role, s, e) for s, e in getattr(relation, role)]
            tag_spans(tags, spans, PAIR_TAGS)
        yield cue[start:end], tags[start:end]


def collate(windows: Sequence[tuple[Example, int, int]]) -> Batch:
    """Pad windows into one batch, with the two special pieces around each."""
    length = max(end - start for _, start, end in windows) + 2
    n = len(windows)
    whole = lambda fill: np.full((n, length), fill, dtype=np.int64)  # noqa: E731
    ids, codes = whole(0), np.zeros((n, length, 3), dtype=np.int64)
    roles, names, nominals = whole(IGNORED), whole(IGNORED), whole(IGNORED)
    cues, rows, pair_tags = [], [], []
    mask = np.zeros((n, length), dtype=bool)
    for row, (example, start, end) in enumerate(windows):
        p, size = example.pieces, end - start
        ids[row, 0], ids[row, size + 1] = CLS_ID, SEP_ID
        body = slice(1, size + 1)
        ids[row, body] = p.ids[start:end]
        codes[row, [0, size + 1], 0] = 5
        for i, code in enumerate((p.shapes, p.breaks, p.quotes)):
            codes[row, body, i] = code[start:end]
        mask[row, : size + 2] = True
        if example.relations is not None:
            roles[row, body] = _role_labels(example)[start:end]
            for cue, tags in _pairs(example, start, end):
                padded = np.zeros((2, length), dtype=np.int64)
                padded[0, body], padded[1, body] = cue, tags
                padded[1, size + 2 :] = IGNORED
                cues.append(padded[0])
                pair_tags.append(padded[1])
                rows.append(row)
        for spans, target in ((example.names, names), (example.nominals, nominals)):
            if spans is not None:
                labels = np.zeros(len(p), dtype=np.int64)
                tag_spans(labels, spans, KIND_TAGS)
                target[row, body] = labels[start:end]
    shape = (len(rows), length)
    return Batch(
        ids=torch.from_numpy(ids),
        codes=torch.from_numpy(codes),
        mask=torch.from_numpy(mask),
        roles=torch.from_numpy(roles),
        names=torch.from_numpy(names),
        nominals=torch.from_numpy(nominals),
        weight=torch.tensor([w[0].weight for w in windows]),
        cues=torch.from_numpy(np.array(cues, dtype=np.float32).reshape(shape)),
        rows=torch.tensor(rows, dtype=torch.long),
        pair_tags=torch.from_numpy(np.array(pair_tags, dtype=np.int64).reshape(shape)),
    )

"""Windows padded into tensors."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields

import numpy as np
import torch
from torch import Tensor

from onrecord.read.mention_pairs import FEATURES, NOBODY, MentionTable, candidates
from onrecord.read.network import SPECIAL_SHAPE
from onrecord.read.pieces import CLS_ID, SEP_ID, IntArray
from onrecord.read.tags import (
    ANCHOR_LABELS,
    ANCHOR_TASKS,
    CONTACT_TAGS,
    PAIR_TAGS,
    TOKEN_HEADS,
)
from training.examples import Anchor, Labelled, MentionLabels
from training.windows import Cut

IGNORED = -100


@dataclass(slots=True)
class Mentions:
    """Who is who in a batch; see `onrecord.read.mention_pairs.Candidates`.

    Attributes:
        rows: Window of each mention, ``(n_mentions,)``.
        first: Column of its first piece.
        last: Column of its last piece.
        queries: ``(n_queries,)``.
        candidates: ``(n_queries, n_candidates)``.
        features: ``(n_queries, n_candidates, n_features)``.
        right: ``(n_queries, 1 + n_candidates)`` True at right answers; column 0 is
            "none of them".
        weight: ``(n_queries,)``.
    """

    rows: Tensor
    first: Tensor
    last: Tensor
    queries: Tensor
    candidates: Tensor
    features: Tensor
    right: Tensor
    weight: Tensor

    def each(self, change: Callable[[Tensor], Tensor]) -> "Mentions":
        """Change every tensor."""
        return Mentions(
            **{f.name: change(getattr(self, f.name)) for f in fields(Mentions)}
        )


@dataclass(slots=True)
class Batch:
    """Padded windows; labels are `IGNORED` where a task is not marked.

    Attributes:
        ids: ``(batch, length)``.
        codes: ``(batch, length, 3)``.
        mask: ``(batch, length)``.
        token_labels: For each of `TOKEN_HEADS` ``(batch, length)``.
        names_weight: ``(batch,)``.
        anchors: ``(n_anchors, length)`` 1.0 at each anchor's pieces.
        rows: ``(n_anchors,)`` its window.
        tasks: ``(n_anchors,)`` index into `ANCHOR_TASKS`.
        pair_labels: ``(n_anchors, length)`` over `PAIR_TAGS`.
        contact_labels: ``(n_anchors, length)`` over `CONTACT_TAGS`.
        classes: For each of `ANCHOR_LABELS` ``(n_anchors,)``.
        mentions: None where no text of the batch has them.
    """

    ids: Tensor
    codes: Tensor
    mask: Tensor
    token_labels: dict[str, Tensor]
    names_weight: Tensor
    anchors: Tensor
    rows: Tensor
    tasks: Tensor
    pair_labels: Tensor
    contact_labels: Tensor
    classes: dict[str, Tensor]
    mentions: Mentions | None = None

    def each(self, change: Callable[[Tensor], Tensor]) -> "Batch":
        """Change every tensor."""
        changed = {}
        for item in fields(Batch):
            value = getattr(self, item.name)
            if isinstance(value, dict):
                changed[item.name] = {k: change(v) for k, v in value.items()}
            elif isinstance(value, Mentions):
                changed[item.name] = value.each(change)
            else:
                changed[item.name] = None if value is None else change(value)
        return Batch(**changed)

    def pin_memory(self) -> "Batch":
        """Move to memory that a GPU copies from while it computes."""
        return self.each(Tensor.pin_memory)

    def to(self, device: torch.device) -> "Batch":
        """Move to a device, from pinned memory without waiting for it."""
        return self.each(lambda tensor: tensor.to(device, non_blocking=True))


def tag_spans(labels: IntArray, spans: Labelled, tags: Sequence[str]) -> None:
    """Write ``B-label I-label ...`` of each span into ``labels``, in place."""
    for label, start, end in spans:
        labels[start:end] = tags.index(f"I-{label}")
        labels[start] = tags.index(f"B-{label}")


def collate(windows: Sequence[Cut]) -> Batch:
    """Pad windows into one batch, with the two special pieces around each."""
    length = max(w.end - w.start for w in windows) + 2
    n = len(windows)
    ids, codes = np.zeros((n, length), np.int64), np.zeros((n, length, 3), np.int64)
    mask = np.zeros((n, length), dtype=bool)
    labels = {name: np.full((n, length), IGNORED) for name in TOKEN_HEADS}
    read = _Anchors(length)
    for row, window in enumerate(windows):
        p, size = window.example.pieces, window.end - window.start
        body, here = slice(1, size + 1), slice(window.start, window.end)
        ids[row, 0], ids[row, size + 1] = CLS_ID, SEP_ID
        codes[row, [0, size + 1], 0] = SPECIAL_SHAPE
        ids[row, body] = p.ids[here]
        codes[row, body] = np.stack((p.shapes, p.breaks, p.quotes), axis=1)[here]
        mask[row, : size + 2] = True
        for name, tags in TOKEN_HEADS.items():
            spans = getattr(window.example, name)
            if spans is not None:
                whole = np.zeros(len(p), dtype=np.int64)
                tag_spans(whole, spans, tags)
                labels[name][row, body] = whole[here]
        for anchor in window.example.anchors:
            read.add(anchor, window, row)
    return Batch(
        ids=torch.from_numpy(ids),
        codes=torch.from_numpy(codes),
        mask=torch.from_numpy(mask),
        token_labels={k: torch.from_numpy(v) for k, v in labels.items()},
        names_weight=torch.tensor([w.example.names_weight for w in windows]),
        mentions=_mentions(windows),
        **read.tensors(),
    )


@dataclass(slots=True)
class _Anchors:
    """Collects the anchors of a batch."""

    length: int
    rows: list[int] = field(default_factory=list)
    tasks: list[int] = field(default_factory=list)
    marks: list[IntArray] = field(default_factory=list)
    pairs: list[IntArray] = field(default_factory=list)
    contacts: list[IntArray] = field(default_factory=list)
    classes: list[list[int]] = field(default_factory=list)

    def add(self, anchor: Anchor, window: Cut, row: int) -> None:
        """Add an anchor if all of it lies in the window."""
        start, end = window.start, window.end
        if not anchor.spans or not all(start <= s < e <= end for s, e in anchor.spans):
            return
        mark = np.zeros(self.length, dtype=np.float32)
        for s, e in anchor.spans:
            mark[s - start + 1 : e - start + 1] = 1.0
        self.marks.append(mark)
        self.rows.append(row)
        self.tasks.append(ANCHOR_TASKS.index(anchor.task))
        self.pairs.append(self._tags(anchor, window, PAIR_TAGS, task="attribution"))
        self.contacts.append(self._tags(anchor, window, CONTACT_TAGS, task="contact"))
        self.classes.append([anchor.labels.get(k, IGNORED) for k in ANCHOR_LABELS])

    def _tags(
        self, anchor: Anchor, window: Cut, tags: Sequence[str], *, task: str
    ) -> IntArray:
        """Lay out what belongs to an anchor, `IGNORED` where that is not marked."""
        padded = np.full(self.length, IGNORED, dtype=np.int64)
        if anchor.task == task and anchor.roles is not None:
            whole = np.zeros(len(window.example.pieces), dtype=np.int64)
            tag_spans(whole, anchor.roles, tags)
            padded[: window.end - window.start + 2] = 0
            padded[1 : window.end - window.start + 1] = whole[window.start : window.end]
        return padded

    def tensors(self) -> dict[str, Tensor]:
        """Give the parts of a `Batch`."""
        n, length = len(self.rows), self.length
        as_array = lambda rows, kind: torch.from_numpy(  # noqa: E731
            np.array(rows, dtype=kind).reshape(n, length)
        )
        classes = np.array(self.classes, dtype=np.int64).reshape(n, len(ANCHOR_LABELS))
        return {
            "anchors": as_array(self.marks, np.float32),
            "rows": torch.tensor(self.rows, dtype=torch.long),
            "tasks": torch.tensor(self.tasks, dtype=torch.long),
            "pair_labels": as_array(self.pairs, np.int64),
            "contact_labels": as_array(self.contacts, np.int64),
            "classes": {
                name: torch.from_numpy(classes[:, i].copy())
                for i, name in enumerate(ANCHOR_LABELS)
            },
        }


def _mentions(windows: Sequence[Cut]) -> Mentions | None:
    """Gather the mentions of all texts of a batch."""
    parts = list(_mention_parts(windows))
    if not parts:
        return None
    return Mentions(
        **{
            f.name: torch.cat([getattr(p, f.name) for p in parts])
            for f in fields(Mentions)
        }
    )


def _mention_parts(windows: Sequence[Cut]) -> Iterator[Mentions]:
    offset = 0
    texts = {id(w.example): w.example.mentions for w in windows}
    for key, labels in texts.items():
        rows = [i for i, w in enumerate(windows) if id(w.example) == key]
        if labels is None or not len(labels.queries):
            continue
        part = _mentions_of(labels, windows, rows, offset=offset)
        if part is not None:
            offset += len(part.rows)
            yield part


def _mentions_of(
    labels: MentionLabels, windows: Sequence[Cut], rows: Sequence[int], *, offset: int
) -> Mentions | None:
    """Lay out one text's mentions, those that lie in its windows here."""
    table = labels.table
    depth = np.full((len(rows), len(table)), -1)
    for i, row in enumerate(rows):
        w = windows[row]
        depth[i] = np.minimum(table.starts - w.start, w.end - table.ends)
    best = depth.argmax(axis=0)
    kept = np.flatnonzero(depth.max(axis=0) >= 0)
    if not len(kept):
        return None
    place = {int(old): new for new, old in enumerate(kept)}
    queries = [place[q] for q in labels.queries if q in place]
    if not queries:
        return None
    own = _part(table, kept)
    found = candidates(own, queries)
    clusters = labels.clusters[kept]
    there = found.mentions != NOBODY
    same = clusters[found.mentions] == clusters[found.queries][:, None]
    same &= there & (clusters[found.queries][:, None] >= 0)
    nobody = ~same.any(axis=1)
    usable = ~nobody | labels.none_counts
    row_of = np.array(rows)[best[kept]]
    start_of = np.array([windows[r].start for r in row_of])
    mentions = np.where(there, found.mentions + offset, NOBODY)[usable]
    n = int(usable.sum())
    return Mentions(
        rows=torch.from_numpy(row_of),
        first=torch.from_numpy(own.starts - start_of + 1),
        last=torch.from_numpy(own.ends - start_of),
        queries=torch.from_numpy(found.queries[usable] + offset),
        candidates=torch.from_numpy(mentions),
        features=torch.from_numpy(
            found.features[usable].reshape(n, mentions.shape[1], len(FEATURES))
        ),
        right=torch.from_numpy(np.concatenate((nobody[:, None], same), axis=1)[usable]),
        weight=torch.full((n,), labels.weight),
    )


def _part(table: MentionTable, kept: IntArray) -> MentionTable:
    return MentionTable(
        starts=table.starts[kept],
        ends=table.ends[kept],
        forms=table.forms[kept],
        kinds=table.kinds[kept],
        words=tuple(table.words[i] for i in kept.tolist()),
    )

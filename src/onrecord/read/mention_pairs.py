"""Which earlier mention a mention may mean, and what speaks for each, as arrays.

Training and reading both call `candidates`, so that they cannot drift apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.core import Span
from onrecord.read.decode import FloatArray, IntArray

FORMS = ("name", "nominal", "pronoun")
KINDS = ("person", "organisation", "place", "other")
N_BEFORE, N_AFTER = 48, 6
NOBODY = -1
# Columns of the features, and how many values each can take.
FEATURES = {"distance": 24, "candidate": 12, "query": 12, "weight": 7, "likeness": 4}


@dataclass(frozen=True, slots=True)
class MentionTable:
    """The mentions of one text as columns, ordered by place.

    Attributes:
        starts: First piece of each, shape ``(n,)``.
        ends: One past its last piece, shape ``(n,)``.
        forms: Index into `FORMS`, shape ``(n,)``.
        kinds: Index into `KINDS`, shape ``(n,)``.
        words: The words of each, lower case, without titles.
    """

    starts: IntArray
    ends: IntArray
    forms: IntArray
    kinds: IntArray
    words: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        """Count the mentions."""
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Candidates:
    """For each query the mentions it may mean.

    Attributes:
        queries: Index of each query's mention, shape ``(n_queries,)``.
        mentions: Index of each candidate's mention, `NOBODY` where there are fewer,
            shape ``(n_queries, N_BEFORE + N_AFTER)``.
        features: Codes of `FEATURES`, shape
            ``(n_queries, N_BEFORE + N_AFTER, len(FEATURES))``.
    """

    queries: IntArray
    mentions: IntArray
    features: IntArray


@dataclass(frozen=True, slots=True, order=True)
class MentionAt:
    """A mention to be ranked or to rank others for.

    Attributes:
        span: The words, in the view.
        form: One of `FORMS`.
        kind: One of `KINDS`; "other" for pronouns, sources
            and parties, whose kind nobody has told.
    """

    span: Span
    form: str
    kind: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """For each query the chances of what it may mean.

    Attributes:
        candidates: Which mentions.
        probs: ``(n_queries, 1 + n_candidates)``, first that of meaning none of them.
    """

    candidates: Candidates
    probs: FloatArray


def candidates(table: MentionTable, queries: Sequence[int]) -> Candidates:
    """List for each query the mentions before it and names just after it.

    Args:
        table: All mentions of a text.
        queries: Indices of the mentions to resolve.
    """
    wanted = np.asarray(queries, dtype=np.int64)
    steps = np.concatenate((np.arange(-N_BEFORE, 0), np.arange(1, N_AFTER + 1)))
    chosen = wanted[:, None] + steps[None]
    n = len(table)
    inside = (chosen >= 0) & (chosen < n)
    chosen = np.clip(chosen, 0, max(0, n - 1))
    first, last = table.starts[wanted][:, None], table.ends[wanted][:, None]
    apart = (table.ends[chosen] <= first) | (table.starts[chosen] >= last)
    later = (steps > 0)[None] & (table.forms[chosen] != FORMS.index("name"))
    allowed = inside & apart & ~later
    features = np.stack(
        [
            _distance(table, wanted, chosen),
            table.forms[chosen] * len(KINDS) + table.kinds[chosen],
            np.broadcast_to(
                (table.forms * len(KINDS) + table.kinds)[wanted][:, None], chosen.shape
            ),
            _weight(table)[chosen],
            _likeness(table, wanted, chosen),
        ],
        axis=-1,
    )
    return Candidates(wanted, np.where(allowed, chosen, NOBODY), features)


def _distance(table: MentionTable, queries: IntArray, chosen: IntArray) -> IntArray:
    """Give the distance in pieces by powers of the root of two; later ones apart."""
    gap = table.starts[queries][:, None] - table.starts[chosen]
    scale = np.round(2 * np.log2(np.maximum(1, np.abs(gap)))).astype(np.int64)
    before: IntArray = np.minimum(scale, FEATURES["distance"] - 4)
    after = FEATURES["distance"] - 3 + np.minimum(scale // 5, 2)
    return np.where(gap > 0, before, after)


def _weight(table: MentionTable) -> IntArray:
    """Count how often the last word of each mention was a mention's before."""
    seen: dict[str, int] = {}
    counts = np.zeros(len(table), dtype=np.int64)
    for i, words in enumerate(table.words):
        key = words[-1] if words else ""
        counts[i] = seen.get(key, 0)
        seen[key] = counts[i] + 1
    return np.minimum(
        np.ceil(np.log2(1 + counts)).astype(np.int64), FEATURES["weight"] - 1
    )


def _likeness(table: MentionTable, queries: IntArray, chosen: IntArray) -> IntArray:
    """Say whether two mentions share no word, some, the last one, or all."""
    whole = _codes(table.words)
    last = _codes([words[-1:] for words in table.words])
    same = whole[queries][:, None] == whole[chosen]
    same_last = last[queries][:, None] == last[chosen]
    some = np.zeros(chosen.shape, dtype=bool)
    sets = [frozenset(words) for words in table.words]
    for row, query in enumerate(queries.tolist()):
        mine = sets[query]
        if mine:
            some[row] = [bool(mine & sets[c]) for c in chosen[row].tolist()]
    return np.where(same, 3, np.where(same_last, 2, np.where(some, 1, 0)))


def _codes(keys: Sequence[tuple[str, ...]]) -> IntArray:
    known: dict[tuple[str, ...], int] = {}
    return np.array([known.setdefault(k, len(known)) for k in keys], dtype=np.int64)

"""The mention head at work on one document: whom each mention may mean."""

from collections.abc import Iterable, Sequence

import numpy as np

from onrecord.core import Span
from onrecord.read.decode import FloatArray, IntArray, log_softmax
from onrecord.read.mention_pairs import (
    FORMS,
    KINDS,
    MentionAt,
    MentionTable,
    Ranking,
    candidates,
)
from onrecord.read.mention_words import mention_words
from onrecord.read.network import Network
from onrecord.read.pieces import SHAPES, Pieces, pieces_under

_CAPITALS = tuple(SHAPES.index(shape) for shape in ("title", "upper", "mixed"))


class MentionRanker:
    """Holds the states of the pieces at which mentions may start and end.

    To keep all states of a long document would take more memory than its text does
    many times over; so only those of capitalised words, of the words after them and
    of `wanted` spans are kept, at half precision.

    Args:
        network: The weights.
        text: The document's view.
    """

    def __init__(self, network: Network, text: str) -> None:
        self._network = network
        self._text = text
        self._starts: list[IntArray] = []
        self._ends: list[IntArray] = []
        self._places: list[IntArray] = []
        self._states: list[FloatArray] = []
        self._n_pieces = 0

    def keep(
        self, part: Pieces, states: FloatArray, wanted: Iterable[tuple[int, int]]
    ) -> None:
        """Take the next part of the document.

        Args:
            part: Its pieces.
            states: ``(n_pieces, width)``.
            wanted: Spans of pieces whose edges to keep.
        """
        kept = np.isin(part.shapes, _CAPITALS)
        kept[1:] |= kept[:-1].copy()
        edges = [edge for start, end in wanted for edge in (start, end - 1)]
        kept[edges] = True
        self._starts.append(part.starts[kept])
        self._ends.append(part.ends[kept])
        self._places.append(np.flatnonzero(kept) + self._n_pieces)
        self._states.append(states[kept].astype(np.float16))
        self._n_pieces += len(part)

    def rank(self, mentions: Sequence[MentionAt], queries: Sequence[int]) -> Ranking:
        """Rank the candidates of some mentions.

        Args:
            mentions: All mentions of the document, in text order.
            queries: Indices of those to resolve.

        Returns:
            The chances. An edge that was not kept counts as the nearest one that was.
        """
        starts, ends = np.concatenate(self._starts), np.concatenate(self._ends)
        first = np.array([m.span.start for m in mentions], dtype=np.int64)
        last = np.array([m.span.end for m in mentions], dtype=np.int64)
        at_first = np.searchsorted(ends, first, side="right").clip(0, len(ends) - 1)
        at_last = (np.searchsorted(starts, last, side="left") - 1).clip(0)
        places, states = np.concatenate(self._places), np.concatenate(self._states)
        table = MentionTable(
            starts=places[at_first],
            ends=np.maximum(places[at_last], places[at_first]) + 1,
            forms=np.array([FORMS.index(m.form) for m in mentions], dtype=np.int64),
            kinds=np.array([KINDS.index(m.kind) for m in mentions], dtype=np.int64),
            words=tuple(mention_words(m.span.of(self._text), m.form) for m in mentions),
        )
        found = candidates(table, queries)
        scores = self._network.rank(
            states[at_first].astype(np.float32),
            states[at_last].astype(np.float32),
            found,
        )
        return Ranking(found, np.exp(log_softmax(scores)))


def edges_under(part: Pieces, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Give the pieces of a part under spans of characters, those that touch it."""
    found = (pieces_under(part, span.start, span.end) for span in spans)
    return [place for place in found if place is not None]

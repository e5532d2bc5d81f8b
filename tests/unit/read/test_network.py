"""Windows put together again, and anchors read in the right one."""

import numpy as np
import pytest

from onrecord.read.anchors import place_anchors, read_anchors
from onrecord.read.decode import FloatArray, IntArray, log_softmax
from onrecord.read.mention_pairs import Candidates
from onrecord.read.network import (
    WINDOW_BODY,
    AnchorScores,
    TokenScores,
    cut_windows,
    encode_documents,
)
from onrecord.read.pieces import Pieces
from onrecord.read.tags import ANCHOR_LABELS, CONTACT_TAGS, PAIR_TAGS, TOKEN_HEADS

N_TAGS = sum(map(len, TOKEN_HEADS.values()))
N_LABELS = sum(map(len, ANCHOR_LABELS.values()))


class Echo:
    """A network whose scores tell which piece they are of.

    Its projected states are the pieces' numbers, its role scores of a reading whether
    a piece is the anchor's, its first label the anchor's first column.
    """

    def encode(self, ids: IntArray, codes: IntArray) -> TokenScores:
        """Echo the ids."""
        tags = ids[..., None] * np.arange(1, N_TAGS + 1) % 7
        echoed = ids[..., None]
        return TokenScores(*(a.astype(np.float32) for a in (tags, echoed, echoed)))

    def read(
        self, projected: FloatArray, anchors: FloatArray, *, task: int
    ) -> AnchorScores:
        """Echo the anchors."""
        n, length = anchors.shape
        roles = np.zeros((n, length, len(PAIR_TAGS)), dtype=np.float32)
        roles[..., 0] = 50 * anchors
        contacts = np.zeros((n, length, len(CONTACT_TAGS)), dtype=np.float32)
        labels = np.zeros((n, N_LABELS), dtype=np.float32)
        labels[:, 0] = (projected[..., 0] * anchors).sum(axis=1)
        return AnchorScores(roles, contacts, labels)

    def rank(
        self, first: FloatArray, last: FloatArray, candidates: Candidates
    ) -> FloatArray:
        """Nobody asks."""
        raise AssertionError


def pieces(n: int, *, start: int = 200) -> Pieces:
    """Make so many pieces with ids of their own."""
    numbers = np.arange(n)
    zeros = np.zeros(n, dtype=np.int64)
    return Pieces(
        ids=numbers + start,
        starts=numbers * 2,
        ends=numbers * 2 + 1,
        inner=np.zeros(n, dtype=bool),
        shapes=zeros,
        breaks=zeros,
        quotes=zeros,
    )


@pytest.mark.parametrize("size", [0, 1, WINDOW_BODY, WINDOW_BODY + 1, 3000])
def test_every_piece_lies_in_a_window(size: int) -> None:
    covered = {p for w in cut_windows([size]) for p in range(w.start, w.end)}
    assert covered == set(range(size))


@pytest.mark.parametrize("size", [1, WINDOW_BODY, WINDOW_BODY + 40, 1000])
def test_each_piece_gets_its_own_scores(size: int) -> None:
    documents = [pieces(size), pieces(7, start=9000)]
    encoded = encode_documents(Echo(), documents, batch=3)
    for document, states in zip(documents, encoded.states, strict=True):
        assert states[:, 0].tolist() == document.ids.tolist()
    at = 0
    for head, tags in TOKEN_HEADS.items():
        columns = np.arange(at + 1, at + len(tags) + 1)
        wanted = documents[0].ids[:, None] * columns % 7
        expected = log_softmax(wanted.astype(np.float32))
        assert np.allclose(encoded.tags[head][0], expected)
        at += len(tags)


def test_no_documents_give_no_windows() -> None:
    assert encode_documents(Echo(), []).windows == ()


def test_an_anchor_is_read_where_it_lies_deepest() -> None:
    document = pieces(700)
    encoded = encode_documents(Echo(), [document])
    spans = [((3, 4), 0.9), ((350, 352), 0.8), ((699, 700), 0.7)]
    anchors = place_anchors(encoded, 0, spans)
    for anchor, (span, prob) in zip(anchors, spans, strict=True):
        window = encoded.windows[anchor.window]
        assert window.start <= span[0] < span[1] <= window.end
        assert anchor.prob == prob
    middle = encoded.windows[anchors[1].window]
    assert min(350 - middle.start, middle.end - 352) > (WINDOW_BODY - 190) // 2


def test_readings_come_in_the_order_of_their_anchors() -> None:
    document = pieces(700)
    encoded = encode_documents(Echo(), [document])
    spans = [((i, i + 1), 1.0) for i in (650, 3, 300, 40)]
    readings = read_anchors(
        Echo(), encoded, place_anchors(encoded, 0, spans), task="contact", batch=2
    )
    for reading, ((start, _), _) in zip(readings, spans, strict=True):
        assert reading.roles[:, 0].argmax() + reading.start == start
        assert reading.labels["stance"].argmax() == 0

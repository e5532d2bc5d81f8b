"""Small labelled texts about invented people, with made-up word-pieces."""

import numpy as np

from onrecord.read.mention_pairs import MentionTable
from onrecord.read.pieces import Pieces
from training.examples import Anchor, Example, MentionLabels


def make_pieces(n: int) -> Pieces:
    """Make ``n`` one-piece words in a row."""
    places = np.arange(n, dtype=np.int64)
    zeros = np.zeros(n, dtype=np.int64)
    return Pieces(
        ids=2000 + places,
        starts=2 * places,
        ends=2 * places + 1,
        inner=zeros.astype(bool),
        shapes=zeros,
        breaks=np.minimum(places, 1),
        quotes=zeros,
    )


def make_example(n: int = 40, *, labelled: bool = True) -> Example:
    """Make a text with one attribution, one contact and two mentions of someone."""
    table = MentionTable(
        starts=np.array([2, 20]),
        ends=np.array([4, 21]),
        forms=np.array([0, 2]),
        kinds=np.array([0, 3]),
        words=(("bea", "orr"), ("she",)),
    )
    said = Anchor(
        "attribution",
        ((5, 6),),
        (("source", 2, 4), ("content", 7, 12)) if labelled else None,
        {"stance": 1} if labelled else {},
    )
    met = Anchor("contact", ((22, 23),), (("party", 20, 21),) if labelled else None)
    example = Example(
        "orr",
        make_pieces(n),
        anchors=(said, met),
        mentions=MentionLabels(table, np.array([0, 0]), (1,), float(labelled)),
    )
    if not labelled:
        return example
    return Example(
        "orr",
        make_pieces(n),
        anchors=(said, met),
        roles=(("source", 2, 4), ("cue", 5, 6), ("content", 7, 12)),
        names=(("person", 2, 4),),
        mentions=example.mentions,
    )

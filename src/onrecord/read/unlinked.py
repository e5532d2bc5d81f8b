"""Contents whose cue was not found: quotations that nobody visible says."""

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.read.anchors import PieceSpan
from onrecord.read.cue_scores import ROLE_CONTENT
from onrecord.read.decode import FloatArray, IntArray, spans_of
from onrecord.read.relations import Linked
from onrecord.read.tags import ROLE_TAGS

# What the role head must be this sure of, and how many pieces long, to be kept without
# a cue. Chosen on the dev part of PolNeAR (see the model card).
_LEAST_PROB, _SHORTEST = 0.8, 4
_MOST_CLAIMED = 0.1


def unlinked_contents(
    roles: FloatArray, tagged: IntArray, links: Sequence[Linked]
) -> Iterator[tuple[PieceSpan, float]]:
    """Find contents that no attribution holds although they surely are somebody's.

    A quotation whose speaker cannot be told is better shown as such than lost.

    Args:
        roles: ``(n_pieces, 7)`` log-probabilities of the role tags.
        tagged: ``(n_pieces,)`` the best of them, indices into `ROLE_TAGS`.
        links: The attributions found in it.

    Yields:
        The span of pieces and the mean probability of its tags.
    """
    claimed = np.zeros(len(tagged), dtype=bool)
    for link in links:
        for start, end in (link.reading.anchor.span, *link.source, *link.content):
            claimed[start:end] = True
    probs = np.exp(roles[:, ROLE_CONTENT]).sum(axis=1)
    for role, start, end in spans_of(tagged, ROLE_TAGS):
        prob = float(probs[start:end].mean())
        long_enough = end - start >= _SHORTEST and prob >= _LEAST_PROB
        free = claimed[start:end].mean() <= _MOST_CLAIMED
        if role == "content" and long_enough and free:
            yield (start, end), prob

"""Contacts as the network sees them: triggers, and what belongs to each."""

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.core import Modality, Span
from onrecord.read.anchors import PieceSpan, Reading, place_anchors, read_anchors
from onrecord.read.decode import FloatArray, best_tags_by_line, spans_of
from onrecord.read.found import ContactSeen
from onrecord.read.network import Encoded, Network
from onrecord.read.pieces import Pieces
from onrecord.read.tags import (
    CONTACT_KINDS,
    CONTACT_TAGS,
    MODALITIES,
    NO_CONTACT,
)

# Pieces less likely than this to name a contact are not looked at.
_LEAST_TRIGGER = 0.1


def see_contacts(
    network: Network, encoded: Encoded, documents: Sequence[Pieces]
) -> tuple[tuple[ContactSeen, ...], ...]:
    """Find the contacts of each document of a batch.

    Args:
        network: The weights.
        encoded: What the encoder says of them.
        documents: Their pieces.

    Returns:
        For each document its contacts by the place of their triggers, the unlikely
        ones too.
    """
    anchors = [
        anchor
        for document, pieces in enumerate(documents)
        for anchor in place_anchors(
            encoded, document, _triggers(encoded.tags["triggers"][document], pieces)
        )
    ]
    found: list[list[ContactSeen]] = [[] for _ in documents]
    for reading in read_anchors(network, encoded, anchors, task="contact"):
        document = reading.anchor.document
        found[document].append(_to_seen(reading, documents[document]))
    return tuple(map(tuple, found))


def _triggers(scores: FloatArray, pieces: Pieces) -> list[tuple[PieceSpan, float]]:
    """Find runs of whole words that may name a contact, each with its best chance."""
    probs = 1 - np.exp(scores[:, 0])
    word = np.cumsum(~pieces.inner)
    likely = np.flatnonzero(probs >= _LEAST_TRIGGER)
    spans: list[tuple[PieceSpan, float]] = []
    for piece in likely.tolist():
        start = int(np.searchsorted(word, word[piece], side="left"))
        end = int(np.searchsorted(word, word[piece], side="right"))
        begins = scores[piece, 1] >= scores[piece, 2]
        prob = float(probs[piece])
        if (
            spans
            and start <= spans[-1][0][1]
            and (not begins or start < spans[-1][0][1])
        ):
            (first, last), before = spans.pop()
            spans.append(((first, max(last, end)), max(before, prob)))
        else:
            spans.append(((start, end), prob))
    return spans


def _to_seen(reading: Reading, pieces: Pieces) -> ContactSeen:
    place = slice(reading.start, reading.start + len(reading.contacts))
    own = pieces.part(place.start, place.stop)
    tagged = best_tags_by_line(
        reading.contacts, own.inner, own.line_starts, tags=CONTACT_TAGS
    )
    spans = spans_of(tagged, CONTACT_TAGS)
    trigger = reading.anchor.span
    at = trigger[0] - reading.start
    kinds = np.exp(reading.labels["contact"])
    modalities = np.exp(reading.labels["modality"])
    some = 1 - float(modalities[MODALITIES.index(NO_CONTACT)])
    return ContactSeen(
        trigger=pieces.chars(trigger),
        parties=tuple(own.chars((s, e)) for label, s, e in spans if label == "party"),
        time=_nearest(own, spans, role="time", at=at),
        place=_nearest(own, spans, role="place", at=at),
        topic=_nearest(own, spans, role="topic", at=at),
        kinds=dict(zip(CONTACT_KINDS, kinds.tolist(), strict=True)),
        modalities={m: float(modalities[i]) / max(some, 1e-6) for i, m in _held()},
        prob=(reading.anchor.prob * some) ** 0.5,
    )


def _held() -> Iterator[tuple[int, Modality]]:
    for i, modality in enumerate(MODALITIES):
        if isinstance(modality, Modality):
            yield i, modality


def _nearest(
    pieces: Pieces, spans: Sequence[tuple[str, int, int]], *, role: str, at: int
) -> Span | None:
    """Give the span of a role that is nearest to the trigger, None without one."""
    own = [(s, e) for label, s, e in spans if label == role]
    return pieces.chars(min(own, key=lambda s: abs(s[0] - at))) if own else None

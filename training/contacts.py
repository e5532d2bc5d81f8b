"""Labels of stances, speakers and contacts, as anchors to read PolNeAR articles for."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.read.contact_triggers import contact_words
from onrecord.read.pieces import Pieces, pieces_under
from onrecord.read.tags import (
    CONTACT_KINDS,
    MODALITIES,
    NO_CONTACT,
    SPEAKER_KINDS,
    STANCES,
)
from training.examples import Anchor, Labelled, labelled_under

FILES = {"train": ("train_random.jsonl", "train_dense.jsonl"), "dev": ("dev.jsonl",)}
# Words that often name a contact and here do not: so many of them to a text.
MOST_NEGATIVES = 16


def load_labels(data: Path, part: str) -> dict[str, dict[str, Any]]:
    """Load the labelled articles of a part, by name (see ``contacts/README.md``)."""
    rows = {}
    for name in FILES[part]:
        lines = (data / "contacts" / name).read_text(encoding="utf-8").splitlines()
        rows |= {row["doc"]: row for row in map(json.loads, lines)}
    return rows


def stance_labels(row: dict[str, Any]) -> dict[str, int]:
    """Give an attribution's stance and kind of speaker as class numbers."""
    kind = speaker_kind(row["speaker"])
    return {
        "stance": STANCES.index(row["stance"]),
        "speaker": SPEAKER_KINDS.index(kind),
    }


def speaker_kind(speaker: str) -> str:
    """Tell what sort of speaker a label names.

    Example:
        >>> [speaker_kind(s) for s in ("Bea Orr", "anonymous: two aides", "unknown")]
        ['named', 'anonymous', 'unknown']
    """
    head = speaker.split(":", maxsplit=1)[0]
    return head if head in SPEAKER_KINDS else "named"


def contact_anchors(
    text: str, pieces: Pieces, contacts: list[dict[str, Any]]
) -> tuple[tuple[Anchor, ...], Labelled]:
    """Make an anchor of each contact, and of words that name none here.

    Returns:
        The anchors, and where the contacts' triggers stand.
    """
    anchors, triggers = [], []
    for contact in contacts:
        place = pieces_under(pieces, *contact["trigger"])
        if place is None:
            continue
        triggers.append(("trigger", *place))
        labels = {
            "modality": MODALITIES.index(contact["modality"]),
            "contact": CONTACT_KINDS.index(contact["kind"]),
        }
        anchors.append(Anchor("contact", (place,), _parts(pieces, contact), labels))
    taken = {piece for _, start, end in triggers for piece in range(start, end)}
    none = {"modality": MODALITIES.index(NO_CONTACT)}
    matches = (m for m in trigger_words().finditer(text))
    places = (pieces_under(pieces, *match.span()) for match in matches)
    free = [p for p in places if p is not None and not taken.intersection(range(*p))]
    step = max(1, len(free) // MOST_NEGATIVES)
    anchors += [Anchor("contact", (p,), None, none) for p in free[::step]]
    return tuple(anchors), tuple(triggers)


def _parts(pieces: Pieces, contact: dict[str, Any]) -> Labelled:
    """List a contact's circumstances and parties; parties win where they overlap."""
    spans = [
        (part, *contact[part])
        for part in ("topic", "place", "time")
        if contact[part] is not None
    ]
    spans += [
        ("party", *party["span"])
        for party in contact["parties"]
        if party["span"] is not None
    ]
    return labelled_under(pieces, spans)


@cache
def trigger_words() -> re.Pattern[str]:
    """Match the verbs and nouns that often name a contact."""
    words = contact_words()
    forms = {" ".join(form) for form in (*words.verbs, *words.nouns)}
    ordered = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(ordered)})\b", re.IGNORECASE)

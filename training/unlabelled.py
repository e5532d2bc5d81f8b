"""Articles without labels: where to look in them, as an earlier reader proposes.

What belongs to each cue and contact, who is meant, and all the rest is left to the
teachers that train the network (see `training.losses`).
"""

import gzip
import json
import random
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from onrecord.core import Span, normalise
from onrecord.read.anchors import PieceSpan
from onrecord.read.contact_scores import see_contacts
from onrecord.read.cue_scores import find_cues
from onrecord.read.decode import best_tags_by_line, spans_of
from onrecord.read.mention_words import find_pronouns, is_pronoun
from onrecord.read.model import Model
from onrecord.read.network import Encoded, encode_documents
from onrecord.read.pieces import Pieces, encode_pieces, pieces_under
from onrecord.read.tags import KIND_TAGS, ROLE_TAGS
from training.contacts import trigger_words
from training.examples import Anchor, Example
from training.people import Row, build_mentions

# Of each article so many pieces: leads and first quotations are worth most.
MOST_PIECES = 1300


def load_texts(articles: Path, n: int, seed: int) -> list[str]:
    """Draw articles from a file of JSON lines that have a ``text``."""
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    random.Random(seed).shuffle(texts)
    return texts[:n]


def propose(model: Model, name: str, text: str) -> Example | None:
    """Mark in a text what its readings shall be taught for; None if it is empty.

    Args:
        model: An earlier reader.
        name: The text's.
        text: An article; what is past `MOST_PIECES` is cut off at a line's end.
    """
    text, pieces = _shortened(model, normalise(text).text)
    if not len(pieces):
        return None
    encoded = encode_documents(model.network, [pieces])
    roles = _decoded(encoded, pieces, "roles")
    cues = [anchor.span for anchor in find_cues(encoded, [roles])]
    contacts = see_contacts(model.network, encoded, [pieces])[0]
    triggers = _places(pieces, [seen.trigger for seen in contacts])
    triggers += _places(pieces, _lexicon_triggers(text))
    anchors = [Anchor("attribution", (span,)) for span in dict.fromkeys(cues)]
    anchors += [Anchor("contact", (span,)) for span in dict.fromkeys(triggers)]
    asked = [
        pieces.chars((start, end))
        for label, start, end in spans_of(roles, ROLE_TAGS)
        if label == "source"
    ]
    asked += [party for seen in contacts for party in seen.parties]
    rows = _rows(encoded, pieces, text, asked=asked)
    queried = {(row[0], row[1]) for row in rows if row[2] != "name"}
    mentions = build_mentions(text, pieces, rows, queried=queried, weight=0.0)
    return Example(name, pieces, anchors=tuple(anchors), mentions=mentions)


def _shortened(model: Model, text: str) -> tuple[str, Pieces]:
    pieces = encode_pieces(model.tokenizer, text)
    if len(pieces) > MOST_PIECES:
        end = int(pieces.ends[MOST_PIECES - 1])
        line_end = text.rfind("\n", 0, end)
        text = text[: line_end if line_end > 0 else end]
        pieces = encode_pieces(model.tokenizer, text)
    return text, pieces


def _decoded(encoded: Encoded, pieces: Pieces, head: str) -> np.ndarray:
    tags = ROLE_TAGS if head == "roles" else KIND_TAGS
    return best_tags_by_line(
        encoded.tags[head][0], pieces.inner, pieces.line_starts, tags=tags
    )


def _rows(
    encoded: Encoded, pieces: Pieces, text: str, *, asked: Iterable[Span]
) -> list[Row]:
    """List names, sources, parties, descriptions and pronouns, each place once."""
    rows: dict[Span, Row] = {}
    for head, form in (("names", "name"), ("nominals", "nominal")):
        for kind, start, end in spans_of(_decoded(encoded, pieces, head), KIND_TAGS):
            span = pieces.chars((start, end))
            rows.setdefault(span, (span.start, span.end, form, kind, None))
    for span in asked:
        form = "pronoun" if is_pronoun(span.of(text)) else "nominal"
        rows.setdefault(span, (span.start, span.end, form, "other", None))
    for span in find_pronouns(text):
        rows.setdefault(span, (span.start, span.end, "pronoun", "other", None))
    return list(rows.values())


def _lexicon_triggers(text: str) -> list[Span]:
    return [Span(*match.span()) for match in trigger_words().finditer(text)]


def _places(pieces: Pieces, spans: Iterable[Span]) -> list[PieceSpan]:
    found = (pieces_under(pieces, span.start, span.end) for span in spans)
    return [place for place in found if place is not None]

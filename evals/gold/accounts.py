"""Events and contacts of articles about one story, labelled for onrecord."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.core import Document, Span, make_document


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that an article tells, named once however often it is told.

    Attributes:
        kind: One of the words of `onrecord.core.EventKind`.
        span: The evidence.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class GoldContact:
    """A contact that an article tells.

    Attributes:
        modality: One of the words of `onrecord.core.Modality`.
        evidence: Every place that tells it.
    """

    modality: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An article with what it tells.

    Attributes:
        document: The article.
        events: What happened besides contacts.
        contacts: Who was in touch.
    """

    document: Document
    events: tuple[GoldEvent, ...]
    contacts: tuple[GoldContact, ...]


@cache
def load_accounts(labels: Path, articles: Path) -> tuple[Told, ...]:
    """Read labels with their articles.

    Args:
        labels: One article a line, by its id.
        articles: One article a line, with ``id`` and ``text``.
    """
    texts = {row["id"]: row["text"] for row in read_rows(articles)}
    return tuple(_to_told(row, texts[row["doc"]]) for row in read_rows(labels))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read a file of one JSON object a line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def _to_told(row: dict[str, Any], text: str) -> Told:
    return Told(
        document=make_document(row["doc"], text),
        events=tuple(GoldEvent(e["kind"], Span(*e["span"])) for e in row["events"]),
        contacts=tuple(
            GoldContact(c["modality"], tuple(Span(*one) for one in c["evidence"]))
            for c in row["contacts"]
        ),
    )

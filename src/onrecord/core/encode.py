"""From a record to plain JSON values."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from onrecord.core.annotations import (
    Attribution,
    Contact,
    Entity,
    Event,
    Issue,
    Mention,
    Tenure,
    TimeExpression,
)
from onrecord.core.document import Document
from onrecord.core.record import Record
from onrecord.core.span import Span

__all__ = ["Json", "document_to_json", "to_json"]

#: A JSON object, decoded.
Json = dict[str, Any]


def to_json(record: Record) -> Json:
    """Give a record as plain JSON values.

    Args:
        record: The record.

    Returns:
        Dicts, lists, strings, numbers, booleans and None, in the published order.
    """
    return {
        "doc": document_to_json(record.document),
        "entities": [_entity(entity) for entity in record.entities],
        "mentions": [_mention(mention) for mention in record.mentions],
        "times": [_time(time) for time in record.times],
        "attributions": [_attribution(item) for item in record.attributions],
        "contacts": [_contact(contact) for contact in record.contacts],
        "events": [_event(event) for event in record.events],
        "tenures": [_tenure(tenure) for tenure in record.tenures],
        "issues": [_issue(issue) for issue in record.issues],
        "reader": {
            "name": record.reader.name,
            "version": record.reader.version,
            "weights": record.reader.weights,
        },
    }


def document_to_json(document: Document) -> Json:
    """Give what a record's JSON tells of its document: everything but the text.

    Args:
        document: The document.

    Returns:
        The value of the record's ``"doc"``.
    """
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "byline": document.byline,
        "published": _day(document.published),
        "language": document.language,
        "sha256": document.sha256,
        "length": document.length,
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": str(entity.kind),
        "name": entity.name,
        "aliases": list(entity.aliases),
    }


def _mention(mention: Mention) -> Json:
    return {
        "id": mention.id,
        "span": mention.span.to_json(),
        "form": str(mention.form),
        "entity": mention.entity,
    }


def _time(time: TimeExpression) -> Json:
    return {
        "id": time.id,
        "span": time.span.to_json(),
        "earliest": _day(time.range.earliest),
        "latest": _day(time.range.latest),
    }


def _attribution(attribution: Attribution) -> Json:
    return {
        "id": attribution.id,
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "form": str(attribution.form),
        "stance": str(attribution.stance),
        "speaker": attribution.speaker,
        "speaker_rule": attribution.rule,
        "anonymous": attribution.anonymous,
        "addressee": attribution.addressee,
        "time": attribution.time,
        "confidence": float(attribution.confidence),
    }


def _contact(contact: Contact) -> Json:
    return {
        "id": contact.id,
        "trigger": contact.trigger.to_json(),
        "kind": str(contact.kind),
        "parties": [
            {"span": _span(party.span), "entity": party.entity}
            for party in contact.parties
        ],
        "modality": str(contact.modality),
        "time": contact.time,
        "place": _span(contact.place),
        "topic": _span(contact.topic),
        "by": contact.by,
        "confidence": float(contact.confidence),
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "kind": str(event.kind),
        "trigger": event.trigger.to_json(),
        "roles": [
            {"role": role.role, "span": _span(role.span), "entity": role.entity}
            for role in event.roles
        ],
        "modality": str(event.modality),
        "time": event.time,
        "by": event.by,
        "confidence": float(event.confidence),
    }


def _tenure(tenure: Tenure) -> Json:
    return {
        "id": tenure.id,
        "entity": tenure.entity,
        "title": tenure.title.to_json(),
        "of": tenure.of,
        "earliest": _day(tenure.earliest),
        "latest": _day(tenure.latest),
    }


def _issue(issue: Issue) -> Json:
    return {"code": issue.code, "span": _span(issue.span), "message": issue.message}


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [span.to_json() for span in spans]


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else span.to_json()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

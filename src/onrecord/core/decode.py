"""From plain JSON values back to a record, refusing whatever is not one."""

from onrecord.core.annotations import (
    Attribution,
    Contact,
    Entity,
    Event,
    Issue,
    Mention,
    Party,
    ReaderInfo,
    Role,
    Tenure,
    TimeExpression,
)
from onrecord.core.dates import DateRange
from onrecord.core.document import Document
from onrecord.core.errors import CodecError
from onrecord.core.json_node import JsonNode
from onrecord.core.labels import (
    ContactKind,
    EntityKind,
    EventKind,
    MentionForm,
    Modality,
    QuoteForm,
    Stance,
)
from onrecord.core.record import Record

__all__ = ["from_json"]

_LISTS = (
    "entities",
    "mentions",
    "times",
    "attributions",
    "contacts",
    "events",
    "tenures",
    "issues",
)


def from_json(data: object, document: Document) -> Record:
    """Build a record from decoded JSON.

    Args:
        data: What `to_json` gave.
        document: The document that the record was read from. The record takes its
            metadata from here; the JSON's id, digest and length have to be its own.

    Returns:
        The record.

    Raises:
        CodecError: The JSON is no record, holds an unknown key or label, breaks an
            invariant, or is the record of another text. The message names the path.
    """
    root = JsonNode(data)
    root.only("doc", *_LISTS, "reader")
    _check_document(root.key("doc"), document)
    return root.build(
        lambda: Record(
            document,
            entities=root.key("entities").items(_entity),
            mentions=root.key("mentions").items(_mention),
            times=root.key("times").items(_time),
            attributions=root.key("attributions").items(_attribution),
            contacts=root.key("contacts").items(_contact),
            events=root.key("events").items(_event),
            tenures=root.key("tenures").items(_tenure),
            issues=root.key("issues").items(_issue),
            reader=_reader(root.key("reader")),
        )
    )


def _check_document(node: JsonNode, document: Document) -> None:
    node.only(
        "id",
        "name",
        "title",
        "url",
        "publisher",
        "byline",
        "published",
        "language",
        "sha256",
        "length",
    )
    for name, own in (
        ("id", document.id),
        ("sha256", document.sha256),
        ("length", document.length),
    ):
        if node.key(name).value != own:
            raise CodecError(
                f"doc.{name} is {node.key(name).value!r}, but {document.name!r} has "
                f"{own!r}; give the document that the record was read from"
            )


def _entity(node: JsonNode) -> Entity:
    node.only("id", "kind", "name", "aliases")
    return Entity(
        id=node.key("id").string(),
        kind=node.key("kind").member(EntityKind),
        name=node.key("name").string(),
        aliases=node.key("aliases").items(JsonNode.string),
    )


def _mention(node: JsonNode) -> Mention:
    node.only("id", "span", "form", "entity")
    return Mention(
        id=node.key("id").string(),
        span=node.key("span").span(),
        form=node.key("form").member(MentionForm),
        entity=node.key("entity").optional(JsonNode.string),
    )


def _time(node: JsonNode) -> TimeExpression:
    node.only("id", "span", "earliest", "latest")
    earliest = node.key("earliest").optional(JsonNode.day)
    latest = node.key("latest").optional(JsonNode.day)
    return TimeExpression(
        id=node.key("id").string(),
        span=node.key("span").span(),
        range=node.build(lambda: DateRange(earliest, latest)),
    )


def _attribution(node: JsonNode) -> Attribution:
    node.only(
        "id",
        "source",
        "cue",
        "content",
        "form",
        "stance",
        "speaker",
        "speaker_rule",
        "anonymous",
        "addressee",
        "time",
        "confidence",
    )
    return node.build(
        lambda: Attribution(
            id=node.key("id").string(),
            source=node.key("source").items(JsonNode.span),
            cue=node.key("cue").items(JsonNode.span),
            content=node.key("content").items(JsonNode.span),
            form=node.key("form").member(QuoteForm),
            stance=node.key("stance").member(Stance),
            speaker=node.key("speaker").optional(JsonNode.string),
            anonymous=node.key("anonymous").boolean(),
            addressee=node.key("addressee").optional(JsonNode.string),
            time=node.key("time").optional(JsonNode.string),
            confidence=node.key("confidence").number(),
            rule=node.key("speaker_rule").optional(JsonNode.string),
        )
    )


def _party(node: JsonNode) -> Party:
    node.only("span", "entity")
    span = node.key("span").optional(JsonNode.span)
    entity = node.key("entity").optional(JsonNode.string)
    return node.build(lambda: Party(span, entity))


def _contact(node: JsonNode) -> Contact:
    node.only(
        "id",
        "trigger",
        "kind",
        "parties",
        "modality",
        "time",
        "place",
        "topic",
        "by",
        "confidence",
    )
    return node.build(
        lambda: Contact(
            id=node.key("id").string(),
            trigger=node.key("trigger").span(),
            kind=node.key("kind").member(ContactKind),
            parties=node.key("parties").items(_party),
            modality=node.key("modality").member(Modality),
            time=node.key("time").optional(JsonNode.string),
            place=node.key("place").optional(JsonNode.span),
            topic=node.key("topic").optional(JsonNode.span),
            by=node.key("by").optional(JsonNode.string),
            confidence=node.key("confidence").number(),
        )
    )


def _role(node: JsonNode) -> Role:
    node.only("role", "span", "entity")
    role = node.key("role").string()
    span = node.key("span").optional(JsonNode.span)
    entity = node.key("entity").optional(JsonNode.string)
    return node.build(lambda: Role(role, span, entity))


def _event(node: JsonNode) -> Event:
    node.only("id", "kind", "trigger", "roles", "modality", "time", "by", "confidence")
    return node.build(
        lambda: Event(
            id=node.key("id").string(),
            kind=node.key("kind").member(EventKind),
            trigger=node.key("trigger").span(),
            roles=node.key("roles").items(_role),
            modality=node.key("modality").member(Modality),
            time=node.key("time").optional(JsonNode.string),
            by=node.key("by").optional(JsonNode.string),
            confidence=node.key("confidence").number(),
        )
    )


def _tenure(node: JsonNode) -> Tenure:
    node.only("id", "entity", "title", "of", "earliest", "latest")
    return node.build(
        lambda: Tenure(
            id=node.key("id").string(),
            entity=node.key("entity").string(),
            title=node.key("title").span(),
            of=node.key("of").optional(JsonNode.string),
            earliest=node.key("earliest").optional(JsonNode.day),
            latest=node.key("latest").optional(JsonNode.day),
        )
    )


def _issue(node: JsonNode) -> Issue:
    node.only("code", "span", "message")
    return Issue(
        code=node.key("code").string(),
        span=node.key("span").optional(JsonNode.span),
        message=node.key("message").string(),
    )


def _reader(node: JsonNode) -> ReaderInfo:
    node.only("name", "version", "weights")
    return ReaderInfo(
        name=node.key("name").string(),
        version=node.key("version").string(),
        weights=node.key("weights").optional(JsonNode.string),
    )

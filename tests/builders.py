"""Small documents and records for tests, built from words instead of offsets.

Every person, place and outlet here is invented.
"""

from datetime import date
from typing import Unpack

from onrecord.core import (
    Attribution,
    Contact,
    ContactKind,
    DateRange,
    Document,
    Entity,
    EntityKind,
    Event,
    EventKind,
    Issue,
    Mention,
    MentionForm,
    Metadata,
    Modality,
    Party,
    QuoteForm,
    ReaderInfo,
    Record,
    Role,
    Span,
    Stance,
    Tenure,
    TimeExpression,
    content_id,
    make_document,
)

READER = ReaderInfo("test", "0")

FULL_TEXT = (
    'Ann Example, the foreign minister, resigned in February. "I never met Bo," '
    "she told the Harbour Post, but aides said they met in Port Null about tariffs."
)


def make_doc(
    text: str = "Ann met Bo.", *, name: str = "a.txt", **metadata: Unpack[Metadata]
) -> Document:
    """Build a document."""
    return make_document(name, text, **metadata)


def find(doc: Document, words: str, nth: int = 0) -> Span:
    """Give the place of the nth occurrence of some words, counting from 0."""
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(words, start + 1)
    return Span(start, start + len(words))


def find_all(doc: Document, words: str | tuple[str, ...]) -> tuple[Span, ...]:
    """Give the first place of each piece of words; none for the empty string."""
    pieces = (words,) if isinstance(words, str) else words
    return tuple(find(doc, piece) for piece in pieces if piece)


def make_entity(
    doc: Document,
    name: str,
    kind: EntityKind = EntityKind.PERSON,
    *,
    aliases: tuple[str, ...] = (),
) -> Entity:
    """Build an entity."""
    return Entity(content_id("ety", doc.id, kind, name), kind, name, aliases)


def make_mention(
    doc: Document,
    words: str,
    entity: Entity | None = None,
    *,
    form: MentionForm = MentionForm.NAME,
    nth: int = 0,
) -> Mention:
    """Build a mention of the nth occurrence of some words."""
    span = find(doc, words, nth)
    return Mention(
        content_id("men", doc.id, span), span, form, entity.id if entity else None
    )


def make_time(doc: Document, words: str, days: DateRange) -> TimeExpression:
    """Build a time expression."""
    span = find(doc, words)
    return TimeExpression(content_id("tim", doc.id, span), span, days)


def make_attribution(
    doc: Document,
    *,
    source: str | tuple[str, ...] = "",
    cue: str | tuple[str, ...] = "",
    content: str | tuple[str, ...] = "",
    speaker: Entity | None = None,
    **more: object,
) -> Attribution:
    """Build an attribution; ``more`` overrides any other field."""
    spans = [find_all(doc, words) for words in (source, cue, content)]
    values = {
        "form": QuoteForm.INDIRECT,
        "stance": Stance.STATES,
        "speaker": speaker.id if speaker else None,
        "rule": "name" if speaker else None,
        **more,
    }
    return Attribution(content_id("att", doc.id, *spans), *spans, **values)  # type: ignore[arg-type]


def make_contact(
    doc: Document, trigger: str, parties: tuple[Party, ...], **more: object
) -> Contact:
    """Build a contact; ``more`` overrides any other field."""
    span = find(doc, trigger)
    values = {
        "kind": ContactKind.MEETING,
        "modality": Modality.HAPPENED,
        "parties": parties,
        **more,
    }
    contact_id = content_id("con", doc.id, span, values["kind"], parties)
    return Contact(contact_id, span, **values)  # type: ignore[arg-type]


def make_event(
    doc: Document, trigger: str, roles: tuple[Role, ...], **more: object
) -> Event:
    """Build an event; ``more`` overrides any other field."""
    span = find(doc, trigger)
    values = {"kind": EventKind.RESIGNATION, "modality": Modality.HAPPENED, **more}
    event_id = content_id("evt", doc.id, span, values["kind"], roles)
    return Event(event_id, trigger=span, roles=roles, **values)  # type: ignore[arg-type]


def make_tenure(
    doc: Document, entity: Entity, title: str, **more: date | str | None
) -> Tenure:
    """Build a tenure; ``more`` gives ``of``, ``earliest`` and ``latest``."""
    span = find(doc, title)
    tenure_id = content_id("ten", doc.id, entity.id, span)
    return Tenure(tenure_id, entity.id, span, **more)  # type: ignore[arg-type]


def make_record(doc: Document | None = None, **parts: object) -> Record:
    """Build a record; without parts an empty one."""
    return Record(doc or make_doc(), **{"reader": READER, **parts})  # type: ignore[arg-type]


def make_full_record() -> Record:
    """Build a record that has at least one of everything."""
    doc = make_doc(
        FULL_TEXT,
        name="minister.txt",
        title="Minister resigns",
        url="https://harbour-post.example/minister",
        publisher="The Harbour Post",
        byline="By Cy Sample",
        published=date(2017, 3, 12),
        language="en",
    )
    ann = make_entity(doc, "Ann Example", aliases=("Ann",))
    bo = make_entity(doc, "Bo")
    post = make_entity(doc, "Harbour Post", EntityKind.ORGANISATION)
    february = make_time(doc, "in February", DateRange.month(2017, 2))
    denial = make_attribution(
        doc,
        source="she",
        cue="told",
        content='"I never met Bo,"',
        speaker=ann,
        form=QuoteForm.DIRECT,
        stance=Stance.DENIES,
        addressee=post.id,
        confidence=0.9,
    )
    aides = make_attribution(
        doc,
        source="aides",
        cue="said",
        content=("they met in Port Null", "about tariffs"),
        anonymous=True,
    )
    return make_record(
        doc,
        entities=(ann, bo, post),
        mentions=(
            make_mention(doc, "Ann Example", ann),
            make_mention(doc, "she", ann, form=MentionForm.PRONOUN),
            make_mention(doc, "aides", form=MentionForm.NOMINAL),
        ),
        times=(february,),
        attributions=(denial, aides),
        contacts=(
            make_contact(
                doc,
                "met Bo",
                (Party(find(doc, "I"), ann.id), Party(find(doc, "Bo"), bo.id)),
                modality=Modality.DENIED,
                by=denial.id,
            ),
            make_contact(
                doc,
                "met in",
                (Party(find(doc, "they")), Party(entity=bo.id)),
                modality=Modality.ALLEGED,
                time=february.id,
                place=find(doc, "Port Null"),
                topic=find(doc, "tariffs"),
                by=aides.id,
                confidence=0.5,
            ),
        ),
        events=(
            make_event(
                doc,
                "resigned",
                (Role("holder", find(doc, "Ann Example"), ann.id),),
                time=february.id,
            ),
        ),
        tenures=(make_tenure(doc, ann, "foreign minister", latest=date(2017, 2, 28)),),
        issues=(
            Issue("unresolved", find(doc, "they"), "who they are is not told"),
            Issue("no-model", None, "read by hand"),
        ),
        reader=ReaderInfo("test", "0", "sha256:0"),
    )

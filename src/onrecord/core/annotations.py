"""What a reader finds in a document: each item frozen, each resting on spans.

Every annotation answers two questions in the same way, so that checks, evidence and
exports need not know the kinds apart: `passages` gives its spans with the role that
each plays, `references` the ids of the other annotations that it needs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from onrecord.core.dates import DateRange
from onrecord.core.errors import DataError
from onrecord.core.labels import (
    ContactKind,
    EntityKind,
    EventKind,
    MentionForm,
    Modality,
    QuoteForm,
    Stance,
)
from onrecord.core.span import Span

__all__ = [
    "Annotation",
    "Attribution",
    "Contact",
    "Entity",
    "Event",
    "Issue",
    "Mention",
    "Party",
    "ReaderInfo",
    "Role",
    "Tenure",
    "TimeExpression",
]

_T = TypeVar("_T")

Passages = Iterator[tuple[str, Span]]
References = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something of one document, after resolution within it.

    Attributes:
        id: ``content_id("ety", document.id, kind, name)``.
        kind: Person, organisation, group or place.
        name: The fullest name that the document gives.
        aliases: Its other names in the document, without ``name``.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that refers to someone or something.

    Attributes:
        id: ``content_id("men", document.id, span)``.
        span: The passage.
        form: Name, description or pronoun.
        entity: Id of whom it refers to; None when that was not resolved.
    """

    id: str
    span: Span
    form: MentionForm
    entity: str | None = None

    def passages(self) -> Passages:
        """Give each span with its role."""
        yield "mention", self.span

    def references(self) -> References:
        """Give the kind and id of each annotation that this one needs."""
        yield from _present("entity", self.entity)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, and the days that they can mean.

    Attributes:
        id: ``content_id("tim", document.id, span)``.
        span: The words.
        range: The days; both bounds None where no publication date tells the year.
    """

    id: str
    span: Span
    range: DateRange

    def passages(self) -> Passages:
        """Give each span with its role."""
        yield "time", self.span

    def references(self) -> References:
        """Give the kind and id of each annotation that this one needs."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is given as saying or holding what: a source, a cue and a content.

    Attributes:
        id: ``content_id("att", document.id, source, cue, content)``.
        source: The words that name who speaks; may be several passages or none.
        cue: The words that make it an attribution, such as "said".
        content: What is said or held; may be several passages.
        form: Direct, indirect or mixed quotation.
        stance: What the source does with the content.
        speaker: Entity id of the source; None when unknown.
        anonymous: The document keeps the source unnamed.
        addressee: Entity id of whom it was said to, if the document tells.
        time: Time expression id of when it was said, if the document tells.
        confidence: Between 0 and 1.
        rule: Name of the rule that found the speaker; None when there is no speaker.

    Raises:
        DataError: Neither cue nor content, spans of a role out of order or overlapping,
            or a confidence outside [0, 1].
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: QuoteForm
    stance: Stance
    speaker: str | None = None
    anonymous: bool = False
    addressee: str | None = None
    time: str | None = None
    confidence: float = 1.0
    rule: str | None = None

    def __post_init__(self) -> None:
        if not self.cue and not self.content:
            raise DataError(
                f"attribution {self.id!r} has neither cue nor content; "
                "a source alone says nothing"
            )
        for role in (self.source, self.cue, self.content):
            _check_order(self.id, role)
        _check_confidence(self.id, self.confidence)

    def passages(self) -> Passages:
        """Give each span with its role."""
        for span in self.source:
            yield "source", span
        for span in self.cue:
            yield "cue", span
        for span in self.content:
            yield "content", span

    def references(self) -> References:
        """Give the kind and id of each annotation that this one needs."""
        yield from _present("entity", self.speaker)
        yield from _present("entity", self.addressee)
        yield from _present("time", self.time)


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a contact.

    Attributes:
        span: The words that name it; None when its sentence leaves it out.
        entity: Entity id; None when not resolved.

    Raises:
        DataError: Both are None.
    """

    span: Span | None = None
    entity: str | None = None

    def __post_init__(self) -> None:
        if self.span is None and self.entity is None:
            raise DataError("a party needs a span or an entity; leave it out instead")


@dataclass(frozen=True, slots=True)
class Contact:
    """Direct communication between parties, as one passage tells it.

    Attributes:
        id: ``content_id("con", document.id, trigger, kind, parties)``.
        trigger: The words that name it, such as "met".
        kind: By what means.
        parties: Who was in touch, in the order of the text.
        modality: Whether it is told as having happened.
        time: Time expression id, if the text tells.
        place: The words that say where.
        topic: The words that say about what.
        by: Id of the attribution whose content holds it; None in the writer's voice.
        confidence: Between 0 and 1.

    Raises:
        DataError: No party, or a confidence outside [0, 1].
    """

    id: str
    trigger: Span
    kind: ContactKind
    parties: tuple[Party, ...]
    modality: Modality
    time: str | None = None
    place: Span | None = None
    topic: Span | None = None
    by: str | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.parties:
            raise DataError(f"contact {self.id!r} has no party; name at least one")
        _check_confidence(self.id, self.confidence)

    def passages(self) -> Passages:
        """Give each span with its role."""
        yield "trigger", self.trigger
        for party in self.parties:
            yield from _present("party", party.span)
        yield from _present("place", self.place)
        yield from _present("topic", self.topic)

    def references(self) -> References:
        """Give the kind and id of each annotation that this one needs."""
        for party in self.parties:
            yield from _present("entity", party.entity)
        yield from _present("time", self.time)
        yield from _present("attribution", self.by)


@dataclass(frozen=True, slots=True)
class Role:
    """Someone's part in an event.

    Attributes:
        role: Name of the part, such as ``"holder"`` or ``"office"``.
        span: The words that name who fills it; None when the sentence leaves it out.
        entity: Entity id; None when not resolved.

    Raises:
        DataError: Span and entity are both None.
    """

    role: str
    span: Span | None = None
    entity: str | None = None

    def __post_init__(self) -> None:
        if self.span is None and self.entity is None:
            raise DataError(
                f"role {self.role!r} needs a span or an entity; leave it out instead"
            )


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening other than a contact, as one passage tells it.

    Attributes:
        id: ``content_id("evt", document.id, trigger, kind, roles)``.
        kind: Which happening.
        trigger: The words that name it, such as "resigned".
        roles: Who takes part, and as what.
        modality: Whether it is told as having happened.
        time: Time expression id, if the text tells.
        by: Id of the attribution whose content holds it; None in the writer's voice.
        confidence: Between 0 and 1.

    Raises:
        DataError: A confidence outside [0, 1].
    """

    id: str
    kind: EventKind
    trigger: Span
    roles: tuple[Role, ...]
    modality: Modality
    time: str | None = None
    by: str | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        _check_confidence(self.id, self.confidence)

    def passages(self) -> Passages:
        """Give each span with its role."""
        yield "trigger", self.trigger
        for role in self.roles:
            yield from _present(role.role, role.span)

    def references(self) -> References:
        """Give the kind and id of each annotation that this one needs."""
        for role in self.roles:
            yield from _present("entity", role.entity)
        yield from _present("time", self.time)
        yield from _present("attribution", self.by)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role that a person holds or held, as one passage tells it.

    Attributes:
        id: ``content_id("ten", document.id, entity, title)``.
        entity: Id of the holder.
        title: The words that name the role, such as "foreign minister".
        of: Entity id of the organisation or country, if the text tells.
        earliest: First day of it that the text gives.
        latest: Last day of it that the text gives.

    Raises:
        DataError: ``earliest`` is after ``latest``.
    """

    id: str
    entity: str
    title: Span
    of: str | None = None
    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        DateRange(self.earliest, self.latest)  # refuses what is no range

    def passages(self) -> Passages:
        """Give each span with its role."""
        yield "title", self.title

    def references(self) -> References:
        """Give the kind and id of each annotation that this one needs."""
        yield "entity", self.entity
        yield from _present("entity", self.of)


Annotation = Mention | TimeExpression | Attribution | Contact | Event | Tenure


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that the reader could not do, said rather than passed over.

    Attributes:
        code: Stable word for the kind of issue, such as ``"unclosed-quote"``.
        span: Where; None when it concerns the whole document.
        message: What happened, for people.
    """

    code: str
    span: Span | None
    message: str


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """What made a record.

    Attributes:
        name: The reader's name, as ``--reader`` takes it.
        version: Its version.
        weights: Digest or version of its weights; None when it has none.
    """

    name: str
    version: str
    weights: str | None = None


def _present(name: str, value: _T | None) -> Iterator[tuple[str, _T]]:
    if value is not None:
        yield name, value


def _check_order(owner: str, spans: tuple[Span, ...]) -> None:
    for left, right in pairwise(spans):
        if left.end > right.start:
            raise DataError(
                f"{owner!r} has {left!r} before {right!r} in one role; "
                "sort the spans and merge those that overlap"
            )


def _check_confidence(owner: str, confidence: object) -> None:
    # NaN fails the comparison; numbers of array libraries, which JSON cannot write,
    # fail the type.
    if not (isinstance(confidence, int | float) and 0 <= confidence <= 1):
        raise DataError(
            f"{owner!r} has the confidence {confidence!r}; give a float from 0 to 1"
        )

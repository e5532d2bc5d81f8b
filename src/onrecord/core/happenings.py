"""What took place, or is said to: contacts and other events."""

from dataclasses import dataclass

from onrecord.core.errors import DataError
from onrecord.core.labels import ContactKind, EventKind, Modality
from onrecord.core.passages import (
    Passages,
    References,
    check_confidence,
    present,
)
from onrecord.core.span import Span

__all__ = ["Contact", "Event", "Party", "Role"]


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
        check_confidence(self.id, self.confidence)

    def passages(self) -> Passages:
        """Give each span with its role."""
        yield "trigger", self.trigger
        for party in self.parties:
            yield from present("party", party.span)
        yield from present("place", self.place)
        yield from present("topic", self.topic)

    def references(self) -> References:
        """Give the kind and id of each annotation that this one needs."""
        for party in self.parties:
            yield from present("entity", party.entity)
        yield from present("time", self.time)
        yield from present("attribution", self.by)


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
        check_confidence(self.id, self.confidence)

    def passages(self) -> Passages:
        """Give each span with its role."""
        yield "trigger", self.trigger
        for role in self.roles:
            yield from present(role.role, role.span)

    def references(self) -> References:
        """Give the kind and id of each annotation that this one needs."""
        for role in self.roles:
            yield from present("entity", role.entity)
        yield from present("time", self.time)
        yield from present("attribution", self.by)

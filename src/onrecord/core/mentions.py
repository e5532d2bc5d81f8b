"""Whom and what a document speaks of, and when."""

from dataclasses import dataclass
from datetime import date

from onrecord.core.dates import DateRange
from onrecord.core.labels import EntityKind, MentionForm
from onrecord.core.passages import (
    Passages,
    References,
    present,
)
from onrecord.core.span import Span

__all__ = ["Entity", "Mention", "Tenure", "TimeExpression"]


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
        yield from present("entity", self.entity)


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
        yield from present("entity", self.of)

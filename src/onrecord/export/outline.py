"""A record arranged as people read it; the text view and the page both print this.

Nothing here is new: every item holds the annotation it comes from and the exact words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.core import (
    Annotation,
    Attribution,
    Contact,
    ContactKind,
    DateRange,
    Entity,
    Event,
    Evidence,
    Issue,
    Record,
    Tenure,
)
from onrecord.core.record import GAP
from onrecord.export.passages import Passages
from onrecord.export.speakers import Speaker

__all__ = [
    "EN_DASH",
    "Account",
    "Happening",
    "Holding",
    "Located",
    "Outline",
    "Participant",
    "Person",
    "Quote",
    "SpeakerGroup",
    "Statement",
    "When",
]

#: Stands between the ends of an interval.
EN_DASH: Final = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of the article that play one role, and where they stand.

    Attributes:
        pieces: One passage, or several of a discontinuous role, in order.
        paragraph: Number of the paragraph that the first one stands in, from 1.
    """

    pieces: tuple[Evidence, ...]
    paragraph: int

    @property
    def words(self) -> str:
        """Give the words, unchanged, with " … " between two passages."""
        return GAP.join(piece.words for piece in self.pieces)

    @property
    def start(self) -> int:
        """Give where the first passage begins."""
        return self.pieces[0].span.start

    @property
    def places(self) -> str:
        """Give the passages' offsets: start and end, the end exclusive."""
        spans = [piece.span for piece in self.pieces]
        return ", ".join(f"{span.start}{EN_DASH}{span.end}" for span in spans)


@dataclass(frozen=True, slots=True)
class When:
    """A time as the article states it and as the reader understood it.

    Attributes:
        quote: The article's words.
        range: The days they can mean.
    """

    quote: Quote
    range: DateRange


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution.

    Attributes:
        attribution: The annotation.
        speaker: Whose words.
        tellers: Through whom the article has them, the nearest first.
        source: The article's words for the source, if it has any.
        cue: The words that make it an attribution, if any.
        content: What is said, if any words are given.
        addressee: Whom it was said to, if the article tells.
        when: When it was said, if the article tells.
    """

    attribution: Attribution
    speaker: Speaker
    tellers: tuple[Speaker, ...]
    source: Quote | None
    cue: Quote | None
    content: Quote | None
    addressee: Entity | None
    when: When | None

    @property
    def main(self) -> Quote:
        """Give the content or, where no words are given, the cue."""
        quote = self.content or self.cue
        if quote is None:  # refused by Attribution itself
            raise ValueError(self.attribution.id)
        return quote


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """The statements of one speaker, in the order of the article.

    Attributes:
        speaker: Who.
        statements: At least one.
    """

    speaker: Speaker
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part in a contact or event.

    Attributes:
        role: As what: ``"party"`` in a contact, the role's name in an event.
        label: Name, or else the article's own words.
        entity: Who it is, if that was resolved.
        quote: The article's words, if its sentence has any.
    """

    role: str
    label: str
    entity: Entity | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Account:
    """Who says so. A contact or event is never shown without one.

    Attributes:
        statement: The statement that holds it; None in the writer's own voice.
        tellers: Whose statements the passage stands in, when the reader gave no
            statement as holding it.
    """

    statement: Statement | None
    tellers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One contact or event, as one passage tells it.

    Attributes:
        annotation: The annotation.
        participants: Who takes part.
        trigger: The words that name it.
        passage: The whole sentence that the trigger stands in.
        when: When, if the article tells.
        place: Where, if the article tells.
        topic: About what, if the article tells.
        account: Who says so.
    """

    annotation: Contact | Event
    participants: tuple[Participant, ...]
    trigger: Quote
    passage: Quote
    when: When | None
    place: Quote | None
    topic: Quote | None
    account: Account

    @property
    def contact_kind(self) -> ContactKind | None:
        """Give the kind of contact; None for an event."""
        kind = self.annotation.kind
        return kind if isinstance(kind, ContactKind) else None


@dataclass(frozen=True, slots=True)
class Holding:
    """A role that someone holds or held.

    Attributes:
        tenure: The annotation.
        title: The article's words for the role.
        of: The organisation or country, if the article tells.
        days: First and last day that the article gives; None when it gives neither.
    """

    tenure: Tenure
    title: Quote
    of: Entity | None
    days: DateRange | None


@dataclass(frozen=True, slots=True)
class Person:
    """One entity and what the record says of it.

    Attributes:
        entity: Person, organisation, group or place.
        holdings: Its roles.
        n_statements: How many statements have it as their source.
        first: Where the article first mentions it, if it does by a known passage.
    """

    entity: Entity
    holdings: tuple[Holding, ...]
    n_statements: int
    first: Quote | None


@dataclass(frozen=True, slots=True)
class Located:
    """An issue and the words it concerns.

    Attributes:
        issue: What the reader could not do.
        quote: Where; None when it concerns the whole document.
    """

    issue: Issue
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Outline:
    """A record arranged for reading. Build it with `make_outline`.

    Attributes:
        record: The record itself.
        passages: The paragraphs of its text.
        people: Every entity: people first, the most quoted first.
        groups: Statements by speaker, in the order of their first one.
        contacts: Contacts, in the order of the article.
        events: Events, in the order of the article.
        issues: What the reader could not do.
        annotations: Every annotation by its id.
    """

    record: Record
    passages: Passages
    people: tuple[Person, ...]
    groups: tuple[SpeakerGroup, ...]
    contacts: tuple[Happening, ...]
    events: tuple[Happening, ...]
    issues: tuple[Located, ...]
    annotations: Mapping[str, Annotation]

    @property
    def title(self) -> str:
        """Give the headline, or the name where there is none."""
        return self.record.document.title or self.record.document.name

    @property
    def published(self) -> date | None:
        """Give the day of publication, if known."""
        return self.record.document.published

    @property
    def n_statements(self) -> int:
        """Count the statements."""
        return len(self.record.attributions)

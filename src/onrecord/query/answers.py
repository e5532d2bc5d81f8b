"""What questions are answered with: plain values, each claim with its claimant."""

from dataclasses import asdict, dataclass, field
from datetime import date
from enum import Enum
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """The document that something stands in.

    Attributes:
        document_id: Its id.
        name: Its name in the archive.
        title: Its headline, if known.
        outlet: Its publisher, if known.
        published: Its day of publication, if known.
        url: Its address, if known.
    """

    document_id: str
    name: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None

    @property
    def shown(self) -> str:
        """Give outlet or name, and the day, as one line."""
        day = self.published.isoformat() if self.published else "undated"
        return f"{self.outlet or self.name}, {day}"


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says something.

    Attributes:
        name: Name to show: of the entity, or else the words of the source.
        entity_id: The entity, where it is known who it is.
        is_anonymous: Whether the document keeps them unnamed.
        words: The words by which the document names them.
    """

    name: str
    entity_id: str | None = None
    is_anonymous: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody is given as saying.

    Attributes:
        id: The attribution's id.
        claimant: Who says it.
        stance: What they do with it.
        form: Direct, indirect or mixed.
        quote: The words of its content.
        cue: The words that attribute it.
        about: Names of whom its content names.
        source: Where it stands.
        span: Its place in the document's text.
        confidence: Between 0 and 1.
        judgement: What a person decided about it, if anything.
    """

    id: str
    claimant: Claimant
    stance: str
    form: str
    quote: str
    cue: str
    about: tuple[str, ...]
    source: Source
    span: tuple[int, int]
    confidence: float
    judgement: str | None = None


@dataclass(frozen=True, slots=True)
class PartyShown:
    """One side of a contact.

    Attributes:
        name: Name to show: of the entity, or else the words of the document.
        entity_id: The entity, where it is known who it is.
        words: The words of the document.
    """

    name: str
    entity_id: str | None
    words: str


@dataclass(frozen=True, slots=True)
class ContactShown:
    """A contact as one passage tells it, with who tells it.

    Attributes:
        id: The contact's id.
        modality: Whether it is told as having happened; read this first.
        kind: By what means.
        parties: Who was, or was not, in touch.
        earliest: First possible day, if the passage tells.
        latest: Last possible day, if the passage tells.
        time: The words that say when.
        place: The words that say where.
        topic: The words that say about what.
        claimant: Who tells it.
        stance: What they do with it; ``reports`` in the writer's own voice.
        quote: The words that tell it.
        source: Where it stands.
        span: Its place in the document's text.
        confidence: Between 0 and 1.
        judgement: What a person decided about it, if anything.
    """

    id: str
    modality: str
    kind: str
    parties: tuple[PartyShown, ...]
    earliest: date | None
    latest: date | None
    time: str
    place: str
    topic: str
    claimant: Claimant
    stance: str
    quote: str
    source: Source
    span: tuple[int, int]
    confidence: float
    judgement: str | None = None


@dataclass(frozen=True, slots=True)
class EntityShown:
    """Somebody or something across documents.

    Attributes:
        id: The entity's id.
        kind: Its kind.
        name: The name to show.
        n_documents: How many documents speak of it.
        first_day: First day of publication.
        last_day: Last day of publication.
        roles: What it is most often said to be, to tell namesakes apart.
    """

    id: str
    kind: str
    name: str
    n_documents: int
    first_day: date | None = None
    last_day: date | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role that somebody is said to hold, or holds by a list.

    Attributes:
        role: The role.
        of: Country or body; empty when it is not said.
        earliest: First day: of a document that says so, or by the list.
        latest: Last day: of a document that says so, or by the list.
        n_documents: How many documents say so; 0 where a list does.
        source: A document that says so, or the list with its row.
    """

    role: str
    of: str
    earliest: date | None
    latest: date | None
    n_documents: int
    source: str


@dataclass(frozen=True, slots=True)
class IdentityLink:
    """Why one document's entity is taken for somebody.

    Attributes:
        words: The name or description in the document.
        prob: Probability that it is them.
        reasons: What speaks for it.
        rejected: The likeliest other, if there was one.
        rejected_prob: How likely that was.
        source: The document.
        profile: The document's entity, as judgements name it.
    """

    words: str
    prob: float
    reasons: tuple[str, ...]
    rejected: str | None
    rejected_prob: float
    source: Source
    profile: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What somebody says about somebody or something.

    Attributes:
        name: Whom or what it is about.
        n_statements: How many statements, among the newest thousand of theirs.
        examples: Some of them, the newest first.
    """

    name: str
    n_statements: int
    examples: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody that contacts with are told, denied or planned.

    Attributes:
        name: Who.
        entity_id: The entity, where it is known who it is.
        told: How many passages tell of contacts, by modality.
        first_day: First day of publication.
        last_day: Last day of publication.
    """

    name: str
    entity_id: str | None
    told: dict[str, int]
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is on record about somebody.

    Attributes:
        entity: Who.
        names: The names in use, each with how many documents use it.
        described: The descriptions in use, the same.
        roles: Roles over time.
        counterparts: With whom contacts are told, denied or planned.
        contacts: The newest of these.
        topics: Their statements by whom or what they are about.
        n_statements: How many statements there are in all.
        about: What others say of them, the newest first.
        disputes: Denials by them and of contacts with them.
        documents: Documents that speak of them, the newest first.
        links: Why documents' entities are taken for them, the least sure first.
        others: Whom else the name may mean.
    """

    entity: EntityShown
    names: tuple[tuple[str, int], ...]
    described: tuple[tuple[str, int], ...]
    roles: tuple[RoleHeld, ...]
    counterparts: tuple[Counterpart, ...]
    contacts: tuple[ContactShown, ...]
    topics: tuple[Topic, ...]
    n_statements: int
    about: tuple[Statement, ...]
    disputes: tuple[ContactShown | Statement, ...]
    documents: tuple[Source, ...]
    links: tuple[IdentityLink, ...]
    others: tuple[EntityShown, ...] = field(default=())


def to_plain(answer: Any) -> Any:
    """Give an answer as what JSON can hold.

    Args:
        answer: Any of the above, or a list of them.

    Returns:
        Dictionaries, lists, strings and numbers; days in ISO form.
    """
    if hasattr(answer, "__dataclass_fields__"):
        return to_plain(asdict(answer))
    if isinstance(answer, dict):
        return {str(key): to_plain(value) for key, value in answer.items()}
    if isinstance(answer, list | tuple | set | frozenset):
        return [to_plain(value) for value in answer]
    if isinstance(answer, date):
        return answer.isoformat()
    return answer.value if isinstance(answer, Enum) else answer

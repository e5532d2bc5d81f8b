"""Who is who across documents: profiles, memberships, judgements and tenures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from onrecord.core.errors import DataError

__all__ = [
    "Judgement",
    "ListedHolder",
    "Membership",
    "Person",
    "ProfileRow",
    "ReferenceTenure",
    "Verdict",
]


class Verdict(StrEnum):
    """What a person decided.

    Attributes:
        SAME: Two identities are one.
        DIFFERENT: Two identities are two, for ever.
        UNSURE: It cannot be told; the question is not asked again.
        ACCEPT: What a reader found is right.
        CORRECT: What a reader found is right but for one field.
        REJECT: What a reader found is wrong and is not shown.
        UNDO: An earlier judgement no longer holds.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNDO = "undo"

    @property
    def is_about_identity(self) -> bool:
        """Tell whether it is about two identities, not about one finding."""
        return self in {Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision, kept for good.

    Attributes:
        id: Its number in the archive; 0 before it is kept.
        verdict: What was decided.
        subject: Id of what it is about: an entity of one document, an attribution or a
            contact; for an undo the number of the judgement.
        other: Id of the second entity, where it is about two.
        field: Which field is corrected, such as ``speaker``.
        value: What the field should be.
        by: Who decided.
        why: The reason given.
        made_at: When, in UTC.
        is_undone: Whether a later one undid it.
    """

    id: int
    verdict: Verdict
    subject: str
    other: str | None = None
    field: str | None = None
    value: str | None = None
    by: str = ""
    why: str = ""
    made_at: datetime | None = None
    is_undone: bool = False

    def __post_init__(self) -> None:
        if self.verdict.is_about_identity and not self.other:
            raise DataError(
                f"the judgement {self.verdict.value!r} on {self.subject!r} needs a "
                "second identity"
            )
        if self.verdict.is_about_identity and self.subject == self.other:
            raise DataError(f"{self.subject!r} cannot be judged against itself")


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One document's entity as it is kept for comparing documents.

    Attributes:
        id: The entity's id in its record.
        document_id: The document.
        kind: Its kind.
        block: The key under which whoever may be the same is kept; empty for nobody.
        offices: Keys of the offices it is said to hold.
        shown: Its name, or the words that describe it.
        json: All that is compared, as the resolver wrote it.
    """

    id: str
    document_id: str
    kind: str
    block: str
    offices: tuple[str, ...]
    shown: str
    json: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """Why one document's entity is taken for somebody.

    Attributes:
        profile: The entity of one document.
        prob: Probability that it is them.
        reasons: What speaks for it, in words.
        rejected: An entity of a document of the likeliest other; None without one.
        rejected_prob: How likely that other was.
        rejected_reasons: What spoke for the other, in words.
    """

    profile: str
    prob: float
    reasons: tuple[str, ...]
    rejected: str | None = None
    rejected_prob: float = 0.0
    rejected_reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceTenure:
    """A row of a reference list: who held which post from when to when.

    Attributes:
        person: The list's id of the person.
        name: The person's name.
        aliases: Other names the list gives.
        title: The post as the list words it.
        office: Role and country as a key, to find who held an office; may be empty.
        at: Country where the office is held; may be empty.
        block: Key of the surname, to find a person.
        body: Organisation or country of the post, as the list words it.
        earliest: First day.
        latest: Last day; None while it lasts or where the list does not say.
        row: Where in the file it stands.
    """

    person: str
    name: str
    aliases: tuple[str, ...]
    title: str
    office: str
    at: str
    block: str
    body: str
    earliest: date | None
    latest: date | None
    row: str


@dataclass(frozen=True, slots=True)
class ListedHolder:
    """Somebody who held an office by a reference list.

    Attributes:
        name: The person's name.
        earliest: First day; None when the list does not say.
        latest: Last day; None while it lasts.
        source: The list.
        at: Country where the office is held; empty when the list does not say.
    """

    name: str
    earliest: date | None
    latest: date | None
    source: str
    at: str = ""

    def held_on(self, day: date) -> bool:
        """Tell whether the office was held on a day."""
        is_begun = self.earliest is not None and self.earliest <= day
        return is_begun and (self.latest is None or day <= self.latest)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody or something across documents.

    Attributes:
        id: The entity's id.
        kind: Its kind.
        name: The name to show: the full one that most documents use.
        names: How many documents use each name, each with its words as a key.
        words: The words of all names, in plain letters.
        members: Its documents' entities, each with why.
        n_documents: How many documents these stand in.
        days: First and last day of publication, if any is known.
    """

    id: str
    kind: str
    name: str
    names: Mapping[tuple[str, str], int]
    words: frozenset[str]
    members: tuple[Membership, ...]
    n_documents: int
    days: tuple[date | None, date | None]

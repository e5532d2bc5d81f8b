"""What a reader finds before anyone knows who is who: spans of the view, no ids.

A reader, trained or not, fills a `Findings`; everything after that (who speaks, the
stance, contacts, events) is shared by all readers and works on it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.core import (
    ContactKind,
    Document,
    EventKind,
    MentionForm,
    Modality,
    QuoteForm,
    Span,
    Stance,
    TextView,
)
from onrecord.read.calibration import UNCALIBRATED, Calibrations
from onrecord.read.mention_pairs import MentionAt, Ranking
from onrecord.read.quotations import Quotation


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A passage that refers to someone or something.

    Attributes:
        span: The words, in the view.
        kind: ``person``, ``organisation``, ``group`` or ``place``.
        form: By name, by description or by pronoun.
    """

    span: Span
    kind: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Judged:
    """What a trained reader makes of an attribution as a whole.

    Attributes:
        stances: Probability of each of `onrecord.read.tags.STANCES`.
        speakers: Probability of each of `onrecord.read.tags.SPEAKER_KINDS`.
    """

    stances: Mapping[Stance, float]
    speakers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ContactSeen:
    """A contact as a trained reader sees it, before anyone knows who is who.

    Attributes:
        trigger: The words that name it.
        parties: Who takes part, in text order; those that its sentence leaves out are
            missing.
        time: When; None where not told, as with the next two.
        place: Where.
        topic: What about.
        kinds: Probability of each kind.
        modalities: Probability of each modality, given that it is a contact.
        prob: That it is a contact at all.
    """

    trigger: Span
    parties: tuple[Span, ...]
    time: Span | None
    place: Span | None
    topic: Span | None
    kinds: Mapping[ContactKind, float]
    modalities: Mapping[Modality, float]
    prob: float


@dataclass(frozen=True, slots=True)
class Said:
    """A source, a cue and a content, in the view.

    Attributes:
        source: Who; may be empty.
        cue: The words that make it an attribution; empty where none was found.
        content: What; may be in several pieces.
        confidence: Between 0 and 1.
        judged: What a trained reader makes of it, None without one.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0
    judged: Judged | None = None


class Ranker(Protocol):
    """Scores whom the mentions of one document may mean."""

    def rank(self, mentions: Sequence[MentionAt], queries: Sequence[int]) -> Ranking:
        """Rank the candidates of some mentions, all given in text order."""
        ...


@dataclass(frozen=True, slots=True)
class Findings:
    """One document as a reader found it. All spans are spans of ``view.text``.

    Attributes:
        document: The document.
        view: Its normalised text with the map back.
        sentences: In order, without gaps of meaning.
        paragraphs: In order.
        quotations: From `onrecord.read.quotations.find_quotations`.
        names: Proper names, in order, not overlapping.
        nominals: Descriptions ("the ambassador"), in order, each up to its head
            noun; may contain names.
        said: Attributions in the order of their cues.
        contacts: Contacts as a trained reader sees them, None without one.
        ranker: Scores whom mentions mean, None without a trained reader.
        calibrations: What makes shares of right answers of the confidences above.
    """

    document: Document
    view: TextView
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Named, ...]
    nominals: tuple[Named, ...]
    said: tuple[Said, ...]
    contacts: tuple[ContactSeen, ...] | None = None
    ranker: Ranker | None = None
    calibrations: Calibrations = UNCALIBRATED

    @property
    def text(self) -> str:
        """The view's text."""
        return self.view.text

    @property
    def published(self) -> date | None:
        """The publication date, None when unknown."""
        return self.document.published


@dataclass(frozen=True, slots=True)
class Claimed:
    """Whose an attribution is and what they do with it; one for each `Said`.

    Attributes:
        speaker: Index of the figure in the cast, None when not known.
        anonymous: The text keeps the source unnamed.
        stance: What the source does with the content.
        form: Direct, indirect or mixed.
        rule: Which rule found the speaker, None without one.
        addressee: Index of the figure it was said to, None if the text does not tell.
        described: The words that describe a speaker who is no figure of the cast.
    """

    speaker: int | None
    anonymous: bool
    stance: Stance
    form: QuoteForm
    rule: str | None = None
    addressee: int | None = None
    described: Span | None = None


@dataclass(frozen=True, slots=True)
class Figured:
    """Someone taking part: the words, the figure, or both.

    Attributes:
        span: The words in the view, None when the sentence leaves them out.
        figure: Index in the cast, None when the words name nobody known.
    """

    span: Span | None
    figure: int | None


@dataclass(frozen=True, slots=True)
class ContactFound:
    """One mention of a contact; see `onrecord.core.Contact`. All spans in the view.

    Attributes:
        by: Index into ``findings.said`` of the attribution whose content holds it.
        time: The words of a time expression.
    """

    trigger: Span
    kind: ContactKind
    parties: tuple[Figured, ...]
    modality: Modality
    time: Span | None = None
    place: Span | None = None
    topic: Span | None = None
    by: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class EventFound:
    """One mention of an event; see `onrecord.core.Event`. All spans in the view.

    Attributes:
        roles: Pairs of a role's name and who fills it.
    """

    kind: EventKind
    trigger: Span
    roles: tuple[tuple[str, Figured], ...]
    modality: Modality
    time: Span | None = None
    by: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TenureFound:
    """A post that a passage gives someone.

    Attributes:
        figure: Index in the cast of the holder.
        title: The words of the post, in the view ("foreign minister").
        of: Index in the cast of the organisation or country, None if not told.
    """

    figure: int
    title: Span
    of: int | None = None

"""What a reader finds before anyone knows who is who: spans of the view, no ids.

A reader, trained or not, fills a `Findings`; everything after that (who speaks, the
stance, contacts, events) is shared by all readers and works on it.
"""

from dataclasses import dataclass
from datetime import date

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
class Said:
    """A source, a cue and a content, in the view.

    Attributes:
        source: Who; may be empty.
        cue: The words that make it an attribution; empty where none was found.
        content: What; may be in several pieces.
        confidence: Between 0 and 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0


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
    """

    document: Document
    view: TextView
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Named, ...]
    nominals: tuple[Named, ...]
    said: tuple[Said, ...]

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

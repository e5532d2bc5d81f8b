"""Who is given as saying or holding what."""

from dataclasses import dataclass

from onrecord.core.errors import DataError
from onrecord.core.labels import QuoteForm, Stance
from onrecord.core.passages import (
    Passages,
    References,
    check_confidence,
    check_order,
    present,
)
from onrecord.core.span import Span

__all__ = ["Attribution"]


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
            check_order(self.id, role)
        check_confidence(self.id, self.confidence)

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
        yield from present("entity", self.speaker)
        yield from present("entity", self.addressee)
        yield from present("time", self.time)

"""Makes annotations out of words: tests name the words, never the offsets."""

from dataclasses import dataclass, field

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
    Mention,
    MentionForm,
    Modality,
    Party,
    QuoteForm,
    ReaderInfo,
    Role,
    Span,
    Stance,
    Tenure,
    TimeExpression,
    content_id,
    make_document,
)

READER = ReaderInfo("by-hand", "1.0")


@dataclass(frozen=True)
class Desk:
    """One article, and how its annotations are made."""

    text: str
    name: str = "article.txt"
    metadata: dict = field(default_factory=dict)

    @property
    def document(self) -> Document:
        return make_document(self.name, self.text, **self.metadata)

    def at(self, words: str, inside: str | None = None) -> Span:
        """Find words, or words inside words; both stand once, or the first counts."""
        start = self.text.index(inside) if inside else 0
        start = self.text.index(words, start)
        return Span(start, start + len(words))

    def id(self, prefix: str, *parts: object) -> str:
        return content_id(prefix, self.document.id, *parts)

    def entity(self, kind: EntityKind, name: str, *aliases: str) -> Entity:
        return Entity(self.id("ety", kind, name), kind, name, aliases)

    def mention(self, words: str, form: MentionForm, of: Entity | None) -> Mention:
        span = self.at(words)
        return Mention(self.id("men", span), span, form, of.id if of else None)

    def time(self, words: str, days: DateRange) -> TimeExpression:
        span = self.at(words)
        return TimeExpression(self.id("tim", span), span, days)

    def tenure(self, holder: Entity, title: Span, **more: object) -> Tenure:
        return Tenure(self.id("ten", holder.id, title), holder.id, title, **more)

    def said(
        self,
        source: Span | None,
        cue: Span | None,
        *content: Span,
        stance: Stance = Stance.STATES,
        form: QuoteForm = QuoteForm.INDIRECT,
        **more: object,
    ) -> Attribution:
        roles = ((source,) if source else (), (cue,) if cue else (), content)
        made_id = self.id("att", *roles)
        return Attribution(made_id, *roles, form=form, stance=stance, **more)

    def contact(
        self,
        trigger: Span,
        *parties: Party,
        kind: ContactKind = ContactKind.MEETING,
        modality: Modality = Modality.HAPPENED,
        **more: object,
    ) -> Contact:
        made_id = self.id("con", trigger, kind, parties)
        return Contact(made_id, trigger, kind, parties, modality, **more)

    def event(
        self,
        kind: EventKind,
        trigger: Span,
        *roles: Role,
        modality: Modality = Modality.HAPPENED,
        **more: object,
    ) -> Event:
        made_id = self.id("evt", trigger, kind, roles)
        return Event(made_id, kind, trigger, roles, modality, **more)

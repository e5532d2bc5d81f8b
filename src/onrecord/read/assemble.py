"""From findings and what was made of them to the record."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.core import (
    Attribution,
    Contact,
    DateRange,
    Entity,
    EntityKind,
    Event,
    Issue,
    Mention,
    MentionForm,
    Party,
    ReaderInfo,
    Record,
    Role,
    Span,
    Tenure,
    TimeExpression,
    content_id,
)
from onrecord.read.calibration import Calibrations
from onrecord.read.cast import build_cast
from onrecord.read.claims import claim_all
from onrecord.read.contacts import find_contacts
from onrecord.read.descriptions import described_kind, described_name
from onrecord.read.events import find_events
from onrecord.read.found import (
    Claimed,
    ContactFound,
    EventFound,
    Figured,
    Findings,
    Said,
    TenureFound,
)
from onrecord.read.happenings import Happenings
from onrecord.read.issues import find_issues
from onrecord.read.mention_words import is_pronoun
from onrecord.read.scene import Scene, set_scene
from onrecord.read.tenures import find_tenures
from onrecord.read.times import TimeFound

# Below this chance a mention is not linked. Chosen on GAP's development part.
LEAST_SURE = 0.5


def to_record(findings: Findings, reader: ReaderInfo) -> Record:
    """Make a document's record of what a reader found in it.

    Args:
        findings: Spans of the view.
        reader: What found them.

    Returns:
        The record; its spans stand in the document's own text.
    """
    cast = build_cast(findings)
    scene = set_scene(findings, cast)
    claims = claim_all(scene)
    happenings = Happenings(scene, claims)
    builder = _Builder(scene)
    builder.add_figures()
    builder.add_resolved()
    builder.add_times(happenings.times)
    for said, claim in zip(findings.said, claims, strict=True):
        builder.add_attribution(said, claim)
    for contact in find_contacts(happenings):
        builder.add_contact(contact)
    for event in find_events(happenings):
        builder.add_event(event)
    for tenure in find_tenures(findings, cast):
        builder.add_tenure(tenure)
    return builder.build(reader, find_issues(findings))


@dataclass(slots=True)
class _Builder:
    """Collects a record's parts; every part is kept once, under its id."""

    scene: Scene
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    times: dict[str, TimeExpression] = field(default_factory=dict)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    tenures: dict[str, Tenure] = field(default_factory=dict)
    of_figure: list[str] = field(default_factory=list)
    of_said: list[str] = field(default_factory=list)
    time_at: dict[int, str] = field(default_factory=dict)

    @property
    def _document_id(self) -> str:
        return self.scene.findings.document.id

    @property
    def _calibrations(self) -> Calibrations:
        return self.scene.findings.calibrations

    def _source(self, span: Span) -> Span:
        return self.scene.findings.view.to_source(span)

    def _sources(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Map spans to the document, in order and without overlaps."""
        ordered: list[Span] = []
        for span in sorted(self._source(span) for span in spans):
            if ordered and span.start < ordered[-1].end:
                last = ordered.pop()
                ordered.append(Span(last.start, max(last.end, span.end)))
            else:
                ordered.append(span)
        return tuple(ordered)

    def add_figures(self) -> None:
        """Add an entity a figure, and a mention each of its names."""
        for figure in self.scene.cast.figures:
            kind = EntityKind(figure.kind)
            self.of_figure.append(self._entity(kind, figure.name, figure.aliases))
        for named, index in self.scene.cast.mentions:
            self._mention(named.span, named.form, self.of_figure[index])

    def _entity(
        self, kind: EntityKind, name: str, aliases: tuple[str, ...] = ()
    ) -> str:
        key = content_id("ety", self._document_id, kind, name)
        known = self.entities.get(key)
        names = dict.fromkeys((*(known.aliases if known else ()), *aliases))
        self.entities[key] = Entity(key, kind, name, tuple(names))
        return key

    def _mention(self, span: Span, form: MentionForm, entity: str | None) -> None:
        place = self._source(span)
        key = content_id("men", self._document_id, place)
        self.mentions.setdefault(key, Mention(key, place, form, entity))

    def _described(self, span: Span) -> str:
        """Give the entity that a description stands for, by the article's words."""
        words = span.of(self.scene.findings.text)
        key = self._entity(described_kind(words), described_name(words))
        self._mention(span, MentionForm.NOMINAL, key)
        return key

    def _figured(self, figured: Figured) -> str | None:
        if figured.figure is not None:
            return self.of_figure[figured.figure]
        return None if figured.span is None else self._described(figured.span)

    def add_resolved(self) -> None:
        """Add pronouns and descriptions whose someone is named or described before."""
        nominals = {named.span for named in self.scene.findings.nominals}
        for span, meant in self.scene.resolution.items():
            if meant.prob < LEAST_SURE or meant.described == span:
                continue
            if meant.figure is not None:
                entity = self.of_figure[meant.figure]
            elif meant.described is not None:
                entity = self._described(meant.described)
            else:
                continue
            if span in nominals:
                self._mention(span, MentionForm.NOMINAL, entity)
            elif is_pronoun(span.of(self.scene.findings.text)):
                self._mention(span, MentionForm.PRONOUN, entity)

    def add_times(self, times: Sequence[TimeFound]) -> None:
        """Add every expression of time; those without a value stay open."""
        for time in times:
            place = self._source(time.span)
            key = content_id("tim", self._document_id, place)
            when = time.range or DateRange(None, None)
            self.times[key] = TimeExpression(key, place, when)
            self.time_at[time.span.start] = key

    def _time(self, span: Span | None) -> str | None:
        """Give the id of the time expression that starts in a span, the first."""
        if span is None:
            return None
        starts = (start for start in range(span.start, span.end))
        return next((self.time_at[s] for s in starts if s in self.time_at), None)

    def add_attribution(self, said: Said, claim: Claimed) -> None:
        """Add an attribution with its speaker."""
        source, cue, content = map(self._sources, (said.source, said.cue, said.content))
        key = content_id("att", self._document_id, source, cue, content)
        self.of_said.append(key)
        speaker = None if claim.speaker is None else self.of_figure[claim.speaker]
        if speaker is None and claim.described is not None:
            speaker = self._described(claim.described)
        if speaker and len(said.source) == 1 and claim.rule == "pronoun":
            self._mention(said.source[0], MentionForm.PRONOUN, speaker)
        addressee = claim.addressee
        self.attributions[key] = Attribution(
            id=key,
            source=source,
            cue=cue,
            content=content,
            form=claim.form,
            stance=claim.stance,
            speaker=speaker,
            anonymous=claim.anonymous,
            addressee=None if addressee is None else self.of_figure[addressee],
            confidence=self._calibrations.attribution.of(said.confidence),
            rule=claim.rule if speaker else None,
        )

    def add_contact(self, found: ContactFound) -> None:
        """Add a contact with its parties."""
        parties = tuple(
            Party(
                span=None if party.span is None else self._source(party.span),
                entity=self._figured(party),
            )
            for party in found.parties
        )
        trigger = self._source(found.trigger)
        key = content_id("con", self._document_id, trigger, found.kind, parties)
        self.contacts[key] = Contact(
            id=key,
            trigger=trigger,
            kind=found.kind,
            parties=parties,
            modality=found.modality,
            time=self._time(found.time),
            place=None if found.place is None else self._source(found.place),
            topic=None if found.topic is None else self._source(found.topic),
            by=None if found.by is None else self.of_said[found.by],
            confidence=self._calibrations.contact.of(found.confidence),
        )

    def add_event(self, found: EventFound) -> None:
        """Add an event with who takes part."""
        roles = tuple(
            Role(
                role=name,
                span=None if part.span is None else self._source(part.span),
                entity=self._figured(part) if part.figure is not None else None,
            )
            for name, part in found.roles
        )
        trigger = self._source(found.trigger)
        key = content_id("evt", self._document_id, trigger, found.kind, roles)
        self.events[key] = Event(
            id=key,
            kind=found.kind,
            trigger=trigger,
            roles=roles,
            modality=found.modality,
            time=self._time(found.time),
            by=None if found.by is None else self.of_said[found.by],
            confidence=found.confidence,
        )

    def add_tenure(self, found: TenureFound) -> None:
        """Add a post that someone holds."""
        entity, title = self.of_figure[found.figure], self._source(found.title)
        key = content_id("ten", self._document_id, entity, title)
        of = None if found.of is None else self.of_figure[found.of]
        self.tenures[key] = Tenure(key, entity, title, of)

    def build(self, reader: ReaderInfo, issues: Sequence[Issue]) -> Record:
        """Put the record together."""
        spot = self._source
        return Record(
            self.scene.findings.document,
            entities=tuple(self.entities.values()),
            mentions=tuple(sorted(self.mentions.values(), key=lambda m: m.span)),
            times=tuple(self.times.values()),
            attributions=tuple(self.attributions.values()),
            contacts=tuple(self.contacts.values()),
            events=tuple(self.events.values()),
            tenures=tuple(self.tenures.values()),
            issues=tuple(
                Issue(i.code, None if i.span is None else spot(i.span), i.message)
                for i in issues
            ),
            reader=reader,
        )

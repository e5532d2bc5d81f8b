"""Random texts, spans, dates and records."""

from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

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
    Issue,
    Mention,
    MentionForm,
    Metadata,
    Modality,
    Party,
    QuoteForm,
    ReaderInfo,
    Record,
    Role,
    Span,
    Stance,
    Tenure,
    TimeExpression,
)
from tests.builders import make_doc

_T = TypeVar("_T")

ANY_LETTER = st.characters(categories=None)  # lone surrogates too
#: Whatever has broken offsets in other programs, mixed with plain words.
HARD_PIECES = st.sampled_from(
    [
        "Ann", " said ", "\r\n", "\r", "\n", "\u00a0", "\u2028", "\x0c", "\x00", "\t",
        "\u00ad", "\u200b", "\u200d", "\ufeff", "\u200f", "e", "\u0301", "\u0323",
        "\u0308", "\u00e9", "\u212b", "\u0958", "\u1112", "\u1161", "\u11ab", "\uac00",
        "\u09c7", "\u09be", "\U0001d15e", "🙂", "👩\u200d👧", "\ud800", "\udfff",
        "\u05d0", "\u0645", "\u5916", "\u201c", "\u201d", '"', "\u0f71", "\u0f72",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet=ANY_LETTER),
    st.lists(HARD_PIECES, max_size=40).map("".join),
)
WORDS = st.text(alphabet=ANY_LETTER, max_size=12)
DAYS = st.dates()
UNIT_NUMBERS = st.floats(min_value=0, max_value=1)


def maybe(strategy: st.SearchStrategy[_T]) -> st.SearchStrategy[_T | None]:
    return st.none() | strategy


def tuples(
    strategy: st.SearchStrategy[_T], *, least: int = 0
) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    return DateRange(
        draw(st.sampled_from([days[0], None])), draw(st.sampled_from([days[1], None]))
    )


def spans_of(length: int) -> st.SearchStrategy[Span]:
    """Give spans inside a text of that length, which is at least 1."""
    bounds = st.lists(st.integers(0, length), min_size=2, max_size=2, unique=True).map(
        sorted
    )
    return bounds.map(lambda pair: Span(*pair))


@st.composite
def passages_of(draw: st.DrawFn, length: int, *, least: int = 0) -> tuple[Span, ...]:
    """Give spans of one role: in order and apart, but they may touch."""
    chosen = sorted(draw(st.lists(spans_of(length), min_size=least, max_size=4)))
    kept: list[Span] = []
    for span in chosen:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    metadata = Metadata(
        title=draw(maybe(WORDS)),
        url=draw(maybe(WORDS)),
        publisher=draw(maybe(WORDS)),
        byline=draw(maybe(WORDS)),
        published=draw(maybe(DAYS)),
        language=draw(maybe(WORDS)),
    )
    text = draw(TEXTS.filter(bool))
    return make_doc(text, name=draw(WORDS), **metadata)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Give any record at all that the core types allow."""
    doc = draw(documents())
    made = _Parts(draw, doc.length)
    entities = made.list_of("ety", made.entity)
    made.entity_ids = st.sampled_from([one.id for one in entities] or [None])
    times = made.list_of("tim", made.time)
    made.time_ids = st.sampled_from([one.id for one in times] or [None])
    attributions = made.list_of("att", made.attribution)
    made.attribution_ids = st.sampled_from([one.id for one in attributions] or [None])
    return Record(
        doc,
        entities=entities,
        mentions=made.list_of("men", made.mention),
        times=times,
        attributions=attributions,
        contacts=made.list_of("con", made.contact),
        events=made.list_of("evt", made.event),
        tenures=made.list_of("ten", made.tenure) if entities else (),
        issues=made.list_of("iss", made.issue),
        reader=ReaderInfo(draw(WORDS), draw(WORDS), draw(maybe(WORDS))),
    )


class _Parts:
    """Draws annotations of a document of some length."""

    def __init__(self, draw: st.DrawFn, length: int) -> None:
        self.draw = draw
        self.spans = spans_of(length)
        self.passages = passages_of(length)
        self.entity_ids: st.SearchStrategy[str | None] = st.none()
        self.time_ids: st.SearchStrategy[str | None] = st.none()
        self.attribution_ids: st.SearchStrategy[str | None] = st.none()

    def list_of(self, prefix: str, make: object) -> tuple:
        n = self.draw(st.integers(0, 2))
        return tuple(make(f"{prefix}_{index}") for index in range(n))  # type: ignore[operator]

    def one_of(self, labels: type[_T]) -> _T:
        return self.draw(st.sampled_from(list(labels)))  # type: ignore[call-overload]

    def filler(self) -> tuple[Span | None, str | None]:
        """Draw a span, an entity or both."""
        span, entity = self.draw(maybe(self.spans)), self.draw(self.entity_ids)
        if span is None and entity is None:
            span = self.draw(self.spans)
        return span, entity

    def entity(self, key: str) -> Entity:
        aliases = self.draw(tuples(WORDS))
        return Entity(key, self.one_of(EntityKind), self.draw(WORDS), aliases)

    def mention(self, key: str) -> Mention:
        entity = self.draw(self.entity_ids)
        return Mention(key, self.draw(self.spans), self.one_of(MentionForm), entity)

    def time(self, key: str) -> TimeExpression:
        return TimeExpression(key, self.draw(self.spans), self.draw(date_ranges()))

    def attribution(self, key: str) -> Attribution:
        cue = self.draw(self.passages)
        content = self.draw(self.passages) or (() if cue else (self.draw(self.spans),))
        return Attribution(
            key,
            self.draw(self.passages),
            cue,
            content,
            form=self.one_of(QuoteForm),
            stance=self.one_of(Stance),
            speaker=self.draw(self.entity_ids),
            anonymous=self.draw(st.booleans()),
            addressee=self.draw(self.entity_ids),
            time=self.draw(self.time_ids),
            confidence=self.draw(UNIT_NUMBERS),
            rule=self.draw(maybe(WORDS)),
        )

    def contact(self, key: str) -> Contact:
        n_parties = self.draw(st.integers(1, 3))
        return Contact(
            key,
            self.draw(self.spans),
            self.one_of(ContactKind),
            tuple(Party(*self.filler()) for _ in range(n_parties)),
            self.one_of(Modality),
            time=self.draw(self.time_ids),
            place=self.draw(maybe(self.spans)),
            topic=self.draw(maybe(self.spans)),
            by=self.draw(self.attribution_ids),
            confidence=self.draw(UNIT_NUMBERS),
        )

    def event(self, key: str) -> Event:
        n_roles = self.draw(st.integers(0, 3))
        return Event(
            key,
            self.one_of(EventKind),
            self.draw(self.spans),
            tuple(Role(self.draw(WORDS), *self.filler()) for _ in range(n_roles)),
            self.one_of(Modality),
            time=self.draw(self.time_ids),
            by=self.draw(self.attribution_ids),
            confidence=self.draw(UNIT_NUMBERS),
        )

    def tenure(self, key: str) -> Tenure:
        days: DateRange = self.draw(date_ranges())
        return Tenure(
            key,
            self.draw(self.entity_ids) or "",
            self.draw(self.spans),
            self.draw(self.entity_ids),
            days.earliest,
            days.latest,
        )

    def issue(self, key: str) -> Issue:
        return Issue(key, self.draw(maybe(self.spans)), self.draw(WORDS))


def inside(days: DateRange, day: date) -> bool:
    """Tell whether a day is possible, straight from the bounds' definition."""
    after = days.earliest is None or days.earliest <= day
    return after and (days.latest is None or day <= days.latest)

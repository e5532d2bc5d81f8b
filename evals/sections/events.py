"""Events by kind, against the labels on articles about one story.

The labels name an event once, with one place as its evidence; the record has it at
every place that tells it. So the record's events of one kind about one entity count as
one, told at several places; an event about nobody counts by itself.

A gold event is found when the record tells one of its kind at a place that overlaps the
evidence or lies in a sentence of it. An event given is right when one of its places
does that for some gold event of its kind. The two are counted apart, for one event
given may be two of the gold (a minister who resigned twice).

The kind "other" and votes are not scored: the one names no kind, the labels lack the
other. Whom an event concerns and when are not compared.

Source:
    Written for onrecord, after the trigger scores of ACE (Li et al., "Joint Event
    Extraction via Structured Prediction", ACL 2013), which want a labelled trigger;
    these labels have clauses.
"""

from collections.abc import Iterable, Sequence

from evals.corpus import Corpus
from evals.figures import figures_of
from evals.gold.accounts import GoldEvent, Told, load_accounts
from evals.measures.counts import Counts
from evals.section import Measured, Readings, Section
from onrecord.core import Document, Event, EventKind, Record, Span
from onrecord.read.sentences import split_sentences

LABELS = "data/accounts/dev.jsonl"
ARTICLES = "articles/kislyak/articles.jsonl"
KINDS = tuple(kind for kind in EventKind if kind not in {"other", "vote"})
_ALL = "events"


def load_told(corpus: Corpus) -> tuple[Told, ...]:
    """Load the articles with their labels."""
    return load_accounts(corpus.shared / LABELS, corpus.shared / ARTICLES)


def texts(corpus: Corpus) -> list[Document]:
    """Load the articles."""
    return [told.document for told in load_told(corpus)]


def score_events(corpus: Corpus, readings: Readings) -> Measured:
    """Score events of every article."""
    counts = dict.fromkeys(KINDS, Counts())
    for told, record in zip(load_told(corpus), readings.of(texts), strict=True):
        for kind, one in count_events(told, record).items():
            counts[kind] += one
    total = sum(counts.values(), Counts())
    scores = {_ALL: total.f1} | {f"event {kind}": counts[kind].f1 for kind in KINDS}
    notes = [counts[kind].line(f"  {kind}") for kind in KINDS]
    return Measured(
        {one.name: scores[one.name] for one in figures_of(EVENTS.name)},
        (total.line(_ALL), *notes),
    )


def count_events(told: Told, record: Record) -> dict[EventKind, Counts]:
    """Compare a record's events with an article's, by kind.

    Args:
        told: The gold.
        record: Of the same article.
    """
    sentences = split_sentences(told.document.text)
    counts = {}
    for kind in KINDS:
        gold = [_around(one, sentences) for one in told.events if one.kind == kind]
        given = _grouped(one for one in record.events if one.kind is kind)
        counts[kind] = Counts(
            n_gold=len(gold),
            n_found=sum(any(_meets(one, place) for one in given) for place in gold),
            n_given=len(given),
            n_right=sum(any(_meets(one, place) for place in gold) for one in given),
        )
    return counts


def _around(event: GoldEvent, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Give an event's evidence and the sentences that it touches."""
    touched = (one for one in sentences if one.overlaps(event.span))
    return (event.span, *touched)


def _grouped(events: Iterable[Event]) -> list[tuple[Span, ...]]:
    """Give the triggers of each event, those about one entity together."""
    triggers: dict[str, list[Span]] = {}
    for event in events:
        about = next((role.entity for role in event.roles if role.entity), event.id)
        triggers.setdefault(about, []).append(event.trigger)
    return [tuple(spans) for spans in triggers.values()]


def _meets(triggers: Sequence[Span], place: Sequence[Span]) -> bool:
    return any(one.overlaps(part) for one in triggers for part in place)


EVENTS = Section(name="events", data=(LABELS, ARTICLES), score=score_events)

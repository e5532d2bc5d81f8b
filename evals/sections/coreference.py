"""Coreference against GUM's chains in the manner of OntoNotes: CoNLL F1, four times.

Over all gold chains, and over those of people, organisations and places, the kinds that
a record knows (GUM counts groups of people as people); with mentions that match when
their spans are equal, and when their head words are the same. The record's names are
the cores of what GUM marks whole ("Ilse Maarten" of "Ports Minister Ilse Maarten"), so
that only the second tells how well it resolves; the first compares with what is
published.

What a record gives are the entities that it mentions at least twice.

Source:
    Pradhan et al. (ACL 2014), see `evals.measures.clusters`; matching by head as in
    Žabokrtský et al., "Findings of the Shared Task on Multilingual Coreference
    Resolution" (CRAC 2022): one to one, and where several share a head the one that
    overlaps most.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from evals.corpus import Corpus
from evals.gold.gum import GumText, load_gum
from evals.gold.ontogum import Chain, head_word, to_chains, trimmed
from evals.measures.clusters import Clusters, score_clusters
from evals.section import Figures, Measured, Readings, Section
from onrecord.core import Document, Record, Span

_FOLDER = "data/gum/dev/conllu"
_OUR_KINDS = frozenset({"person", "organization", "place"})
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention of either side.

    Attributes:
        span: Its place, without a possessive at the end.
        head: Index of its head word; None where it holds no word.
    """

    span: Span
    head: int | None


#: Mentions of each entity of one side.
Side = Sequence[Sequence[Marked]]


def texts(corpus: Corpus) -> list[Document]:
    """Load GUM's documents."""
    return [text.document for text in load_gum(corpus.shared / _FOLDER)]


def score_coreference(corpus: Corpus, readings: Readings) -> Measured:
    """Score coreference in all four ways."""
    gold = load_gum(corpus.shared / _FOLDER)
    pairs = list(zip(gold, readings.of(texts), strict=True))
    given = [given_side(text, record) for text, record in pairs]
    every = [to_chains(text) for text in gold]
    ours = [[one for one in chains if one.kind in _OUR_KINDS] for chains in every]
    figures: dict[str, float] = {}
    notes: list[str] = []
    for label, chains in (("all", every), ("our kinds", ours)):
        sides = [gold_side(*one) for one in zip(gold, chains, strict=True)]
        for by_head in (False, True):
            name = f"coreference {label}, {'heads' if by_head else 'spans'}"
            scores = _score(sides, given, by_head=by_head)
            figures[name] = scores["CoNLL"]
            notes.append(_line(name, scores))
    notes.append(_counts(every, ours, given))
    return Measured(figures, tuple(notes))


def _score(gold: Sequence[Side], given: Sequence[Side], *, by_head: bool) -> Figures:
    return score_clusters(
        to_clusters(*one, by_head=by_head) for one in zip(gold, given, strict=True)
    )


def gold_side(text: GumText, chains: Sequence[Chain]) -> Side:
    """Give a document's chains as mentions to compare.

    Args:
        text: The document.
        chains: Of it.
    """
    return [
        [
            Marked(trimmed(text, one), head_word(text.words, one.first, one.last))
            for one in chain.mentions
        ]
        for chain in chains
    ]


def given_side(text: GumText, record: Record) -> Side:
    """Give a record's entities as mentions to compare, those with two or more.

    Args:
        text: The gold, whose syntax tells the heads.
        record: Of the same document.
    """
    entities: dict[str, list[Marked]] = {}
    for mention in record.mentions:
        if mention.entity is not None:
            marked = Marked(mention.span, _head(text, mention.span))
            entities.setdefault(mention.entity, []).append(marked)
    return [marked for marked in entities.values() if len(marked) >= _LEAST]


def _head(text: GumText, span: Span) -> int | None:
    """Give the head of the words that a span touches."""
    first = bisect_right(text.words, span.start, key=lambda word: word.span.end)
    last = bisect_left(text.words, span.end, key=lambda word: word.span.start) - 1
    return head_word(text.words, first, last) if first <= last else None


def to_clusters(gold: Side, given: Side, *, by_head: bool) -> tuple[Clusters, Clusters]:
    """Give both sides as clusters in which mentions that match are the same number.

    Args:
        gold: The chains.
        given: The entities.
        by_head: Whether mentions with one head match, or only equal spans.

    Returns:
        The gold's clusters and the given ones.
    """
    every = [one for chain in gold for one in chain]
    mine = [one for entity in given for one in entity]
    matched = _match(every, mine, by_head=by_head)
    # What matches nothing is numbered below 0.
    names = [matched.get(at, -1 - at) for at in range(len(mine))]
    return _grouped(gold, range(len(every))), _grouped(given, names)


def _grouped(side: Side, names: Sequence[int]) -> Clusters:
    rest = iter(names)
    return [frozenset(next(rest) for _ in entity) for entity in side]


def _match(
    gold: Sequence[Marked], given: Sequence[Marked], *, by_head: bool
) -> Mapping[int, int]:
    """Match given mentions with gold ones, one to one, those first that share most."""

    def key(one: Marked) -> Hashable:
        return one.head if by_head else one.span

    near: dict[Hashable, list[int]] = {}
    for at, one in enumerate(gold):
        near.setdefault(key(one), []).append(at)
    couples = [
        (-_likeness(one.span, gold[to].span), at, to)
        for at, one in enumerate(given)
        if key(one) is not None
        for to in near.get(key(one), ())
    ]
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, to in sorted(couples):
        if at not in matched and to not in taken:
            matched[at] = to
            taken.add(to)
    return matched


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(len(one), len(other))


def _line(name: str, scores: Figures) -> str:
    cells = "  ".join(f"{key} {100 * value:5.1f}" for key, value in scores.items())
    return f"{name:32}{cells}"


def _counts(
    every: Sequence[Sequence[Chain]],
    ours: Sequence[Sequence[Chain]],
    given: Sequence[Side],
) -> str:
    def of(chains: Sequence[Sequence[Chain]]) -> str:
        flat = [one for document in chains for one in document]
        return (
            f"{len(flat)} chains of {sum(len(one.mentions) for one in flat)} mentions"
        )

    entities = [one for document in given for one in document]
    return (
        f"gold {of(every)}, of our kinds {of(ours)}; "
        f"given {len(entities)} of {sum(map(len, entities))}"
    )


COREFERENCE = Section(
    name="coreference", data=(f"{_FOLDER}/*.conllu",), score=score_coreference
)

"""Whom pronouns, descriptions, sources and parties mean, as the mention head says.

Every mention passes on its own doubts: "he" that most likely means "the aide", who in
turn most likely is Orr, most likely means Orr.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.core import Span
from onrecord.read.cast import PERSON, Cast
from onrecord.read.decode import FloatArray, IntArray
from onrecord.read.found import Findings
from onrecord.read.mention_pairs import FORMS, KINDS, MentionAt, Ranking
from onrecord.read.mention_words import find_pronouns, is_pronoun
from onrecord.read.portraits import GENDERS

_NAME, _NOMINAL, _PRONOUN = FORMS
_OTHER = KINDS[-1]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a mention means.

    Attributes:
        figure: Index in the cast, None where it means none of them.
        described: The first words for someone who has no name, None otherwise.
        prob: Chance of that answer.
    """

    figure: int | None
    described: Span | None
    prob: float


class Resolution:
    """The answers for one document, looked up by the words.

    Args:
        meant: Whom each mention means.
    """

    def __init__(self, meant: Mapping[Span, Meant]) -> None:
        self._meant = meant

    def __bool__(self) -> bool:
        """Tell whether there are any answers."""
        return bool(self._meant)

    def of(self, span: Span) -> Meant | None:
        """Give whom the words at a span mean, None where nobody asked."""
        return self._meant.get(span)

    def items(self) -> Iterable[tuple[Span, Meant]]:
        """Give all answers in text order."""
        return self._meant.items()


def resolve_mentions(findings: Findings, cast: Cast) -> Resolution:
    """Resolve the mentions of a document that are no names.

    Args:
        findings: What a reader found. Without a ranker nothing is resolved.
        cast: Who is who by name.
    """
    if findings.ranker is None:
        return Resolution({})
    owners = {named.span: figure for named, figure in cast.mentions}
    mentions = _mentions(findings, cast, owners)
    queries = [i for i, m in enumerate(mentions) if m.span not in owners]
    if not queries:
        return Resolution({})
    ranking = findings.ranker.rank(mentions, queries)
    return Resolution(_Solver(findings, cast, mentions, owners).solve(ranking))


def _mentions(
    findings: Findings, cast: Cast, owners: Mapping[Span, int]
) -> list[MentionAt]:
    """List names, sources, parties, descriptions and pronouns by place, each once."""
    found: dict[Span, MentionAt] = {}
    for span, figure in owners.items():
        kind = cast.figures[figure].kind
        found[span] = MentionAt(span, _NAME, kind if kind in KINDS else _OTHER)
    asked = [max(said.source, key=len) for said in findings.said if said.source]
    asked += [span for seen in findings.contacts or () for span in seen.parties]
    for span in asked:
        form = _PRONOUN if is_pronoun(span.of(findings.text)) else _NOMINAL
        found.setdefault(span, MentionAt(span, form, _OTHER))
    for named in findings.nominals:
        found.setdefault(named.span, MentionAt(named.span, _NOMINAL, named.kind))
    for span in find_pronouns(findings.text):
        found.setdefault(span, MentionAt(span, _PRONOUN, _OTHER))
    return sorted(found.values())


# Of each mention's chances so many are passed on.
_PASSED_ON = 6
_NOBODY_ID = -1


@dataclass(slots=True)
class _Solver:
    """Passes chances from mention to mention, in text order.

    Who: a figure of the cast by its index; past them someone described, by the index
    of the mention that first does; `_NOBODY_ID`.
    """

    findings: Findings
    cast: Cast
    mentions: Sequence[MentionAt]
    owners: Mapping[Span, int]

    def solve(self, ranking: Ranking) -> dict[Span, Meant]:
        """Answer every query."""
        n, n_figures = len(self.mentions), len(self.cast.figures)
        who = np.full((n + 1, _PASSED_ON), _NOBODY_ID)
        probs = np.zeros((n + 1, _PASSED_ON), dtype=np.float32)
        for i, mention in enumerate(self.mentions):
            who[i, 0] = self.owners.get(mention.span, _NOBODY_ID)
            probs[i, 0] = 1.0
        meant = {}
        for row, query in enumerate(ranking.candidates.queries.tolist()):
            others = ranking.candidates.mentions[row]
            shares = ranking.probs[row]
            fresh = self.mentions[query].form == _NOMINAL
            own = n_figures + query if fresh else _NOBODY_ID
            ids = np.append(who[others].ravel(), own)
            weights = np.append((shares[1:, None] * probs[others]).ravel(), shares[0])
            ids, weights = _summed(ids, weights)
            weights = weights * self._fits(query, ids)
            best = np.argsort(-weights)[:_PASSED_ON]
            who[query, : len(best)] = ids[best]
            probs[query, : len(best)] = weights[best]
            meant[self.mentions[query].span] = self._answer(
                int(ids[best[0]]), float(weights[best[0]])
            )
        return meant

    def _fits(self, query: int, ids: IntArray) -> FloatArray:
        """Rule out who is of the other gender or, for he and she, no person."""
        fits = np.ones(len(ids), dtype=np.float32)
        word = self.mentions[query].span.of(self.findings.text).casefold()
        gender = GENDERS.get(word)
        if self.mentions[query].form != _PRONOUN or gender is None:
            return fits
        for i, figure_id in enumerate(ids.tolist()):
            if 0 <= figure_id < len(self.cast.figures):
                figure = self.cast.figures[figure_id]
                other = figure.gender not in (None, gender)
                fits[i] = 0.0 if other or figure.kind != PERSON else 1.0
        return fits

    def _answer(self, best: int, prob: float) -> Meant:
        if best == _NOBODY_ID:
            return Meant(None, None, prob)
        if best < len(self.cast.figures):
            return Meant(best, None, prob)
        return Meant(None, self.mentions[best - len(self.cast.figures)].span, prob)


def _summed(ids: IntArray, weights: FloatArray) -> tuple[IntArray, FloatArray]:
    """Add up the weights of equal ids."""
    kept, at = np.unique(ids, return_inverse=True)
    sums: FloatArray = np.bincount(at, weights=weights).astype(np.float32)
    return kept, sums

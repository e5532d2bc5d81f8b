"""Pronouns and bare descriptions to the person that they most likely mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core import Span
from onrecord.read.cast import PERSON
from onrecord.read.found import Named
from onrecord.read.scene import Scene

_POSSESSIVE = re.compile(r"[’']s?\b")
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|with|by|from|at|on|against|about|like|between|than|behind)"
    r"(?: [A-Z][\w.]*){0,2} $"
)
_SENTENCES_BACK = 6
# Weights of the signs below, set on the train part of the speaker labels.
DISTANCE, FIRST, OPENING, LAST_SPEAKER = 1.0, 0.7, 0.4, 1.0
IN_CONTENT, POSSESSIVE, AFTER_PREPOSITION, UNKNOWN_GENDER = 1.0, 0.6, 0.5, 0.3
MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a pronoun or a description asks for.

    Attributes:
        place: Where it stands.
        gender: ``m``, ``f`` or None for any.
        spoke: The figure that spoke last before it, None at the start.
        barred: Figures it cannot be.
    """

    place: int
    gender: str | None = None
    spoke: int | None = None
    barred: frozenset[int] = frozenset()


def resolve_person(scene: Scene, wanted: Wanted) -> int | None:
    """Find the person whom a pronoun or "the candidate" means.

    Nearness in sentences counts most; then being the first person of the sentence,
    having spoken last, and not standing inside somebody's words.

    Args:
        scene: The document and who is who in it.
        wanted: Where it stands and whom it may mean.

    Returns:
        Index of the figure; None when nobody fits or two fit alike.
    """
    best: dict[int, float] = {}
    for figure, score in _scores(scene, wanted):
        best[figure] = max(score, best.get(figure, -99.0))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def _scores(scene: Scene, wanted: Wanted) -> Iterator[tuple[int, float]]:
    cast = scene.cast
    recent = scene.sentences_before(wanted.place, _SENTENCES_BACK)
    for back, sentence in enumerate(reversed(recent)):
        people = [
            (named, figure)
            for named, figure in cast.within(sentence)
            if named.kind == PERSON and named.span.end <= wanted.place
        ]
        for rank, (named, figure) in enumerate(people):
            gender = cast.figures[figure].gender
            fits = wanted.gender in (None, gender) or gender is None
            if not fits or figure in wanted.barred:
                continue
            score = _mention_score(scene, named, sentence) - DISTANCE * back
            score += FIRST if rank == 0 else 0.0
            score += LAST_SPEAKER if figure == wanted.spoke else 0.0
            score -= UNKNOWN_GENDER if gender is None else 0.0
            yield figure, score


def _mention_score(scene: Scene, named: Named, sentence: Span) -> float:
    text, span = scene.findings.text, named.span
    score = OPENING if span.start - sentence.start < len("According to") else 0.0
    if _POSSESSIVE.match(text, span.end):
        score -= POSSESSIVE
    if _PREPOSITION.search(text[max(0, span.start - 30) : span.start]):
        score -= AFTER_PREPOSITION
    return score - IN_CONTENT if scene.is_content(span.start) else score

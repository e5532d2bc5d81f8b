"""Pronouns and bare descriptions to the person that they most likely mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core import Span
from onrecord.read.cast import PERSON
from onrecord.read.found import Named
from onrecord.read.lexicon import people_words, singular
from onrecord.read.scene import Scene

_POSSESSIVE = re.compile(r"[’']s?\b")
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|with|by|from|at|on|against|about|like|between|than|behind)"
    r"(?: [A-Z][\w.]*){0,2} $"
)
_BYLINE = re.compile(r"(?:^|\n)[ \t]*by[ \t]+$", re.IGNORECASE)
_BYLINE_REACH = 12
_SENTENCES_BACK = 6
# Weights of the signs below, set on the train part of the speaker labels.
DISTANCE, FIRST, OPENING, LAST_SPEAKER = 1.0, 0.7, 0.4, 1.0
IN_CONTENT, POSSESSIVE, AFTER_PREPOSITION, UNKNOWN_GENDER, DESCRIBED = (
    1.0,
    0.6,
    0.5,
    0.3,
    0.5,
)
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
    best: dict[int | None, float] = {}
    for figure, score in _scores(scene, wanted):
        best[figure] = max(score, best.get(figure, -99.0))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def _scores(scene: Scene, wanted: Wanted) -> Iterator[tuple[int | None, float]]:
    cast = scene.cast
    recent = scene.sentences_before(wanted.place, _SENTENCES_BACK)
    for back, sentence in enumerate(reversed(recent)):
        for rank, (named, figure) in enumerate(_people(scene, sentence, wanted.place)):
            known = None if figure is None else cast.figures[figure].gender
            gender = _noun_gender(scene, named) if figure is None else known
            fits = wanted.gender in (None, gender) or gender is None
            if not fits or figure in wanted.barred:
                continue
            score = _mention_score(scene, named, sentence) - DISTANCE * back
            score += FIRST if rank == 0 else 0.0
            score += LAST_SPEAKER if figure == wanted.spoke is not None else 0.0
            score -= UNKNOWN_GENDER if gender is None else 0.0
            score -= DESCRIBED if figure is None else 0.0
            yield figure, score


def _people(scene: Scene, sentence: Span, place: int) -> list[tuple[Named, int | None]]:
    """List the people that a sentence names or describes before a place, in order."""
    described = [
        (named, scene.cast.holder(_head(scene, named), named.span.start))
        for named in scene.nominals_within(sentence)
        if _is_one_person(scene, named)
    ]
    everyone = [*scene.cast.within(sentence), *described]
    return sorted(
        (
            item
            for item in everyone
            if item[0].kind == PERSON
            and item[0].span.end <= place
            and not _is_byline(scene, item[0])
        ),
        key=lambda item: item[0].span,
    )


def _is_byline(scene: Scene, named: Named) -> bool:
    """Tell whether a name is that of the article's author, set above it."""
    start = named.span.start
    before = scene.findings.text[max(0, start - _BYLINE_REACH) : start]
    return _BYLINE.search(before) is not None


def _is_one_person(scene: Scene, named: Named) -> bool:
    """Tell whether a description is of one person ("a port envoy")."""
    noun = _head(scene, named)
    known = people_words()
    return singular(noun) == noun and (noun in known.offices or noun in known.genders)


def _noun_gender(scene: Scene, named: Named) -> str | None:
    gender = people_words().genders.get(_head(scene, named))
    return gender if gender in ("m", "f") else None


def _head(scene: Scene, named: Named) -> str:
    return named.span.of(scene.findings.text).split()[-1].casefold()


def _mention_score(scene: Scene, named: Named, sentence: Span) -> float:
    text, span = scene.findings.text, named.span
    score = OPENING if span.start - sentence.start < len("According to") else 0.0
    if _POSSESSIVE.match(text, span.end):
        score -= POSSESSIVE
    if _PREPOSITION.search(text[max(0, span.start - 30) : span.start]):
        score -= AFTER_PREPOSITION
    return score - IN_CONTENT if scene.is_content(span.start) else score

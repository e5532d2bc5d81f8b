"""Events: resignations, recusals, dismissals and other dated happenings."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.core import EventKind, Modality, Span, Stance
from onrecord.read.cast import Cast
from onrecord.read.found import Claimed, EventFound, Figured, Findings
from onrecord.read.lexicon import load_yaml
from onrecord.read.modality import Telling, modality_of
from onrecord.read.referents import Referents
from onrecord.read.scene import set_scene
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence, take_apart
from onrecord.read.syntax.subjects import subjects_of
from onrecord.read.times import find_times

WHO = "who"


@dataclass(frozen=True, slots=True)
class EventWord:
    """One rule of ``data/event_words.yaml``.

    Attributes:
        kind: Which happening it tells.
        who: Where whom it concerns stands: ``subject``, ``object`` or ``owner``.
        pattern: Finds it; the group is the trigger.
    """

    kind: EventKind
    who: str
    pattern: re.Pattern[str]


@cache
def event_words() -> tuple[EventWord, ...]:
    """Load the rules, once.

    Source:
        Written for onrecord: ``data/event_words.yaml``.
    """
    return tuple(
        EventWord(EventKind(row["kind"]), row["who"], re.compile(row["pattern"]))
        for row in load_yaml("event_words.yaml")
    )


def find_events(
    findings: Findings, cast: Cast, claims: Sequence[Claimed]
) -> tuple[EventFound, ...]:
    """Find the events that a document tells, each with whom it concerns.

    Args:
        findings: What a reader found.
        cast: Who is who.
        claims: Whose each attribution is.

    Returns:
        Events in the order of the text; those about nobody identifiable are left out.
    """
    referents = Referents(set_scene(findings, cast), claims)
    times = [t.span for t in find_times(findings.text, published=findings.published)]
    starts = [span.start for span in times]
    found = []
    for span in findings.sentences:
        for word, trigger in _triggers(span.of(findings.text)):
            names = [named for named, _ in cast.within(span)]
            near = [named for named in findings.nominals if span.contains(named.span)]
            sentence = take_apart(findings.text, span, names=names, nominals=near)
            place = Span(span.start + trigger.start, span.start + trigger.end)
            who = _concerned(referents, sentence, word.who, place=place)
            if who is not None:
                by = referents.claim_at(place.start)
                when = times[bisect_left(starts, span.start) :]
                found.append(
                    EventFound(
                        kind=word.kind,
                        trigger=place,
                        roles=((WHO, who),),
                        modality=_modality(referents, sentence, word, place=place),
                        time=next((t for t in when[:1] if span.contains(t)), None),
                        by=by,
                    )
                )
    return tuple(found)


def _triggers(sentence: str) -> Iterator[tuple[EventWord, Span]]:
    taken: list[Span] = []
    for word in event_words():
        for match in word.pattern.finditer(sentence):
            trigger = Span(*match.span(1))
            if not any(trigger.overlaps(other) for other in taken):
                taken.append(trigger)
                yield word, trigger


def _concerned(
    referents: Referents, sentence: Sentence, who: str, *, place: Span
) -> Figured | None:
    """Find whom an event concerns, None where that is nobody identifiable."""
    at = sentence.token_at(place.start)
    if who == "owner":
        phrase = sentence.phrase_at(at)
        owner = phrase.owner if phrase else None
        return None if owner is None else _known(referents.owner(owner))
    if who == "subject":
        subjects = subjects_of(sentence, at)
    else:
        after = sentence.token_at(place.end)
        found = sentence.phrase_at(after) or sentence.phrase_at(after + 1)
        subjects = [found] if found else []
    return _known(_resolved(referents, subjects))


def _resolved(referents: Referents, phrases: Sequence[Phrase]) -> Figured | None:
    return referents.resolve(phrases[0]) if phrases else None


def _known(who: Figured | None) -> Figured | None:
    return None if who is None or who.figure is None else who


def _modality(
    referents: Referents, sentence: Sentence, word: EventWord, *, place: Span
) -> Modality:
    by = referents.claim_at(place.start)
    stance = referents.stance_of_cue(by)
    if word.kind is EventKind.NON_DISCLOSURE:
        # Its own "not" is what happened.
        return Modality.DENIED if stance is Stance.DENIES else Modality.HAPPENED
    at = sentence.token_at(place.start)
    return modality_of(sentence, (at, at), Telling(by is not None, stance))

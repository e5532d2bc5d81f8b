"""Events: resignations, recusals, dismissals and other dated happenings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.core import EventKind, Modality, Span, Stance
from onrecord.read.found import EventFound, Figured
from onrecord.read.happenings import Happenings
from onrecord.read.lexicon import load_yaml
from onrecord.read.referents import Referents
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence
from onrecord.read.syntax.subjects import subjects_of

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


def find_events(happenings: Happenings) -> tuple[EventFound, ...]:
    """Find the events that a document tells, each with whom it concerns.

    Args:
        happenings: The document, who is who in it and who says what.

    Returns:
        Events in the order of the text; those about nobody identifiable are left out.
    """
    findings = happenings.scene.findings
    return tuple(
        event
        for span in findings.sentences
        for found in _triggers(span.of(findings.text))
        if (event := _event(happenings, happenings.sentence(span), found)) is not None
    )


def _event(
    happenings: Happenings, sentence: Sentence, found: tuple[EventWord, Span]
) -> EventFound | None:
    """Build the event of a trigger inside a sentence, None if it concerns nobody."""
    referents, (word, trigger) = happenings.referents, found
    begin = sentence.span.start
    place = Span(begin + trigger.start, begin + trigger.end)
    who = _concerned(referents, sentence, word.who, place=place)
    if who is None:
        return None
    at = sentence.token_at(place.start), sentence.token_at(place.end - 1)
    time, by = happenings.time_of(sentence, at), referents.claim_at(place.start)
    if word.kind is EventKind.NON_DISCLOSURE:
        modality = _not_told(happenings, by)
    else:
        modality = happenings.modality_of(sentence, at, time)
    return EventFound(
        kind=word.kind,
        trigger=place,
        roles=((WHO, who),),
        modality=modality,
        time=time,
        by=by,
    )


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


def _not_told(happenings: Happenings, by: int | None) -> Modality:
    """Tell how an omission is presented: its own "not" is what happened."""
    denied = happenings.referents.stance_of_cue(by) is Stance.DENIES
    return Modality.DENIED if denied else Modality.HAPPENED

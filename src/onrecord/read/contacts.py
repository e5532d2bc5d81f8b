"""Contacts: who was directly in touch with whom, as the text tells it.

Rules in five steps: words that may name a contact, the phrases that name its parties,
who these are, whether it is told as having happened, and its circumstances. Standing
in one sentence makes nobody a party: only the grammar around the trigger does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.core import Modality, Span
from onrecord.read.cast import Cast
from onrecord.read.circumstances import place_of, time_of, topic_of
from onrecord.read.contact_nouns import noun_parties, owner_to_come
from onrecord.read.contact_people import (
    carried_on,
    echoed,
    identify,
    is_public,
    means_both,
)
from onrecord.read.contact_repeats import (
    Earlier,
    Here,
    find_earlier,
    inherited,
    last_with,
    merged,
    points_back,
    remember,
)
from onrecord.read.contact_triggers import Trigger, may_hold_triggers, triggers_of
from onrecord.read.contact_verbs import verb_parties
from onrecord.read.found import Claimed, ContactFound, Figured, Findings
from onrecord.read.modality import Telling, modality_of
from onrecord.read.referents import Referents
from onrecord.read.scene import set_scene
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence, take_apart
from onrecord.read.times import TimeFound, find_times

_FEWEST = 2


def find_contacts(
    findings: Findings, cast: Cast, claims: Sequence[Claimed]
) -> tuple[ContactFound, ...]:
    """Find the contacts of a document.

    Meetings, calls, messages, visits, conversations and negotiations between parties
    that the text identifies. Speeches, rallies, interviews for publication and the
    like are none, and neither is a contact of which fewer than two parties are known.

    Args:
        findings: What a reader found.
        cast: Who is who.
        claims: Whose each attribution is, one for each of ``findings.said``.

    Returns:
        One for each mention, in text order.
    """
    search = _Search(
        findings=findings,
        referents=Referents(set_scene(findings, cast), claims),
        times=find_times(findings.text, published=findings.published),
    )
    for number, span in enumerate(findings.sentences):
        if may_hold_triggers(span.of(findings.text)):
            search.read(number, _take_apart(findings, cast, span))
    return tuple(earlier.contact for earlier in search.known)


def _take_apart(findings: Findings, cast: Cast, span: Span) -> Sentence:
    names = [named for named, _ in cast.within(span)]
    nominals = [named for named in findings.nominals if span.contains(named.span)]
    return take_apart(findings.text, span, names, nominals)


@dataclass(slots=True)
class _Search:
    """The contacts of one document, found sentence by sentence."""

    findings: Findings
    referents: Referents
    times: Sequence[TimeFound]
    known: list[Earlier] = field(default_factory=list)

    def read(self, number: int, sentence: Sentence) -> None:
        """Add the contacts of one sentence."""
        for trigger in triggers_of(sentence):
            find = self._named if trigger.is_noun else self._done
            parties, modality = find(number, sentence, trigger)
            if len(parties) >= _FEWEST:
                contact = self._build(sentence, trigger, (parties, modality))
                self.known.append(remember(contact, sentence, trigger, number))

    def _done(
        self, number: int, sentence: Sentence, trigger: Trigger
    ) -> tuple[tuple[Figured, ...], Modality]:
        """Find the parties of a contact that a verb tells."""
        modality = self._modality(sentence, trigger, trigger.first)
        phrases = verb_parties(sentence, trigger)
        if is_public(sentence, trigger, phrases):
            return (), modality
        parties = identify(self.referents, phrases, None)
        talk = last_with(self.known, "talk", Here(number, ()))
        if "mutual" in trigger.word.frames and means_both(phrases):
            if talk is not None:
                return merged((), talk.contact.parties), modality
            return self.referents.two_before(trigger.span.start), modality
        again = "again" in trigger.word.frames and len(parties) == 1
        letter = (
            last_with(self.known, "letter", Here(number, parties)) if again else None
        )
        if letter is not None and parties[0].figure is not None:
            return merged(parties, letter.contact.parties), modality
        if talk is None or talk.sentence != number:
            return parties, modality
        actor = carried_on(sentence, phrases, talk)
        if actor is not None:
            return (actor, *identify(self.referents, phrases[1:], None)), modality
        return echoed(parties, phrases, talk) or parties, modality

    def _named(
        self, number: int, sentence: Sentence, trigger: Trigger
    ) -> tuple[tuple[Figured, ...], Modality]:
        """Find the parties of a contact that a noun names, new or known."""
        phrase = sentence.phrase_at(trigger.last)
        modality = self._modality(
            sentence, trigger, phrase.first if phrase else trigger.first
        )
        phrases = noun_parties(sentence, trigger)
        if is_public(sentence, trigger, phrases):
            return (), modality
        parties = identify(self.referents, phrases, self._owner(sentence, phrase))
        if len(parties) >= _FEWEST or not points_back(sentence, trigger):
            return parties, modality
        here = Here(number, parties, self.referents.named_around(sentence.span))
        earlier = find_earlier(self.known, sentence, trigger, here)
        if earlier is None:
            return (), modality
        together = merged(parties, earlier.contact.parties)
        return together, inherited(modality, earlier.contact.modality)

    def _owner(self, sentence: Sentence, phrase: Phrase | None) -> Figured | None:
        """Find whose contact it is; in "In his letter, Orr ..." he is Orr."""
        if phrase is None or phrase.owner is None:
            return None
        coming = owner_to_come(sentence, phrase)
        ahead = None if coming is None else self.referents.resolve(coming)
        if ahead is not None and ahead.figure is not None:
            return Figured(phrase.owner, ahead.figure)
        return self.referents.owner(phrase.owner)

    def _modality(self, sentence: Sentence, trigger: Trigger, first: int) -> Modality:
        claim = self.referents.claim_at(trigger.span.start)
        telling = Telling(
            said=claim is not None, stance=self.referents.stance_of_cue(claim)
        )
        return modality_of(sentence, (first, trigger.last), telling)

    def _build(
        self,
        sentence: Sentence,
        trigger: Trigger,
        told: tuple[tuple[Figured, ...], Modality],
    ) -> ContactFound:
        parties, modality = told
        spans = [time.span for time in self.times]
        time = time_of(sentence, (trigger.first, trigger.last), spans)
        if modality is Modality.HAPPENED and self._is_to_come(time):
            modality = Modality.PLANNED
        return ContactFound(
            trigger=trigger.span,
            kind=trigger.word.kind,
            parties=parties,
            modality=modality,
            time=time,
            place=place_of(sentence, trigger.last),
            topic=topic_of(sentence, trigger.last),
            by=self.referents.claim_at(trigger.span.start),
        )

    def _is_to_come(self, span: Span | None) -> bool:
        """Tell whether a time lies wholly after the day of publication."""
        published = self.findings.published
        found = next((time for time in self.times if time.span == span), None)
        if published is None or found is None or found.range is None:
            return False
        return found.range.earliest is not None and found.range.earliest > published

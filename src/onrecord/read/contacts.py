"""Contacts: who was directly in touch with whom, as the text tells it.

Rules in five steps: words that may name a contact, the phrases that name its parties,
who these are, whether it is told as having happened, and its circumstances. Standing
in one sentence makes nobody a party: only the grammar around the trigger does.
"""

from dataclasses import dataclass, field, replace

from onrecord.read.circumstances import place_of, topic_of
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
    answered,
    find_earlier,
    inherited,
    last_of,
    merged,
    points_back,
    remember,
)
from onrecord.read.contact_triggers import Spot, may_hold_triggers, triggers_of
from onrecord.read.contact_verbs import verb_parties
from onrecord.read.contacts_seen import joined
from onrecord.read.found import ContactFound, Figured
from onrecord.read.happenings import Happenings
from onrecord.read.mention_words import is_pronoun
from onrecord.read.referents import Referents
from onrecord.read.scene import Scene
from onrecord.read.syntax.sentence import Sentence

_FEWEST = 2


def find_contacts(happenings: Happenings) -> tuple[ContactFound, ...]:
    """Find the contacts of a document.

    Meetings, calls, messages, visits, conversations and negotiations between parties
    that the text identifies. Speeches, rallies, interviews for publication and the
    like are none, and neither is a contact of which fewer than two parties are known.

    Args:
        happenings: The document, who is who in it and who says what.

    Returns:
        One for each mention, in text order.
    """
    findings = happenings.scene.findings
    search = _Search(happenings.referents, happenings)
    for number, span in enumerate(findings.sentences):
        if may_hold_triggers(span.of(findings.text)):
            search.read(number, happenings.sentence(span))
    by_rule = tuple(earlier.contact for earlier in search.known)
    found = by_rule if findings.contacts is None else joined(by_rule, happenings)
    return tuple(_told_apart(contact, happenings.scene) for contact in found)


def _told_apart(contact: ContactFound, scene: Scene) -> ContactFound:
    """Take no description for somebody who is named within another party.

    "An envoy met the Orr campaign" is hardly told of Orr, whoever "envoy" may mean.
    """
    named = [_named_within(party, scene) for party in contact.parties]
    parties = []
    for i, party in enumerate(contact.parties):
        others = frozenset[int]().union(*named[:i], *named[i + 1 :])
        guessed = party.figure in others and party.figure not in named[i]
        described = party.span is not None and not is_pronoun(
            party.span.of(scene.findings.text)
        )
        parties.append(Figured(party.span, None) if guessed and described else party)
    return replace(contact, parties=tuple(parties))


def _named_within(party: Figured, scene: Scene) -> frozenset[int]:
    if party.span is None:
        return frozenset()
    return frozenset(figure for _, figure in scene.cast.within(party.span))


@dataclass(slots=True)
class _Search:
    """The contacts of one document, found sentence by sentence."""

    referents: Referents
    happenings: Happenings
    known: list[Earlier] = field(default_factory=list)

    def read(self, number: int, sentence: Sentence) -> None:
        """Add the contacts of one sentence."""
        for trigger in triggers_of(sentence):
            spot = Spot(number, sentence, trigger)
            parties, before = (
                self._named(spot) if trigger.is_noun else (self._done(spot), None)
            )
            if len(parties) >= _FEWEST:
                contact = self._build(spot, parties, before)
                self.known.append(remember(contact, spot))

    def _done(self, spot: Spot) -> tuple[Figured, ...]:
        """Find the parties of a contact that a verb tells."""
        phrases = verb_parties(spot.sentence, spot.trigger)
        if is_public(spot, phrases):
            return ()
        frames = spot.trigger.word.frames
        talk = last_of(self.known, "talk", spot)
        if "mutual" in frames and means_both(phrases):
            both = self.referents.two_before(spot.trigger.span.start)
            return both if talk is None else merged((), talk.contact.parties)
        parties = identify(self.referents, phrases, None)
        if "again" in frames:
            return answered(parties, last_of(self.known, "letter", spot)) or parties
        if talk is None or talk.sentence != spot.number:
            return parties
        actor = carried_on(spot.sentence, phrases, talk)
        if actor is not None:
            return (actor, *identify(self.referents, phrases[1:], None))
        return echoed(parties, phrases, talk) or parties

    def _named(self, spot: Spot) -> tuple[tuple[Figured, ...], Earlier | None]:
        """Find the parties of a contact that a noun names, new or known.

        Returns:
            The parties, and the contact that the noun names again if it does.
        """
        phrases = noun_parties(spot.sentence, spot.trigger)
        if is_public(spot, phrases):
            return (), None
        parties = identify(self.referents, phrases, self._owner(spot))
        if len(parties) >= _FEWEST or not points_back(spot):
            return parties, None
        named = self.referents.named_around(spot.sentence.span)
        earlier = find_earlier(self.known, spot, parties, named=named)
        if earlier is None:
            return (), None
        return merged(parties, earlier.contact.parties), earlier

    def _owner(self, spot: Spot) -> Figured | None:
        """Find whose contact it is; in "In his letter, Orr ..." he is Orr."""
        phrase = spot.phrase
        if phrase is None or phrase.owner is None:
            return None
        coming = owner_to_come(spot.sentence, phrase)
        ahead = None if coming is None else self.referents.resolve(coming)
        if ahead is not None and ahead.figure is not None:
            return Figured(phrase.owner, ahead.figure)
        return self.referents.owner(phrase.owner)

    def _build(
        self, spot: Spot, parties: tuple[Figured, ...], before: Earlier | None
    ) -> ContactFound:
        sentence, trigger = spot.sentence, spot.trigger
        noun = spot.phrase if trigger.is_noun else None
        first = noun.first if noun else trigger.first
        time = self.happenings.time_of(sentence, (trigger.first, trigger.last))
        modality = self.happenings.modality_of(sentence, (first, trigger.last), time)
        if before is not None:
            modality = inherited(modality, before.contact.modality)
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

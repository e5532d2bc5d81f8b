"""Contacts that the network sees, with who takes part and how they are told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.core import ContactKind, Modality, Span
from onrecord.read.cast import PERSON
from onrecord.read.contact_repeats import merged
from onrecord.read.found import ContactFound, ContactSeen, Figured
from onrecord.read.happenings import Happenings
from onrecord.read.heads import head_figure
from onrecord.read.lexicon import people_words, singular
from onrecord.read.mention_words import is_pronoun
from onrecord.read.scene import Scene

# Contacts less likely than this are left out, parties less sure than the other are not
# named. Chosen on the dev part of the contact labels (see the model card).
LEAST_PROB, LEAST_SURE = 0.8, 0.3
# A description names nobody else unless this is surer: "the operator" is no person.
LEAST_SURE_DESCRIBED = 0.6
# What the rules find needs only this, and between two people by name hardly anything:
# the network has seen few of them and doubts the plainest ("Orr called Vell").
LEAST_AGREED, LEAST_NAMED = 0.1, 0.02
_FEWEST = 2
_ABSENT = frozenset({Modality.DENIED, Modality.NOT_HELD})
# Sentences back to where "the meeting" may still mean the same contact.
_REACH = 12


def joined(
    by_rule: Sequence[ContactFound], happenings: Happenings
) -> tuple[ContactFound, ...]:
    """Join the contacts that the rules find and those that a trained reader sees.

    Args:
        by_rule: What the rules find. Where the trained reader sees no contact at all,
            it is left out; but what is denied or was not held always stays.
        happenings: The document, who is who in it and who says what.

    Returns:
        Each once, in text order; where both find one, the rules' parties stand.
    """
    scene = happenings.scene
    likely = scene.findings.contacts or ()
    kept = [
        replace(contact, confidence=round(max(prob, LEAST_AGREED), 3))
        for contact in by_rule
        if (prob := _prob_at(contact.trigger, likely)) >= _least(contact, scene)
        or contact.modality in _ABSENT
    ]
    taken = [contact.trigger for contact in kept]
    more = [
        contact
        for contact in contacts_seen(happenings)
        if not any(contact.trigger.overlaps(trigger) for trigger in taken)
    ]
    return tuple(sorted((*kept, *more), key=lambda contact: contact.trigger))


def _least(contact: ContactFound, scene: Scene) -> float:
    figures = [party.figure for party in contact.parties]
    named = [
        f for f in figures if f is not None and scene.cast.figures[f].kind == PERSON
    ]
    return LEAST_NAMED if len(named) == len(figures) else LEAST_AGREED


def _prob_at(trigger: Span, seen: Iterable[ContactSeen]) -> float:
    return max((s.prob for s in seen if s.trigger.overlaps(trigger)), default=0.0)


def contacts_seen(happenings: Happenings) -> tuple[ContactFound, ...]:
    """Make contacts of what a trained reader sees.

    Args:
        happenings: The document, who is who in it and who says what.

    Returns:
        One for each mention of a contact of which two parties are known.
    """
    scene = happenings.scene
    search = _Search(scene, happenings)
    for seen in sorted(scene.findings.contacts or (), key=lambda seen: seen.trigger):
        if seen.prob >= LEAST_PROB:
            search.add(seen)
    return tuple(search.found)


@dataclass(slots=True)
class _Search:
    """The contacts of one document, in text order."""

    scene: Scene
    happenings: Happenings
    found: list[ContactFound] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def add(self, seen: ContactSeen) -> None:
        """Add a contact if two of its parties are known, here or from before."""
        if _names_someone(seen.trigger.of(self.scene.findings.text)):
            return
        number = self.scene.sentence_number(seen.trigger.start)
        parties = tuple(self._parties(seen))
        kind = max(seen.kinds, key=seen.kinds.__getitem__)
        if len(parties) < _FEWEST:
            parties = self._completed(parties, kind, number)
        if len(parties) < _FEWEST:
            return
        self.numbers.append(number)
        self.found.append(
            ContactFound(
                trigger=seen.trigger,
                kind=kind,
                parties=parties,
                modality=self._modality(seen, number),
                time=seen.time,
                place=seen.place,
                topic=seen.topic,
                by=self.happenings.referents.claim_at(seen.trigger.start),
                confidence=round(seen.prob, 3),
            )
        )

    def _parties(self, seen: ContactSeen) -> Iterator[Figured]:
        """Find who each party is, each once."""
        known = set()
        for span in seen.parties:
            party = self._party(span)
            key = party and (party.figure if party.figure is not None else party.span)
            if party is not None and key not in known:
                known.add(key)
                yield party

    def _party(self, span: Span) -> Figured | None:
        """Find who one party is; None for a pronoun that nobody is sure of."""
        named = head_figure(self.scene, (span,))
        if named is not None:
            return Figured(span, named)
        meant = self.scene.resolution.of(span)
        pronoun = is_pronoun(span.of(self.scene.findings.text))
        least = LEAST_SURE if pronoun else LEAST_SURE_DESCRIBED
        if meant is not None and meant.prob >= least:
            if meant.figure is not None:
                return Figured(span, meant.figure)
            if meant.described is not None:
                return Figured(meant.described, None)
        if pronoun:
            return self.happenings.referents.pronoun(span)
        return Figured(span, None)

    def _completed(
        self, parties: tuple[Figured, ...], kind: ContactKind, number: int
    ) -> tuple[Figured, ...]:
        """Complete the parties by those of the last contact that may be the same."""
        named = {party.figure for party in parties if party.figure is not None}
        for earlier, at in zip(
            reversed(self.found), reversed(self.numbers), strict=True
        ):
            if number - at > _REACH:
                break
            before = {party.figure for party in earlier.parties}
            if _is_letter(earlier.kind) == _is_letter(kind) and named <= before:
                return merged(parties, earlier.parties)
        return parties

    def _modality(self, seen: ContactSeen, number: int) -> Modality:
        """Take what the rules say against its having happened before the network's."""
        findings = self.scene.findings
        spans = findings.sentences[number : number + 1]
        likeliest = max(seen.modalities, key=seen.modalities.__getitem__)
        if not spans:
            return likeliest
        sentence = self.happenings.sentence(spans[0])
        first = sentence.token_at(seen.trigger.start)
        last = max(first, sentence.token_at(seen.trigger.end - 1))
        phrase = sentence.phrase_at(last)
        if phrase is not None and phrase.head == last:
            first = phrase.first
        told = self.happenings.modality_of(sentence, (first, last), seen.time)
        return likeliest if told is Modality.HAPPENED else told


def _names_someone(trigger: str) -> bool:
    """Tell whether a trigger is a word for a person: an envoy is no contact."""
    words = people_words()
    return singular(trigger.casefold()) in words.persons | words.offices


def _is_letter(kind: ContactKind) -> bool:
    return kind is ContactKind.MESSAGE

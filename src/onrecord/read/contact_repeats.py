"""Contacts that a text names again: "the meeting", "that letter", "they met again"."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core import ContactKind, Modality
from onrecord.read.contact_triggers import Spot, contact_words
from onrecord.read.found import ContactFound, Figured
from onrecord.read.lexicon import singular
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence

_POINTS_BACK = frozenset(
    {"the", "this", "that", "those", "these", "their", "such", "both"}
)
_POSSESSIVES = frozenset({"his", "her", "its", "my", "our", "your"})
_NARROWING = frozenset({"of", "between", "among", "to"})
_LEADS = (Part.DETERMINER, Part.POSSESSIVE)
# Sentences back to where a noun or a verb may still mean the same contact. Set on
# train_dense of the contact labels, like the other reaches of the rules for contacts.
_NOUN_REACH = 12
_VERB_REACH = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """A contact already found, and what a later mention must agree with.

    Attributes:
        contact: The contact.
        noun: The noun that names it, singular; for a verb the noun of its kind.
        family: Which nouns can name it again.
        sentence: Number of its sentence.
    """

    contact: ContactFound
    noun: str
    family: str
    sentence: int


def points_back(spot: Spot) -> bool:
    """Tell whether a noun names a contact as one already known.

    So do "the meeting", "those letters", "Thursday's call", "his private talks",
    "meetings of that kind" and "there were no meetings"; "a meeting" and "the budget
    talks" do not.
    """
    sentence, phrase = spot.sentence, spot.phrase
    if phrase is None:
        return False
    if _is_of_that_kind(sentence, phrase):
        return True
    if sentence.low(phrase.last + 1) in _NARROWING:
        return False
    remarked = is_said_absent(sentence, phrase) or _is_said_of_it(sentence, phrase)
    return remarked or _is_led_back(spot, phrase)


def _is_led_back(spot: Spot, phrase: Phrase) -> bool:
    """Tell by the words before a noun whether it names something known."""
    sentence = spot.sentence
    lead = _lead_of(spot, phrase)
    low = "" if lead is None else sentence.low(lead)
    word = sentence.low(spot.trigger.last)
    if singular(word) != word and spot.trigger.word.family == "letter":
        # "The e-mails" are a subject of their own in many articles.
        return low in ("those", "these")
    if lead is None or sentence.part(lead) is Part.GENITIVE:
        dated = lead is not None and sentence.part(lead - 1) is Part.TIME
        return dated or _is_owned(sentence, phrase)
    return low in _POINTS_BACK or low in _POSSESSIVES


def _is_said_of_it(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "it was a short call", which says more of a call already told."""
    return sentence.low(phrase.first - 2) in ("it", "this", "that") and (
        sentence.low(phrase.first - 1) in ("was", "is", "'s")
    )


def _lead_of(spot: Spot, phrase: Phrase) -> int | None:
    """Find the token that leads the noun, None behind words that narrow it down."""
    sentence = spot.sentence
    plain = contact_words().lists["plain_words"]
    led = sentence.part(phrase.first) in _LEADS
    lead = phrase.first if led else phrase.first - 1
    for i in range(max(lead + 1, phrase.first), spot.trigger.first):
        if sentence.part(i) is not Part.TIME and sentence.low(i) not in plain:
            return None
    while sentence.part(lead) is Part.TIME:
        lead -= 1
    return lead


def _is_owned(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "Orr's letter": the owner's name right before the noun."""
    before = sentence.part(phrase.head - 1) is Part.GENITIVE
    return phrase.owner is not None and before


def _is_of_that_kind(sentence: Sentence, phrase: Phrase) -> bool:
    after = [sentence.low(phrase.last + n) for n in (1, 2, 3)]
    return after in (
        ["of", "that", "kind"],
        ["of", "this", "kind"],
        ["of", "that", "sort"],
    )


def is_said_absent(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "there were no meetings" and "there was never a meeting"."""
    low = [sentence.low(phrase.first - n) for n in (1, 2, 3)]
    there = "there" in low
    return there and (
        "never" in low or sentence.low(phrase.first) == "no" or "no" in low
    )


def find_earlier(
    known: Sequence[Earlier],
    spot: Spot,
    parties: Sequence[Figured],
    *,
    named: frozenset[int],
) -> Earlier | None:
    """Find the contact that a noun names again.

    Args:
        known: Contacts found so far, in text order.
        spot: The noun.
        parties: Parties that its sentence names; all have to agree.
        named: Figures named in its sentence or in the one before.

    Returns:
        One just told in the same sentence; else one whose parties are named around
        here; else the last that goes by the same noun; else the last of the noun's
        family. None where nothing close enough agrees.
    """
    noun = singular(spot.sentence.low(spot.trigger.last))
    family = spot.trigger.word.family
    near = [
        earlier
        for earlier in reversed(known)
        if earlier.family == family
        and spot.number - earlier.sentence <= _NOUN_REACH
        and _has_all(earlier.contact, parties)
    ]
    same = [earlier for earlier in near if earlier.noun == noun]
    if family == "letter":
        # A letter is no e-mail, but either may come back as "the message".
        return next(iter(same or (near if noun == "message" else [])), None)
    if near and spot.number == near[0].sentence:
        return near[0]
    around = [earlier for earlier in near if _is_named(earlier.contact, named)]
    return next(iter(around or same or near), None)


def _is_named(contact: ContactFound, figures: frozenset[int]) -> bool:
    return all(party.figure in figures for party in contact.parties)


def last_of(known: Sequence[Earlier], family: str, spot: Spot) -> Earlier | None:
    """Give the last contact if it is of a family and near, else None."""
    if not known or known[-1].family != family:
        return None
    close = spot.number - known[-1].sentence <= _VERB_REACH
    return known[-1] if close else None


def _has_all(contact: ContactFound, parties: Sequence[Figured]) -> bool:
    figures = {party.figure for party in contact.parties if party.figure is not None}
    return all(p.figure is None or p.figure in figures for p in parties)


def answered(
    parties: Sequence[Figured], letter: Earlier | None
) -> tuple[Figured, ...] | None:
    """Read "Orr wrote back" as to whom Orr had the letter before from.

    Args:
        parties: Parties that the sentence names.
        letter: The last message before, None without one near.

    Returns:
        The parties of that message; None unless the one who answers is among them.
    """
    if letter is None or len(parties) != 1 or parties[0].figure is None:
        return None
    if not _has_all(letter.contact, parties):
        return None
    return merged(parties, letter.contact.parties)


def merged(
    parties: Sequence[Figured], before: Sequence[Figured]
) -> tuple[Figured, ...]:
    """Complete the parties that a sentence names by those of the earlier mention."""
    named = [party for party in parties if party.figure is not None]
    known = {party.figure for party in named}
    rest = [
        Figured(None, party.figure) if party.figure is not None else party
        for party in before
        if party.figure is None or party.figure not in known
    ]
    return (*named, *rest)


def inherited(own: Modality, before: Modality) -> Modality:
    """Keep a planned or denied contact so when it is named again without more."""
    return before if own is Modality.HAPPENED else own


def remember(contact: ContactFound, spot: Spot) -> Earlier:
    """Note a contact for later mentions."""
    word = spot.trigger.word
    last = spot.sentence.low(spot.trigger.last)
    letter = word.kind is ContactKind.MESSAGE
    return Earlier(
        contact=contact,
        noun=singular(last) if spot.trigger.is_noun else word.noun,
        family=word.family or ("letter" if letter else "talk"),
        sentence=spot.number,
    )

"""Contacts that a text names again: "the meeting", "that letter", "they met again"."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core import Modality
from onrecord.read.contact_triggers import Trigger, contact_words
from onrecord.read.found import ContactFound, Figured
from onrecord.read.lexicon import singular
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence
from onrecord.read.syntax.parts import Part

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


@dataclass(frozen=True, slots=True)
class Here:
    """What the sentence of a later mention says.

    Attributes:
        number: Number of the sentence.
        parties: Parties that it names itself; all have to agree.
        named: Figures named in it or in the one before.
    """

    number: int
    parties: Sequence[Figured]
    named: frozenset[int] = frozenset()


def points_back(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun names a contact as one already known.

    So do "the meeting", "those letters", "Thursday's call", "his private talks",
    "meetings of that kind" and "there were no meetings"; "a meeting" and "the budget
    talks" do not.
    """
    phrase = sentence.phrase_at(trigger.last)
    if phrase is None:
        return False
    if _is_of_that_kind(sentence, phrase):
        return True
    if sentence.low(phrase.last + 1) in _NARROWING:
        return False
    if is_said_absent(sentence, phrase) or _is_said_of_it(sentence, phrase):
        return True
    lead = _lead_of(sentence, phrase, trigger)
    low = "" if lead is None else sentence.low(lead)
    word = sentence.low(trigger.last)
    if singular(word) != word and trigger.word.family == "letter":
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


def _lead_of(sentence: Sentence, phrase: Phrase, trigger: Trigger) -> int | None:
    """Find the token that leads the noun, None behind words that narrow it down."""
    plain = contact_words().lists["plain_words"]
    led = sentence.part(phrase.first) in _LEADS
    lead = phrase.first if led else phrase.first - 1
    inner = range(max(lead + 1, phrase.first), trigger.first)
    if any(
        sentence.low(i) not in plain for i in inner if sentence.part(i) is not Part.TIME
    ):
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
    sentence: Sentence,
    trigger: Trigger,
    here: Here,
) -> Earlier | None:
    """Find the contact that a noun names again.

    Args:
        known: Contacts found so far, in text order.
        sentence: The sentence of the noun.
        trigger: The noun.
        here: What its sentence says besides.

    Returns:
        One just told in the same sentence; else one whose parties are named around
        here; else the last that goes by the same noun; else the last of the noun's
        family. None where nothing close enough agrees.
    """
    noun = singular(sentence.low(trigger.last))
    family = trigger.word.family
    near = [
        earlier
        for earlier in reversed(known)
        if earlier.family == family
        and here.number - earlier.sentence <= _NOUN_REACH
        and _has_all(earlier.contact, here.parties)
    ]
    same = [earlier for earlier in near if earlier.noun == noun]
    if family == "letter":
        # A letter is no e-mail, but either may come back as "the message".
        return next(iter(same or (near if noun == "message" else [])), None)
    if near and here.number == near[0].sentence:
        return near[0]
    named = [earlier for earlier in near if _is_named(earlier.contact, here.named)]
    return next(iter(named or same or near), None)


def _is_named(contact: ContactFound, figures: frozenset[int]) -> bool:
    return all(party.figure in figures for party in contact.parties)


def last_with(known: Sequence[Earlier], family: str, here: Here) -> Earlier | None:
    """Give the last contact if it is near, of a family and has some parties."""
    if not known or known[-1].family != family:
        return None
    close = here.number - known[-1].sentence <= _VERB_REACH
    return known[-1] if close and _has_all(known[-1].contact, here.parties) else None


def _has_all(contact: ContactFound, parties: Sequence[Figured]) -> bool:
    known = {party.figure for party in contact.parties if party.figure is not None}
    return all(p.figure is None or p.figure in known for p in parties)


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


def remember(
    contact: ContactFound, sentence: Sentence, trigger: Trigger, number: int
) -> Earlier:
    """Note a contact for later mentions."""
    word = trigger.word
    noun = singular(sentence.low(trigger.last)) if trigger.is_noun else word.noun
    family = word.family or ("letter" if word.kind.value == "message" else "talk")
    return Earlier(contact, noun, family, number)

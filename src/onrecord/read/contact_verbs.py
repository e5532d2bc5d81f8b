"""The parties of a contact that a verb tells: "Orr met Vell"."""

from collections.abc import Sequence

from onrecord.core import ContactKind
from onrecord.read.contact_links import are_several, list_after_word, persons_of
from onrecord.read.contact_triggers import Trigger, contact_words
from onrecord.read.syntax.lists import list_after
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence
from onrecord.read.syntax.subjects import subjects_of

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})
_AFTER_NAMING = frozenset(
    {
        Part.DETERMINER,
        Part.QUOTE,
        Part.NOUN,
        Part.NUMBER,
        Part.POSSESSIVE,
        Part.NAME,
        Part.GENITIVE,
    }
)
_CALLERS = frozenset(
    {Part.TO, Part.AUXILIARY, Part.NEGATION, Part.PRONOUN, Part.ADVERB}
)
_NEAR = frozenset({Part.ADVERB, Part.TIME, Part.NUMBER})
_FREE = frozenset({Part.ADVERB, Part.STOP, Part.COMMA, Part.TIME, Part.SUBORDINATOR})


def verb_parties(sentence: Sentence, trigger: Trigger) -> list[Phrase]:
    """Find the parties of a contact that a verb names.

    Args:
        sentence: The sentence.
        trigger: The verb.

    Returns:
        Those who did it first, then those on the other side; none where the sentence
        does not tell both, unless they did it to each other.
    """
    subjects = subjects_of(sentence, trigger.first)
    frames = trigger.word.frames
    if _is_of_a_thing(sentence, trigger):
        return []
    if _is_passive(sentence, trigger.first):
        agents = list_after_word(sentence, trigger.last + 1, ("by",))
        told = agents and not frames & {"named", "mutual"}
        parties, actors = ([*subjects, *agents] if told else []), agents
    else:
        others = _others(sentence, trigger)
        mutual = not others and _is_mutual(sentence, trigger, subjects)
        parties = [*subjects, *others] if others or mutual else []
        actors = subjects
    if "inquiry" in frames and not _is_inquiry(sentence, actors):
        return []
    return parties


def _is_inquiry(sentence: Sentence, askers: Sequence[Phrase]) -> bool:
    """Tell questioning by investigators from an interview for publication."""
    inquirers = contact_words().lists["inquirers"]
    return any(
        sentence.low(i) in inquirers
        for phrase in askers
        for i in range(phrase.first, phrase.last + 1)
    )


def _is_passive(sentence: Sentence, verb: int) -> bool:
    if sentence.low(verb).endswith(("ing", "s")):
        return False
    i = verb - 1
    while sentence.part(i) in (Part.ADVERB, Part.NEGATION):
        i -= 1
    return sentence.low(i) in _BE


def _is_mutual(
    sentence: Sentence, trigger: Trigger, subjects: Sequence[Phrase]
) -> bool:
    """Tell "Orr and Vell spoke" from "Orr and Vell spoke at a rally"."""
    if "mutual" not in trigger.word.frames or not are_several(subjects):
        return False
    if trigger.word.kind is not ContactKind.CONVERSATION:
        return True
    after = sentence.low(trigger.last + 1)
    free = sentence.part(trigger.last + 1) in _FREE or after == "about"
    return free and after not in ("there", "out")


def _is_of_a_thing(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell "met the deadline" and "met the board's terms" from "met the deputy"."""
    phrase = sentence.phrase_at(_past_adverbs(sentence, trigger.last + 1))
    if "object" not in trigger.word.frames or phrase is None:
        return False
    owned = sentence.part(phrase.last + 1) is Part.GENITIVE
    things = contact_words().lists["things_met"]
    return owned or sentence.low(phrase.head) in things


def _others(sentence: Sentence, trigger: Trigger) -> list[Phrase]:
    frames, after = trigger.word.frames, trigger.last + 1
    if frames & {"object", "inquiry", "person"}:
        found = list_after(sentence, _past_adverbs(sentence, after))
        if found:
            return persons_of(found) if "person" in frames else found
    if "named" in frames:
        return _called(sentence, after) if _is_told(sentence, trigger.first) else []
    words = tuple(word for word in ("with", "to") if word in frames)
    if "again" in frames:
        return persons_of(list_after_word(sentence, after, words))
    spoken = trigger.word.kind is ContactKind.CONVERSATION
    if spoken and not _is_near(sentence, after, words):
        return []
    return list_after_word(sentence, after, words) if words else []


def _past_adverbs(sentence: Sentence, i: int) -> int:
    while sentence.part(i) is Part.ADVERB:
        i += 1
    return i


def _is_near(sentence: Sentence, i: int, words: Sequence[str]) -> bool:
    """Tell "spoke by phone with Vell" from "spoke at a rally with Vell"."""
    by_phone = contact_words().lists["by_phone"]
    while sentence.low(i) not in words:
        of_topic = sentence.low(i - 1).startswith("discuss")
        if sentence.low(i) == "about" or (of_topic and sentence.phrase_at(i)):
            return True
        if sentence.part(i) not in _NEAR and sentence.low(i) not in by_phone:
            return False
        i += 1
    return True


def _is_told(sentence: Sentence, i: int) -> bool:
    """Tell "Orr called", "to call" from "a man, called" and "some call"."""
    before = sentence.part(i - 1)
    if sentence.low(i) in ("call", "calls"):
        return before in _CALLERS
    return before is not Part.COMMA


def _called(sentence: Sentence, i: int) -> list[Phrase]:
    """Read "called Orr on Friday", not "called Orr a liar" or "called for calm"."""
    naming = contact_words().lists["naming"]
    members = [] if sentence.low(i) in naming else list_after(sentence, i)
    if not members or members[0].first != i:
        return []
    end = members[-1].last + 1
    part = sentence.part(end)
    if part in _AFTER_NAMING or sentence.low(end) in naming:
        return []
    quoted = sentence.part(end + 1) is Part.QUOTE
    if quoted and part in (Part.STOP, Part.COMMA):
        return []
    return persons_of(members)

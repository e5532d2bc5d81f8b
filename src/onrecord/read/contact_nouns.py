"""The parties of a contact that a noun names: "Orr's meeting with Vell"."""

from onrecord.read.contact_links import are_several, list_after_word
from onrecord.read.contact_triggers import Trigger, contact_words
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence
from onrecord.read.syntax.subjects import clause_subject, subjects_of

_PASSED = frozenset(
    {Part.ADVERB, Part.NEGATION, Part.TIME, Part.DETERMINER, Part.NUMBER}
)


def noun_parties(sentence: Sentence, trigger: Trigger) -> list[Phrase]:
    """Find the parties of a contact that a noun names, without the noun's owner.

    Args:
        sentence: The sentence.
        trigger: The noun.

    Returns:
        Those who have, make or send it, then those after it ("with Orr", "between
        Orr and Vell"); none where the sentence tells of one side only.
    """
    phrase = sentence.phrase_at(trigger.last)
    start = phrase.first if phrase else trigger.first
    links = trigger.word.frames
    told, after = _relative(sentence, trigger.last + 1)
    if "between" in links:
        both = list_after_word(sentence, after, ("between", "among"), paired=True)
        if are_several(both):
            return both
    ordered = [link for link in ("with", "from", "by", "to", "of") if link in links]
    others = [p for link in ordered for p in _linked(sentence, after, link)]
    owned = phrase is not None and phrase.owner is not None
    makers = [] if owned else told or _makers(sentence, start)
    if not others and not (are_several(makers) and _is_joint(sentence, start)):
        return []
    return [*makers, *others]


def _is_joint(sentence: Sentence, start: int) -> bool:
    """Tell "Orr and Vell held talks" from "Orr and Vell left the talks"."""
    return sentence.low(start - 1) in contact_words().lists["joint_verbs"]


def _linked(sentence: Sentence, i: int, link: str) -> list[Phrase]:
    found = list_after_word(sentence, i, (link,))
    if link == "of" and not (found and found[0].plural and sentence.low(i) == "of"):
        return []
    return found


def _makers(sentence: Sentence, start: int) -> list[Phrase]:
    """Find who has, makes or sends it, or whose clause it is part of."""
    lists = contact_words().lists
    i = start - 1
    while sentence.part(i) in _PASSED or _counts(sentence, i):
        i -= 2 if _counts(sentence, i) else 1
    low = sentence.low(i)
    if low in lists["light_verbs"]:
        return subjects_of(sentence, i)
    if low == "from" and sentence.part(i - 1) is Part.VERB:
        return subjects_of(sentence, i - 1)
    return clause_subject(sentence, i) if low in lists["settings"] else []


def _counts(sentence: Sentence, i: int) -> bool:
    """Tell the "of" of "lots of meetings" and "a series of calls"."""
    return sentence.low(i) == "of" and (
        sentence.low(i - 1) in contact_words().lists["quantities"]
    )


def _relative(sentence: Sentence, i: int) -> tuple[list[Phrase], int]:
    """Read "the talk he had with Orr", "letters that Vell sent".

    Returns:
        Who had or sent it, and where the rest of that clause starts.
    """
    at = i + 1 if sentence.part(i) is Part.RELATIVE else i
    phrase = sentence.phrase_at(at)
    if phrase is None or phrase.first != at or not phrase.is_someone:
        return [], i
    light = contact_words().lists["light_verbs"]
    j = phrase.last + 1
    while sentence.part(j) in (Part.ADVERB, Part.AUXILIARY):
        if sentence.low(j) in light:
            break
        j += 1
    return ([phrase], j + 1) if sentence.low(j) in light else ([], i)


def owner_to_come(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Find whom a pronoun means before its name: "In his letter to Vell, Orr said".

    Args:
        sentence: The sentence.
        phrase: The phrase that a pronoun owns.

    Returns:
        The subject to come; None unless the sentence opens so and one name follows.
    """
    opens = sentence.part(phrase.first) is Part.POSSESSIVE and phrase.first <= 1
    if not opens or sentence.low(0) not in contact_words().lists["settings"]:
        return None
    subjects = clause_subject(sentence, 0)
    named = len(subjects) == 1 and subjects[0].name is not None
    return subjects[0] if named else None

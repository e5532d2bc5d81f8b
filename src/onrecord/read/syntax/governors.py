"""The words that govern a trigger: its verb group, and what this depends on."""

from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.sentence import Sentence

_NEGATIONS = frozenset(
    {"not", "never", "'t", "no", "neither", "nor", "cannot", "nobody"}
)
# What follows these in -ing happened even where they are negated: "did not disclose
# meeting him".
_FACTIVE = frozenset(
    {
        "disclose",
        "mention",
        "acknowledge",
        "report",
        "reveal",
        "regret",
        "stop",
        "admit",
    }
)
_GOVERNING = {
    Part.VERB,
    Part.AUXILIARY,
    Part.NEGATION,
    Part.ADVERB,
    Part.RELATIVE,
}
_BREAKS = {Part.STOP, Part.RELATIVE, Part.SUBORDINATOR}
_VERDICTS = frozenset({"true", "untrue", "false"})
_REACH = 14


def governors_of(sentence: Sentence, first: int) -> frozenset[str]:
    """Collect the words that govern a trigger.

    They are the verb group before it and, over its subject and one "that", the verb
    that this clause depends on: "denied" of "denied that he met", but not of "Orr, who
    denied theft, said he met".

    Args:
        sentence: The sentence.
        first: Index of the trigger's first token, or of its noun phrase's.
    """
    found: list[str] = []
    subject = None
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        phrase = sentence.phrase_at(i)
        if subject is not None and phrase is not subject and not _goes_on(sentence, i):
            if sentence.part(i) is Part.SUBORDINATOR:
                found.append(sentence.low(i))
            break
        if _ends(sentence, i):
            break
        found.append(sentence.low(i))
        if subject is None and phrase is not None and phrase.is_someone:
            subject = None if "to" in found else phrase
    return frozenset(found)


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Tell whether a token before a subject can govern its clause."""
    if sentence.low(i) in _VERDICTS:
        return True
    return sentence.phrase_at(i) is None and sentence.part(i) in _GOVERNING


def _ends(sentence: Sentence, i: int) -> bool:
    part = sentence.part(i)
    if part in (Part.STOP, Part.COMMA):
        return True
    return part is Part.CONJUNCTION and _starts_clause(sentence, i)


def _starts_clause(sentence: Sentence, i: int) -> bool:
    """Tell whether a clause of its own starts after an "and"."""
    phrase = sentence.phrase_at(i + 1)
    if phrase is not None and phrase.is_someone:
        follows = sentence.part(phrase.last + 1)
        return follows in (Part.VERB, Part.AUXILIARY, Part.ADVERB)
    part = sentence.part(i + 1)
    past = part is Part.VERB and sentence.low(i + 1).endswith("ed")
    return part is Part.AUXILIARY or past


def verb_group(sentence: Sentence, first: int) -> list[str]:
    """List the words between a trigger and its subject, the nearest first.

    Over "to" it goes on to the verb that this depends on and over that verb's object:
    "instructed Orr to continue talking".

    Args:
        sentence: The sentence.
        first: Index of the trigger's first token, or of its noun phrase's.
    """
    found: list[str] = []
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        part = sentence.part(i)
        phrase = sentence.phrase_at(i)
        someone = phrase is not None and phrase.is_someone
        if part in _BREAKS or part in (Part.COMMA, Part.QUOTE):
            break
        if "to" not in found and (someone or part is Part.CONJUNCTION):
            break
        bare = part is Part.TO and sentence.part(i + 1) is not Part.VERB
        found.append("" if bare else sentence.low(i))
    return found


def is_negated(sentence: Sentence, first: int) -> bool:
    """Tell "never met", "held no talks", "there were no meetings", "without calling".

    Args:
        sentence: The sentence.
        first: Index of the trigger's first token, or of its noun phrase's.
    """
    if sentence.low(first) == "no" or sentence.low(first - 1) in ("no", "without"):
        return True
    gerund = sentence.low(first).endswith("ing")
    # From the verb back to its subject: any "not" on the way belongs to it.
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        low = sentence.low(i)
        if low in _NEGATIONS:
            return sentence.low(i + 1) not in ("only", "just")
        phrase = sentence.phrase_at(i)
        someone = phrase is not None and phrase.is_someone
        breaks = sentence.part(i) in _BREAKS or sentence.part(i) is Part.CONJUNCTION
        if someone or breaks or (gerund and low in _FACTIVE):
            return False
    return False

"""The words that govern a trigger: its verb group, and what this depends on."""

from itertools import pairwise

from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence

_NEGATIONS = frozenset(
    {"not", "never", "'t", "no", "neither", "nor", "cannot", "nobody"}
)
# What follows these in -ing or belongs to somebody happened even where they are
# negated: "did not disclose meeting him", "did not disclose her meeting".
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
        "deny",
        "discuss",
        "describe",
        "declare",
        "register",
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
_TRUE = frozenset({"true", "correct", "accurate"})
_VERDICTS = _TRUE | {"untrue", "false"}
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nor"})
# How far before an inverted verb its "never" or "at no time" begins.
_INVERTED = 4
_REACH = 14


def governors_of(sentence: Sentence, first: int) -> frozenset[str]:
    """Collect the words that govern a trigger.

    They are the verb group before it and, over its subject and one "that", the verb
    that this clause depends on: "denied" of "denied that he met", but not of "Orr, who
    denied theft, said he met".

    Args:
        sentence: The sentence.
        first: Index of the trigger's first token, or of its noun phrase's.

    Returns:
        The words, and each two that follow each other: "turned down".
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
    pairs = (f"{one} {two}" for two, one in pairwise(found))
    return frozenset((*found, *pairs))


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
    owned = sentence.part(first) is Part.POSSESSIVE
    given = owned or sentence.low(first).endswith("ing")
    # From the verb back to its subject: any "not" on the way belongs to it.
    i, least, listed = first - 1, max(-1, first - 1 - _REACH), False
    while i > least:
        low = sentence.low(i)
        if low in _NEGATIONS:
            return sentence.low(i + 1) not in ("only", "just")
        phrase = sentence.phrase_at(i)
        if phrase is not None and phrase.is_someone:
            return _is_nobody(sentence, phrase)
        # "Did not phone, write or meet": one "not" for all of them.
        listed = listed or low == "or"
        if _is_past(sentence, i) or (given and low in _FACTIVE):
            return False
        i = _before_aside(sentence, i, least=least, listed=listed)
    return False


def _is_past(sentence: Sentence, i: int) -> bool:
    """Tell whether a token ends what can belong to the verb after it."""
    joins = sentence.part(i) is Part.CONJUNCTION and sentence.low(i) != "or"
    return joins or sentence.part(i) in _BREAKS


def _before_aside(sentence: Sentence, i: int, *, least: int, listed: bool) -> int:
    """Step left, over all that stands between two commas."""
    if sentence.part(i) is not Part.COMMA or listed:
        return i - 1
    commas = (j for j in range(i - 1, least, -1) if sentence.part(j) is Part.COMMA)
    return next(commas, least + 1) - 1


def _is_nobody(sentence: Sentence, subject: Phrase) -> bool:
    """Tell "nobody from the port", "neither Orr nor Vell" and "never did Orr"."""
    subject = _outermost(sentence, subject, Part.PREPOSITION)
    first = subject.first
    if {sentence.low(first), sentence.low(first - 1)} & _NOBODY:
        return True
    # Of subjects joined by "and" the first follows an inverted verb.
    first = _outermost(sentence, subject, Part.CONJUNCTION).first
    turned = sentence.part(first - 1) is Part.AUXILIARY
    ahead = {sentence.low(i) for i in range(max(0, first - _INVERTED), first - 1)}
    return turned and bool(ahead & _NEGATIONS)


def _outermost(sentence: Sentence, phrase: Phrase, link: Part) -> Phrase:
    """Go left over links to the phrase that the others hang on."""
    while sentence.part(phrase.first - 1) is link:
        outer = sentence.phrase_at(phrase.first - 2)
        if outer is None:
            break
        phrase = outer
    return phrase


def is_declared_untrue(words: frozenset[str]) -> bool:
    """Tell "it is not true that Orr met Vell" by the words that govern "met"."""
    return bool(words & _TRUE and words & _NEGATIONS)

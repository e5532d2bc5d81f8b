"""What undoes a contact from without: its own verb, an absence, a verdict."""

from dataclasses import dataclass
from functools import cache

from onrecord.read.lexicon import load_yaml
from onrecord.read.syntax.governors import is_negated
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.sentence import Sentence

_CLAUSE_ENDS = frozenset({Part.STOP, Part.RELATIVE, Part.SUBORDINATOR})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re"})
_NEGATIONS = frozenset({"not", "never", "'t"})
# After these a noun is no subject: "after the talks the vote was cancelled".
_SETTINGS = frozenset(
    {"after", "at", "before", "during", "following", "in", "on", "since"}
)
_REACH = 14


@dataclass(frozen=True, slots=True)
class UndoingWords:
    """The lists of ``data/undoing.yaml``; its comments say what each is for."""

    called_off: frozenset[str]
    coming_about: frozenset[str]
    set_for: frozenset[str]
    attending: frozenset[str]
    reports: frozenset[str]
    rejecting: frozenset[str]
    verdicts: frozenset[str]
    attitudes: frozenset[str]


@cache
def undoing_words() -> UndoingWords:
    """Load the lists, once.

    Source:
        Written for onrecord: ``data/undoing.yaml``.
    """
    lists = load_yaml("undoing.yaml")
    return UndoingWords(**{name: frozenset(words) for name, words in lists.items()})


def is_called_off(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Tell "the meeting with Vell in May was cancelled", by its own verb.

    Args:
        sentence: The sentence.
        at: First and last token of the trigger, or of the noun phrase that holds it.
    """
    if not _is_subject(sentence, at):
        return False
    verb = _own_verb(sentence, at[1])
    if verb is None:
        return _is_off(sentence, at[1])
    lists = undoing_words()
    pair = f"{sentence.low(verb)} {sentence.low(verb + 1)}"
    if pair in lists.called_off:
        return True
    passive = sentence.part(verb - 1) in (Part.AUXILIARY, Part.ADVERB)
    return passive and sentence.low(verb) in lists.called_off


def _is_off(sentence: Sentence, last: int) -> bool:
    """Tell "the meeting is off"."""
    return any(
        sentence.low(i) in _BE
        and sentence.low(i + 1) == "off"
        and sentence.part(i + 2) in (Part.STOP, Part.COMMA)
        for i in range(last + 1, len(sentence.tokens))
    )


def is_said_not_to_be(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Tell "the meeting with Vell never took place", by its own verb.

    Args:
        sentence: The sentence.
        at: First and last token of the trigger, or of the noun phrase that holds it.
    """
    verb = _own_verb(sentence, at[1]) if _is_subject(sentence, at) else None
    if verb is None:
        return False
    pair = f"{sentence.low(verb)} {sentence.low(verb + 1)}"
    if not {sentence.low(verb), pair} & undoing_words().coming_about:
        return False
    before = range(max(at[1] + 1, verb - 3), verb)
    return any(sentence.low(i) in _NEGATIONS for i in before)


def _is_subject(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Tell "the talks were cancelled" from "held talks, and the vote was cancelled"."""
    if sentence.phrase_at(at[1]) is None:
        return False
    before = at[0] - 1
    while sentence.part(before) is Part.ADVERB:
        before -= 1
    governed = sentence.part(before) is Part.VERB
    return not governed and sentence.low(before) not in _SETTINGS


def _own_verb(sentence: Sentence, last: int) -> int | None:
    """Find the verb whose subject a contact's noun phrase is, None without one."""
    i = last + 1
    while i < len(sentence.tokens):
        part, low = sentence.part(i), sentence.low(i)
        if part is Part.COMMA:
            i = _after_aside(sentence, i)
            continue
        if part in _CLAUSE_ENDS:
            return None
        told = part is Part.VERB and sentence.part(i - 1) is not Part.TO
        bare = sentence.part(i - 1) not in (Part.AUXILIARY, Part.ADVERB, Part.NEGATION)
        if told and not (bare and low in undoing_words().set_for):
            return i
        i += 1
    return None


def _after_aside(sentence: Sentence, comma: int) -> int:
    """Step over ", set for Monday," and ", which was set for Monday,"; else to the end.

    A comma before anything else ends what can be the contact's own clause.
    """
    opens = sentence.low(comma + 1) in undoing_words().set_for
    opens = opens or sentence.part(comma + 1) is Part.RELATIVE
    end = len(sentence.tokens)
    if not opens:
        return end
    commas = (j for j in range(comma + 1, end) if sentence.part(j) is Part.COMMA)
    return next(commas, end - 1) + 1


def is_missed(sentence: Sentence, first: int) -> bool:
    """Tell "did not attend the meeting" and "was not at the meeting".

    Args:
        sentence: The sentence.
        first: Index of the first token of the contact's noun phrase.
    """
    before = sentence.low(first - 1)
    if before in undoing_words().attending:
        return is_negated(sentence, first - 1)
    absent = sentence.low(first - 2) in _NEGATIONS and sentence.low(first - 3) in _BE
    return before in ("at", "in") and absent


def is_false_report(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Tell "reports that Orr met Vell are false", "rejected a report that he did".

    Args:
        sentence: The sentence.
        at: First and last token of the trigger, or of the noun phrase that holds it.
    """
    lists = undoing_words()
    back = range(at[0] - 1, max(0, at[0] - 1 - _REACH), -1)
    that = next((i for i in back if sentence.low(i) == "that"), None)
    if that is None or sentence.low(that - 1) not in lists.reports | lists.verdicts:
        return False
    before = {sentence.low(i) for i in range(that - 4, that)}
    if before & (lists.rejecting | lists.verdicts):
        return True
    rest = range(at[1] + 1, len(sentence.tokens))
    told = next((i for i in rest if sentence.low(i) in _BE | {"."}), None)
    return told is not None and _is_verdict(sentence, told + 1)


def _is_verdict(sentence: Sentence, i: int) -> bool:
    """Tell "entirely false" and "not true"."""
    words = [sentence.low(j) for j in range(i, min(i + 4, len(sentence.tokens)))]
    untrue = "not" in words and "true" in words
    return untrue or any(word in undoing_words().verdicts for word in words)


def is_somebody_else(sentence: Sentence, first: int) -> bool:
    """Tell "it was not Orr who met Vell".

    Args:
        sentence: The sentence.
        first: Index of the trigger's first token.
    """
    back = range(first - 1, max(0, first - 1 - _REACH), -1)
    who = next((i for i in back if sentence.part(i) is Part.RELATIVE), None)
    phrase = None if who is None else sentence.phrase_at(who - 1)
    if phrase is None:
        return False
    lead = [sentence.low(i) for i in range(max(0, phrase.first - 3), phrase.first)]
    return lead[:1] == ["it"] and lead[-1] in _NEGATIONS


def is_inverted_condition(sentence: Sentence, first: int) -> bool:
    """Tell "had Orr met Vell, ...", which says that Orr did not.

    Args:
        sentence: The sentence.
        first: Index of the trigger's first token.
    """
    phrase = sentence.phrase_at(first - 1)
    if phrase is None or sentence.low(phrase.first - 1) != "had":
        return False
    had = phrase.first - 1
    return had == 0 or sentence.part(had - 1) in (Part.COMMA, Part.QUOTE)


def is_only_wished(sentence: Sentence, first: int) -> bool:
    """Tell "welcomes Orr sending a letter" and "backs Orr meeting Vell".

    Args:
        sentence: The sentence.
        first: Index of the trigger's first token, or of its noun phrase's.
    """
    gerund = next((i for i in (first, first - 1) if _is_gerund(sentence, i)), None)
    phrase = None if gerund is None else sentence.phrase_at(gerund - 1)
    if phrase is None or not phrase.is_someone:
        return False
    before = phrase.first - 1
    while sentence.part(before) is Part.QUOTE:
        before -= 1
    return sentence.low(before) in undoing_words().attitudes


def _is_gerund(sentence: Sentence, i: int) -> bool:
    return sentence.low(i).endswith("ing")

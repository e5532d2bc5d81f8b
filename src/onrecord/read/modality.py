"""Whether something is told as having happened, denied, planned or only thought of."""

from dataclasses import dataclass
from functools import cache

from onrecord.core import Modality, Stance
from onrecord.read.lexicon import load_yaml
from onrecord.read.syntax.governors import (
    governors_of,
    is_declared_untrue,
    is_negated,
    verb_group,
)
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.sentence import Sentence
from onrecord.read.undoing import (
    is_called_off,
    is_false_report,
    is_inverted_condition,
    is_missed,
    is_only_wished,
    is_said_not_to_be,
    is_somebody_else,
)

_SETTLED = frozenset({"the", "that", "this", "those", "these"})
_SETTING = frozenset(
    {"during", "at", "in", "after", "before", "when", "while", "about"}
)
_PRESENT = frozenset({"meet", "meets", "speak", "talk", "call"})
_AWAITING = frozenset({"until", "till", "once", "before", "when"})
_TIMING = frozenset({"when", "while", "after"})
_LOOK_AHEAD = 7
_SHORT_OF = frozenset({"almost", "nearly"})


@dataclass(frozen=True, slots=True)
class Telling:
    """In whose voice a sentence tells what it tells.

    Attributes:
        said: Whether it stands in somebody's words or in a report of them.
        stance: The stance that the words introducing it take ("denied"), if any.
    """

    said: bool
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The lists of ``data/modality.yaml``; its comments say what each is for."""

    undone: frozenset[str]
    denials: frozenset[str]
    future: frozenset[str]
    plans: frozenset[str]
    arranging: frozenset[str]
    wishes: frozenset[str]
    conditions: frozenset[str]
    maybes: frozenset[str]
    allegations: frozenset[str]
    accomplished: frozenset[str]
    upcoming: frozenset[str]


@cache
def modality_words() -> ModalityWords:
    """Load the lists, once.

    Source:
        Written for onrecord: ``data/modality.yaml``.
    """
    lists = load_yaml("modality.yaml")
    return ModalityWords(**{name: frozenset(words) for name, words in lists.items()})


def modality_of(sentence: Sentence, at: tuple[int, int], telling: Telling) -> Modality:
    """Tell how a sentence presents what a trigger names.

    Args:
        sentence: The sentence.
        at: First and last token of the trigger, or of the noun phrase that holds it.
        telling: In whose voice.

    Returns:
        Denied when it is negated inside somebody's words, or when they deny it; not
        held when the article itself says so; then planned, hypothetical, alleged.
    """
    lists = modality_words()
    if _is_settled(sentence, at):
        return _of_settled(sentence, at, telling)
    words = governors_of(sentence, at[0])
    denied = telling.stance is Stance.DENIES and not _is_presupposed(sentence, at)
    if denied or words & lists.denials:
        return Modality.DENIED
    if is_negated(sentence, at[0]) or is_declared_untrue(words):
        return Modality.DENIED if telling.said else Modality.NOT_HELD
    if words & lists.undone or sentence.low(at[0] - 1) in _SHORT_OF:
        return Modality.NOT_HELD
    for told in (_undone(sentence, at, telling), _unreal(sentence, at, telling)):
        if told is not Modality.HAPPENED:
            return told
    alleged = words & lists.allegations or telling.stance is Stance.ACCUSES
    return Modality.ALLEGED if alleged else Modality.HAPPENED


def _is_settled(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Tell "the meeting", taken for granted, from "a meeting", which may not be."""
    if at[1] == at[0]:
        return False
    owned = sentence.part(at[0]) is Part.POSSESSIVE
    after_setting = sentence.part(at[0] - 1) is Part.PREPOSITION
    return sentence.low(at[0]) in _SETTLED or (owned and after_setting)


def _of_settled(sentence: Sentence, at: tuple[int, int], telling: Telling) -> Modality:
    """Tell how something taken for granted is told: only its own verb can undo it."""
    lists = modality_words()
    before = {sentence.low(i) for i in (at[0] - 1, at[0] - 2)}
    denied = telling.stance is Stance.DENIES and not _is_presupposed(sentence, at)
    if denied or before & lists.denials:
        return Modality.DENIED
    if before & lists.undone:
        return Modality.NOT_HELD
    undone = _undone(sentence, at, telling)
    if undone is not Modality.HAPPENED:
        return undone
    of_more = sentence.low(at[0] - 1) == "of"
    coming = sentence.low(at[1] + 1) in lists.future and not of_more
    upcoming = coming or _is_upcoming(sentence, at)
    return Modality.PLANNED if upcoming else Modality.HAPPENED


def _is_presupposed(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Tell "denied lying during his meeting" from "denied his meeting"."""
    subject = sentence.phrase_at(at[0] - 1)
    if subject is not None and sentence.low(subject.first - 1) in _TIMING:
        return True  # "denied lying when she met him"
    lead = sentence.part(at[0])
    settled = sentence.low(at[0]) in _SETTLED or lead is Part.POSSESSIVE
    return sentence.low(at[0] - 1) in _SETTING and settled


def _undone(sentence: Sentence, at: tuple[int, int], telling: Telling) -> Modality:
    """Tell what undoes it from without; happened where nothing does."""
    absent = is_missed(sentence, at[0]) or is_said_not_to_be(sentence, at)
    absent = absent or is_somebody_else(sentence, at[0])
    if is_false_report(sentence, at) or (absent and telling.said):
        return Modality.DENIED
    if absent or is_called_off(sentence, at):
        return Modality.NOT_HELD
    return Modality.HAPPENED


def _unreal(sentence: Sentence, at: tuple[int, int], telling: Telling) -> Modality:
    """Tell what is planned or only possible; happened for what is told as a fact."""
    if (
        _is_upcoming(sentence, at)
        or _is_to_be(sentence, at[0])
        or _is_arranged(sentence, at[0])
    ):
        return Modality.PLANNED
    conditional = governors_of(sentence, at[0]) & modality_words().conditions
    wished = is_only_wished(sentence, at[0])
    if conditional or wished or is_inverted_condition(sentence, at[0]):
        return Modality.HYPOTHETICAL
    group = verb_group(sentence, at[0])
    for low in group:
        decided = _decide(low, group, telling)
        if decided is not None:
            return decided
    return Modality.PLANNED if _is_awaited(sentence, at[0]) else Modality.HAPPENED


def _decide(low: str, group: list[str], telling: Telling) -> Modality | None:
    """Say what one word of a verb group makes of it, None when it decides nothing."""
    lists = modality_words()
    if low in lists.future:
        return Modality.PLANNED
    if low in ("would", "'d"):
        # "He said he would call" is a plan, "he would call" a thought.
        return Modality.PLANNED if telling.said else Modality.HYPOTHETICAL
    if low in lists.maybes:
        return Modality.HYPOTHETICAL
    return None if "to" not in group else _decide_infinitive(low)


def _decide_infinitive(low: str) -> Modality | None:
    lists = modality_words()
    if low in lists.accomplished:
        return Modality.HAPPENED
    if low in lists.wishes:
        return Modality.HYPOTHETICAL
    return Modality.PLANNED if low in lists.plans else None


def _is_arranged(sentence: Sentence, first: int) -> bool:
    """Tell "about setting up a call", which may never have come about."""
    before = first - 2 if sentence.low(first - 1) == "up" else first - 1
    return sentence.low(before) in modality_words().arranging


def _is_to_be(sentence: Sentence, first: int) -> bool:
    """Tell "Orr is to meet Vell"."""
    be = ("is", "are", "was", "were")
    return sentence.low(first - 1) == "to" and sentence.low(first - 2) in be


def _is_awaited(sentence: Sentence, first: int) -> bool:
    """Tell "until I meet him": a verb in the present after a word of time."""
    if sentence.low(first) not in _PRESENT:
        return False
    phrase = sentence.phrase_at(first - 1)
    before = first - 1 if phrase is None else phrase.first - 1
    return sentence.low(before) in _AWAITING


def _is_upcoming(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Tell "a planned meeting" and "will meet next week"."""
    upcoming = modality_words().upcoming
    if any(sentence.low(i) in upcoming for i in range(max(0, at[0] - 1), at[1] + 1)):
        return True
    ahead = range(at[1] + 1, min(at[1] + _LOOK_AHEAD, len(sentence.tokens)))
    return any(
        sentence.low(i) == "tomorrow"
        or (sentence.low(i) == "next" and sentence.part(i + 1) is Part.TIME)
        for i in ahead
    )

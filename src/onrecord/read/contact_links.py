"""The other side of a contact: people after a preposition or as a verb's object."""

from collections.abc import Sequence

from onrecord.read.lexicon import people_words
from onrecord.read.syntax.lists import list_after
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase, Sort
from onrecord.read.syntax.sentence import Sentence

_REACH = 14
_BARRIERS = frozenset(
    {Part.STOP, Part.SUBORDINATOR, Part.RELATIVE, Part.AUXILIARY, Part.QUOTE}
)


def list_after_word(
    sentence: Sentence, i: int, words: Sequence[str], *, paired: bool = False
) -> list[Phrase]:
    """Read the list after one of some prepositions in the rest of a clause.

    Args:
        sentence: The sentence.
        i: Index of the token to start at.
        words: The prepositions; "to" counts only at the start or after a time, since
            anywhere else it opens a purpose.
        paired: Whether an "and" is due, as after "between".

    Returns:
        The members, none where the clause ends before.
    """
    for j in range(i, min(i + _REACH, len(sentence.tokens))):
        if sentence.low(j) in words and _may_link(sentence, j, i):
            found = list_after(sentence, j + 1, paired=paired)
            if found:
                return found
        if _ends_clause(sentence, j, words):
            return []
    return []


def _may_link(sentence: Sentence, j: int, start: int) -> bool:
    early = j <= start + 1 or sentence.part(j - 1) is Part.TIME
    return sentence.low(j) != "to" or early


def _ends_clause(sentence: Sentence, j: int, words: Sequence[str]) -> bool:
    part = sentence.part(j)
    if part is Part.COMMA:
        return sentence.low(j + 1) not in words and (
            sentence.part(j - 1) is not Part.TIME
        )
    verb = part is Part.VERB and sentence.phrase_at(j) is None
    return verb or part in _BARRIERS


def persons_of(found: Sequence[Phrase]) -> list[Phrase]:
    """Keep people: one visits countries and hosts games without any contact."""
    return [
        phrase
        for phrase in found
        if phrase.sort is Sort.PRONOUN
        or phrase.is_person
        or (phrase.sort is Sort.NOMINAL and phrase.noun in people_words().persons)
    ]


def are_several(phrases: Sequence[Phrase]) -> bool:
    """Tell whether phrases name more than one."""
    return len(phrases) > 1 or any(phrase.plural for phrase in phrases)

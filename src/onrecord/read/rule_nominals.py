"""Descriptions of people and bodies ("two senior officials"), for the rules reader."""

from collections.abc import Sequence

from onrecord.core import MentionForm, Span
from onrecord.read.found import Named
from onrecord.read.lexicon import PeopleWords, people_words, singular
from onrecord.read.rule_words import demonyms, rule_words
from onrecord.read.words import Word

_LONGEST = 5


def find_nominals(words: Sequence[Word]) -> tuple[Named, ...]:
    """Find descriptions: a determiner or number, up to three words, a known noun.

    Args:
        words: All words of the text.

    Returns:
        The descriptions in order, each up to its head noun.
    """
    found: list[Named] = []
    people = people_words()
    for head in range(1, len(words)):
        kind = _kind(people, words[head])
        follows = words[head + 1] if head + 1 < len(words) else None
        # The head is the last noun: "campaign" in "the campaign manager" is none.
        if kind is None or (follows and not follows.is_mark and _kind(people, follows)):
            continue
        first = _start(words, head)
        if first is not None:
            span = Span(words[first].span.start, words[head].span.end)
            found.append(Named(span, kind, MentionForm.NOMINAL))
    return tuple(found)


def _kind(people: PeopleWords, word: Word) -> str | None:
    if word.is_capital or word.is_mark:
        return None
    noun = singular(word.low)
    if noun in people.persons or noun in people.offices:
        return "person"
    return "organisation" if noun in people.bodies else None


def _start(words: Sequence[Word], head: int) -> int | None:
    """Give the index of the determiner that opens the description."""
    lists = rule_words()
    for i in range(head - 1, max(-1, head - _LONGEST), -1):
        word = words[i]
        if word.low in lists.determiners or word.low.isdigit():
            return i
        if word.is_mark or word.low in lists.joiners | lists.auxiliaries:
            return None
        if word.is_capital and word.low not in demonyms():
            return None
    return None

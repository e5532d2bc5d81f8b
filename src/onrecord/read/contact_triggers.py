"""Words that may name a contact, before anyone knows between whom."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord.core import ContactKind, Span
from onrecord.read.lexicon import load_yaml
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase
from onrecord.read.syntax.sentence import Sentence

_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class TriggerWord:
    """An entry of the trigger lists.

    Attributes:
        kind: The kind of contact that it names.
        frames: Where the other party stands; see ``data/contacts.yaml``.
        family: For nouns, which contacts a later "the meeting" can mean; else empty.
        noun: For verbs, the noun by which the contact would be named again.
    """

    kind: ContactKind
    frames: frozenset[str]
    family: str = ""
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place where a trigger stands.

    Attributes:
        first: Index of its first token.
        last: Index of its last token, inclusive.
        span: Its words.
        word: Its entry.
    """

    first: int
    last: int
    span: Span
    word: TriggerWord

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun."""
        return bool(self.word.family)


@dataclass(frozen=True, slots=True)
class Spot:
    """A trigger in its place.

    Attributes:
        number: Number of the sentence in the document.
        sentence: The sentence.
        trigger: The trigger.
    """

    number: int
    sentence: Sentence
    trigger: Trigger

    @property
    def phrase(self) -> Phrase | None:
        """The noun phrase of a noun, None for a verb."""
        return self.sentence.phrase_at(self.trigger.last)


@dataclass(frozen=True, slots=True)
class ContactWords:
    """The lists of ``data/contacts.yaml``; its comments say what each is for.

    Attributes:
        verbs: Words of each verb's form to its entry.
        nouns: So for nouns.
        longest: Number of words of the longest form.
        first: The first words of all forms.
        lists: The plain lists by name.
    """

    verbs: Mapping[tuple[str, ...], TriggerWord]
    nouns: Mapping[tuple[str, ...], TriggerWord]
    longest: int
    first: frozenset[str]
    lists: Mapping[str, frozenset[str]]


@cache
def contact_words() -> ContactWords:
    """Load the lists, once.

    Source:
        Written for onrecord: ``data/contacts.yaml``.
    """
    table = load_yaml("contacts.yaml")
    verbs = {
        tuple(form.split()): TriggerWord(
            kind=ContactKind(row["kind"]),
            frames=frozenset(row["frames"]),
            noun=row.get("noun", row["kind"]),
        )
        for row in table.pop("verbs")
        for form in row["forms"]
    }
    nouns = {
        tuple(form.split()): TriggerWord(
            ContactKind(row["kind"]), frozenset(row["links"]), row["family"]
        )
        for row in table.pop("nouns")
        for form in row["forms"]
    }
    return ContactWords(
        verbs=MappingProxyType(verbs),
        nouns=MappingProxyType(nouns),
        longest=max(map(len, (*verbs, *nouns))),
        first=frozenset(form[0] for form in (*verbs, *nouns)),
        lists=MappingProxyType(
            {name: frozenset(words) for name, words in table.items()}
        ),
    )


def may_hold_triggers(words: str) -> bool:
    """Tell whether a sentence has any word that a trigger starts with.

    Most sentences have none; taking them apart would be waste.
    """
    return not contact_words().first.isdisjoint(_WORD.findall(words.lower()))


def triggers_of(sentence: Sentence) -> Iterator[Trigger]:
    """Find the words of a sentence that may name a contact, longest form first."""
    i = 0
    while i < len(sentence.tokens):
        found = _trigger_at(sentence, i)
        if found is not None:
            yield found
        i = found.last + 1 if found else i + 1


def _trigger_at(sentence: Sentence, i: int) -> Trigger | None:
    words = contact_words()
    if sentence.part(i) is Part.NAME or sentence.low(i) not in words.first:
        return None
    for size in range(min(words.longest, len(sentence.tokens) - i), 0, -1):
        last = i + size - 1
        form = tuple(sentence.low(j) for j in range(i, last + 1))
        word = words.nouns.get(form) if _is_noun(sentence, last) else None
        if word is None and (size > 1 or sentence.part(i) is Part.VERB):
            word = words.verbs.get(form)
        if word is not None:
            span = Span(sentence.tokens[i].span.start, sentence.tokens[last].span.end)
            return Trigger(i, last, span, word)
    return None


def _is_noun(sentence: Sentence, i: int) -> bool:
    """Tell whether a phrase is about this word: not "meeting" of "meeting room"."""
    phrase = sentence.phrase_at(i)
    if phrase is None or phrase.head != i:
        return False
    crowd = contact_words().lists["crowd_words"]
    if any(sentence.low(j) in crowd for j in range(phrase.first, i)):
        return False
    # "In conversation with" is no single talk, "a conversation with" is.
    return phrase.first < i or sentence.low(i) != "conversation"

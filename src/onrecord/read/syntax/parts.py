"""The parts that words play in a sentence, and the words known for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import MappingProxyType

from onrecord.read.lexicon import load_yaml

# Shorter words in -ed, -ing and -ly are seldom forms of a longer one: "red", "king".
_SHORTEST_FORM = 5


class Part(Enum):
    """The part a word plays in its sentence."""

    DETERMINER = auto()
    POSSESSIVE = auto()
    GENITIVE = auto()
    PRONOUN = auto()
    PREPOSITION = auto()
    CONJUNCTION = auto()
    RELATIVE = auto()
    SUBORDINATOR = auto()
    AUXILIARY = auto()
    NEGATION = auto()
    ADVERB = auto()
    TO = auto()
    VERB = auto()
    NOUN = auto()
    NAME = auto()
    NUMBER = auto()
    TIME = auto()
    COMMA = auto()
    QUOTE = auto()
    STOP = auto()


_CLASSES = (
    # A word of several classes gets the last one named here.
    ("adverbs", Part.ADVERB),
    ("numbers", Part.NUMBER),
    ("determiners", Part.DETERMINER),
    ("conjunctions", Part.CONJUNCTION),
    ("prepositions", Part.PREPOSITION),
    ("subordinators", Part.SUBORDINATOR),
    ("negations", Part.NEGATION),
    ("auxiliaries", Part.AUXILIARY),
    ("possessives", Part.POSSESSIVE),
    ("subject_pronouns", Part.PRONOUN),
    ("object_pronouns", Part.PRONOUN),
    ("relatives", Part.RELATIVE),
    ("times", Part.TIME),
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lists of ``data/grammar.yaml``; its comments say what each is for.

    Attributes:
        parts: Words of closed classes.
        bases: Verbs in the form after "to".
        verbs: Those with their other forms that have no regular ending.
        not_verbs: Words that only look like verbs.
        not_adverbs: Words that only look like adverbs.
        time_leads: Words that belong to a time word after them.
        abbreviations: Words that keep their full stop.
        someones: Nouns for people and bodies.
        controls: Verbs whose object does what follows.
        reports: Verbs and "that", after which a clause of its own starts.
    """

    parts: Mapping[str, Part]
    bases: frozenset[str]
    verbs: frozenset[str]
    not_verbs: frozenset[str]
    not_adverbs: frozenset[str]
    time_leads: frozenset[str]
    abbreviations: frozenset[str]
    someones: frozenset[str]
    controls: frozenset[str]
    reports: frozenset[str]


@cache
def grammar() -> Grammar:
    """Load the lists, once.

    Source:
        Written for onrecord: ``data/grammar.yaml``.
    """
    lists = load_yaml("grammar.yaml")
    parts = {word: part for name, part in _CLASSES for word in lists[name]}
    bases = {*lists["verbs"], *lists["irregular_verbs"]}
    forms = {form for verb in bases for form in (verb, third_person(verb))}
    for past in lists["irregular_verbs"].values():
        forms |= set(past)
    return Grammar(
        parts=MappingProxyType(parts),
        bases=frozenset(bases),
        verbs=frozenset(forms),
        not_verbs=frozenset(lists["nouns_like_verbs"]),
        not_adverbs=frozenset(lists["nouns_like_adverbs"]),
        time_leads=frozenset(lists["time_leads"]),
        abbreviations=frozenset(lists["name_abbreviations"]),
        someones=frozenset(lists["someone_nouns"]),
        controls=frozenset(lists["control_verbs"]),
        reports=frozenset(lists["reporting_words"]),
    )


def third_person(verb: str) -> str:
    """Give the form of a verb that goes with "she".

    Example:
        >>> [third_person(verb) for verb in ("reply", "reach", "meet", "say")]
        ['replies', 'reaches', 'meets', 'says']
    """
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def part_of_word(low: str) -> Part:
    """Tell what a word by itself most likely is.

    Args:
        low: The word in lower case.

    Example:
        >>> [part_of_word(word).name for word in ("the", "huddled", "briefly", "envoy")]
        ['DETERMINER', 'VERB', 'ADVERB', 'NOUN']
    """
    lists = grammar()
    known = lists.parts.get(low.rstrip("."))
    if known is not None:
        return known
    if low[0].isdigit():
        return Part.NOUN if "-" in low else Part.NUMBER
    long = len(low) >= _SHORTEST_FORM
    if long and low.endswith("ly") and low not in lists.not_adverbs:
        return Part.ADVERB
    verbal = low in lists.verbs or (long and low.endswith(("ed", "ing")))
    return Part.VERB if verbal and low not in lists.not_verbs else Part.NOUN

"""Word lists of the rules reader, read once and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord.read.lexicon import load_rows, load_yaml


@dataclass(frozen=True, slots=True)
class RuleWords:
    """The table ``data/rules.yaml``; its comments say what each list is for."""

    never_names: frozenset[str]
    organisation_words: frozenset[str]
    groups: frozenset[str]
    inside_organisations: frozenset[str]
    inside_people: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    joiners: frozenset[str]
    auxiliaries: frozenset[str]
    after_cue: frozenset[str]
    after_saying: frozenset[str]
    clause_ends: frozenset[str]
    plurals: frozenset[str]
    modals: frozenset[str]
    passive: frozenset[str]
    objects: frozenset[str]


@cache
def rule_words() -> RuleWords:
    """Load the word lists.

    Source:
        Written for onrecord: ``data/rules.yaml``.
    """
    lists = load_yaml("rules.yaml")
    return RuleWords(**{name: frozenset(words) for name, words in lists.items()})


@cache
def never_names() -> frozenset[str]:
    """List the words whose capital letter makes no name: "I", "Monday", "Russian"."""
    times = load_yaml("times.yaml")
    days = {name.casefold() for name in (*times["months"], *times["weekdays"])}
    days |= {name.casefold() for name in times["month_abbreviations"]} - {"mar", "jan"}
    openers = load_yaml("sentence_ends.yaml")["openers"]
    return rule_words().never_names | frozenset(openers) | days


@cache
def places() -> Mapping[str, str]:
    """Load names of places, lower case, with their kind: country, state, city, region.

    Source:
        Written for onrecord: ``data/places.csv``.
    """
    rows = load_rows("places.csv")
    return MappingProxyType({_low(row["name"]): row["kind"] for row in rows})


@cache
def demonyms() -> frozenset[str]:
    """Load the words for who or what comes from a place, lower case: "russian"."""
    rows = load_rows("places.csv")
    return frozenset(_low(row["demonym"]) for row in rows if row["demonym"])


def _low(name: str) -> str:
    return name.casefold().rstrip(".")

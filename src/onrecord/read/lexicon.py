"""Word lists of the package, read once and frozen."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

_DATA = files("onrecord.read") / "data"


def load_yaml(name: str) -> Any:
    """Load one YAML file of the package's data folder, by its file name."""
    return yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))


def load_rows(name: str) -> list[dict[str, str]]:
    """Load one CSV file of the package's data folder, a row a dictionary."""
    text = (_DATA / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Words that tell who is meant, all in lower case.

    Attributes:
        addresses: Forms of address ("mr") with the gender they tell: m, f or n.
        offices: Titles of posts ("attorney general").
        genders: Common nouns and first names with the gender they tell.
        persons: Common nouns for a person.
        bodies: Common nouns for an organisation.
        documents: Common nouns for things that say something.
    """

    addresses: Mapping[str, str]
    offices: frozenset[str]
    genders: Mapping[str, str]
    persons: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]


@cache
def people_words() -> PeopleWords:
    """Load the lists about people.

    Source:
        Written for onrecord: ``data/people.yaml``, ``data/first_names.csv``.
    """
    lists = load_yaml("people.yaml")
    genders = {row["name"]: row["gender"] for row in load_rows("first_names.csv")}
    genders |= dict.fromkeys(lists["male"], "m") | dict.fromkeys(lists["female"], "f")
    return PeopleWords(
        addresses=MappingProxyType(lists["addresses"]),
        offices=frozenset(lists["offices"]),
        genders=MappingProxyType(genders),
        persons=frozenset(lists["persons"]) | set(lists["male"]) | set(lists["female"]),
        bodies=frozenset(lists["bodies"]),
        documents=frozenset(lists["documents"]),
    )


def singular(noun: str) -> str:
    """Cut a regular English plural ending off a lower-case noun.

    Example:
        >>> [singular(n) for n in ("aides", "agencies", "bosses", "press", "women")]
        ['aide', 'agency', 'boss', 'press', 'woman']
    """
    if noun.endswith("women") or (noun.endswith("men") and len(noun) > len("omen")):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun

"""The word lists that names are taken apart with, read once."""

import csv
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, cast

import yaml

_DATA = resources.files("onrecord.resolve") / "data"


@cache
def word_set(name: str) -> frozenset[str]:
    """Give a list of ``data/name_words.yaml`` as a set.

    Args:
        name: Its key, such as ``"titles"``.

    Returns:
        The words, in lower case.

    Example:
        >>> "senator" in word_set("titles")
        True
    """
    return frozenset(str(word) for word in _tables()[name])


@cache
def word_table(name: str) -> MappingProxyType[str, str]:
    """Give a table of ``data/name_words.yaml``.

    Args:
        name: Its key, such as ``"spellings"``.

    Returns:
        One word for each of the others.

    Example:
        >>> word_table("role_synonyms")["sen"]
        'senator'
    """
    return MappingProxyType({str(k): str(v) for k, v in _tables()[name].items()})


@cache
def nicknames() -> MappingProxyType[str, frozenset[str]]:
    """Give the given names that each given name may stand for, itself included.

    Returns:
        Sets of names in lower case. Whom a nickname belongs to is not one to one:
        "bob" is a "robert", and two nicknames of one name may mean one person.

    Source:
        carltonnorthern/nicknames, commit 21d7505, Apache-2.0.

    Example:
        >>> "robert" in nicknames()["bob"]
        True
    """
    table: dict[str, set[str]] = {}
    with (_DATA / "nicknames.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = row["name"]
            for nickname in row["nicknames"].split():
                table.setdefault(nickname, {nickname}).add(name)
                table.setdefault(name, {name})
    return MappingProxyType({name: frozenset(full) for name, full in table.items()})


@cache
def countries() -> MappingProxyType[str, str]:
    """Give the country that an adjective, a capital or a short name stands for.

    Returns:
        Country by word, all in lower case and without full stops.

    Example:
        >>> countries()["moscow"], countries()["us"]
        ('russia', 'united states')
    """
    table: dict[str, str] = {}
    with (_DATA / "countries.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country = row["country"].lower()
            for word in (country, *row["other_names"].lower().split(";")):
                table[word.replace(".", "")] = country
    return MappingProxyType(table)


@cache
def _tables() -> dict[str, Any]:
    text = (_DATA / "name_words.yaml").read_text("utf-8")
    return cast("dict[str, Any]", yaml.safe_load(text))

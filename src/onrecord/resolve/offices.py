"""The offices that a description tells: "Russia's ambassador to Washington"."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.resolve.name_words import countries, word_set, word_table
from onrecord.resolve.names import plain_words

_HYPHENS = re.compile(r"(?<=\w)-(?=[A-Za-z]{3})")
# The words between an office and the place where it is held.
_AT = frozenset({"to", "in", "at"})
_OF = frozenset({"of", "for"})
# "The Justice Department" is no justice.
_BODIES = frozenset({"department", "ministry", "committee", "office", "commission"})
_LONGEST = 4
_BEFORE = 3


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """A role with whose it is and where it is held.

    Attributes:
        role: The role in the fewest words, such as ``ambassador``.
        of: Country it is held for, such as ``russia``; empty when the words do not say.
        at: Country it is held in or towards; empty when the words do not say.
        is_former: Whether the words say that it is over.
    """

    role: str
    of: str = ""
    at: str = ""
    is_former: bool = False

    @property
    def key(self) -> str:
        """Give role and country as one word, to find others of the same office."""
        return f"{self.role}|{self.of}"

    def fits(self, other: "Office") -> bool:
        """Tell whether both can be one office; what is not said contradicts nothing.

        Example:
            >>> Office("ambassador", "russia").fits(Office("ambassador", "china"))
            False
        """
        return (
            self.role == other.role
            and (not self.of or not other.of or self.of == other.of)
            and (not self.at or not other.at or self.at == other.at)
        )


@lru_cache(maxsize=65536)
def parse_office(text: str) -> Office | None:
    """Read the office in a description.

    Args:
        text: A description, such as "the Russian ambassador to the United States".

    Returns:
        The first office in it; None when it names none.

    Example:
        >>> parse_office("Russia's then-ambassador to Washington")
        Office(role='ambassador', of='russia', at='united states', is_former=False)
    """
    words = plain_words(_HYPHENS.sub(" ", text))
    for start in range(len(words)):
        for length in range(_LONGEST, 0, -1):
            role = " ".join(words[start : start + length])
            is_body = words[start + length : start + length + 1] and (
                words[start + length] in _BODIES
            )
            if start + length <= len(words) and role in _roles() and not is_body:
                return _office(role, words[:start], words[start + length :])
    return None


@cache
def role_forms(role: str) -> tuple[str, ...]:
    """Give the words that stand for a role, itself among them, the longest first.

    Example:
        >>> role_forms("ambassador")
        ('ambassador', 'envoy', 'amb')
    """
    others = [
        word for word, name in word_table("role_synonyms").items() if name == role
    ]
    return tuple(sorted((role, *others), key=lambda word: (-len(word), word)))


def is_office_only(text: str) -> bool:
    """Tell whether words name nobody but an office.

    Example:
        >>> is_office_only("Attorney General"), is_office_only("Ilse Maarten")
        (True, False)
    """
    words = plain_words(text)
    office = " ".join(word for word in words if word not in _FILLERS)
    return office in _roles() or all(
        word in word_set("titles") or word in _FILLERS or word in countries()
        for word in words
    )


_FILLERS = frozenset({"the", "a", "an", "then", "former", "ex", "acting", "new", "old"})


def country_of(words: tuple[str, ...], *, last: bool = False) -> str:
    """Give the country that some words name, by name, adjective or capital.

    Args:
        words: As `plain_words` gives them.
        last: Whether the last one named counts, instead of the first.

    Returns:
        The country in lower case, or the empty string.
    """
    found = [
        countries()[phrase]
        for start in range(len(words))
        for length in (3, 2, 1)
        if (phrase := " ".join(words[start : start + length])) in countries()
        and start + length <= len(words)
    ]
    return found[-1 if last else 0] if found else ""


def _office(role: str, before: tuple[str, ...], after: tuple[str, ...]) -> Office:
    is_former = "former" in before or "ex" in before
    of = country_of(before[-_BEFORE:], last=True)
    at = ""
    if after and after[0] in _AT:
        at = country_of(after[1:4])
    elif after and after[0] in _OF and not of:
        of = country_of(after[1:4])
    name = word_table("role_synonyms").get(role, role)
    return Office(name, of, at, is_former)


@cache
def _roles() -> frozenset[str]:
    return word_set("roles") | frozenset(word_table("role_synonyms"))

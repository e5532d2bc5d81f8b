"""A name taken apart: its words in plain letters, its titles, its generation.

Spellings of one name from other scripts come out alike, since every script is written
in Latin letters first and letters that transliterations disagree on are made one.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from onrecord.resolve.name_words import word_set, word_table

_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_POSSESSIVE = re.compile(r"['’`\u00b4]s\b|(?<=s)['’]$")
_SIGN = re.compile(r"[^\w\s&]")
_WORD = re.compile(r"[a-z0-9]+|&")
# What transliterations of one sound disagree on; the order matters.
_SOUNDS = (
    (re.compile(r"(?:iy|yi|ij|ji|ey|ei|ay|ai)"), "i"),
    (re.compile(r"(?:ya|ia|ja)"), "ia"),
    (re.compile(r"(?:yu|iu|ju)"), "iu"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"(?:sch|sh)"), "s"),
    (re.compile(r"c(?![ehiyz])"), "k"),
    (re.compile(r"(?:tch|ch|ck|kh|q|k)"), "k"),
    (re.compile(r"(?:ph|pf)"), "f"),
    (re.compile(r"(?:ts|tz|cz)"), "c"),
    (re.compile(r"(?:ou|oo|w)"), "u"),
    (re.compile(r"v"), "u"),
    (re.compile(r"th"), "t"),
    (re.compile(r"(?<!^)h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_FAMILY_SHORT = 2
_FAMILY_LONG = 3
_SYLLABLE_CHARS = 5
_VOWELS = re.compile(r"(?<!^)[aeiou]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts.

    Attributes:
        words: Its words in plain lower-case letters, titles and generation left out.
        titles: The forms of address and ranks that stood with it.
        generation: ``jr``, ``sr``, ``ii`` and so on; empty when none is given.
    """

    words: tuple[str, ...]
    titles: frozenset[str] = frozenset()
    generation: str = ""

    @property
    def given(self) -> str:
        """Give the first word, which in news is the given name; empty if only one."""
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def surname(self) -> str:
        """Give the last word; empty when the name has no word."""
        return self.words[-1] if self.words else ""

    def may_be_of(self, other: "Name") -> bool:
        """Tell whether both can be of one generation.

        A number behind a name is often left out; "Jr." tells a son from his father.

        Example:
            >>> parse_name("Bo Osei III").may_be_of(parse_name("Bo Osei"))
            True
            >>> parse_name("Bo Osei Jr.").may_be_of(parse_name("Bo Osei"))
            False
        """
        given = {self.generation, other.generation}
        return len(given) == 1 or ("" in given and not given & {"jr", "sr"})

    @property
    def is_full(self) -> bool:
        """Tell whether it has a given name or an initial beside the surname."""
        return len(self.words) > 1


@lru_cache(maxsize=65536)
def plain_words(text: str) -> tuple[str, ...]:
    """Give the words of a text in Latin lower-case letters.

    Args:
        text: A name in any script.

    Returns:
        Its words; words run together in capitals are parted, initials put together.

    Source:
        The Latin letters are those of the library anyascii.

    Example:
        >>> plain_words("DavitKerr"), plain_words("Zoë O’Brien-Käär")
        (('davit', 'kerr'), ('zoe', 'obrien', 'kaar'))
    """
    joined = _INITIALS.sub(lambda found: found.group().replace(".", ""), text)
    parted = _CAMEL.sub(" ", _POSSESSIVE.sub("", joined))
    # Signs that are no letters would be spelt out: a smile is no name.
    letters = _SIGN.sub(" ", re.sub(r"['’`\u00b4ʼ]", "", parted))
    latin = re.sub(r"['`]", "", anyascii(letters)).lower()
    spellings = word_table("spellings")
    return tuple(spellings.get(word, word) for word in _WORD.findall(latin))


@lru_cache(maxsize=65536)
def parse_name(text: str) -> Name:
    """Take a person's name apart.

    Args:
        text: The name as printed, with or without titles.

    Returns:
        Its parts; no words at all when it is nothing but titles.

    Example:
        >>> parse_name("Sen. Robert Q. Osei Jr.")
        Name(words=('robert', 'q', 'osei'), titles=frozenset({'sen'}), generation='jr')
    """
    # Each initial stands for a name of its own here.
    text = _INITIALS.sub(lambda found: found.group().replace(".", ". "), text)
    # "Osei, Robert" is how lists write it.
    first, comma, rest = text.partition(",")
    is_inverted = comma and len(plain_words(rest)) > 0 and not _is_tail(rest)
    words = list(plain_words(f"{rest} {first}" if is_inverted else text))
    titles, generations = word_set("titles"), word_table("generations")
    found: set[str] = set()
    while words and words[0] in titles:
        found.add(words.pop(0))
    generation = ""
    if _is_family_first(words):
        words = [*words[1:], words[0]]
    while len(words) > 1 and (words[-1] in generations or words[-1] in _degrees()):
        generation = generations.get(words.pop(), generation)
    return Name(tuple(words), frozenset(found), generation)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Give a word's letters with what transliterations disagree on made one.

    Args:
        word: One word of `plain_words`.

    Returns:
        Letters to compare, not to show.

    Example:
        >>> sound("sergey") == sound("sergei"), sound("yelena") == sound("elena")
        (True, False)
    """
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Give a word's first letter and its consonants, for finding what may be alike.

    Args:
        word: One word of `plain_words`.

    Returns:
        A short key that most misspellings of the word share.

    Example:
        >>> skeleton("kostlyan") == skeleton("kostlayn")
        True
    """
    return _VOWELS.sub("", sound(word))


def _is_family_first(words: list[str]) -> bool:
    """Tell whether a Korean or Chinese name has its surname in front."""
    if len(words) == _FAMILY_SHORT:
        return words[0] in word_set("families_first")
    return (
        len(words) == _FAMILY_LONG
        and words[0] in word_set("families_often_first")
        and all(len(word) <= _SYLLABLE_CHARS for word in words[1:])
    )


def _is_tail(words: str) -> bool:
    """Tell whether what follows a comma is a generation, a degree or a legal form."""
    tails = {*word_table("generations"), *_degrees(), *word_set("legal_forms")}
    return set(plain_words(words)) <= tails


def _degrees() -> frozenset[str]:
    return word_set("degrees")

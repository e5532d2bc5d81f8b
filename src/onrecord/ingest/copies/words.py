"""A text as a row of numbers, one a word, by which texts are compared."""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.core.span import Span

__all__ = ["Numbers", "Words", "hash_runs", "words_of"]

Numbers = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
# Within one paragraph: a mark that is never closed spoils that one alone.
_QUOTED = re.compile(r"“[^”\n]*|\"[^\"\n]*\"")
# Any odd numbers do; these are the multipliers of SplitMix64.
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


@dataclass(frozen=True)
class Words:
    """The words of a text.

    Attributes:
        text: The text.
        numbers: One a word; the same word has the same number everywhere. (n_words,)
    """

    text: str = field(repr=False)
    numbers: Numbers

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Give where each word begins and ends, in code points."""
        return tuple(match.span() for match in _WORD.finditer(self.text))

    @cached_property
    def own(self) -> NDArray[np.bool_]:
        """Mark the words that stand outside quotation marks. (n_words,)."""
        marks = np.ones(len(self), bool)
        starts = np.array([start for start, _ in self.places])
        for quoted in _QUOTED.finditer(self.text):
            first, after = np.searchsorted(starts, quoted.span())
            marks[first:after] = False
        return marks

    def span(self, first: int, last: int) -> Span:
        """Give the place of a run of words.

        Args:
            first: Index of its first word.
            last: Index of its last word.
        """
        return Span(self.places[first][0], self.places[last][1])


def words_of(text: str) -> Words:
    """Split a text into words that do not depend on case, marks or blanks.

    Args:
        text: Any text.

    Returns:
        Its words.

    Example:
        >>> a, b = words_of("“Ann” met Bo."), words_of("ann met BO")
        >>> bool((a.numbers == b.numbers).all())
        True
    """
    return Words(text, np.array([*map(_number, _WORD.findall(text))], np.uint64))


@lru_cache(maxsize=1 << 17)
def _number(word: str) -> int:
    # Python's own hash differs from run to run; these numbers are kept. Two words with
    # one number are rare, and copies are not decided by one word.
    return crc32(word.casefold().encode("utf-8", "surrogatepass"))


def hash_runs(numbers: Numbers, length: int) -> Numbers:
    """Give a number to every run of so many words.

    Args:
        numbers: Those of the words. (n_words,)
        length: How many words a run has.

    Returns:
        One number a run, by the run's first word; none for a shorter text.
            (n_words - length + 1,)

    Source:
        SplitMix64's finaliser: Steele, Lea and Flood, "Fast Splittable Pseudorandom
        Number Generators", OOPSLA 2014.
    """
    n_runs = len(numbers) - length + 1
    if n_runs < 1:
        return np.empty(0, np.uint64)
    total = np.zeros(n_runs, np.uint64)
    for offset in range(length):
        # Wraps around at 2 ** 64, as it should.
        total = total * _STEP + numbers[offset : offset + n_runs] + np.uint64(1)
    for shift, factor in zip((30, 27), _MIX, strict=True):
        total = (total ^ (total >> np.uint64(shift))) * factor
    return total ^ (total >> np.uint64(31))

"""What expressions of time look like.

Each pattern has a name, under which ``meanings`` holds its meaning, and the words that
it can start with, so that only those words of a text are looked at closely. All
repetition is bounded: matching at one place takes bounded time.
"""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.read.times.calendar_patterns import calendar_forms
from onrecord.read.times.forms import Forms
from onrecord.read.times.length_patterns import length_forms
from onrecord.read.times.relative_patterns import relative_forms
from onrecord.read.times.words import time_words

_NEXT_WORD = re.compile(r"\s{1,3}([^\W_]+|['’])")


@dataclass(frozen=True, slots=True)
class TimePattern:
    """One kind of expression.

    Attributes:
        name: Key of its meaning.
        regex: Its form. A group ``expr``, when there is one, is the expression, and
            what is outside it only context.
    """

    name: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TimePatterns:
    """All patterns, by what they can start with.

    Attributes:
        by_word: First word in lower case to patterns.
        by_digit: Patterns that can start with a digit.
        after_the: Words that follow "the" in an expression and start none themselves.
    """

    by_word: dict[str, tuple[TimePattern, ...]]
    by_digit: tuple[TimePattern, ...]
    after_the: frozenset[str]

    def starting_at(self, text: str, word: re.Match[str]) -> tuple[TimePattern, ...]:
        """Give the patterns that can start with a word of a text, cheaply."""
        if word[0][-1].isdigit():
            return self.by_digit
        low = word[0].lower()
        if low == "the" and not self._can_follow_the(text, word.end()):
            return ()
        return self.by_word.get(low, ())

    def _can_follow_the(self, text: str, end: int) -> bool:
        """Look at the next word: half of all patterns, but few times, start so."""
        following = _NEXT_WORD.match(text, end)
        if following is None:
            return False
        low = following[1].lower()
        return not low.isalpha() or low in self.by_word or low in self.after_the


@cache
def time_patterns() -> TimePatterns:
    """Build the patterns, once."""
    forms = Forms(time_words())
    by_word: dict[str, list[TimePattern]] = {}
    all_forms = *calendar_forms(forms), *relative_forms(forms), *length_forms(forms)
    for form in all_forms:
        pattern = TimePattern(form.name, re.compile(form.regex))
        for word in dict.fromkeys(form.starts.split()):
            by_word.setdefault(word, []).append(pattern)
    digits = tuple(by_word.pop("0"))
    return TimePatterns(
        {word: tuple(many) for word, many in by_word.items()},
        digits,
        time_words().after_the,
    )

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
from onrecord.read.times.relative_patterns import relative_forms
from onrecord.read.times.words import time_words


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
    """

    by_word: dict[str, tuple[TimePattern, ...]]
    by_digit: tuple[TimePattern, ...]


@cache
def time_patterns() -> TimePatterns:
    """Build the patterns, once."""
    forms = Forms(time_words())
    by_word: dict[str, list[TimePattern]] = {}
    for form in (*calendar_forms(forms), *relative_forms(forms)):
        pattern = TimePattern(form.name, re.compile(form.regex))
        for word in dict.fromkeys(form.starts.split()):
            by_word.setdefault(word, []).append(pattern)
    digits = tuple(by_word.pop("0"))
    return TimePatterns({word: tuple(many) for word, many in by_word.items()}, digits)

"""Expressions of time in a text, as intervals of days."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from onrecord.core.dates import DateRange
from onrecord.core.span import Span
from onrecord.read.sentences import split_sentences
from onrecord.read.times.checks import is_time
from onrecord.read.times.meanings import NO_DAYS, meaning_of
from onrecord.read.times.pairs import TimeFound, ends_of
from onrecord.read.times.patterns import TimePattern, time_patterns
from onrecord.read.times.setting import Setting

_WORD = re.compile(r"(?<!\w)['’]?\d+|[^\W\d_]+|\d+")
_LONGEST_WORD = 14
# How far an expression may be for another to lean on it ("the next day"): a sentence
# or two.
_NEAR_CHARS = 300
_CONTEXT_CHARS = 200

_Kept = tuple[int, DateRange | None]


def find_times(text: str, *, published: date | None) -> tuple[TimeFound, ...]:
    """Find the expressions of time that name a day, a month, a year and the like.

    Durations ("for two years"), ages, repeated times ("on Sundays") and times of the
    clock alone are none. Values follow the usage of news: a weekday without more is
    the last such day up to the day of publication, or the next one where the tense
    is of the future; so are a month or a day without a year.

    Args:
        text: The normalised text (LF line ends), in English.
        published: Day of publication. Without it only what names a year has a value.

    Returns:
        The expressions in order, none overlapping. Takes time linear in the text.

    Example:
        >>> text = "In February he resigned; they met in May 2016."
        >>> found = find_times(text, published=date(2017, 3, 12))
        >>> [(time.span.of(text), time.range.label) for time in found]
        [('February', '2017-02'), ('May 2016', '2016-05')]
    """
    return tuple(
        found for name, _, found in _read(text, published) if name not in NO_DAYS
    )


def find_timexes(text: str, *, published: date | None) -> tuple[TimeFound, ...]:
    """Find all expressions of time, also those that a record leaves out.

    Use it to measure, and where durations ("two years"), repeated times ("on
    Sundays") and times of the clock alone are wanted too.

    Args:
        text: The normalised text (LF line ends), in English.
        published: Day of publication.

    Returns:
        The expressions in order, none overlapping. Takes time linear in the text.

    Example:
        >>> text = "She served for two years and now writes every day."
        >>> found = find_timexes(text, published=date(2017, 3, 12))
        >>> [(time.span.of(text), time.value.timex) for time in found]
        [('two years', 'P2Y'), ('now', 'PRESENT_REF'), ('every day', 'P1D')]
    """
    return tuple(
        one
        for name, match, found in _read(text, published)
        for one in ends_of(name, match, found)
    )


def _read(
    text: str, published: date | None
) -> Iterator[tuple[str, re.Match[str], TimeFound]]:
    reading = _Reading(text, published)
    for name, match in _matches(text):
        yield name, match, reading.value(name, match)


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    patterns = time_patterns()
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end or word.end() - start > _LONGEST_WORD:
            continue
        best = _longest(text, start, patterns.starting_at(text, word))
        if best is not None:
            yield best
            end = best[1].end()


def _longest(
    text: str, start: int, candidates: tuple[TimePattern, ...]
) -> tuple[str, re.Match[str]] | None:
    best: tuple[str, re.Match[str]] | None = None
    for pattern in candidates:
        found = pattern.regex.match(text, start)
        if found is None or (best is not None and found.end() <= best[1].end()):
            continue
        if is_time(pattern.name, text, found):
            best = pattern.name, found
    return best


class _Reading:
    """What has been read of a text so far, for expressions that lean on others."""

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self._published = published
        self._sentences = split_sentences(text)
        self._starts = [sentence.start for sentence in self._sentences]
        self._last: _Kept = (0, None)
        self._quarter: _Kept = (0, None)
        self._likely_quarter: DateRange | None = None

    def value(self, name: str, found: re.Match[str]) -> TimeFound:
        groups = found.re.groupindex
        start, end = found.span("expr" if "expr" in groups else 0)
        meaning = meaning_of(name, found, self._setting(start, end))
        if meaning.value.range is not None:
            self._last = end, meaning.value.range
        if name == "quarter":
            self._quarter = end, meaning.whole
            self._likely_quarter = meaning.likely
        return TimeFound(Span(start, end), meaning.value)

    def _setting(self, start: int, end: int) -> Setting:
        sentence = self._sentences[bisect_right(self._starts, start) - 1]
        before = self._text[max(sentence.start, start - _CONTEXT_CHARS) : start]
        after = self._text[end : min(sentence.end, end + _CONTEXT_CHARS)]
        return Setting(
            published=self._published,
            before=before,
            after=after,
            last=_if_near(self._last, start),
            quarter=_if_near(self._quarter, start),
            likely_quarter=self._likely_quarter,
        )


def _if_near(kept: _Kept, start: int) -> DateRange | None:
    end, value = kept
    return value if start - end <= _NEAR_CHARS else None

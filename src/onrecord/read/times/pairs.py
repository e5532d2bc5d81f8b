"""An expression found, and the two ends of one that names an interval."""

import re
from dataclasses import dataclass

from onrecord.core.dates import DateRange
from onrecord.core.span import Span
from onrecord.read.times.ranges import unit_around
from onrecord.read.times.value import TimeKind, TimeValue, timex_of

_PAIRS = {"months": "month", "years": "year"}


@dataclass(frozen=True, slots=True)
class TimeFound:
    """An expression of time.

    Attributes:
        span: Where it stands.
        value: What it says.
    """

    span: Span
    value: TimeValue

    @property
    def range(self) -> DateRange | None:
        """The first and last day that it can mean.

        None when the text does not settle it, or it names no day ("recently").
        """
        return self.value.range


def ends_of(name: str, match: re.Match[str], found: TimeFound) -> list[TimeFound]:
    """Give the two ends of "between May and July", which TIMEX3 tells apart.

    Args:
        name: The name of the expression's pattern.
        match: Its match.
        found: The expression.

    Returns:
        Both ends; or the expression alone, when it is no such pair, or is written as
        one word ("2015-16").
    """
    unit, whole = _PAIRS.get(name), found.range
    if unit is None or whole is None or whole.earliest is None or whole.latest is None:
        return [found]
    first_end, second = max(match.end(unit), match.end("year")), match.start(f"{unit}2")
    if not any(map(str.isalpha, match.string[first_end:second])):
        return [found]
    return [
        _end(Span(found.span.start, first_end), unit_around(whole.earliest, unit)),
        _end(Span(second, found.span.end), unit_around(whole.latest, unit)),
    ]


def _end(span: Span, value: DateRange | None) -> TimeFound:
    return TimeFound(span, TimeValue(TimeKind.DATE, timex_of(value), value))

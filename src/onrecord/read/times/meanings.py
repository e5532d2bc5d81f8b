"""What expressions of time mean: the first and last day that are possible.

No range means that the expression has none, or none that the text settles; nothing is
guessed without a publication date.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.core.dates import DateRange
from onrecord.read.times.calendar_values import CALENDAR_VALUES
from onrecord.read.times.day_parts import part_of_day
from onrecord.read.times.guesses import likely_days
from onrecord.read.times.lengths import LENGTH_VALUES
from onrecord.read.times.references import REFERENCES
from onrecord.read.times.relative_values import RELATIVE_VALUES
from onrecord.read.times.setting import Found, Setting, in_part
from onrecord.read.times.value import TimeKind, TimeValue, timex_of

_DAYS: Mapping[str, Callable[[Found, Setting], DateRange | None]] = {
    **CALENDAR_VALUES,
    **RELATIVE_VALUES,
}
_OTHERS: Mapping[str, Callable[[Found, Setting], TimeValue]] = {
    **LENGTH_VALUES,
    **REFERENCES,
}
# Found, but no times in the sense of a record: they say how long, how often or at
# which hour, or are a mere adjective.
NO_DAYS = frozenset({*LENGTH_VALUES, "clock", "current", "hours_ago", "the_unit"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means.

    Attributes:
        value: What is told of it.
        whole: The unit that it names, where the text settles it: the month in "early
            May".
        likely: The same, or the best guess where the text does not settle it.
    """

    value: TimeValue
    whole: DateRange | None = None
    likely: DateRange | None = None


def meaning_of(name: str, found: Found, setting: Setting) -> Meaning:
    """Read an expression.

    Args:
        name: The name of its pattern.
        found: The match.
        setting: What is known around it.

    Returns:
        What it means.
    """
    if name in _OTHERS:
        return Meaning(_OTHERS[name](found, setting))
    whole = _DAYS[name](found, setting)
    likely = likely_days(name, found, setting, settled=whole)
    part = part_of_day(found)
    kind = TimeKind.TIME if part else TimeKind.DATE
    timex = timex_of(likely)
    if likely is not None and likely.is_day:
        timex += part
    return Meaning(
        TimeValue(kind, timex, in_part(whole, found, setting)), whole, likely
    )

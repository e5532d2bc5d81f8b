"""Values of what refers to now, to the past or to the future without naming a day."""

from collections.abc import Callable, Mapping

from onrecord.read.times.day_parts import part_of_day
from onrecord.read.times.lengths import length_of, open_length, singular
from onrecord.read.times.ranges import unit_around
from onrecord.read.times.setting import Found, Setting, group_text
from onrecord.read.times.value import TimeKind, TimeValue, timex_of


def _present(_: Found, __: Setting) -> TimeValue:
    return TimeValue(TimeKind.DATE, "PRESENT_REF")


def _past(_: Found, __: Setting) -> TimeValue:
    return TimeValue(TimeKind.DATE, "PAST_REF")


def _future(_: Found, __: Setting) -> TimeValue:
    return TimeValue(TimeKind.DATE, "FUTURE_REF")


def _clock(found: Found, setting: Setting) -> TimeValue:
    """Put an hour on the day told last, or that of the publication."""
    day = setting.published
    if setting.last and setting.last.is_day:
        day = setting.last.earliest
    part = part_of_day(found)
    return TimeValue(TimeKind.TIME, f"{day.isoformat()}{part}" if day else "")


def _some_ago(found: Found, _: Setting) -> TimeValue:
    """Read "several years ago", which names no year, and "an hour later", no day."""
    direction = group_text(found, "direction")
    if direction in {"ago", "from now", "hence"}:
        ref = "PAST_REF" if direction == "ago" else "FUTURE_REF"
        return TimeValue(TimeKind.DATE, ref)
    unit = singular(group_text(found, "unit"))
    length = open_length(unit) if found.groupdict().get("some") else length_of(found)
    return TimeValue(TimeKind.DURATION, length)


def _the_unit(found: Found, setting: Setting) -> TimeValue:
    """Read "the year", which may be any; mostly it is that of the publication."""
    day, unit = setting.published, group_text(found, "unit")
    return TimeValue(TimeKind.DATE, timex_of(unit_around(day, unit)) if day else "")


REFERENCES: Mapping[str, Callable[[Found, Setting], TimeValue]] = {
    "present_ref": _present,
    "past_ref": _past,
    "future_ref": _future,
    "current": _present,
    "clock": _clock,
    "some_ago": _some_ago,
    "hours_ago": _some_ago,
    "the_unit": _the_unit,
}

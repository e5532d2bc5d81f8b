"""Values of expressions that lean on another day, and of days with names."""

from collections.abc import Callable, Mapping
from datetime import date

from onrecord.core.dates import DateRange
from onrecord.read.times.lengths import amount_of, singular
from onrecord.read.times.ranges import (
    day_of,
    holiday,
    shift_range,
    unit_around,
)
from onrecord.read.times.setting import (
    SHIFTS,
    Found,
    Setting,
    group_text,
    yearless,
)
from onrecord.read.times.tense import Tense
from onrecord.read.times.words import Rule, time_words

_SATURDAY = 5
_DAYS_BEFORE_A_FEAST = 10


def _weekday(found: Found, setting: Setting) -> DateRange | None:
    number, rel = time_words().weekday(found["weekday"]), group_text(found, "rel")
    day = setting.published
    if rel in {"previous", "following"} and setting.last and setting.last.is_day:
        day = setting.last.earliest
    if day is None:
        return None
    week = group_text(found, "week")
    if week:
        around = unit_around(day, "week", SHIFTS.get(week, 0))
        return (
            shift_range(DateRange.day(around.earliest), "day", number)
            if around and around.earliest
            else None
        )
    back = (day.weekday() - number) % 7
    ahead = (number - day.weekday()) % 7
    if rel in {"last", "past", "this past", "previous"}:
        shift = -(back or 7)
    elif rel in {"next", "coming", "this coming", "following"}:
        shift = ahead or 7
    elif rel == "this":
        shift = -back if setting.tense is Tense.PAST else ahead
    else:
        shift = ahead if setting.tense is Tense.FUTURE else -back
    return unit_around(day, "day", shift)


def _deixis(found: Found, setting: Setting) -> DateRange | None:
    if setting.published is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(group_text(found, "word"), 0)
    if found["last_night"]:
        shift = -1
    elif found["two_days"]:
        shift = -2 if "before" in found["two_days"].casefold() else 2
    return unit_around(setting.published, "day", shift)


def _unit(found: Found, setting: Setting) -> DateRange | None:
    rel, unit = group_text(found, "rel"), group_text(found, "unit")
    if group_text(found, "kind") == "fiscal":
        return None
    if rel == "latest" and unit in {"quarter", "period"}:
        return _last_quarter(setting) if unit == "quarter" else setting.quarter
    day = setting.published
    if _leans_on_text(found):
        day = setting.last.earliest if setting.last else None
    if day is None:
        return None
    if unit == "weekend" and rel == "this" and setting.tense is Tense.PAST:
        return _weekend(setting)
    return unit_around(day, unit, SHIFTS.get(rel, 0))


def _leans_on_text(found: Found) -> bool:
    """Tell whether "the next day" is counted from a day told before."""
    rel, unit = group_text(found, "rel"), group_text(found, "unit")
    if rel in {"that", "same", "that same", "following", "previous", "prior"}:
        return True
    return rel == "next" and unit in {"day", "morning"}


def _last_quarter(setting: Setting) -> DateRange | None:
    if setting.quarter or setting.published is None:
        return setting.quarter
    return unit_around(setting.published, "quarter", -1)


def _weekend(setting: Setting) -> DateRange | None:
    day = setting.published
    if day is None:
        return None
    if setting.tense is Tense.FUTURE or day.weekday() >= _SATURDAY:
        return unit_around(day, "weekend")
    return unit_around(day, "weekend", -1)


def _bare_unit(found: Found, setting: Setting) -> DateRange | None:
    unit = group_text(found, "unit")
    if unit in {"quarter", "period"}:
        return setting.quarter
    if unit == "weekend":
        return _weekend(setting)
    if setting.published is None:
        return None
    return unit_around(setting.published, unit)


def _year_ago(_: Found, setting: Setting) -> DateRange | None:
    quarter = _last_quarter(setting)
    return shift_range(quarter, "year", -1) if quarter and setting.quarter else None


def _year_end(_: Found, setting: Setting) -> DateRange | None:
    return yearless(lambda year: day_of(year, 12, 31), setting)


def _ago(found: Found, setting: Setting) -> DateRange | None:
    number, unit = amount_of(found), singular(group_text(found, "unit"))
    if number is None:
        return None
    direction = group_text(found, "direction")
    n_units = -number if direction in {"ago", "earlier"} else number
    if unit == "year" and direction in {"ago", "earlier"} and setting.quarter:
        return shift_range(setting.quarter, "year", n_units)
    if direction in {"earlier", "later", "afterward"}:
        return shift_range(setting.last, unit, n_units) if setting.last else None
    if setting.published is None:
        return None
    if unit in {"decade", "century"}:
        return unit_around(
            setting.published, "year", n_units * (10 if unit == "decade" else 100)
        )
    return unit_around(setting.published, unit, n_units)


def _next_to(found: Found, setting: Setting) -> DateRange | None:
    if setting.last is None or setting.last.earliest is None:
        return None
    shift = 1 if group_text(found, "direction") == "after" else -1
    return unit_around(setting.last.earliest, group_text(found, "unit"), shift)


def _holiday(found: Found, setting: Setting) -> DateRange | None:
    words = time_words()
    name = group_text(found, "name").replace("’", "'")
    rule = words.rule(name)
    if found["year"]:
        return holiday(rule, int(found["year"]))
    rel = group_text(found, "rel")
    if rel != "last" and (eve := _eve_of(rule, setting.published)):
        return eve
    return yearless(lambda year: holiday(rule, year), setting, rel, by_tense=True)


def _eve_of(rule: Rule, day: date | None) -> DateRange | None:
    """Give a feast that is only days ahead, whatever tense its article is told in."""
    ahead = day and unit_around(day, "day", _DAYS_BEFORE_A_FEAST)
    if not (ahead and ahead.latest):
        return None
    feast = holiday(rule, ahead.latest.year)
    near = feast and feast.earliest and day and day <= feast.earliest <= ahead.latest
    return feast if near else None


RELATIVE_VALUES: Mapping[str, Callable[[Found, Setting], DateRange | None]] = {
    "weekday": _weekday,
    "deixis": _deixis,
    "unit": _unit,
    "bare_unit": _bare_unit,
    "year_ago": _year_ago,
    "year_end": _year_end,
    "ago": _ago,
    "next_to": _next_to,
    "holiday": _holiday,
}

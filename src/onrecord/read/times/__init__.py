"""Expressions of time, as intervals of days and as TIMEX3 values."""

from onrecord.read.times.finding import find_times, find_timexes
from onrecord.read.times.pairs import TimeFound
from onrecord.read.times.value import TimeKind, TimeValue

__all__ = ["TimeFound", "TimeKind", "TimeValue", "find_times", "find_timexes"]

"""Expressions of time, as intervals of days."""

from onrecord.read.times.finding import TimeFound, find_times

__all__ = ["TimeFound", "find_times"]

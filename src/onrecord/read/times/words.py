"""The words that make up expressions of time, from ``data/times.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import yaml

Rule = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The table of words; its comments say what each is for.

    Attributes:
        months: Name to number, 1 to 12; so ``month_abbreviations``.
        weekdays: Name to number, Monday 0; so ``weekday_abbreviations``.
        seasons: Name to first month.
        numbers: Number word to number; so ``ordinals`` and ``decades``.
        holidays: Name to the rule for its day; so ``some_years``, not in each year.
        present_refs: Expressions of now that name no day; so ``past_refs`` and
            ``future_refs``.
        named_weekdays: Words before a weekday that is a name.
        after_names: Words after a weekday that is a name.
        before_months: Words before a month that could be another word.
        before_years: Words before a year.
        after_amounts: Words after a number that is no year.
        future_cues: Verbs that say that something is still to come.
        future_hints: Other words that hint at it.
        past_cues: Verbs that say that something has been.
        before_lengths: Words before "a week" where it is no rate.
        after_the: Words after "the" that start no expression by themselves.
    """

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    holidays: Mapping[str, Rule]
    some_years: Mapping[str, Rule]
    present_refs: tuple[str, ...]
    past_refs: tuple[str, ...]
    future_refs: tuple[str, ...]
    named_weekdays: frozenset[str]
    after_names: frozenset[str]
    before_months: frozenset[str]
    before_years: frozenset[str]
    after_amounts: frozenset[str]
    future_cues: tuple[str, ...]
    future_hints: tuple[str, ...]
    past_cues: tuple[str, ...]
    before_lengths: frozenset[str]
    after_the: frozenset[str]

    def month(self, word: str) -> int:
        """Give the number of a month by its name, short or whole, in any case."""
        name = word.rstrip(".").capitalize()
        return self.months.get(name) or self.month_abbreviations[name]

    def weekday(self, word: str) -> int:
        """Give the number of a weekday by its name in any case."""
        return self.weekdays[word.capitalize()]

    def rule(self, holiday: str) -> Rule:
        """Give the rule for a holiday's day by its name in lower case."""
        rules = {**self.holidays, **self.some_years}
        return next(rule for name, rule in rules.items() if name.casefold() == holiday)

    def number(self, word: str) -> int | None:
        """Give the value of a number word or digits; None for 'few' and the like."""
        if word.isdecimal():
            return int(word)
        parts = [self.numbers.get(part) for part in word.casefold().split("-")]
        known = [part for part in parts if part is not None]
        return sum(known) if len(known) == len(parts) else None


@cache
def time_words() -> TimeWords:
    """Read the table, once."""
    path = files("onrecord.read").joinpath("data", "times.yaml")
    table = yaml.safe_load(path.read_text("utf-8"))
    as_sets = {
        field.name for field in fields(TimeWords) if "frozenset" in str(field.type)
    }
    as_tuples = {
        field.name for field in fields(TimeWords) if "tuple" in str(field.type)
    }
    for name in as_sets:
        table[name] = frozenset(table[name])
    for name in as_tuples:
        table[name] = tuple(table[name])
    return TimeWords(**table)

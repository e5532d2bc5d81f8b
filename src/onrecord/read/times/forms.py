"""The parts that patterns of expressions of time are put together from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.read.times.words import TimeWords

# A blank, also where a wrapped line ends; never a paragraph's end.
BLANK = r"(?: {1,3}| ?\n ?)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])(?![:,]\d)"
YEAR = r"(?:1\d|20)\d\d(?![\d%])(?!,\d)"
DASH = rf"(?:{BLANK}?[-–—]{BLANK}?)"
TO = rf"(?:{DASH}|{BLANK}(?i:to|and|through|until){BLANK})"
DAY_PART = r"(?i:morning|afternoon|evening|night)"
PART_OF_DAY = r"(?i:morning|afternoon|evening|night|midnight|midday)\b"
ABOUT = (
    r"(?:(?i:more than|less than|almost|nearly|about|some|around|just|over|exactly|"
    rf"at least|barely|only|roughly|not quite){BLANK})"
)
ABOUT_WORDS = (
    "more less almost nearly about some around just over exactly at barely only "
    "roughly not"
)
UNIT = r"(?i:day|week|month|quarter|year|decade|century)"
END_OF = "end|beginning|start|middle|close"
MOD = (
    rf"(?:(?P<mod>(?i:early|mid|late|earlier|later))(?:{BLANK}(?:(?i:in){BLANK})?|-)"
    rf"|(?i:the){BLANK}(?P<edge>(?i:{END_OF})){BLANK}(?i:of){BLANK})?"
)
MOD_WORDS = "early mid late earlier later the"
REL_WORDS = "last this next past coming"
REL_YEAR = rf"(?P<rel_year>(?i:last|this|next|that|the same)){BLANK}(?i:year)"
AGO = r"(?P<ago>(?i:(?:comparable |corresponding )?(?:year-ago|year-earlier)))"
CLOCK_TIME = (
    r"(?:(?P<hour>1[0-2]|0?\d)(?::(?P<minute>[0-5]\d))?"
    rf"(?:{BLANK}?(?P<half_day>(?i:[ap]))\.?(?i:m)\b\.?|{BLANK}o['’]clock\b)"
    rf"(?:{BLANK}\(?[A-Z]{{1,4}}T\b\)?)?)"
)
CLOCK = (
    rf"(?:(?:{CLOCK_TIME}|(?P<noon>(?i:noon|midnight|midday))),?"
    rf"{BLANK}(?:(?i:on){BLANK})?)"
)


def either(words: Iterable[str]) -> str:
    """Give a regex for any of some words, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", BLANK) for word in longest_first)


def _cased(names: Iterable[str]) -> str:
    """Names as printed or in capitals, but not in small letters."""
    names = list(names)
    return either([*names, *(name.upper() for name in names)])


def first_words(names: Iterable[str]) -> str:
    """Give the first word of each name in lower case, as a pattern's starts."""
    return " ".join(re.split(r"[^\w]", name.lower())[0] for name in names)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an expression of time.

    Attributes:
        name: Key of its meaning in ``meanings``.
        regex: A regex. A group ``expr``, when there is one, is the expression, and
            what is outside it only context.
        starts: The words, in lower case and apart by blanks, that it can start with;
            "0" is any number.
    """

    name: str
    regex: str
    starts: str


class Forms:
    """The parts of patterns that are made of the table's words.

    Attributes:
        words: The table.
        month: A month's name or short form.
        weekday: A weekday's name.
        weekday_name: The same, and what follows it may go on ("Mondays").
        before_date: A weekday before a date, or nothing.
        season: A season.
        number: A number in digits or words.
        ordinal: First to fourth.
        said_year: A year of the last century in words.
        month_words: What ``month`` can start with.
        weekday_words: What ``weekday`` and ``before_date`` can start with.
    """

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        short = rf"(?:{_cased(words.month_abbreviations)})\b\.?"
        self.month = rf"(?:(?:{_cased(words.months)})(?!\w)|{short})"
        weekday_short = rf"(?:{_cased(words.weekday_abbreviations)})\b\.?"
        self.weekday_name = rf"(?:{_cased(words.weekdays)})"
        self.weekday = rf"{self.weekday_name}(?!\w)"
        self.before_date = rf"(?:(?:{self.weekday}|{weekday_short}),?{BLANK})?"
        self.season = rf"(?i:{either(words.seasons)})"
        self.number = (
            rf"(?:\d{{1,3}}|(?i:(?:{either(words.numbers)})"
            rf"(?:-(?:{either(words.numbers)}))?))"
        )
        self.ordinal = rf"(?i:{either(words.ordinals)})"
        self.month_words = first_words([*words.months, *words.month_abbreviations])
        self.weekday_words = first_words(
            [*words.weekdays, *words.weekday_abbreviations]
        )
        # As spoken news has them: nineteen ninety-seven.
        tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
        units = "one|two|three|four|five|six|seven|eight|nine"
        self.said_year = rf"(?i:nineteen{BLANK}(?:{tens})(?:-(?:{units}))?)"

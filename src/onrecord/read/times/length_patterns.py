"""What durations and repeated times look like."""

from onrecord.read.times.forms import (
    BLANK,
    DAY_PART,
    PART_OF_DAY,
    Form,
    Forms,
    either,
)

_UNIT = r"(?i:second|minute|hour|day|week|fortnight|month|quarter|year|decade)"
_UNITS = rf"(?:{_UNIT}s?|(?i:century|centuries))"
_WHICH = "past last next first final coming previous preceding following latest another"
_SOME = "several few many some numerous"
_OFTEN = "daily weekly monthly hourly nightly"
_ABOUT = (
    "more than",
    "less than",
    "no more than",
    "as long as",
    "up to",
    "at least",
    "almost",
    "nearly",
    "about",
    "some",
    "around",
    "roughly",
)


def length_forms(forms: Forms) -> list[Form]:
    """Give the forms of durations and of repeated times."""
    return [*_durations(forms), *_repeated(forms)]


def _durations(forms: Forms) -> list[Form]:
    which = rf"(?P<which>(?i:{either(_WHICH.split())})){BLANK}"
    amount = (
        rf"(?:(?P<some>(?i:a{BLANK}few|{either(_SOME.split())}))"
        rf"|(?P<n>(?i:(?:a{BLANK})?couple{BLANK}of|half(?:{BLANK}|-)an?"
        rf"|(?:a|one){BLANK}hundred)|{forms.number})"
        rf"(?:{BLANK}(?P<half>(?i:and{BLANK}a{BLANK}half)|1/2))?"
        rf"(?P<to>(?:{BLANK}(?i:to|or){BLANK}|-){forms.number})?)"
    )
    kind = rf"(?:{BLANK}(?i:more|full|straight|consecutive|whole|long))?"
    about = rf"(?P<about>(?i:over{BLANK}(?=an?{BLANK})|(?:{either(_ABOUT)}){BLANK}))?"
    about_words = "more less no as up at almost nearly about some around over roughly"
    after = rf"(?:{BLANK}(?P<half_after>(?i:and{BLANK}a{BLANK}half)))?"
    or_so = rf"(?:{BLANK}(?i:or{BLANK}so))?"
    numbers = " ".join(forms.words.numbers)
    unit = rf"(?P<unit>{_UNITS})\b"
    return [
        Form(
            "duration",
            rf"{about}(?:(?i:the|these|those){BLANK})?(?:{which})?{amount}{kind}"
            rf"{BLANK}{unit}{after}{or_so}",
            f"{about_words} the these those couple half {_WHICH} {_SOME} {numbers} 0",
        ),
        # The article of "the two-day visit" belongs to the visit.
        Form("duration", rf"{amount}-{unit}", f"a half {_SOME} {numbers} 0"),
        Form(
            "duration",
            rf"{about}(?:(?i:the|this){BLANK})?"
            rf"(?P<which>(?i:past|last|next|coming|recent)){BLANK}{unit}",
            f"{about_words} the this past last next coming recent",
        ),
        Form(
            "open_duration",
            rf"(?:(?i:the){BLANK}(?:(?i:early|first|final|last){BLANK})?)?"
            r"(?P<unit>(?i:days|weeks|months|years|decades|hours))\b"
            rf"(?:{BLANK}(?i:ahead)\b)?",
            "the days weeks months years decades hours",
        ),
        Form(
            "year_long",
            rf"(?P<expr>(?i:the){BLANK}(?:(?i:fiscal){BLANK})?(?P<unit>(?i:year)))"
            rf"{BLANK}(?i:ended|ending)\b",
            "the",
        ),
    ]


def _repeated(forms: Forms) -> list[Form]:
    what = (
        rf"(?:(?P<unit>{_UNIT})|(?P<weekday>{forms.weekday})|(?P<month>{forms.month})"
        rf"|(?P<season>{forms.season})|(?P<part>{PART_OF_DAY}))"
    )
    return [
        Form(
            "set",
            rf"(?:(?i:almost|nearly){BLANK})?(?i:every|each){BLANK}"
            rf"(?:(?P<other>(?i:other)){BLANK}|(?i:single){BLANK})?{what}\b",
            "almost nearly every each",
        ),
        Form(
            "set",
            rf"(?P<weekday>{forms.weekday_name})"
            rf"(?:s|{BLANK}(?P<part>{DAY_PART})s)\b",
            " ".join(
                f"{name.lower()}s {name.lower()}" for name in forms.words.weekdays
            ),
        ),
        Form("set", rf"(?P<often>(?i:{either(_OFTEN.split())}))\b", _OFTEN),
    ]

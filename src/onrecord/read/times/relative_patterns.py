"""What expressions that lean on another day look like, and days with names."""

from onrecord.read.times.forms import (
    ABOUT,
    ABOUT_WORDS,
    AGO,
    BLANK,
    CLOCK,
    CLOCK_TIME,
    MOD,
    MOD_WORDS,
    PART_OF_DAY,
    REL_WORDS,
    UNIT,
    YEAR,
    Form,
    Forms,
    either,
    first_words,
)


def _weeks_and_days(forms: Forms) -> list[Form]:
    rel_day = (
        rf"(?:(?P<rel>(?i:this past|this coming|last|this|next|past|coming|"
        rf"the previous|the following|the next)){BLANK})?"
    )
    of_week = (
        rf"(?:{BLANK}(?:(?i:of){BLANK})?(?P<week>(?i:last|this|next)){BLANK}(?i:week))?"
    )
    return [
        Form(
            "weekday",
            rf"{CLOCK}?{rel_day}{MOD}(?P<weekday>{forms.weekday})"
            rf"(?:{BLANK}(?P<part>{PART_OF_DAY}))?{of_week}",
            f"{forms.weekday_words} {MOD_WORDS} {REL_WORDS} noon midnight 0",
        ),
        Form(
            "deixis",
            rf"{CLOCK}?(?:(?P<mod>(?i:early|late|earlier|later)){BLANK})?"
            rf"(?:(?P<word>(?i:today|yesterday|tomorrow|tonight))\b(?:{BLANK}{PART_OF_DAY})?"
            rf"|(?P<last_night>(?i:last{BLANK}(?:night|evening)))\b"
            rf"|(?P<this_part>(?i:this{BLANK}(?:morning|afternoon|evening)))\b"
            rf"|(?P<two_days>(?i:the{BLANK}day{BLANK}"
            rf"(?:before{BLANK}yesterday|after{BLANK}tomorrow)))\b)",
            f"{MOD_WORDS} {REL_WORDS} today yesterday tomorrow tonight noon midnight 0",
        ),
    ]


def _units(_: Forms) -> list[Form]:
    return [
        Form(
            "unit",
            rf"{MOD}(?P<the>(?i:the){BLANK})?"
            r"(?P<rel>(?i:last|this|current|next|coming|previous|following|same|"
            rf"that same|that|latest|prior)){BLANK}"
            rf"(?P<kind>(?i:fiscal|calendar|full){BLANK})?"
            rf"(?P<unit>(?i:weekend|morning|period)|{UNIT})\b",
            f"{MOD_WORDS} {REL_WORDS} current previous following same that latest "
            "prior",
        ),
        Form(
            "bare_unit",
            rf"{MOD}(?i:the){BLANK}(?:(?i:full){BLANK})?"
            r"(?P<unit>(?i:weekend|week|month|quarter|year|period))\b(?!-)",
            MOD_WORDS,
        ),
        Form(
            "year_ago",
            rf"(?:(?i:the){BLANK})?{AGO}(?:{BLANK}(?i:quarter|period))?(?!\w)",
            "the year comparable corresponding",
        ),
        Form(
            "the_unit",
            rf"(?i:the){BLANK}(?:(?P<kind>(?i:full|fiscal)){BLANK})?"
            r"(?P<unit>(?i:week|month|year))\b(?!-)",
            "the",
        ),
        Form("year_end", rf"(?i:year(?:-|{BLANK})end)\b", "year"),
    ]


def _distances(forms: Forms) -> list[Form]:
    about = f"{ABOUT}?"
    some = rf"(?i:(?:a{BLANK})?few|several|many|some)"
    tail = rf"(?P<direction>(?i:ago|earlier|later|from{BLANK}now|hence|afterward))\b"
    units = rf"(?P<unit>{UNIT}s?|(?i:centuries))"
    hours = rf"(?P<unit>{UNIT}s?|(?i:centuries|hours?|minutes?))"
    or_so = rf"(?:(?i:or{BLANK}so){BLANK})?"
    amount = rf"(?P<n>(?i:(?:a{BLANK})?couple(?:{BLANK}of)?)|{forms.number})"
    numbers = f"{ABOUT_WORDS} couple {' '.join(forms.words.numbers)} 0"
    return [
        Form(
            "ago",
            rf"{about}{amount}(?:{BLANK}|-)(?:(?i:or{BLANK}(?:so|two)){BLANK})?"
            rf"{units}{BLANK}{or_so}{tail}",
            numbers,
        ),
        Form(
            "some_ago",
            rf"{about}(?P<some>{some}){BLANK}{hours}{BLANK}{or_so}{tail}",
            f"{ABOUT_WORDS} a few several many some",
        ),
        Form(
            "hours_ago",
            rf"{about}{amount}{BLANK}(?P<unit>(?i:hours?|minutes?)){BLANK}{or_so}{tail}",
            numbers,
        ),
        Form(
            "next_to",
            rf"(?i:the){BLANK}(?P<unit>{UNIT}){BLANK}"
            r"(?P<direction>(?i:before|after|earlier))\b"
            r"(?=[.,;:)\"”’]|$)",
            "the",
        ),
    ]


def _named(forms: Forms) -> list[Form]:
    names = [*forms.words.holidays, *forms.words.some_years]
    spelt = either(names).replace("'", "['’]")
    return [
        Form(
            "holiday",
            rf"(?:(?P<rel>(?i:last|this|next)){BLANK})?(?:(?i:the){BLANK})?"
            rf"(?P<name>(?i:{spelt}))(?!\w)(?:,?{BLANK}(?P<year>{YEAR}))?",
            f"{first_words(names)} last this next the",
        ),
    ]


def _references(forms: Forms) -> list[Form]:
    refs = {
        "present_ref": forms.words.present_refs,
        "past_ref": forms.words.past_refs,
        "future_ref": forms.words.future_refs,
    }
    return [
        *(
            Form(name, rf"(?i:{either(words)})\b", first_words(words))
            for name, words in refs.items()
        ),
        Form("current", r"current\b", "current"),
        Form(
            "clock",
            rf"{CLOCK_TIME}|(?P<noon>(?i:noon|midday|midnight))\b",
            "noon midday midnight 0",
        ),
    ]


def relative_forms(forms: Forms) -> list[Form]:
    """Give the forms of relative expressions and of days with names."""
    return [
        *_weeks_and_days(forms),
        *_units(forms),
        *_distances(forms),
        *_named(forms),
        *_references(forms),
    ]

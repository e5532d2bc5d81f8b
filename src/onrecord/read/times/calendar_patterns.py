"""What dates, months, years and their parts look like."""

from onrecord.read.times.forms import (
    AGO,
    BLANK,
    CLOCK,
    DASH,
    DAY,
    MOD,
    MOD_WORDS,
    REL_WORDS,
    REL_YEAR,
    TO,
    YEAR,
    Form,
    Forms,
    either,
)


def _dates(forms: Forms) -> list[Form]:
    month, clock_words = forms.month, "noon midnight"
    day_first = f"{forms.weekday_words} the {clock_words} 0"
    month_first = f"{forms.weekday_words} {forms.month_words} {clock_words} 0"
    year = rf"(?:,?{BLANK}(?P<year>{YEAR}))?"
    days = rf"(?P<day>{DAY})(?:{TO}(?P<day2>{DAY}))?"
    return [
        Form("iso", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", "0"),
        Form(
            "numeric",
            r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:\d\d){1,2})"
            r"(?![\d./])",
            "0",
        ),
        Form("attacks", r"9/11(?![\d/])", "0"),
        Form(
            "attacks",
            rf"(?P<expr>(?i:sept)(?:\.|ember){BLANK}11(?:th)?(?!\d))"
            rf"(?={BLANK}(?i:attack|terror|hijack|commission))",
            "sept september",
        ),
        Form(
            "date",
            rf"{CLOCK}?{forms.before_date}(?:(?P<rel>(?i:last|this|next)){BLANK})?"
            rf"(?P<month>{month}){BLANK}(?:(?i:the){BLANK})?{days}{year}",
            f"{month_first} last this next",
        ),
        Form(
            "date",
            rf"{CLOCK}?{forms.before_date}(?:(?i:the){BLANK})?{days}"
            rf"{BLANK}(?:(?i:of){BLANK})?(?P<month>{month}){year}",
            day_first,
        ),
    ]


def _months(forms: Forms) -> list[Form]:
    of_year = (
        rf"(?:,?{BLANK}(?:(?i:of){BLANK})?"
        rf"(?:(?P<year>{YEAR})|{REL_YEAR}|(?P<said_year>{forms.said_year})))"
    )
    rel = rf"(?:(?P<rel>(?i:this past|last|this|next|past|coming)){BLANK})?"
    words = f"{forms.month_words} {MOD_WORDS} {REL_WORDS}"

    def pair(to: str) -> str:
        return (
            rf"(?P<expr>(?P<month>{forms.month})(?:,?{BLANK}(?P<year>{YEAR}))?"
            rf"{to}(?P<month2>{forms.month})(?:,?{BLANK}(?:(?i:of){BLANK})?(?P<year2>{YEAR}))?)"
            # Not the first half of two dates: "May to June 4".
            rf"(?!{BLANK}\d{{1,2}}(?!\d))"
        )

    between = rf"(?i:between|from){BLANK}{pair(TO)}"
    return [
        Form("month", rf"{MOD}{rel}(?P<month>{forms.month}){of_year}?", words),
        Form("months", between, "between from"),
        Form(
            "months",
            pair(rf"(?:{DASH}|{BLANK}(?i:to|through){BLANK})"),
            forms.month_words,
        ),
    ]


def _years(forms: Forms) -> list[Form]:
    label = (
        rf"(?:(?P<label>(?i:fiscal(?:{BLANK}year)?|(?:calendar|the){BLANK}year))"
        rf"{BLANK})?"
    )

    def pair(to: str, last: str = YEAR) -> str:
        return rf"(?P<expr>(?P<year>{YEAR}){to}(?P<year2>{last}))(?![-–]\d)"

    between = rf"(?i:between|from){BLANK}{pair(TO)}"
    to = rf"(?:[-–—]|{BLANK}(?i:to|through){BLANK})"
    decade = rf"(?:\d{{3}}0['’]?s|['’]\d0s|(?i:{either(forms.words.decades)}))\b"
    nth = r"\d{1,2}(?:st|nd|rd|th)|eighteenth|nineteenth|twentieth|twenty-first"
    return [
        Form(
            "year",
            rf"{MOD}{label}(?P<year>{YEAR})",
            f"{MOD_WORDS} fiscal calendar 0",
        ),
        Form("said_year", forms.said_year, "nineteen"),
        Form("years", between, "between from"),
        Form("years", pair(to), "0"),
        Form("years", pair("[-–]", r"\d\d(?!\d)"), "0"),
        Form(
            "decade",
            rf"(?:(?i:the){BLANK})?{MOD}(?:(?i:the){BLANK})?(?P<decade>{decade})",
            f"{MOD_WORDS} 0",
        ),
        Form(
            "century",
            rf"(?:(?i:the){BLANK})?{MOD}(?P<nth>(?i:{nth}))(?:{BLANK}|-)(?i:century)\b",
            f"{MOD_WORDS} eighteenth nineteenth twentieth twenty 0",
        ),
    ]


def _parts_of_years(forms: Forms) -> list[Form]:
    fiscal, fiscal2 = (
        rf"(?:(?P<{name}>(?i:fiscal)){BLANK})?" for name in ("fiscal", "fiscal2")
    )
    owner = (
        rf"(?:(?P<rel_year>(?i:last|this|next)){BLANK}(?i:year)['’]s{BLANK}"
        rf"|(?P<year>{YEAR})(?:['’]s)?{BLANK})?"
    )
    whose = (
        rf"(?:{BLANK}(?i:of|in){BLANK}(?:(?i:fiscal|the|calendar){BLANK})?"
        rf"(?:(?P<year_after>{YEAR})|(?P<rel_after>(?i:last|this|next|the))?{BLANK}?(?i:year)\b)"
        rf"|,?{BLANK}(?P<year_beside>{YEAR}))?"
    )
    rel = rf"(?:(?P<rel>(?i:this past|last|this|next|past|coming|the)){BLANK})?"
    season_year = (
        rf"(?:,?{BLANK}(?:(?i:of){BLANK})?"
        rf"(?:(?P<year>{YEAR})|{REL_YEAR}|(?P<short>['’]\d\d\b)))?"
    )
    seasons = " ".join(forms.words.seasons)
    return [
        Form(
            "quarter",
            # The article of "a third-quarter loss" belongs to the loss.
            rf"(?:(?i:the){BLANK}(?!{forms.ordinal}-))?(?:{AGO}{BLANK})?{owner}{fiscal}"
            rf"(?P<nth>{forms.ordinal})(?:{BLANK}|-){fiscal2}"
            rf"(?i:quarter)\b{whose}",
            f"{' '.join(forms.words.ordinals)} the last this next fiscal year 0",
        ),
        Form(
            "quarter",
            rf"Q(?P<nth>[1-4])(?:,?{BLANK}(?:of{BLANK})?(?P<year_after>{YEAR}))?",
            "q",
        ),
        Form(
            "half",
            rf"(?:(?i:the){BLANK})?(?P<nth>(?i:first|second|last))(?:{BLANK}|-)(?i:half)\b{whose}",
            "the first second last",
        ),
        Form(
            "season",
            rf"{MOD}{rel}(?:(?P<inner>(?i:early|mid|late))(?:{BLANK}|-))?"
            rf"(?P<season>{forms.season})\b{season_year}",
            f"{MOD_WORDS} {seasons} {REL_WORDS} the",
        ),
    ]


def calendar_forms(forms: Forms) -> list[Form]:
    """Give the forms of dates, months, years and their parts."""
    return [*_dates(forms), *_months(forms), *_years(forms), *_parts_of_years(forms)]

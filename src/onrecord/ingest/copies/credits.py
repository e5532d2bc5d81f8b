"""Which news agency an article is credited to."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["credited_agency"]

_HEAD_CHARS = 400
_TAIL_CHARS = 500
_REUTERS = "Reuters"


def credited_agency(
    text: str, *, byline: str | None = None, publisher: str | None = None
) -> str | None:
    """Name the agency to which an article is credited as a whole.

    Read are a dateline ("HALLIN (AP) —"), the byline, a note of copyright or a
    signature at the end. That an agency "contributed to this report" is no credit of
    the whole, and neither is a mention in the text.

    Args:
        text: The article.
        byline: Its author line.
        publisher: Its outlet; an agency's own site is credited to it.

    Returns:
        The agency's name as `agencies.csv` has it, or ``None``.

    Example:
        >>> credited_agency("HALLIN, Skarne (AP) — The ferry sank, Rehn said.")
        'Associated Press'
        >>> credited_agency("Rehn told Reuters that the ferry sank.") is None
        True
    """
    forms = _forms()
    head, tail = text[:_HEAD_CHARS], text[-_TAIL_CHARS:].rstrip()
    found = forms.dateline.search(head) or forms.opening.match(head)
    for line in (byline, publisher):
        found = found or (forms.line.search(line) if line else None)
    found = found or forms.rights.search(tail) or forms.signature.search(tail)
    if found is not None:
        return forms.agencies[found["agency"].casefold()]
    return _REUTERS if forms.desk.search(tail) else None


@dataclass(frozen=True, slots=True)
class _Forms:
    """How a credit is written, and who is meant by which name."""

    agencies: Mapping[str, str]
    dateline: re.Pattern[str]
    opening: re.Pattern[str]
    line: re.Pattern[str]
    rights: re.Pattern[str]
    signature: re.Pattern[str]
    desk: re.Pattern[str]


@cache
def _forms() -> _Forms:
    table = files(__package__).joinpath("agencies.csv").read_text("utf-8")
    rows = [*csv.DictReader(table.splitlines())]
    names = {name: row["agency"] for row in rows for name in row["names"].split("|")}
    short = {
        name: row["agency"] for row in rows for name in row["abbreviations"].split("|")
    }
    # An abbreviation alone counts only where nothing else can be meant: in brackets.
    full, every = _any_of(names), _any_of(names | short)
    return _Forms(
        agencies={name.casefold(): one for name, one in (names | short).items()},
        # "HALLIN, Skarne (AP) —", "(Reuters) -", "HALLIN, March 12 (AP/Reuters) –".
        dateline=re.compile(rf"\({every}(?:\s*/[^()\n]{{1,20}})?\)\s*[-–—:]"),
        opening=re.compile(rf"\s*(?:by\s+)?(?:the\s+)?{full}\s*(?:[-–—:|]|\n)", re.I),
        line=re.compile(rf"\b{full}\b", re.I),
        # "Copyright 2024 The Associated Press. All rights reserved."
        rights=re.compile(
            rf"(?:©|copyright)\s*(?:\(c\)|©)?\s*(?:\d{{4}},?\s*)?{full}\b", re.I
        ),
        signature=re.compile(rf"[-–—]\s*{full}\s*$", re.I),
        # Reuters signs with its desk.
        desk=re.compile(r"\(?\bReporting by [^\n]{3,200}; ?[Ee]diting by [^\n]{3,100}"),
    )


def _any_of(names: Mapping[str, str]) -> str:
    # The longest first: "CNN Wire" is not the end of a shorter name.
    ordered = sorted(filter(None, names), key=len, reverse=True)
    return f"(?P<agency>{'|'.join(map(re.escape, ordered))})"

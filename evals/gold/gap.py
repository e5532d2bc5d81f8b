"""GAP: ambiguous pronouns in Wikipedia paragraphs, each with two names.

Source:
    Webster et al., "Mind the GAP: A Balanced Corpus of Gendered Ambiguous Pronouns"
    (TACL 2018); the gender of a pronoun is that of its form, as in the corpus's own
    scorer.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.core import Document, Span, make_document

MASCULINE, FEMININE = "masculine", "feminine"
_GENDERS = {
    "he": MASCULINE,
    "him": MASCULINE,
    "his": MASCULINE,
    "she": FEMININE,
    "her": FEMININE,
    "hers": FEMININE,
}


@dataclass(frozen=True, slots=True)
class PronounCase:
    """A pronoun with two names that it may stand for.

    Attributes:
        document: The paragraph.
        pronoun: Where the pronoun stands.
        gender: ``masculine`` or ``feminine``.
        names: The two names, each with whether the pronoun stands for it.
    """

    document: Document
    pronoun: Span
    gender: str
    names: tuple[tuple[Span, bool], tuple[Span, bool]]


@cache
def load_gap(path: Path) -> tuple[PronounCase, ...]:
    """Read a file of the corpus.

    Args:
        path: Tab-separated, with a line of column names.
    """
    # Quotation marks are the text's own.
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(_to_case(row) for row in rows)


def _to_case(row: Mapping[str, str]) -> PronounCase:
    return PronounCase(
        document=make_document(row["ID"], row["Text"]),
        pronoun=_span(row, "Pronoun"),
        gender=_GENDERS[row["Pronoun"].lower()],
        names=(
            (_span(row, "A"), row["A-coref"].lower() == "true"),
            (_span(row, "B"), row["B-coref"].lower() == "true"),
        ),
    )


def _span(row: Mapping[str, str], column: str) -> Span:
    start = int(row[f"{column}-offset"])
    span = Span(start, start + len(row[column]))
    if span.of(row["Text"]) != row[column]:
        raise ValueError(f"{row['ID']!r}: {column} does not stand at {start}")
    return span

"""CrossNER politics: named people, organisations and places in Wikipedia sentences.

Source:
    Liu et al., "CrossNER: Evaluating Cross-Domain Named Entity Recognition" (AAAI
    2021). Its politicians are people, its parties organisations, its countries and
    locations places; its elections, events and miscellaneous names are none of our
    kinds and are not scored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.gold.joining import Joined, gaps_between
from onrecord.core import Document, EntityKind, Span, make_document

KINDS = {
    "politician": EntityKind.PERSON,
    "person": EntityKind.PERSON,
    "organisation": EntityKind.ORGANISATION,
    "politicalparty": EntityKind.ORGANISATION,
    "country": EntityKind.PLACE,
    "location": EntityKind.PLACE,
}
# Neighbours in the file mostly come from one article, so ten are read as one.
_SENTENCES_PER_TEXT = 10
_OUTSIDE = "O"
_Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with the names in it.

    Attributes:
        document: The text, a sentence a line.
        names: The place and kind of each name that is scored.
        unscored: Places of names of other kinds.
    """

    document: Document
    names: tuple[tuple[Span, EntityKind], ...]
    unscored: tuple[Span, ...]


@cache
def load_crossner(path: Path) -> tuple[NamedText, ...]:
    """Read a file of ``word TAB tag`` lines, a blank line after each sentence.

    Args:
        path: Its tags are in BIO.
    """
    sentences = list(_sentences(path.read_text(encoding="utf-8")))
    starts = range(0, len(sentences), _SENTENCES_PER_TEXT)
    return tuple(
        _put_together(f"{path.stem}-{at}", sentences[at : at + _SENTENCES_PER_TEXT])
        for at in starts
    )


def _sentences(text: str) -> Iterator[list[_Row]]:
    rows: list[_Row] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            word, tag = line.split()
            rows.append((word, tag))
        elif rows:
            yield rows
            rows = []


def _put_together(name: str, sentences: Sequence[Sequence[_Row]]) -> NamedText:
    joined = Joined()
    names: list[tuple[Span, EntityKind]] = []
    unscored: list[Span] = []
    for rows in sentences:
        base = len(joined.places)
        forms = [word for word, _ in rows]
        for form, gap in zip(forms, gaps_between(forms), strict=True):
            joined.add(form, gap)
        joined.end_line()
        for label, first, last in _runs([tag for _, tag in rows]):
            span = joined.span(base + first, base + last)
            if label in KINDS:
                names.append((span, KINDS[label]))
            else:
                unscored.append(span)
    document = make_document(name, joined.text)
    return NamedText(document, tuple(names), tuple(unscored))


def _runs(tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Give each run of one name as its label, first and last token."""
    first = None
    for at, tag in enumerate([*tags, _OUTSIDE]):
        edge, _, label = tag.partition("-")
        if first is not None and (edge != "I" or label != tags[first][2:]):
            yield tags[first][2:], first, at - 1
            first = None
        if first is None and tag != _OUTSIDE:
            first = at

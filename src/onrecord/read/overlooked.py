"""Names that a reader passed over although the text makes plain that they are names."""

import re
from collections.abc import Iterator

import numpy as np

from onrecord.core import MentionForm, Span
from onrecord.read.found import Findings, Named
from onrecord.read.lexicon import people_words
from onrecord.read.names import core_name

_PERSON = "person"
_TWO_CAPITALS = (
    r"[A-Z][\w’'-]*[a-z](?: [A-Z]\.)?(?: (?:al|el|de|van|von|bin))? [A-Z][\w-]*[a-z]"
)
_OF_BODY = re.compile(rf"[’']s ({_TWO_CAPITALS})\b")
_CAPITALS = re.compile(rf"\b({_TWO_CAPITALS})\b")
_TITLE_BEFORE = re.compile(r"(?:^|\W)([a-z][a-z-]+) $")
_LOOK_BACK = 30
_SHORTEST = 3


def overlooked_names(findings: Findings) -> tuple[Named, ...]:
    """Find people's names that stand where only such a name can, and surnames again.

    That is: two capitalised words after a body's possessive ("Radio Vell's Bea
    Orr"), after a title ("spokesman Bea Orr") or beginning with a common first name;
    and every further place of a surname that the reader knows.

    Args:
        findings: What a reader found.

    Returns:
        Names that overlap none of the reader's own, in order.
    """
    taken = np.zeros(len(findings.text) + 1, dtype=bool)
    for named in findings.names:
        taken[named.span.start : named.span.end] = True
    found: list[Named] = []
    for source in (_full_names(findings), _surnames(findings, found)):
        for span in source:
            if not taken[span.start : span.end].any():
                taken[span.start : span.end] = True
                found.append(Named(span, _PERSON, MentionForm.NAME))
    return tuple(sorted(found))


def _full_names(findings: Findings) -> Iterator[Span]:
    text, known = findings.text, people_words()
    bodies = {n.span.end for n in findings.names if n.kind == "organisation"}
    for match in _OF_BODY.finditer(text):
        if match.start() in bodies:
            yield Span(*match.span(1))
    for match in _CAPITALS.finditer(text):
        before = _TITLE_BEFORE.search(
            text[max(0, match.start() - _LOOK_BACK) : match.start()]
        )
        titled = before is not None and before[1] in known.offices
        first = match[0].split()[0].casefold()
        called = match[0].casefold().rstrip(".").split()[-1] in known.addresses
        if not called and (titled or first in known.genders):
            yield Span(*match.span())


def _surnames(findings: Findings, found: list[Named]) -> Iterator[Span]:
    """Give the places of known surnames; reads ``found`` once names are in it."""
    people = [n for n in (*findings.names, *found) if n.kind == _PERSON]
    words = {core_name(n.span.of(findings.text)).split()[-1] for n in people}
    wanted = sorted(
        re.escape(w) for w in words if len(w) >= _SHORTEST and w[0].isupper()
    )
    if not wanted:
        return
    for match in re.finditer(rf"\b(?:{'|'.join(wanted)})\b", findings.text):
        if not _is_part(findings.text, match):
            yield Span(*match.span())


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Tell whether a capitalised word before or after makes it a longer name."""
    before = re.search(
        r"[A-Z]\w+[ -]$", text[max(0, match.start() - 20) : match.start()]
    )
    after = re.match(r"[ -][A-Z]\w+", text[match.end() : match.end() + 20])
    return bool(before or after)

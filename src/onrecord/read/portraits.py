"""What the words around a name tell of its bearer: titles and gender."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from onrecord.core import Span
from onrecord.read.found import Findings, Named
from onrecord.read.lexicon import people_words

_BEFORE = re.compile(r"([A-Za-z][\w.’'-]*)(?:[ ]+)$")
_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_APPOSED = re.compile(
    r", (?:who is |then |now )?(?:an?|the|his|her|its|their|[A-Z]\w+[’']s)"
    r"((?: [A-Za-z][\w-]*){1,5}?)(?:,| for | of | in | at | to | who )"
)
_LONGEST_TITLE = 4
_REACH = 60


def title_before(text: str, start: int) -> Span | None:
    """Return the place of the longest title that stands right before a name.

    Args:
        text: The view's text.
        start: Where the name starts.

    Example:
        >>> title_before("Attorney General Bea Orr", 17)
        Span(start=0, end=16)
    """
    edge = max(0, start - _REACH)
    starts: list[int] = []
    rest = text[edge:start]
    end = edge + len(rest.rstrip(" "))
    while len(starts) < _LONGEST_TITLE and (match := _BEFORE.search(rest)):
        starts.insert(0, edge + match.start())
        rest = rest[: match.start()]
    known = people_words().offices
    return next((Span(s, end) for s in starts if _plain(text[s:end]) in known), None)


def title_after(text: str, end: int) -> Span | None:
    """Return the place of the longest title that a name is given between commas.

    Args:
        text: The view's text.
        end: Where the name ends.

    Example:
        >>> title_after("Bea Orr, a deputy spokesman for the port, said", 7)
        Span(start=18, end=27)
    """
    match = _APPOSED.match(text, end)
    if match is None:
        return None
    known = people_words().offices
    starts = (match.start(1) + m.start() for m in re.finditer(r"[A-Za-z]\S*", match[1]))
    return next(
        (
            Span(s, match.end(1))
            for s in starts
            if _plain(text[s : match.end(1)]) in known
        ),
        None,
    )


def _plain(title: str) -> str:
    return " ".join(word.strip(".") for word in title.casefold().split())


def offices_beside(text: str, name: Span) -> frozenset[str]:
    """List the titles beside a name, lower case, each also by its last words.

    Example:
        >>> sorted(offices_beside("Attorney General Bea Orr", Span(17, 24)))
        ['attorney general', 'general']
    """
    known = people_words().offices
    found = set()
    for title in (title_before(text, name.start), title_after(text, name.end)):
        words = [] if title is None else _plain(title.of(text)).split()
        found |= {" ".join(words[i:]) for i in range(len(words))} & known
    return frozenset(found)


def gender_of(
    findings: Findings, names: Sequence[Named], *, full: str, offices: frozenset[str]
) -> str | None:
    """Tell a person's gender: by form of address, title, first name, then pronouns.

    Returns:
        ``m``, ``f``, or None where nothing tells or the signs conflict.
    """
    words = people_words()
    text = findings.text
    for named in names:
        before = _BEFORE.search(
            text[max(0, named.span.start - _REACH) : named.span.start]
        )
        inside = named.span.of(text).split(maxsplit=1)[0]
        for word in (before[1] if before else "", inside):
            told = words.addresses.get(word.casefold().strip("."))
            if told in ("m", "f"):
                return told
    for noun in offices:
        if noun in words.genders:
            return words.genders[noun]
    first = full.split(maxsplit=1)[0].casefold()
    told = words.genders.get(first) if " " in full else None
    return told if told in ("m", "f") else _by_pronouns(findings, names)


def _by_pronouns(findings: Findings, names: Sequence[Named]) -> str | None:
    """Count the pronouns that follow where this person alone is named."""
    votes: Counter[str] = Counter()
    own = {named.span.start for named in names}
    people = [n.span.start for n in findings.names if n.kind == "person"]
    starts = [sentence.start for sentence in findings.sentences]
    for at in {bisect_right(starts, start) - 1 for start in own}:
        sentence = findings.sentences[at]
        here = people[
            bisect_left(people, sentence.start) : bisect_left(people, sentence.end)
        ]
        if here and own.issuperset(here):
            after = findings.text[here[0] : sentence.end]
            votes.update(GENDERS[m[1].casefold()] for m in _PRONOUN.finditer(after))
    (top, n), *rest = [*votes.most_common(), ("", 0)]
    return top if n and n >= 2 * rest[0][1] else None

"""Words and marks of a sentence, each with the part it most likely plays.

No tagger is shipped: closed classes of words come from a list, verbs from a list and
their endings, and everything else counts as a noun until its neighbours say otherwise.
That is rough, and enough for rules that ask "who stands before this verb".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core import Span
from onrecord.read.syntax.parts import Part, grammar, part_of_word


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    Attributes:
        span: Where it stands in the view.
        text: As printed.
        low: In lower case, apostrophes straight.
        part: What it most likely is.
    """

    span: Span
    text: str
    low: str
    part: Part


_ABBREVIATION = r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?=[ \w])"
_TOKEN = re.compile(
    # A party and state or a post in brackets is no part of the grammar around it.
    r"(?P<aside>(?<=\w )\([A-Z][^()]{0,60}\)|\[[^\[\]]{0,25}\])"
    rf"|(?P<word>{_ABBREVIATION}|\d[\d,.]*\d(?![\w-])|\w+(?:[-/&]\w+)*)"
    r"|(?P<tail>[’']s\b|[’'](?:ve|ll|re|d|m|t)\b)"
    r"|(?P<quote>\"|“|”|''|``|‘|’|')"
    r"|(?P<mark>[^\w\s])"
)
_MARKS = {"genitive": Part.GENITIVE, "quote": Part.QUOTE, "mark": Part.STOP}


def split_tokens(text: str, sentence: Span, names: Iterable[Span] = ()) -> list[Token]:
    """Split a sentence into words and marks, each looked at by itself.

    Args:
        text: The view's text.
        sentence: Where the sentence stands.
        names: Spans of proper names in it; their words are never taken for verbs.

    Returns:
        The tokens in order. A genitive ending is a token of its own; a party and
        state in brackets ("(R-Va.)") is left out.

    Example:
        >>> [t.text for t in split_tokens("Ann’s aide met Bo.", Span(0, 18))]
        ['Ann', '’s', 'aide', 'met', 'Bo', '.']
    """
    places = sorted(names)
    tokens: list[Token] = []
    at = 0
    for span, kind in _spell(text, sentence):
        while at < len(places) and places[at].end <= span.start:
            at += 1
        word = span.of(text)
        low = word.lower().replace("’", "'")
        named = at < len(places) and places[at].overlaps(span)
        part = _part(low, kind)
        if named and kind in ("word", "mark"):
            part = Part.NAME
        tokens.append(Token(span, word, low, part))
    return tokens


def _spell(text: str, sentence: Span) -> Iterator[tuple[Span, str]]:
    known = grammar().abbreviations
    last = sentence.start
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        kind = match.lastgroup or "mark"
        start, end = match.span()
        if kind == "aside" or start < last:
            continue
        if kind == "word" and match[0].lower() in known and text[end : end + 1] == ".":
            end += 1
        last = end
        yield Span(start, end), _kind(text, match)


def _kind(text: str, match: re.Match[str]) -> str:
    word, kind = match[0], match.lastgroup or "mark"
    if kind == "tail":
        return "genitive" if word[1:] == "s" else "word"
    if word not in ("’", "'"):
        return kind
    # "the leaders’ meeting": the genitive of a plural.
    start, end = match.span()
    around = text[start - 1 : start], text[end : end + 1]
    return "genitive" if around == ("s", " ") else kind


def _part(low: str, kind: str) -> Part:
    if kind == "word":
        return Part.TO if low == "to" else part_of_word(low)
    return Part.COMMA if low == "," else _MARKS[kind]

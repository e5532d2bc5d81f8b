"""Noun phrases of a sentence: who or what could take part in something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from onrecord.core import Span
from onrecord.read.found import Named
from onrecord.read.lexicon import people_words, singular
from onrecord.read.syntax.extents import PEOPLE, extents_of
from onrecord.read.syntax.parts import Part, grammar
from onrecord.read.syntax.tokens import Token


class Sort(Enum):
    """What a noun phrase can stand for."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    PLACE = "place"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase.

    Attributes:
        first: Index of its first token.
        last: Index of its last token, inclusive.
        span: Its words.
        head: Index of the token that it is about.
        sort: What it can stand for.
        noun: Its head in lower case and singular ("official").
        name: The proper name that is its head, None without one.
        plural: Whether it is about several.
        leads: The words before its head, lower case ("the", "two").
        owner: The words that own it: "Ann" in "Ann's aide", "her" in "her aide".
    """

    first: int
    last: int
    span: Span
    head: int
    sort: Sort
    noun: str
    name: Named | None = None
    plural: bool = False
    leads: tuple[str, ...] = ()
    owner: Span | None = None

    @property
    def is_someone(self) -> bool:
        """Whether it can be a party: a person, a body or people."""
        return self.sort in (Sort.NAME, Sort.NOMINAL, Sort.PRONOUN)

    @property
    def is_person(self) -> bool:
        """Whether its head is the name of a person."""
        return self.name is not None and self.name.kind == "person"


_PLURAL_PRONOUNS = frozenset({"they", "them", "we", "us", "themselves", "ourselves"})
_PLURAL_LEADS = frozenset(
    {"two", "both", "several", "many", "some", "three", "four", "all"}
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a reader found in a sentence, by where it ends."""

    names: Mapping[int, Named]
    nominals: Mapping[int, Named]


def phrases_of(
    tokens: Sequence[Token], names: Sequence[Named], nominals: Sequence[Named]
) -> list[Phrase]:
    """Find the noun phrases of a sentence.

    Args:
        tokens: The sentence's tokens.
        names: Its proper names.
        nominals: Its descriptions of people, bodies and places, as a reader found
            them; they widen what the word lists know.

    Returns:
        The phrases in order, not overlapping. A phrase ends before "of" and the like.
    """
    known = _Known({n.span.end: n for n in names}, {n.span.end: n for n in nominals})
    return [_phrase(tokens, extent, known) for extent in extents_of(tokens)]


def _phrase(tokens: Sequence[Token], extent: tuple[int, int], known: _Known) -> Phrase:
    first, head = extent
    while head > first and tokens[head].part is Part.GENITIVE:
        head -= 1
    sort = _sort(tokens, head, known)
    if sort is Sort.THING:
        # "Orr rips the plan": an unknown verb was taken into the phrase.
        named = _last_name(tokens, (first, head), known)
        if named is not None:
            head, sort = named, _sort(tokens, named, known)
    low = tokens[head].low
    return Phrase(
        first=first,
        last=head,
        span=Span(tokens[first].span.start, tokens[head].span.end),
        head=head,
        sort=sort,
        noun=singular(low),
        name=known.names.get(tokens[head].span.end),
        plural=low in _PLURAL_PRONOUNS
        or (sort is Sort.NOMINAL and _is_plural(low, tokens[first].low)),
        leads=tuple(token.low for token in tokens[first:head]),
        owner=_owner(tokens, first, head),
    )


def _is_plural(head: str, lead: str) -> bool:
    return singular(head) != head or head in PEOPLE or lead in _PLURAL_LEADS


def _last_name(
    tokens: Sequence[Token], extent: tuple[int, int], known: _Known
) -> int | None:
    """Find the last name in a phrase, None where it owns what follows."""
    first, head = extent
    for i in range(head - 1, first - 1, -1):
        if tokens[i].part is Part.GENITIVE:
            return None
        if tokens[i].part is Part.NAME and tokens[i].span.end in known.names:
            return i
    return None


def _sort(tokens: Sequence[Token], head: int, known: _Known) -> Sort:
    token = tokens[head]
    name = known.names.get(token.span.end)
    if token.part is Part.PRONOUN:
        return Sort.PRONOUN
    if name is not None:
        return Sort.PLACE if name.kind == "place" else Sort.NAME
    if token.low in PEOPLE or _is_someone_noun(singular(token.low)):
        return Sort.NOMINAL
    nominal = known.nominals.get(token.span.end)
    if nominal is not None and len(nominal.span) > len("the"):
        return Sort.PLACE if nominal.kind == "place" else Sort.NOMINAL
    # A capitalised head that the reader missed still names something.
    nounish = token.part in (Part.NOUN, Part.NAME)
    capital = nounish and head > 0 and token.text[0].isupper()
    return Sort.NAME if capital else Sort.THING


def _is_someone_noun(noun: str) -> bool:
    words = people_words()
    lists = (words.persons, words.offices, words.bodies, grammar().someones)
    return any(noun in nouns for nouns in lists)


def _owner(tokens: Sequence[Token], first: int, head: int) -> Span | None:
    if tokens[first].part is Part.POSSESSIVE:
        return tokens[first].span
    for i in range(head - 1, first, -1):
        if tokens[i].part is Part.GENITIVE:
            return Span(tokens[first].span.start, tokens[i - 1].span.end)
    return None

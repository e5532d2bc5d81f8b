"""Who stands in a list: "with Orr, Vell and the envoy's aides"."""

from dataclasses import replace

from onrecord.core import Span
from onrecord.read.lexicon import people_words
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase, Sort
from onrecord.read.syntax.sentence import Sentence

_JOINS = frozenset({"and", "or", "&", "including"})
# What makes a description longer: "members of the crew", "officials from the port".
_EXTENDS = frozenset({"of", "from", "at", "for", "inside", "outside"})
_ONLY_OF = frozenset({"of"})
# "An aide to Orr": those whose "to" tells whose they are.
_ATTACHED = frozenset(
    {"aide", "adviser", "advisor", "assistant", "ambassador", "envoy"}
)
# Descriptions of one that may go on like those of several.
_BEARERS = frozenset({"official", "aide", "officer", "executive", "spokesman"})
# Words that say little without the clause after them, and how that starts.
_OPEN = frozenset({"people", "those", "someone", "others", "anyone", "somebody"})
_CLAUSES = frozenset({"who", "connected", "linked", "close"})
_CLAUSE_ENDS = frozenset({Part.STOP, Part.QUOTE, Part.COMMA})
_SKIPPED = frozenset({Part.ADVERB, Part.DETERMINER, Part.NUMBER})
_LEADS = frozenset({Part.DETERMINER, Part.POSSESSIVE})
_LONGEST_LIST = 8


def list_after(sentence: Sentence, i: int, *, paired: bool = False) -> list[Phrase]:
    """Read the list of people and bodies that starts at a token.

    Args:
        sentence: The sentence.
        i: Index of the token where the list has to start.
        paired: Whether an "and" is due ("between Orr and Vell"), so that what follows
            it is no clause of its own.

    Returns:
        Its members in order; none when something else stands there. A description
        and the name set beside it by commas are one member.
    """
    first = member_at(sentence, i)
    members = [] if first is None else [first]
    while members:
        longer = _lengthened(sentence, members, paired=paired)
        if longer is None:
            break
        members = longer
    return members


def member_at(sentence: Sentence, i: int) -> Phrase | None:
    """Give the person or body that starts at a token, at full length, or None."""
    while sentence.part(i) in _SKIPPED and sentence.phrase_at(i) is None:
        i += 1
    if sentence.low(i) in ("both", "either", "with") or sentence.part(i) is Part.QUOTE:
        i += 1
    phrase = sentence.phrase_at(i)
    if phrase is None or sentence.part(phrase.last + 1) is Part.GENITIVE:
        return None
    if phrase.sort is Sort.THING:
        return _quantified(sentence, phrase)
    return grow(sentence, phrase)


def _quantified(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Read "one of the aides", "a group of pastors" as what follows "of"."""
    if sentence.low(phrase.last + 1) != "of":
        return None
    inner = sentence.phrase_at(phrase.last + 2)
    if inner is None or not inner.is_someone or inner.sort is Sort.PRONOUN:
        return None
    if inner.sort is Sort.NAME and sentence.low(inner.first) != "the":
        return None
    whole = Span(phrase.span.start, inner.span.end)
    group = replace(inner, span=whole, first=phrase.first, sort=Sort.NOMINAL, name=None)
    return grow(sentence, group)


def grow(sentence: Sentence, phrase: Phrase, *, clause: bool = True) -> Phrase:
    """Lengthen a description by what belongs to it: "officials from the port".

    Args:
        sentence: The sentence.
        phrase: One of its phrases.
        clause: Whether to take in a clause as well: "people advising Orr".

    Returns:
        The phrase with later words added; names and pronouns as they are.
    """
    while phrase.sort is Sort.NOMINAL:
        if not _is_extended(sentence, phrase):
            break
        inner = sentence.phrase_at(phrase.last + 2)
        if (
            inner is None
            or inner.sort is Sort.PRONOUN
            or _is_bare_lead(sentence, inner)
        ):
            break
        phrase = _up_to(sentence, phrase, inner.last)
    if clause and phrase.sort is Sort.NOMINAL and sentence.low(phrase.last) in _OPEN:
        return _with_clause(sentence, phrase)
    return phrase


def _is_bare_lead(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "the" of "people from the other", which says nothing alone."""
    return phrase.first == phrase.last and sentence.part(phrase.first) in _LEADS


def _is_extended(sentence: Sentence, phrase: Phrase) -> bool:
    link = sentence.low(phrase.last + 1)
    if link == "to":
        return phrase.noun in _ATTACHED and phrase.last == phrase.head
    long = phrase.plural or sentence.low(phrase.last) in _BEARERS
    return link in (_EXTENDS if long else _ONLY_OF)


def _up_to(sentence: Sentence, phrase: Phrase, last: int) -> Phrase:
    end = sentence.tokens[last].span.end
    return replace(phrase, last=last, span=Span(phrase.span.start, end))


def _with_clause(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Take in the clause without which "people" says nothing: "people advising Orr"."""
    follows = sentence.low(phrase.last + 1)
    if not follows.endswith("ing") and follows not in _CLAUSES:
        return phrase
    last = phrase.last
    while sentence.part(last + 1) not in _CLAUSE_ENDS:
        last += 1
    return _up_to(sentence, phrase, last)


def _lengthened(
    sentence: Sentence, members: list[Phrase], *, paired: bool
) -> list[Phrase] | None:
    """Add the next member, or a name to its description; None at the end."""
    last = members[-1]
    i = last.last + 1
    comma = sentence.part(i) is Part.COMMA
    joined = i + 1 if comma else i
    if sentence.low(joined) in _JOINS:
        following = member_at(sentence, joined + 1)
        pair = paired and len(members) == 1
        if following is None or (not pair and _starts_clause(sentence, following)):
            return None
        return [*members[:-1], *_join(sentence, (last, following), paired=paired)]
    following = member_at(sentence, i + 1) if comma else None
    if following is None:
        return None
    if _is_apposition(last, following):
        return [*members[:-1], _beside(last, following)]
    goes_on = _list_goes_on(sentence, following.last + 1)
    if goes_on and not _starts_clause(sentence, following):
        return [*members, following]
    return None


def _join(
    sentence: Sentence, pair: tuple[Phrase, Phrase], *, paired: bool
) -> list[Phrase]:
    """Give two joined phrases as two members, or as the one that they make."""
    last, following = pair
    if _is_bare(sentence, last) and following.name is not None:
        # "Party leader and host Ann Orr" is one person.
        return [following]
    if not paired and _is_adjective(sentence, last, following):
        return [replace(following, span=Span(last.span.start, following.span.end))]
    return [last, following]


def _is_bare(sentence: Sentence, phrase: Phrase) -> bool:
    led = sentence.part(phrase.first) in _LEADS | {Part.NUMBER, Part.NAME}
    return phrase.sort is Sort.NOMINAL and not phrase.plural and not led


def _is_adjective(sentence: Sentence, phrase: Phrase, following: Phrase) -> bool:
    """Tell "House" of "House and Senate members" from a party of its own."""
    led = sentence.part(phrase.first) in _LEADS
    alone = led or phrase.plural or phrase.sort is Sort.PRONOUN
    if alone or not following.plural:
        return False
    # "The Orr and Vell camps" are bodies; "Orr and Vell aides" may be Orr in person.
    camps = following.noun in people_words().bodies
    named = sentence.part(following.first) is Part.NAME
    return not phrase.is_person or (named and camps)


def _is_apposition(one: Phrase, other: Phrase) -> bool:
    sorts = {one.sort, other.sort} == {Sort.NAME, Sort.NOMINAL}
    return sorts and not (one.plural or other.plural)


def _beside(one: Phrase, other: Phrase) -> Phrase:
    """Make one member of a name and the description beside it."""
    named = one if one.sort is Sort.NAME else other
    whole = Span(one.span.start, other.span.end)
    return replace(named, span=whole, first=one.first, last=other.last)


def _list_goes_on(sentence: Sentence, i: int) -> bool:
    """Tell whether an "and" closes the list further on."""
    for _ in range(_LONGEST_LIST):
        if sentence.part(i) is Part.COMMA:
            i += 1
        if sentence.low(i) in _JOINS:
            return True
        phrase = sentence.phrase_at(i)
        if phrase is None:
            return False
        i = phrase.last + 1
    return False


def _starts_clause(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase is the subject of what follows: "and Orr said"."""
    i = phrase.last + 1
    while sentence.part(i) is Part.ADVERB:
        i += 1
    finite = sentence.part(i) is Part.VERB and not sentence.low(i).endswith("ing")
    goes_on = sentence.part(i + 1) is not Part.STOP
    return sentence.part(i) is Part.AUXILIARY or (finite and goes_on)

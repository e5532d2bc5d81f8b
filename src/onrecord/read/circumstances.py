"""When, where and about what: the additions to a clause around a trigger."""

from collections.abc import Sequence

from onrecord.core import Span
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Sort
from onrecord.read.syntax.sentence import Sentence

_ABOUT = frozenset({"about", "regarding", "concerning", "over"})
_PURPOSES = frozenset({"discuss", "address", "negotiate", "review", "explore"})
_PLACES = frozenset({"in", "at", "aboard", "on", "outside", "inside", "near"})
_REACH = 24
_LONGEST_TOPIC = 26
_QUESTIONS = frozenset({"what", "whether", "how", "why"})


def time_of(
    sentence: Sentence, at: tuple[int, int], times: Sequence[Span]
) -> Span | None:
    """Find the expression of time that belongs to a trigger.

    Args:
        sentence: The sentence.
        at: First and last token of the trigger.
        times: Expressions of time, in text order.

    Returns:
        The nearest after it in its clause, else the nearest before it with no other
        verb between; None where the clause gives none.
    """
    here = [time for time in times if sentence.span.contains(time)]
    if not here:
        return None
    last = _clause_end(sentence, at[1])
    first = _clause_start(sentence, at[0])
    begin, end = sentence.tokens[first].span.start, sentence.tokens[last].span.end
    after = [t for t in here if sentence.tokens[at[1]].span.end <= t.start < end]
    before = [t for t in here if begin <= t.start < sentence.tokens[at[0]].span.start]
    return after[0] if after else (before[-1] if before else None)


def _clause_end(sentence: Sentence, last: int) -> int:
    """Go right to the last token before another verb or a break."""
    i = last + 1
    while i < len(sentence.tokens) and i - last <= _REACH:
        part = sentence.part(i)
        if part in (Part.STOP, Part.RELATIVE, Part.AUXILIARY, Part.SUBORDINATOR):
            break
        if part is Part.VERB and sentence.part(i - 1) is not Part.TO:
            break
        if part is Part.CONJUNCTION and sentence.part(i + 1) in (
            Part.VERB,
            Part.PRONOUN,
        ):
            break
        i += 1
    return i - 1


def _clause_start(sentence: Sentence, first: int) -> int:
    """Go left over the verb group and the subject to where the clause starts."""
    i = first - 1
    phrases = 0
    while i >= 0 and first - i <= _REACH:
        part = sentence.part(i)
        if part in (Part.STOP, Part.RELATIVE, Part.SUBORDINATOR, Part.QUOTE):
            break
        if part is Part.VERB and phrases:
            break
        if part is Part.NAME or part is Part.PRONOUN:
            phrases += 1
        i -= 1
    return i + 1


def place_of(sentence: Sentence, last: int) -> Span | None:
    """Find the place that stands after a trigger in its clause, None without one."""
    end = _clause_end(sentence, last)
    for i in range(last + 1, end):
        if sentence.low(i) not in _PLACES:
            continue
        phrase = sentence.phrase_at(i + 1)
        if phrase is not None and phrase.first == i + 1 and phrase.sort is Sort.PLACE:
            return phrase.span
    return None


def topic_of(sentence: Sentence, last: int) -> Span | None:
    """Find what a contact was about, from the words after its trigger.

    Returns:
        What follows "about" and the like, or "to discuss"; None without either.
    """
    end = min(len(sentence.tokens), last + 1 + _REACH)
    for i in range(last + 1, end):
        low, part = sentence.low(i), sentence.part(i)
        to = sentence.low(i - 1) == "to"
        other_verb = part in (Part.VERB, Part.AUXILIARY) and not to
        if part is Part.STOP or other_verb or (part is Part.RELATIVE and low != "that"):
            return None
        if low in _ABOUT or (to and low in _PURPOSES):
            return _stretch(sentence, i + 1)
        if to and low in ("talk", "speak") and sentence.low(i + 1) == "about":
            return _stretch(sentence, i + 2)
        if low == "on" and _is_subject_matter(sentence, i + 1):
            return _stretch(sentence, i + 1)
    return None


def _is_subject_matter(sentence: Sentence, i: int) -> bool:
    """Tell "talks on trade" from "talks on Monday" and "on the plane"."""
    phrase = sentence.phrase_at(i)
    bare = sentence.part(i) is Part.NOUN
    return (
        phrase is not None and phrase.first == i and phrase.sort is Sort.THING and bare
    )


def _stretch(sentence: Sentence, first: int) -> Span | None:
    """Take the words from a token to the end of what they say."""
    i = first
    if sentence.part(i) is Part.QUOTE:
        i = first = i + 1
    while i < len(sentence.tokens) and i - first < _LONGEST_TOPIC:
        part, low = sentence.part(i), sentence.low(i)
        stops = part in (
            Part.STOP,
            Part.COMMA,
            Part.QUOTE,
            Part.TIME,
            Part.SUBORDINATOR,
        )
        question = i == first and low in _QUESTIONS
        if (stops and not question) or low in ("but", "during", "after", "before"):
            break
        i += 1
    while i > first and sentence.part(i - 1) in (
        Part.PREPOSITION,
        Part.CONJUNCTION,
        Part.ADVERB,
    ):
        i -= 1
    if i <= first:
        return None
    return Span(sentence.tokens[first].span.start, sentence.tokens[i - 1].span.end)

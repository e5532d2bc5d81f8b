"""Noun phrases next to a cue: who says it, for the rules reader."""

from collections.abc import Sequence

from onrecord.read.lexicon import people_words, singular
from onrecord.read.rule_words import demonyms, rule_words
from onrecord.read.words import Run, Word

_LONGEST_APPOSITIVE = 25
_LONGEST_ADJECTIVES = 5
_LONGEST_BRACKETS = 12
_LONGEST_PHRASE = 25
_MAX_JOINED = 3
_BEFORE_TITLE = frozenset({"former", "senior", "top", "then", "longtime", "fellow"})
_ARTICLES = frozenset({"a", "an", "the"})
_CLOSING = frozenset({")", "]"})
_OPENING = frozenset({"(", "["})


def phrase_before(words: Sequence[Word], end: int, low: int) -> Run | None:
    """Find the noun phrase that ends right before a word, with its appositive.

    Args:
        words: All words of the text.
        end: Index past the phrase's last word.
        low: The phrase begins at this index or later.

    Returns:
        Its first index and the index past its last word; None where no noun phrase
        that the lists know stands there.
    """
    if end <= low:
        return None
    if words[end - 1].low == ",":
        return _with_appositive(words, end, low)
    return _joined(words, end, low)


def _with_appositive(words: Sequence[Word], end: int, low: int) -> Run | None:
    """Find the phrase before the comma that opens what the last comma closes."""
    for comma in range(end - 2, max(low, end - _LONGEST_APPOSITIVE), -1):
        if words[comma].low != ",":
            continue
        core = _joined(words, comma, low)
        # "Ann Orr, of Vell, Va.," begins at an earlier comma.
        if core is None or words[core[0] - 1].low != "of":
            return (core[0], end - 1) if core else None
    return None


def _joined(words: Sequence[Word], end: int, low: int) -> Run | None:
    """Find a phrase with the prepositions before it: "a spokesman for the board"."""
    found = _simple(words, end, low)
    for _ in range(_MAX_JOINED):
        if found is None or words[found[0]].low in rule_words().pronouns:
            break
        before = found[0] - 1
        if before <= low or words[before].low not in _JOINING:
            break
        longer = _simple(words, before, low)
        if longer is None:
            break
        found = (longer[0], end)
    return found


_JOINING = frozenset({"of", "for", "from", "at", "with", "in", "and", "to"})


def _simple(words: Sequence[Word], end: int, low: int) -> Run | None:
    """Find a phrase without what joins it to others, with brackets behind it."""
    if end > low and words[end - 1].low in _CLOSING:
        brackets = range(end - 2, max(low, end - _LONGEST_BRACKETS), -1)
        opening = next((i for i in brackets if words[i].low in _OPENING), low)
        core = _plain(words, opening, low)
        return (core[0], end) if core else None
    return _plain(words, end, low)


def _plain(words: Sequence[Word], end: int, low: int) -> Run | None:
    last = words[end - 1] if end > low else None
    if last is None:
        return None
    if last.is_mark or last.low == "'s":
        return None
    if last.low in rule_words().pronouns:
        return end - 1, end
    first = (
        _capitals_start(words, end, low)
        if last.is_capital
        else _noun_start(words, end, low)
    )
    return None if first is None else (first, end)


def _capitals_start(words: Sequence[Word], end: int, low: int) -> int:
    """Go back over a name, the titles before it and its determiner."""
    inside = rule_words().inside_organisations | rule_words().inside_people
    first = end - 1
    low = max(low, end - _LONGEST_PHRASE)
    while first > low:
        before = words[first - 1]
        joins = (
            before.low in inside and first - 2 >= low and words[first - 2].is_capital
        )
        if not (before.is_capital or (joins and before.low != "and")):
            break
        first -= 1
    return _with_titles(words, first, low)


def _with_titles(words: Sequence[Word], first: int, low: int) -> int:
    people, lists = people_words(), rule_words()
    known = people.offices | people.persons | people.bodies | _BEFORE_TITLE
    while first > low and not words[first - 1].is_mark:
        word = words[first - 1].low
        if word in lists.determiners and word not in lists.pronouns:
            return first - 1
        if word == "'s" or not (singular(word) in known or words[first - 1].is_capital):
            break
        first -= 1
    return first


def _noun_start(words: Sequence[Word], end: int, low: int) -> int | None:
    """Go back over adjectives to what opens the phrase; None where nothing does."""
    lists, people = rule_words(), people_words()
    stops = lists.joiners | lists.auxiliaries | lists.clause_ends
    if words[end - 1].low in stops or words[end - 1].low in lists.determiners:
        return None
    for i in range(end - 2, max(low, end - 1 - _LONGEST_ADJECTIVES) - 1, -1):
        word = words[i]
        if word.low in lists.determiners or word.low.isdigit():
            return i
        if word.low == "'s":
            return _capitals_start(words, i, low) if words[i - 1].is_capital else None
        if word.is_mark or word.low in stops:
            low = i + 1
            break
    noun = singular(words[end - 1].low)
    if noun not in people.persons | people.offices | people.documents | people.bodies:
        return None
    # "labor experts": all that stands between a mark and the noun belongs to it.
    opens = low == 0 or words[low - 1].is_mark
    close = end - low <= _MAX_JOINED and words[end - 1].low != noun
    return low if opens and close else _bare_start(words, end, low)


def _bare_start(words: Sequence[Word], end: int, low: int) -> int:
    """Go back over capitalised adjectives and known nouns: "Russian officials"."""
    people = people_words()
    known = people.persons | people.offices | people.bodies | _BEFORE_TITLE
    first = end - 1
    while first > low and (
        words[first - 1].low in demonyms() or words[first - 1].low in known
    ):
        first -= 1
    return first


def phrase_after(
    words: Sequence[Word], start: int, high: int, *, is_sure: bool = False
) -> Run | None:
    """Find the noun phrase that begins at a word and reaches to a comma or a stop.

    Args:
        words: All words of the text.
        start: Index of its first word.
        high: The phrase ends before this index.
        is_sure: Whether a phrase must begin there, whatever the lists know.

    Returns:
        Its first index and the index past its last word; None where none begins there.
    """
    if start >= high:
        return None
    lists, people = rule_words(), people_words()
    word = words[start]
    noun = singular(word.low)
    opens = (
        is_sure
        or word.is_capital
        or word.low in lists.determiners | lists.pronouns
        or noun in people.persons | people.offices | people.documents | people.bodies
        or word.low in _BEFORE_TITLE
    )
    if not opens or word.is_mark:
        return None
    if word.low in lists.pronouns - lists.determiners:
        return start, start + 1
    end = start + 1
    high = min(high, start + _LONGEST_PHRASE)
    while end < high and not _ends_phrase(words[end]):
        end += 1
    return start, end if is_sure else _past_appositive(words, end, high)


def _past_appositive(words: Sequence[Word], end: int, high: int) -> int:
    """Take in what a comma adds: "Ann Orr, a spokeswoman at the board"."""
    adds = end + 1 < high and words[end].low == "," and words[end + 1].low in _ARTICLES
    if not adds:
        return end
    end += 2
    while end < high and words[end].low not in {",", ".", ";", ":"}:
        end += 1
    return end


def _ends_phrase(word: Word) -> bool:
    lists = rule_words()
    if word.low in _OPENING | _CLOSING | {"-", "&"}:
        return False
    ends = lists.clause_ends | (lists.auxiliaries - {"long"}) | _ENDING
    return word.is_mark or word.low in ends


_ENDING = frozenset({"who", "that", "which", "in", "on", "at", "during", "by", "via"})

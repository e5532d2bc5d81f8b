"""Proper names by their capital letters, for the rules reader."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.core import MentionForm, Span
from onrecord.read.found import Named
from onrecord.read.lexicon import people_words
from onrecord.read.rule_words import demonyms, never_names, places, rule_words
from onrecord.read.words import Run, Word, words_within

# Lines with more capitalised words than this are headings, whose capitals say nothing.
_HEADING_SHARE = 0.6
_LONG_WORD = 4
_MIN_LONG_WORDS = 3
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_MOST_OF_A_PERSON = 4
_LONGEST_NAME = 12
_BEFORE_PLACE = frozenset({"in", "near", "outside", "across"})


def find_names(words: Sequence[Word], sentences: Sequence[Span]) -> tuple[Named, ...]:
    """Find names: runs of capitalised words, less titles and words that only look so.

    A word whose capital may be due to its place (the first of a sentence, any of a
    heading) begins a name only if the text has it with a capital elsewhere, or it is a
    first name, a place, or goes on with a further capitalised word.

    Args:
        words: All words of the text.
        sentences: Its sentences.

    Returns:
        The names in order, not overlapping.
    """
    parts = [words_within(words, sentence) for sentence in sentences]
    headings = [_is_heading(words, part) for part in parts]
    sure = {
        words[i].low
        for part, heading in zip(parts, headings, strict=True)
        if not heading
        for i in part[1:]
        if words[i].is_capital and not _opens(words, i)
    }
    runs = [
        core
        for part, heading in zip(parts, headings, strict=True)
        for run in _runs(words, part)
        for core in _cores(words, run, sure, heading=heading)
    ]
    return _to_named(words, runs)


def _is_heading(words: Sequence[Word], part: range) -> bool:
    long = [
        words[i]
        for i in part
        if words[i].text[0].isalpha() and len(words[i].text) >= _LONG_WORD
    ]
    if len(long) < _MIN_LONG_WORDS or words[part[-1]].low in {".", "!", "?", '"', "”"}:
        return False
    return sum(word.is_capital for word in long) > _HEADING_SHARE * len(long)


def _opens(words: Sequence[Word], i: int) -> bool:
    """Tell whether a capital may be due to what stands before: a mark, the start."""
    return i == 0 or (words[i - 1].is_mark and words[i - 1].low not in {",", ")", "("})


def _runs(words: Sequence[Word], part: range) -> Iterator[Run]:
    """Give the runs of capitalised words, small words of names inside them."""
    i = part.start
    while i < part.stop:
        if not words[i].is_capital:
            i += 1
            continue
        end = _run_end(words, i, part.stop)
        yield i, end
        i = end


def _run_end(words: Sequence[Word], first: int, stop: int) -> int:
    end = first + 1
    stop = min(stop, first + _LONGEST_NAME)
    while end < stop:
        if words[end].is_capital and words[end].text.strip("."):
            end += 1
            continue
        after = _past_small(words, (first, end), stop)
        if after is None:
            return end
        end = after
    return end


def _past_small(words: Sequence[Word], run: Run, stop: int) -> int | None:
    """Give the index past small words that join a run to the next capital."""
    lists = rule_words()
    end = run[1]
    small = lists.inside_people
    if _has_body(words, run):
        small |= lists.inside_organisations
    while end < stop and end < run[1] + 2 and words[end].low in small:
        end += 1
    joined = run[1] < end < stop and words[end].is_capital
    # "in" and "and" join bodies too rarely to be let in without "of" before.
    if joined and words[run[1]].low in {"and", "in", "on", "for"}:
        joined = any(words[i].low == "of" for i in range(*run))
    return end + 1 if joined else None


def _has_body(words: Sequence[Word], run: Run) -> bool:
    lists, people = rule_words(), people_words()
    return any(
        words[i].low in lists.organisation_words or words[i].low in people.bodies
        for i in range(*run)
    )


def _cores(
    words: Sequence[Word], run: Run, sure: set[str], *, heading: bool
) -> Iterator[Run]:
    """Cut off what is no part of the name at the ends of a run."""
    first, last = run
    while first < last and _is_no_name(words, first, last):
        first += 1
    while last > first and words[last - 1].low in never_names():
        last -= 1
    if first == last:
        return
    if heading and not all(_is_known(words[i].low, sure) for i in range(first, last)):
        return
    alone = last - first == 1
    if _opens(words, first) and alone and not _is_known(words[first].low, sure):
        return
    yield first, last


def _is_no_name(words: Sequence[Word], first: int, last: int) -> bool:
    low, people = words[first].low, people_words()
    if low in never_names() or low in people.addresses or low == "former":
        return True
    if last - first == 1:
        return low in demonyms() or low in people.offices or low in _PARTY
    pair = f"{low} {words[first + 1].low}"
    if low in demonyms() or low in _PARTY:
        return not _has_body(words, (first, last))
    is_title = low in people.offices or pair in people.offices or low == "vice"
    return is_title and words[first + 1].low != "of"


_PARTY = frozenset({"republican", "democratic", "democrat"})


def _is_known(low: str, sure: set[str]) -> bool:
    return low in sure or low in places() or low in rule_words().inside_organisations


def _to_named(words: Sequence[Word], runs: Sequence[Run]) -> tuple[Named, ...]:
    forms = [" ".join(words[i].low for i in range(*run)) for run in runs]
    kinds = [_kind(words, run, form) for run, form in zip(runs, forms, strict=True)]
    families = Counter(
        form.split()[-1]
        for form, kind in zip(forms, kinds, strict=True)
        if kind == "person"
    )
    named = []
    for run, form, kind in zip(runs, forms, kinds, strict=True):
        shown = kind or ("person" if form in families else "organisation")
        span = Span(words[run[0]].span.start, words[run[1] - 1].span.end)
        named.append(Named(span, shown, MentionForm.NAME))
    return tuple(named)


def _kind(words: Sequence[Word], run: Run, form: str) -> str | None:
    """Tell what a name names; None for one word that nothing tells of."""
    if form in places():
        return "place"
    if form in rule_words().groups or form.removesuffix("s") in demonyms():
        return "group"
    if _has_title(words, run[0]):
        return "person"
    if _has_body(words, run) or _is_acronym(words, run):
        return "organisation"
    if run[0] and words[run[0] - 1].low in _BEFORE_PLACE:
        return "place"
    return _kind_by_words(words, run)


def _kind_by_words(words: Sequence[Word], run: Run) -> str | None:
    first = words[run[0]].low
    n_words = run[1] - run[0]
    if n_words == 1 and first not in people_words().genders:
        return None
    return "person" if n_words <= _MOST_OF_A_PERSON else "organisation"


def _has_title(words: Sequence[Word], first: int) -> bool:
    before = words[first - 1].low if first else ""
    people = people_words()
    return before in people.addresses or before in people.offices


def _is_acronym(words: Sequence[Word], run: Run) -> bool:
    return run[1] - run[0] == 1 and bool(_ACRONYM.fullmatch(words[run[0]].text))

"""What somebody says without a quotation: the clause around a cue, by rules."""

from onrecord.core import Span
from onrecord.read.rule_clauses import Spoken
from onrecord.read.rule_prose import Prose
from onrecord.read.rule_words import rule_words

# Longer clauses are not prose but lists and tables.
_LONGEST_CLAUSE_WORDS = 200
_QUOTE_MARKS = frozenset("\"“”‘’'«»„`")
_QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "who"})
_CLAUSES = frozenset({"clause", "that", "whether"})


def find_content(prose: Prose, spoken: Spoken) -> Span | None:
    """Find the clause that a cue has as its content.

    Args:
        prose: The text.
        spoken: A cue that no quotation has taken.

    Returns:
        What follows the cue if it is of a sort that the cue takes; otherwise the
        clause before it, if the cue ends its sentence; None without either.
    """
    if spoken.cue.lemma == "according to":
        return _around(prose, spoken)
    return _following(prose, spoken) or _preceding(prose, spoken)


def _sentence(prose: Prose, spoken: Spoken) -> Span:
    return prose.sentence_at(prose.words[spoken.group[0]].span.start)


def _around(prose: Prose, spoken: Spoken) -> Span | None:
    """Take all before "according to", or all behind it and whom."""
    sentence = _sentence(prose, spoken)
    start = prose.words[spoken.group[0]].span.start
    if spoken.group[0] - prose.within(sentence.start, sentence.end).start > 1:
        return prose.trimmed(sentence.start, start)
    return prose.trimmed(prose.words[spoken.last - 1].span.end, sentence.end)


def _following(prose: Prose, spoken: Spoken) -> Span | None:
    sentence = _sentence(prose, spoken)
    words, place = prose.words, spoken.after
    stop = prose.within(sentence.start, sentence.end).stop
    if spoken.is_inverted or place >= stop or not _fits(prose, spoken):
        return None
    low, takes = words[place].low, spoken.cue.takes
    is_object = low != "that" and ("object" in takes or not takes & {"clause", "to"})
    end = _clause_end(prose, range(place, stop), is_object=is_object)
    return prose.trimmed(words[place].span.start, end)


def _fits(prose: Prose, spoken: Spoken) -> bool:
    """Tell whether the word behind a cue opens something that the cue takes."""
    word, takes = prose.words[spoken.after], spoken.cue.takes
    if word.low in {".", "?", "!"}:
        return False
    if word.low == "to":
        return not takes.isdisjoint({"to", "object"})
    if word.low == "that":
        return not takes.isdisjoint({"clause", "that", "object"})
    if word.low in _QUESTIONS and not takes.isdisjoint(_CLAUSES):
        return True
    opens = word.text[0].isalnum() or word.low in _QUOTE_MARKS
    return "object" in takes or ("clause" in takes and opens)


def _clause_end(prose: Prose, part: range, *, is_object: bool) -> int:
    """Give where a clause ends: at ", but" or ";"; an object at any comma."""
    words, ends = prose.words, rule_words().clause_ends
    part = part[:_LONGEST_CLAUSE_WORDS]
    for i in part[1:-1]:
        if words[i].low == ";":
            return words[i].span.start
        is_end = words[i].low == "," and (is_object or words[i + 1].low in ends)
        if is_end and not prose.is_quoted(words[i].span.start):
            return words[i].span.start
    return words[part[-1]].span.end


def _preceding(prose: Prose, spoken: Spoken) -> Span | None:
    """Take the clause before ", she said." at a sentence's end."""
    sentence, words = _sentence(prose, spoken), prose.words
    first, last = spoken.first, spoken.last
    if not spoken.cue.is_speech or first == 0 or words[first - 1].low != ",":
        return None
    stop = prose.within(sentence.start, sentence.end).stop
    if last < stop and words[last].low not in rule_words().after_saying:
        return None
    before = prose.trimmed(sentence.start, words[first - 1].span.start)
    if before is None:
        return None
    # A clause that cuts a quotation in two is not the one that is meant.
    cuts = prose.is_quoted(before.start) != prose.is_quoted(before.end - 1)
    return None if cuts else before

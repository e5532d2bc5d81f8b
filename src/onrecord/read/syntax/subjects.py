"""Who does what a verb says: its subject, found from the words before it."""

from dataclasses import dataclass

from onrecord.read.syntax.antecedents import antecedent_of, explained_name
from onrecord.read.syntax.lists import grow
from onrecord.read.syntax.parts import Part, grammar
from onrecord.read.syntax.phrases import Phrase, Sort
from onrecord.read.syntax.sentence import Sentence

# Prepositions that begin a clause as well: "after Orr met Vell".
_CLAUSE_OPENERS = frozenset(
    {"after", "before", "since", "until", "till", "than", "as", "like"}
)
_OBJECTS = frozenset({"me", "him", "us", "them"})
_JOINS = frozenset({"and", "&", "or"})
_BARRIERS = frozenset({";", ":"})
_LOOSE = frozenset({Part.PREPOSITION, Part.COMMA, Part.SUBORDINATOR, Part.CONJUNCTION})
_PASSED = frozenset({Part.ADVERB, Part.NEGATION, Part.QUOTE, Part.TIME})
_CLAUSE_EDGES = frozenset(
    {Part.STOP, Part.SUBORDINATOR, Part.QUOTE, Part.COMMA, Part.RELATIVE}
)
_GOVERNS = frozenset({Part.PREPOSITION, Part.VERB, Part.TO})


@dataclass(slots=True)
class _Walk:
    """A search to the left of a verb: where it stands and what it has passed.

    Attributes:
        verb: The verb's token.
        i: The token to look at next.
        detached: Whether the verb hangs on another clause, so that the next phrase
            need not be its subject: "visited Orr to meet Vell".
        to: The last "to" passed, -1 before any.
        comma: Whether a comma was passed.
    """

    verb: int
    i: int
    detached: bool = False
    to: int = -1
    comma: bool = False


def subjects_of(sentence: Sentence, verb: int) -> list[Phrase]:
    """Find who does what a verb says.

    Walks back from the verb over helping verbs, asides and objects of other verbs to
    the phrase that the verb belongs to; for "who met" to what "who" stands for; for
    "after meeting Vell, Orr ..." forward to the subject of the main clause.

    Args:
        sentence: The sentence.
        verb: Index of the verb's token.

    Returns:
        One phrase, or several joined by "and"; none when no one is found.
    """
    gerund = sentence.low(verb).endswith("ing")
    detached = gerund and sentence.part(verb - 1) in _LOOSE
    walk = _Walk(verb, verb - 1, detached=detached)
    return _walk_back(sentence, walk) or (
        _main_subject(sentence, verb) if walk.detached or gerund else []
    )


def clause_subject(sentence: Sentence, place: int) -> list[Phrase]:
    """Find the subject of the clause that an "in a letter" or "at a dinner" belongs to.

    Args:
        sentence: The sentence.
        place: Index of the first token of that addition.

    Returns:
        One phrase, or several joined by "and"; none when no one is found.
    """
    walk = _Walk(place, place - 1, detached=True)
    return _walk_back(sentence, walk) or _main_subject(sentence, place)


def _walk_back(sentence: Sentence, walk: _Walk) -> list[Phrase]:
    while walk.i >= 0:
        found = _step(sentence, walk)
        if found is not None:
            return _joined(sentence, found)
    return []


def _step(sentence: Sentence, walk: _Walk) -> Phrase | None:
    """Look at one token or phrase; give the subject when it is there."""
    i = walk.i
    phrase = sentence.phrase_at(i)
    if phrase is not None:
        walk.i = phrase.first - 1
        return _as_subject(sentence, walk, phrase)
    walk.i = i - 1
    part = sentence.part(i)
    if part is Part.RELATIVE and sentence.low(i) != "whom":
        return antecedent_of(sentence, i)
    if sentence.low(i) in _BARRIERS:
        walk.i = -1
    elif part is Part.TO:
        walk.detached, walk.to = True, i
    elif part is Part.CONJUNCTION:
        walk.detached = True
    elif part is Part.COMMA:
        walk.comma = True
    return None


def _as_subject(sentence: Sentence, walk: _Walk, phrase: Phrase) -> Phrase | None:
    """Give a phrase back, or the name that it explains, if it can be the subject."""
    if _does_it(sentence, walk, phrase):
        return phrase
    before = sentence.part(phrase.first - 1)
    # "An aide to Orr": the phrase hangs on the one before.
    hangs = before is Part.PREPOSITION or _is_to_someone(sentence, phrase)
    if hangs and not _opens_clause(sentence, phrase):
        walk.i = phrase.first - 2
        return None
    if before is Part.TO or _is_no_subject(sentence, phrase):
        return None
    if walk.detached and not _has_verb(sentence, phrase):
        return None
    if walk.comma or sentence.part(phrase.last + 1) is Part.COMMA:
        return explained_name(sentence, phrase) or phrase
    return phrase


def _is_to_someone(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "an aide to Orr" from "spoke to Orr"."""
    other = sentence.phrase_at(phrase.first - 2)
    aide = other is not None and other.sort is Sort.NOMINAL
    return sentence.part(phrase.first - 1) is Part.TO and aide


def _is_no_subject(sentence: Sentence, phrase: Phrase) -> bool:
    owns = sentence.part(phrase.last + 1) is Part.GENITIVE
    object_only = sentence.low(phrase.head) in _OBJECTS
    return owns or object_only or phrase.sort is Sort.THING


def _does_it(sentence: Sentence, walk: _Walk, phrase: Phrase) -> bool:
    """Tell "urged Orr to meet" and "thoughts on Orr meeting": Orr meets."""
    controls = sentence.low(phrase.first - 1) in grammar().controls
    controlled = controls and walk.to == phrase.last + 1
    gerund = sentence.low(walk.verb).endswith("ing")
    adjacent = gerund and phrase.last == walk.verb - 1
    return phrase.is_someone and (controlled or adjacent)


def _opens_clause(sentence: Sentence, phrase: Phrase) -> bool:
    opener = sentence.low(phrase.first - 1) in _CLAUSE_OPENERS
    return opener and _has_verb(sentence, phrase)


def _has_verb(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a verb follows a phrase, so that it is some clause's subject."""
    i = phrase.last + 1
    while sentence.part(i) in _PASSED:
        i += 1
    part = sentence.part(i)
    if part in (Part.COMMA, Part.RELATIVE):
        return sentence.part(phrase.first - 1) in _CLAUSE_EDGES
    if sentence.low(i) in _JOINS:
        other = sentence.phrase_at(i + 1)
        starts = other is not None and other.first == i + 1
        return starts and other is not None and _has_verb(sentence, other)
    finite = part is Part.VERB and not sentence.low(i).endswith("ing")
    return finite or part is Part.AUXILIARY


def _joined(sentence: Sentence, last: Phrase) -> list[Phrase]:
    """Collect the phrases joined to a subject: "Orr, Vell and the envoy met"."""
    members = [grow(sentence, last, clause=False)]
    first = last
    while True:
        i = first.first - 1
        joins = sentence.low(i) in _JOINS
        if not joins and not (len(members) > 1 and sentence.part(i) is Part.COMMA):
            return members
        other = sentence.phrase_at(i - (2 if sentence.part(i - 1) is Part.COMMA else 1))
        if other is None or not other.is_someone:
            return members
        hangs = sentence.part(other.first - 1) is Part.PREPOSITION
        named = hangs or members[0].sort is not Sort.PRONOUN
        if named and _is_object(sentence, other):
            return members
        members.insert(0, other)
        first = other


def _is_object(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "saw Orr and" from "said Orr and"."""
    before = sentence.part(phrase.first - 1)
    reported = before is Part.VERB and (
        sentence.low(phrase.first - 1) in grammar().reports
    )
    return before in _GOVERNS and not reported


def _main_subject(sentence: Sentence, verb: int) -> list[Phrase]:
    """Find the subject after the comma: "After meeting Vell, Orr left"."""
    for i in range(verb + 1, len(sentence.tokens)):
        phrase = sentence.phrase_at(i + 1)
        if sentence.part(i) is not Part.COMMA or phrase is None:
            continue
        if phrase.sort is not Sort.THING and _has_verb(sentence, phrase):
            return [grow(sentence, phrase)]
    return []

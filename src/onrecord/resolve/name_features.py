"""What two names have in common, as numbers that a score is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from onrecord.resolve.name_words import nicknames, word_set
from onrecord.resolve.names import parse_name, plain_words, sound

#: Names of the features, in the order in which `name_features` gives them.
NAME_FEATURES = (
    "same_words",
    "joined",
    "shorter_covered",
    "longer_covered",
    "worst_word",
    "first_word",
    "last_word",
    "edits",
    "replaced",
    "extra",
    "nickname",
    "initial",
    "generation_differs",
    "number_differs",
    "acronym",
    "single",
    "short_edit",
    "reordered",
)

# Below this two words are different words, not two spellings of one: of the shares
# tried, the one with the best F1 on made-up pairs.
ALIKE = 0.72
_MANY_EDITS = 4
_SHORT_CHARS = 5


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Which word of one name answers to which of the other, and how well."""

    pairs: tuple[tuple[str, str, float], ...]
    left_over: int
    is_in_order: bool


@lru_cache(maxsize=262144)
def name_features(one: str, other: str, *, is_person: bool) -> tuple[float, ...]:
    """Compare two names.

    Args:
        one: A name as printed.
        other: Another.
        is_person: Whether titles and generations are read, instead of legal forms.

    Returns:
        A number in [0, 1] for each of `NAME_FEATURES`.

    Example:
        >>> features = name_features("Bob Osei", "Robert Osei", is_person=True)
        >>> features[NAME_FEATURES.index("nickname")]
        1.0
    """
    words, others = (_words(name, is_person=is_person) for name in (one, other))
    if not words or not others:
        return (0.0,) * len(NAME_FEATURES)
    shorter, longer = sorted((words, others), key=len)
    pairing = _pair(shorter, longer)
    alike = [alike for *_, alike in pairing.pairs]
    edits = sum(
        OSA.distance(sound(a), sound(b))
        for a, b, near in pairing.pairs
        if near >= ALIKE
    )
    shortest = min(len("".join(words)), len("".join(others)))
    values = (
        sorted(map(sound, words)) == sorted(map(sound, others)),
        _joined(words, others),
        _covered(pairing, shorter),
        _covered(pairing, longer),
        min(alike, default=0.0),
        _alike(words[0], others[0]),
        _alike(words[-1], others[-1]),
        min(edits, _MANY_EDITS) / _MANY_EDITS,
        min(sum(near < ALIKE for near in alike), 2) / 2,
        min(pairing.left_over, 3) / 3,
        is_person and _is_nickname(words[0], others[0]),
        any(
            len(a) == 1 != len(b) or len(b) == 1 != len(a) for a, b, _ in pairing.pairs
        ),
        is_person and not parse_name(one).may_be_of(parse_name(other)),
        _numbers(words) != _numbers(others),
        _is_acronym(words, others) or _is_acronym(others, words),
        len(shorter) == 1,
        bool(edits) and shortest <= 2 * _SHORT_CHARS,
        not pairing.is_in_order,
    )
    return tuple(map(float, values))


def _words(text: str, *, is_person: bool) -> tuple[str, ...]:
    if is_person:
        return parse_name(text).words or plain_words(text)
    words = plain_words(text)
    forms = word_set("legal_forms")
    core = tuple(word for word in words if word not in forms)
    return _spelt_out(core or words)


def _spelt_out(words: tuple[str, ...]) -> tuple[str, ...]:
    """Write a state's short form out, so that it is no other word."""
    if "us" not in words:
        return words
    place = words.index("us")
    return (*words[:place], "united", "states", *words[place + 1 :])


def _pair(shorter: Sequence[str], longer: Sequence[str]) -> _Pairing:
    """Give each word of the shorter name the word most like it, best pairs first."""
    ranked = sorted(
        (
            (-_alike(a, b), abs(i - j), i, j)
            for i, a in enumerate(shorter)
            for j, b in enumerate(longer)
        ),
    )
    taken: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in taken and j not in taken.values():
            taken[i] = j
    pairs = tuple(
        (shorter[i], longer[j], _alike(shorter[i], longer[j])) for i, j in taken.items()
    )
    places = [taken[i] for i in sorted(taken)]
    return _Pairing(pairs, len(longer) - len(shorter), places == sorted(places))


@lru_cache(maxsize=262144)
def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.85 if one[0] == other[0] else 0.0
    if _is_nickname(one, other):
        return 0.95
    heard, other_heard = sound(one), sound(other)
    if heard == other_heard:
        return 0.98
    return max(
        OSA.normalized_similarity(one, other),
        0.5 * JaroWinkler.similarity(heard, other_heard)
        + 0.5 * OSA.normalized_similarity(heard, other_heard),
    )


def _joined(words: Sequence[str], others: Sequence[str]) -> float:
    return max(
        OSA.normalized_similarity("".join(words), "".join(others)),
        OSA.normalized_similarity("".join(sorted(words)), "".join(sorted(others))),
    )


def _covered(pairing: _Pairing, words: Sequence[str]) -> float:
    weight = sum(map(len, words))
    found = set(words)
    return min(
        sum(
            near * len(a if a in found else b)
            for a, b, near in pairing.pairs
            if near >= ALIKE
        )
        / weight,
        1.0,
    )


def _is_nickname(one: str, other: str) -> bool:
    table = nicknames()
    return one != other and (
        one in table.get(other, ())
        or other in table.get(one, ())
        or bool(table.get(one, frozenset()) & table.get(other, frozenset()))
    )


def _numbers(words: Sequence[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _is_acronym(words: Sequence[str], others: Sequence[str]) -> bool:
    letters = "".join(words)
    return len(others) > 1 and letters == "".join(word[0] for word in others)

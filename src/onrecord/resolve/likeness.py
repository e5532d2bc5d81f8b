"""How likely two portraits are of one person, and the reasons in words."""

import math
from dataclasses import dataclass
from functools import lru_cache

from onrecord.resolve.name_features import name_features
from onrecord.resolve.names import sound
from onrecord.resolve.portraits import Portrait
from onrecord.resolve.scoring import load_score

#: Names of the features, in the order in which `person_features` gives them.
PERSON_FEATURES = (
    "name",
    "same_name",
    "surname_only",
    "surname_rivals",
    "same_role",
    "same_office",
    "office_differs",
    "people",
    "people_shared",
    "bodies",
    "places",
    "words",
    "words_shared",
)

#: How the reason that is the name itself begins.
NAME_REASON = "name:"
INITIAL_REASON = "initial and surname:"
# How many reasons it takes where the name is one of them.
_FOR_NAME = 2
_LIKELY = 0.5
_SCALE = 4.0
# How many shared names or words, or how alike two contexts, are a reason of their own.
# Of the values tried on the training topics of ECB+ those with the most pairs found at
# a precision of 0.97.
MIN_SHARED_NAMES = 2
MIN_SHARED_WORDS = 3
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two portraits being of one person.

    Attributes:
        prob: The calibrated probability.
        reasons: What they have in common, each from another side, in words.
    """

    prob: float
    reasons: tuple[str, ...]

    @property
    def is_founded(self) -> bool:
        """Tell whether the name and an independent reason beside it speak for it.

        Where only initial and surname agree, it takes two beside the name.
        """
        first = self.reasons[0] if self.reasons else ""
        if first.startswith(INITIAL_REASON):
            return len(self.reasons) > _FOR_NAME
        return len(self.reasons) >= _FOR_NAME and first.startswith(NAME_REASON)


def name_prob(one: str, other: str, *, is_person: bool = True) -> float:
    """Give the probability that two names are spellings of one.

    Args:
        one: A name as printed.
        other: Another.
        is_person: Whether they are people's names.

    Returns:
        A calibrated probability. Two people may still bear the one name.

    Example:
        >>> name_prob("Sergey Kostin", "Sergei Kostin") > 0.9
        True
        >>> name_prob("Sergey Kostin", "Viktor Kostin") > 0.5
        False
    """
    score = load_score("person_names" if is_person else "other_names")
    features = name_features(one, other, is_person=is_person)
    return score.prob(features)


def compare(one: Portrait, other: Portrait, *, n_rivals: int = 0) -> Likeness:
    """Compare two portraits of people.

    Args:
        one: A portrait.
        other: Another.
        n_rivals: How many other people of the surname there are, if one of the two is
            known by the surname alone.

    Returns:
        How likely they are of one person, and why.
    """
    values = person_features(one, other, n_rivals=n_rivals)
    return Likeness(load_score("persons").prob(values), tuple(_reasons(one, other)))


def quick_prob(one: Portrait, other: Portrait, *, n_rivals: int = 0) -> float:
    """Give the probability of `compare` alone, where the reasons are not needed yet."""
    return load_score("persons").prob(person_features(one, other, n_rivals=n_rivals))


def person_features(
    one: Portrait, other: Portrait, *, n_rivals: int = 0
) -> tuple[float, ...]:
    """Give what two portraits have in common, as numbers.

    Args:
        one: A portrait.
        other: Another.
        n_rivals: As for `compare`.

    Returns:
        A number for each of `PERSON_FEATURES`.
    """
    surname_only = not (one.name.is_full and other.name.is_full)
    role, office, differs = _offices(one, other)
    return (
        0.0 if surname_only else _log_odds(one.shown, other.shown),
        float(not surname_only and one.full_key == other.full_key),
        float(surname_only),
        math.log2(1 + n_rivals) / _SCALE if surname_only else 0.0,
        float(role),
        float(office),
        float(differs),
        one.people.cosine(other.people),
        _many(one.people.n_shared(other.people)),
        one.bodies.cosine(other.bodies),
        one.places.cosine(other.places),
        one.words.cosine(other.words),
        _many(one.words.n_shared(other.words)),
    )


@lru_cache(maxsize=65536)
def _log_odds(one: str, other: str) -> float:
    score = load_score("person_names")
    features = name_features(one, other, is_person=True)
    prob = score.prob(features)
    edge = 1e-3
    clipped = min(max(prob, edge), 1 - edge)
    return math.log(clipped / (1 - clipped)) / _SCALE


def _many(number: int) -> float:
    return math.log2(1 + number) / _SCALE


def _offices(one: Portrait, other: Portrait) -> tuple[bool, bool, bool]:
    """Say whether they share a role, share it with its country, or cannot share it."""
    pairs = [(a, b) for a in one.offices for b in other.offices if a.role == b.role]
    same_role = any(a.fits(b) for a, b in pairs)
    same_office = any(a.fits(b) and bool(a.of and b.of) for a, b in pairs)
    differs = bool(pairs) and not same_role
    return same_role, same_office, differs


def _reasons(one: Portrait, other: Portrait) -> list[str]:
    reasons = []
    if _is_same_name(one, other):
        reasons.append(f"{NAME_REASON} {one.shown} – {other.shown}")
    elif _is_same_initial(one, other):
        reasons.append(f"{INITIAL_REASON} {one.shown} – {other.shown}")
    same_role, same_office, _ = _offices(one, other)
    if same_role or same_office:
        reasons.append(f"role: {_shared_office(one, other)}")
    return reasons + context_reasons(one, other)


def context_reasons(one: Portrait, other: Portrait) -> list[str]:
    """Give what two portraits have in common beside names and offices, in words.

    Args:
        one: A portrait.
        other: Another.

    Returns:
        A reason for enough shared names, and one for enough shared words.
    """
    reasons = []
    names = one.people.shared(other.people) + one.bodies.shared(other.bodies)
    if len(names) >= MIN_SHARED_NAMES:
        # The key's prefix tells its kind.
        shown = ", ".join(name[2:] for name in names[:_SHOWN])
        reasons.append(f"named with: {shown}")
    words = one.words.shared(other.words)
    if len(words) >= MIN_SHARED_WORDS:
        reasons.append(f"words near: {', '.join(words[:_SHOWN])}")
    return reasons


def _is_same_name(one: Portrait, other: Portrait) -> bool:
    if one.name.is_full and other.name.is_full:
        return (
            one.full_key == other.full_key
            or name_prob(one.shown, other.shown) > _LIKELY
        )
    return sound(one.name.surname) == sound(other.name.surname)


def _is_same_initial(one: Portrait, other: Portrait) -> bool:
    return one.name.given[:1] == other.name.given[:1] != "" and sound(
        one.name.surname
    ) == sound(other.name.surname)


def _shared_office(one: Portrait, other: Portrait) -> str:
    fitting = sorted(
        (max(a, b, key=lambda office: (bool(office.of), bool(office.at), office)))
        for a in one.offices
        for b in other.offices
        if a.fits(b)
    )
    office = max(fitting, key=lambda found: (bool(found.of), found))
    return f"{office.role} of {office.of.title()}" if office.of else office.role

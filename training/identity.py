"""Train the scores of ``onrecord.resolve``: names alike, and people alike.

Usage:
    python -m training.identity --data ../shared/data

Writes ``src/onrecord/resolve/weights.json``. Names are learnt from made-up pairs
(`training.name_pairs`); people from the training topics of ECB+, whose people are
also given each other's names, so that what stands around a name has to tell them apart.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from evals.gold.identity import load_ecb
from onrecord.core import EntityKind
from onrecord.resolve.likeness import PERSON_FEATURES, person_features
from onrecord.resolve.name_features import NAME_FEATURES, name_features
from onrecord.resolve.name_words import countries
from onrecord.resolve.offices import Office
from onrecord.resolve.portraits import Portrait
from onrecord.resolve.profiles import Profile, make_profiles
from training.name_pairs import make_pairs

WEIGHTS = Path("src/onrecord/resolve/weights.json")
_SEED = 11
_ROUNDS = 3
# Of two reports with one full name most are of one person; made-up namesakes are fewer.
_NAMESAKES = 0.5

# What can only speak against two being one; the intercept and a bare surname may do
# either, and everything else speaks for it or not at all.
_AGAINST = frozenset(
    {"surname_rivals", "office_differs", "edits", "replaced", "generation_differs",
     "number_differs"}
)  # fmt: skip
_EITHER = frozenset({"surname_only", "single", "extra", "short_edit"})
_RIDGE = 1e-3
_BARE_SHARE = 0.3
# Reports give an office about this often, and its country half of the time. ECB+ has
# few offices, so its people are given made-up ones.
_OFFICE_SHARE = 0.5
_COUNTRY_SHARE = 0.5

Chains = dict[tuple[str, str], list[Profile]]
Example = tuple[tuple[float, ...], bool]


def main() -> None:
    """Read the command line, train, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--out", type=Path, default=WEIGHTS, metavar="FILE")
    options = parser.parse_args()
    weights = {
        "person_names": _fit_names(options.data / "reference", is_person=True),
        "other_names": _fit_names(options.data / "reference", is_person=False),
    }
    # People are compared with the score of names, which has to be there by now.
    _write(options.out, weights)
    weights["persons"] = _fit_people(options.data / "ecbplus")
    _write(options.out, weights)


def _write(path: Path, weights: dict[str, object]) -> None:
    path.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


def _fit_names(reference: Path, *, is_person: bool) -> dict[str, object]:
    pairs = [one for one in make_pairs(reference) if one.is_person is is_person]
    examples = [
        (name_features(one.one, one.other, is_person=is_person), one.is_same)
        for one in pairs
    ]
    return _fit(NAME_FEATURES, examples)


def _fit_people(folder: Path) -> dict[str, object]:
    chains: Chains = defaultdict(list)
    for labelled in load_ecb(folder, dev=False):
        for profile in make_profiles(labelled.record):
            if profile.kind is EntityKind.PERSON and profile.names:
                key = labelled.topic, labelled.chains[profile.id]
                chains[key].append(profile)
    chance = random.Random(_SEED)
    for key, profiles in chains.items():
        chains[key] = _with_offices(profiles, chance)
    examples = [
        example for _ in range(_ROUNDS) for example in _examples(chains, chance)
    ]
    return _fit(PERSON_FEATURES, examples)


def _with_offices(profiles: list[Profile], chance: random.Random) -> list[Profile]:
    """Give half of the people a made-up office, which some of their reports tell."""
    if chance.random() > _OFFICE_SHARE:
        return profiles
    role = chance.choice(("president", "senator", "ambassador", "foreign minister"))
    country = chance.choice(sorted(set(countries().values())))
    return [
        replace(one, offices=one.offices | _told(role, country, chance))
        for one in profiles
    ]


def _told(role: str, country: str, chance: random.Random) -> frozenset[Office]:
    if chance.random() > _OFFICE_SHARE:
        return frozenset()
    return frozenset(
        {Office(role, country if chance.random() < _COUNTRY_SHARE else "")}
    )


def _examples(chains: Chains, chance: random.Random) -> Iterator[Example]:
    """Compare each profile with part of its own chain, and with others so called."""
    for key, profiles in chains.items():
        others = [one for one in chains if one != key]
        near = [one for one in others if one[0] == key[0]]
        for profile in profiles:
            rest = [one for one in profiles if one is not profile]
            if rest:
                yield _compare(profile, _some(rest, chance), chance), True
            if chance.random() < _NAMESAKES:
                other = chains[chance.choice(others)]
                yield _compare(profile, _named(other, profile, chance), chance), False
            if near:
                other = chains[chance.choice(near)]
                relatives = _relatives(other, profile)
                if relatives:
                    yield _compare(profile, _some(relatives, chance), chance), False


def _compare(
    profile: Profile, others: Sequence[Profile], chance: random.Random
) -> tuple[float, ...]:
    one = Portrait([profile])
    if profile.name.is_full and chance.random() < _BARE_SHARE:
        surname = profile.names[0].split()[-1]
        one = Portrait([replace(profile, names=(surname,))])
    n_rivals = chance.choice((0, 0, 1, 2))
    return person_features(one, Portrait(others), n_rivals=n_rivals)


def _some(profiles: Sequence[Profile], chance: random.Random) -> list[Profile]:
    return chance.sample(profiles, chance.randint(1, len(profiles)))


def _named(
    others: Sequence[Profile], profile: Profile, chance: random.Random
) -> list[Profile]:
    """Give another person the name of a profile."""
    return [replace(one, names=profile.names) for one in _some(others, chance)]


def _relatives(others: Sequence[Profile], profile: Profile) -> list[Profile]:
    """Give people of one story the surname of a profile and keep their given names."""
    if not profile.name.is_full:
        return []
    surname = profile.names[0].split()[-1]
    return [
        replace(one, names=(f"{one.names[0].split()[0]} {surname}",))
        for one in others
        if one.name.is_full and one.name.given != profile.name.given
    ]


def _fit(names: Sequence[str], examples: Sequence[Example]) -> dict[str, object]:
    """Fit a logistic regression whose weights have the sign that makes sense."""
    values = np.array([[*found, 1.0] for found, _ in examples])
    signs = np.array([1.0 if is_same else -1.0 for _, is_same in examples])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (values @ weights)
        slope = -signs / (1 + np.exp(margins))
        ridge = _RIDGE * weights
        ridge[-1] = 0
        return (
            float(np.logaddexp(0, -margins).mean() + 0.5 * ridge @ weights),
            values.T @ slope / len(signs) + ridge,
        )

    bounds = [_bounds(name) for name in names] + [(None, None)]
    start = np.zeros(len(names) + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    right = float(((values @ found > 0) == (signs > 0)).mean())
    weights = [round(float(weight), 4) for weight in found]
    return {
        "weights": dict(zip(names, weights[:-1], strict=True)),
        "intercept": weights[-1],
        "examples": len(examples),
        "accuracy": round(right, 4),
    }


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name in _EITHER:
        return None, None
    return (None, 0.0) if name in _AGAINST else (0.0, None)


if __name__ == "__main__":
    main()

"""Made-up pairs of names, the same or not, to learn from how spellings vary.

No labelled pair is needed: real names of the reference lists are misspelt, cut,
turned round and written out as desks and registers do it (the same name), or get a
word of another name (another one).
"""

import csv
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from onrecord.resolve.name_words import nicknames, word_set

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SWAPS = (
    ("y", "i"), ("i", "y"), ("k", "c"), ("c", "k"), ("ph", "f"), ("f", "ph"),
    ("ei", "ey"), ("ks", "x"), ("v", "w"), ("w", "v"), ("oo", "u"), ("ou", "u"),
    ("sh", "s"), ("tz", "ts"), ("kh", "h"), ("z", "s"), ("ss", "s"), ("ll", "l"),
)  # fmt: skip
_FORMS = ("Inc.", "Ltd", "Limited", "LLC", "Corp.", "Corporation", "AG", "S.A.", "PLC")
_DOMAINS = (
    "Bank", "Trust", "Energy", "Motors", "Media", "Foundation", "Institute", "Partners",
    "Capital", "Systems", "Airlines", "Shipping", "Union", "Council", "Agency",
)  # fmt: skip


_N_NAMES = 3500
_MIDDLE = 3
# How often each way of varying is taken: of names of bodies those with a number, of
# other names quite another one, one that shares words, and one that begins alike.
_NUMBERED, _CAPITALS = 0.2, 0.1
_QUITE_OTHER, _ANY_WORD, _BEGINS_ALIKE = 0.15, 0.6, 0.2
_INITIAL, _EVEN = 0.3, 0.5

Way = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names and whether they are one.

    Attributes:
        one: A name.
        other: Another.
        is_same: Whether they name the same.
        is_person: Whether they are people's.
    """

    one: str
    other: str
    is_same: bool
    is_person: bool


def people_names(reference: Path) -> list[str]:
    """Give the names of people in the reference lists, in a fixed order."""
    found: set[str] = set()
    for file in ("legislators-current.yaml", "executive.yaml"):
        for person in yaml.safe_load(
            (reference / "congress" / file).read_text("utf-8")
        ):
            name = person["name"]
            parts = (name["first"], name.get("middle"), name["last"])
            found.add(" ".join(part for part in parts if part))
    with (reference / "ifg-ministers" / "person.csv").open(encoding="utf-8") as file:
        found |= {row["name"] for row in csv.DictReader(file)}
    with (reference / "pocom_appointments.csv").open(encoding="utf-8") as file:
        found |= {row["person"] for row in csv.DictReader(file)}
    return sorted(name for name in found if len(name.split()) > 1)


def organisation_names(reference: Path, people: Sequence[str]) -> list[str]:
    """Give the lists' departments, and companies named after towns and people."""
    with (reference / "ifg-ministers" / "organisation.csv").open(encoding="utf-8") as f:
        found = {row["name"] for row in csv.DictReader(f)}
    with (reference / "world-cities.csv").open(encoding="utf-8") as f:
        cities = sorted({row["name"] for row in csv.DictReader(f)})
    chance = random.Random(5)
    for _ in range(2500):
        first = chance.choice(
            (chance.choice(cities), chance.choice(people).split()[-1])
        )
        words = [first, *chance.sample(_DOMAINS, chance.choice((1, 1, 2)))]
        if chance.random() < _NUMBERED:
            words.append(str(chance.randint(1, 99)))
        found.add(" ".join(words))
    return sorted(found)


def make_pairs(reference: Path, *, seed: int = 7) -> Iterator[NamePair]:
    """Make pairs of both kinds, half of them the same.

    Args:
        reference: The folder of reference lists.
        seed: Of every choice.

    Yields:
        Pairs.
    """
    people = people_names(reference)
    bodies = organisation_names(reference, people)
    chance = random.Random(seed)
    for names, is_person in ((people, True), (bodies, False)):
        ways = _PERSON_WAYS if is_person else _BODY_WAYS
        for name in chance.sample(names, min(_N_NAMES, len(names))):
            same = _varied(name, chance, ways)
            yield NamePair(name, same, is_same=True, is_person=is_person)
            other = _another(name, names, chance)
            if other.casefold() != name.casefold():
                yield NamePair(name, other, is_same=False, is_person=is_person)


def _varied(name: str, chance: random.Random, ways: Sequence[Way]) -> str:
    for _ in range(chance.choice((1, 1, 1, 2))):
        name = chance.choice(ways)(name, chance)
    return name.upper() if chance.random() < _CAPITALS else name


def _another(name: str, names: Sequence[str], chance: random.Random) -> str:
    """Give a different name that shares what it can with the first."""
    words, others = name.split(), chance.choice(names).split()
    turn = chance.random()
    if turn < _QUITE_OTHER or len(words) == 1:
        return " ".join(others)
    place = chance.randrange(len(words)) if turn < _ANY_WORD else chance.choice((0, -1))
    new = chance.choice(others)
    if turn > 1 - _BEGINS_ALIKE:
        # A name that only begins alike: another one, not a misspelling.
        keep = max(2, len(words[place]) // 2)
        new = words[place][:keep] + new[-max(3, len(new) - keep) :].lower()
    words[place] = new
    return " ".join(words)


def _misspelt(name: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(name))
    kind = chance.choice(("drop", "double", "swap", "replace", "turn"))
    if kind == "drop":
        return name[:place] + name[place + 1 :]
    if kind == "double":
        return name[:place] + name[place - 1] + name[place:]
    if kind == "replace":
        return name[:place] + chance.choice(_LETTERS) + name[place + 1 :]
    if kind == "turn" and place + 1 < len(name):
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    fitting = [pair for pair in _SWAPS if pair[0] in name[1:]]
    if not fitting:
        return name
    old, new = chance.choice(fitting)
    return name[0] + name[1:].replace(old, new, 1)


def _turned(name: str, chance: random.Random) -> str:
    words = name.split()
    if chance.random() < _EVEN:
        return f"{words[-1]}, {' '.join(words[:-1])}"
    return " ".join([words[-1], *words[:-1]])


def _with_middle(name: str, chance: random.Random) -> str:
    first, *rest = name.split()
    middle = chance.choice(sorted(nicknames())).title()
    middle = f"{middle[0]}." if chance.random() < _INITIAL else middle
    return " ".join([first, middle, *rest])


def _without_middle(name: str, chance: random.Random) -> str:
    words = name.split()
    if len(words) < _MIDDLE:
        return _with_middle(name, chance)
    return " ".join([words[0], *words[2:]])


def _titled(name: str, chance: random.Random) -> str:
    return f"{chance.choice(sorted(word_set('titles')))} {name}".title()


def _nicknamed(name: str, chance: random.Random) -> str:
    first, *rest = name.split()
    short = [nick for nick, full in nicknames().items() if first.lower() in full]
    return " ".join([chance.choice(sorted(short) or [first]).title(), *rest])


def _initialled(name: str, chance: random.Random) -> str:
    first, *rest = name.split()
    return " ".join([f"{first[0]}.", *(rest[-1:] if chance.random() < _EVEN else rest)])


def _acronym(name: str, chance: random.Random) -> str:
    words = [word for word in name.split() if word[0].isalpha()]
    if len(words) < _MIDDLE:
        return _misspelt(name, chance)
    return "".join(word[0] for word in words if word not in {"of", "and", "for", "the"})


def _run_together(name: str, chance: random.Random) -> str:
    return name.replace(" ", chance.choice(("-", "", "_")), 1)


def _reformed(name: str, chance: random.Random) -> str:
    return f"{name} {chance.choice(_FORMS)}"


def _with_article(name: str, chance: random.Random) -> str:
    return f"{chance.choice(('The', 'the'))} {name}"


_PERSON_WAYS = (
    _misspelt, _misspelt, _misspelt, _turned, _with_middle, _without_middle, _titled,
    _nicknamed, _run_together, _initialled,
)  # fmt: skip
_BODY_WAYS = (
    _misspelt, _misspelt, _reformed, _with_article, _run_together, _acronym,
)  # fmt: skip

"""Invented stories in which no two share a sentence."""

from random import Random

PEOPLE = ("Tomas Rehn", "Ilse Maarten", "Davit Kerr", "Petra Lindqvist", "Odo Farrant")
SYLLABLES = ("ba", "cor", "den", "fi", "gal", "hem", "jo", "kar", "lun", "mis", "ne")
# Words of no language: any two sentences of these differ.
THINGS = tuple(one + two for one in SYLLABLES for two in SYLLABLES)


def story(number: int, n_paragraphs: int = 12) -> str:
    """Write a story; the same number gives the same one."""
    chance = Random(number)
    return "\n\n".join(
        " ".join(_sentence(chance) for _ in range(3)) for _ in range(n_paragraphs)
    )


def speech() -> str:
    """Write what somebody said at length, in one paragraph."""
    return story(99, 8).replace("\n\n", " ")


def notice(n_sentences: int = 5) -> str:
    """Write what an outlet puts under its stories."""
    return story(77, n_sentences)


def _sentence(chance: Random) -> str:
    words = " ".join(chance.choices(THINGS, k=14))
    return f"{chance.choice(PEOPLE)} said that {words}."

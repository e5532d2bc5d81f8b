"""Names taken apart, and whether two are spellings of one."""

import pytest

from onrecord.resolve.likeness import name_prob
from onrecord.resolve.names import parse_name, plain_words, skeleton

SAME = [
    ("Sergey Kostin", "Sergei Kostin"),
    ("Sergey Kostin", "Сергей Костин"),
    ("Kostin, Sergey", "Sergey Kostin"),
    ("SERGEY KOSTIN", "Sergey Kostin"),
    ("Bob Osei", "Robert Osei"),
    ("Mr. Robert Osei", "Robert Osei"),
    ("Robert Q. Osei", "Robert Osei"),
    ("R. Osei", "Robert Osei"),
    ("SergeyKostin", "Sergey Kostin"),
    ("Zoë Käär", "Zoe Kaar"),
    ("Sergey Kositn", "Sergey Kostin"),
]
OTHER = [
    ("Sergey Kostin", "Viktor Kostin"),
    ("Daniel Osei", "Daniel Maarten"),
    ("Ann Osei", "Bernard Osei"),
    ("Tomas Rehn", "Thandi Rehman"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=str)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_prob(one, other) > 0.5
    assert name_prob(other, one) > 0.5


@pytest.mark.parametrize(("one", "other"), OTHER, ids=str)
def test_names_of_others(one: str, other: str) -> None:
    assert name_prob(one, other) < 0.5


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Skarvik Lines Ltd", "Skarvik Lines", True),
        ("The Skarvik Lines Company", "Skarvik Lines", True),
        ("Skarvik Lines", "Skarvik Motors", False),
    ],
)
def test_names_of_bodies(one: str, other: str, *, is_same: bool) -> None:
    assert (name_prob(one, other, is_person=False) > 0.5) is is_same


def test_titles_and_generation_are_no_part_of_the_name() -> None:
    name = parse_name("Sen. Robert Q. Osei Jr.")
    assert (name.given, name.surname, name.generation) == ("robert", "osei", "jr")
    assert name.titles == {"sen"}


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Kim Jae-in", "kim"),
        ("Xi Manting", "xi"),
        ("Kim Maarten", "maarten"),
        ("Osei, Robert", "osei"),
        ("Robert Osei, MP", "osei"),
    ],
)
def test_which_word_is_the_surname(text: str, surname: str) -> None:
    assert parse_name(text).surname == surname


def test_titles_alone_name_nobody() -> None:
    assert parse_name("Mr. President").words == ()


def test_every_script_has_plain_words() -> None:
    assert plain_words("Костин 金 O’Rehn") == ("kostin", "jin", "orehn")
    assert plain_words("🙂") == plain_words("") == ()


def test_misspellings_share_a_block() -> None:
    assert len({skeleton(one) for one in ("kislov", "kislof"[:5] + "v", "kyslov")}) == 1

"""What governs a verb, above all whether it is negated."""

import pytest

from onrecord.read.syntax.governors import governors_of, is_negated, verb_group
from tests.unit.read.syntax.parse import index, parse


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Orr met Vell.", False),
        ("Orr did not met Vell.", True),
        ("Orr didn’t ever met Vell.", True),
        ("Orr has never met Vell.", True),
        ("Orr not only met Vell.", False),
        ("Nobody from the port met Vell.", True),
        ("No official met Vell.", True),
        ("None of the aides met Vell.", True),
        ("Neither Orr nor Kell met Vell.", True),
        ("Never have Orr and Kell met Vell.", True),
        ("At no time had Orr met Vell.", True),
        ("Orr did not sleep, and Kell met Vell.", False),
        ("Orr, who never slept, met Vell.", False),
        ("Orr did not, in the end, met Vell.", True),
        ("Orr did not phone or met Vell.", True),
        ("Orr did not phone, write, or met Vell.", True),
        ("Orr did not phone and met Vell.", False),
        ("Orr slept, never phoned, and met Vell.", False),
        ("Kell saw no official and Orr met Vell.", False),
        ("When Orr met Vell it did not rain.", False),
    ],
)
def test_negation_belongs_to_its_verb(text: str, negated: bool) -> None:  # noqa: FBT001
    _, sentence = parse(text)
    assert is_negated(sentence, index(sentence, "met")) is negated


@pytest.mark.parametrize(
    ("text", "word", "governed"),
    [
        ("Orr denied that Kell met Vell.", "denied", True),
        ("Orr denied having met Vell.", "denied", True),
        ("Orr, who denied theft, met Vell.", "denied", False),
        ("Orr denied theft and Kell met Vell.", "denied", False),
        ("If Orr met Vell, it rained.", "if", True),
        ("It is true that Orr met Vell.", "true", True),
    ],
)
def test_governors_reach_over_one_that(text: str, word: str, governed: bool) -> None:  # noqa: FBT001
    _, sentence = parse(text)
    assert (word in governors_of(sentence, index(sentence, "met"))) is governed


def test_a_verb_group_goes_over_to() -> None:
    _, sentence = parse("Orr told Kell to go on meeting Vell.")
    group = verb_group(sentence, index(sentence, "meeting"))
    assert "to" in group
    assert "told" in group

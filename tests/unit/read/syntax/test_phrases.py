"""Noun phrases: where they reach, and what they can stand for."""

import pytest

from onrecord.read.syntax.lists import list_after
from onrecord.read.syntax.phrases import Sort
from tests.unit.read.syntax.parse import index, parse, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port envoy met two senior aides.",
            ["The port envoy", "two senior aides"],
        ),
        ("An aide of Bea Orr left.", ["An aide", "Bea Orr"]),
        ("Bea Orr’s aide left.", ["Bea Orr’s aide"]),
        ("They met her.", ["They", "her"]),
        ("A scheduled meeting ended.", ["A scheduled meeting"]),
        ("A very senior official left.", ["A very senior official"]),
        ("Those who met left.", ["Those"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_extents(text: str, expected: list[str]) -> None:
    _, sentence = parse(text)
    assert words(sentence, text) == expected


@pytest.mark.parametrize(
    ("text", "sort", "plural"),
    [
        ("Bea Orr left.", Sort.NAME, False),
        ("Ostrand lost.", Sort.PLACE, False),
        ("An aide left.", Sort.NOMINAL, False),
        ("Two aides left.", Sort.NOMINAL, True),
        ("They left.", Sort.PRONOUN, True),
        ("She left.", Sort.PRONOUN, False),
        ("The ferry left.", Sort.THING, False),
        ("People left.", Sort.NOMINAL, True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_sorts(text: str, sort: Sort, plural: bool) -> None:  # noqa: FBT001
    _, sentence = parse(text)
    assert (sentence.phrases[0].sort, sentence.phrases[0].plural) == (sort, plural)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Bea Orr’s aide left.", "Bea Orr"),
        ("Her aide left.", "Her"),
        ("The aide left.", None),
    ],
)
def test_owners(text: str, owner: str | None) -> None:
    found, sentence = parse(text)
    assert found.words(sentence.phrases[0].owner) == owner


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("It was with Bea Orr.", ["Bea Orr"]),
        ("It was with Bea Orr and Bo Kell.", ["Bea Orr", "Bo Kell"]),
        (
            "It was with Bea Orr, Bo Kell and the envoy.",
            ["Bea Orr", "Bo Kell", "the envoy"],
        ),
        ("It was with Bea Orr, the mayor.", ["Bea Orr, the mayor"]),
        ("It was with officials from the port.", ["officials from the port"]),
        ("It was with people advising Bea Orr.", ["people advising Bea Orr"]),
        ("It was with one of the aides.", ["one of the aides"]),
        ("It was with Bea Orr and Bo Kell left early.", ["Bea Orr"]),
        ("It was with Bea Orr’s aide.", ["Bea Orr’s aide"]),
        ("It was with joy.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_lists(text: str, members: list[str]) -> None:
    found, sentence = parse(text)
    after = index(sentence, "with") + 1
    assert [found.words(p.span) for p in list_after(sentence, after)] == members

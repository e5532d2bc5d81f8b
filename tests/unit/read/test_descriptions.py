"""What to call those without a name, and what they are."""

import pytest

from onrecord.core import EntityKind
from onrecord.read.descriptions import described_kind, described_name


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a port official", EntityKind.PERSON),
        ("two officials", EntityKind.GROUP),
        ("officials", EntityKind.GROUP),
        ("people linked to the port", EntityKind.GROUP),
        ("people working for Orr", EntityKind.GROUP),
        ("members of the crew", EntityKind.GROUP),
        ("the ferry company", EntityKind.ORGANISATION),
        ("ferry companies", EntityKind.GROUP),
    ],
)
def test_kind(words: str, kind: EntityKind) -> None:
    assert described_kind(words) is kind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("by two officials", "two officials"),
        ("two  officials\nof the port,", "two officials of the port"),
        ("“a friend”", "a friend"),
        ("an aide, " + "who asked not to be named " * 5, "an aide"),
    ],
    ids=["preposition", "one line", "quoted", "long"],
)
def test_name(words: str, name: str) -> None:
    assert described_name(words) == name

"""Names that stand where only a name can."""

import pytest

from onrecord.read.overlooked import overlooked_names
from tests.unit.read.stage import stage


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Radio Null’s Una Brask asked.", ["Una Brask"]),
        ("Port spokesman Una Brask asked.", ["Una Brask"]),
        ("Later, Maria Brask asked.", ["Maria Brask"]),
        ("Later, Tern Island sank.", []),
        ("Christian Rev. Orr spoke.", []),
        ("Bea Orr spoke. Then Orr left.", []),
        ("Arno Tesk spoke, then Tesk left.", ["Tesk"]),
        ("Arno Tesk spoke of the Tesk Line.", []),
    ],
    ids=[
        "after a station",
        "after a title",
        "by first name",
        "a place",
        "a form of address",
        "found already",
        "surname again",
        "part of a longer name",
    ],
)
def test_overlooked_names(text: str, found: list[str]) -> None:
    staged = stage(
        text, people=["Bea Orr", "Arno Tesk", *(["Orr"] if "Then Orr" in text else [])]
    )
    assert [n.span.of(text) for n in overlooked_names(staged.findings)] == found

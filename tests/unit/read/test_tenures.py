"""Posts that a text gives people."""

import pytest

from onrecord.read.tenures import find_tenures
from tests.unit.read.stage import stage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Bea Orr came.", [("Bea Orr", "Mayor", None)]),
        ("Bea Orr, the mayor, came.", [("Bea Orr", "mayor", None)]),
        ("Westmark ambassador Bea Orr came.", [("Bea Orr", "ambassador", "Westmark")]),
        (
            "Mayor Bea Orr came. Orr, a lawyer, left.",
            [("Bea Orr", "Mayor", None), ("Bea Orr", "lawyer", None)],
        ),
        (
            "Mayor Bea Orr came. Mayor Orr left.",
            [("Bea Orr", "Mayor", None)],
        ),
        ("Bea Orr came with a mayor.", []),
        ("The mayor met Bea Orr.", []),
    ],
    ids=["before", "after", "of what", "two posts", "once", "of another", "met"],
)
def test_posts_stand_beside_names(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = stage(text)
    assert [
        (found.name(one.figure), found.words(one.title), found.name(one.of))
        for one in find_tenures(found.findings, found.cast)
    ] == expected

"""Names gathered into figures, and people kept apart where it is in doubt."""

import pytest

from onrecord.core import Span
from tests.unit.read.stage import stage


def names(text: str, **more: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """List the figures with how each is called, in text order."""
    found = stage(text, **more)  # type: ignore[arg-type]
    return [
        (figure.name, tuple(found.words(m.span) or "" for m in figure.mentions))
        for figure in found.cast.figures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Arno Vell came. Vell left.",
            [("Arno Vell", ("Arno Vell", "Vell"))],
        ),
        (
            "Vell came. Arno Vell left.",
            [("Arno Vell", ("Vell", "Arno Vell"))],
        ),
        (
            "Arno Vell and Bea Vell came. Vell left.",
            [
                ("Arno Vell", ("Arno Vell",)),
                ("Bea Vell", ("Bea Vell",)),
                ("Vell", ("Vell",)),
            ],
        ),
        (
            "Arno Vell came. Arno Vell sat. Bea Vell came. Vell left.",
            [
                ("Arno Vell", ("Arno Vell", "Arno Vell", "Vell")),
                ("Bea Vell", ("Bea Vell",)),
            ],
        ),
        (
            "The Vell campaign met Arno Vell.",
            [
                ("Arno Vell", ("Vell", "Arno Vell")),
                ("Vell campaign", ("Vell campaign",)),
            ],
        ),
    ],
    ids=["later", "earlier", "two alike", "one clearly meant", "a body of the name"],
)
def test_surnames_join_full_names(text: str, expected: list[object]) -> None:
    assert names(text, people=["Arno Vell", "Bea Vell", "Vell"]) == expected


def test_initials_join_a_bodys_name() -> None:
    assert names(
        "The Harbour Board met. The HB left.", bodies=["Harbour Board", "HB"]
    ) == [("Harbour Board", ("Harbour Board", "HB"))]


def test_a_form_of_address_is_nobody() -> None:
    assert names("Mr. Vell came.", people=["Mr", "Vell"]) == [("Vell", ("Vell",))]


def test_all_mentions_are_of_their_figures_kind() -> None:
    found = stage(
        "Port Hallin slept. They live in Port Hallin.", people=["Port Hallin"]
    )
    assert {named.kind for named, _ in found.cast.mentions} == {"place"}


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr. Vell came.", "m"),
        ("Ms. Vell came.", "f"),
        ("Chairwoman Vell came.", "f"),
        ("Vell said he was late.", "m"),
        ("Vell said she was late.", "f"),
        ("Vell and Orr said she was late.", None),
        ("Vell came.", None),
    ],
)
def test_gender_is_what_the_text_tells(text: str, gender: str | None) -> None:
    (figure, *_) = stage(text, people=["Vell", "Orr"]).cast.figures
    assert figure.gender == gender


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Port spokesman Bo Kell came. Later", "Bo Kell"),
        ("Port spokesman Bo Kell and town spokesman Cy Dunn came. Later", None),
        ("Bo Kell came. Later", None),
    ],
    ids=["one", "two", "none"],
)
def test_only_one_can_be_the_spokesman(text: str, holder: str | None) -> None:
    found = stage(text)
    assert found.name(found.cast.holder("spokesman", len(text))) == holder


def test_nobody_holds_a_post_before_being_named() -> None:
    found = stage("Later came spokesman Bo Kell.")
    assert found.cast.holder("spokesman", 0) is None


def test_figures_are_found_by_place() -> None:
    found = stage("Bea Orr met Arno Vell.")
    assert [
        found.name(found.cast.at(Span(a, b))) for a, b in ((4, 5), (8, 11), (12, 13))
    ] == [
        "Bea Orr",
        None,
        "Arno Vell",
    ]

"""Names cut to size, and places told from people."""

import pytest

from onrecord.core import MentionForm, Span
from onrecord.read.found import Named
from onrecord.read.names import apart, dateline, without_origin, without_title
from onrecord.read.places import is_place


def whole(text: str, kind: str = "person") -> Named:
    return Named(Span(0, len(text)), kind, MentionForm.NAME)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ambassador Bea Orr", "Bea Orr"),
        ("Sen. Orr", "Orr"),
        ("Bea Orr", "Bea Orr"),
        ("Ambassador", "Ambassador"),
        ("General of the Port", "General of the Port"),
    ],
)
def test_a_title_is_no_part_of_a_name(text: str, name: str) -> None:
    assert without_title(text, whole(text)).span.of(text) == name


def test_people_joined_by_and_are_as_many_people() -> None:
    text = "Bea Orr and Arno Vell"
    assert [n.span.of(text) for n in apart(text, whole(text))] == [
        "Bea Orr",
        "Arno Vell",
    ]
    text = "Ports and Harbours Board"
    assert list(apart(text, whole(text, "organisation"))) == [
        whole(text, "organisation")
    ]
    assert [
        n.span.of("Andrew Sand") for n in apart("Andrew Sand", whole("Andrew Sand"))
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("PORT VELL — The ferry left.", "place"),
        ("PORT VELL (Harbour News) – The ferry left.", "place"),
        ("PORT VELL, Skarne — The ferry left.", "place"),
        ("PORT VELL spoke — and left.", "person"),
    ],
)
def test_a_dateline_is_a_place(text: str, kind: str) -> None:
    named = Named(Span(0, len("PORT VELL")), "person", MentionForm.NAME)
    assert dateline(text, named).kind == kind


def test_a_title_stays_in_a_bodys_name() -> None:
    text = "Governor Motors"
    assert without_title(text, whole(text, "organisation")).span.of(text) == text


def test_a_person_of_a_place_is_two_names() -> None:
    text = "Bea Orr of Port Null"
    cut = [(n.kind, n.span.of(text)) for n in without_origin(text, whole(text))]
    assert cut == [("person", "Bea Orr"), ("place", "Port Null")]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Port Hallin slept.", "Port Hallin", True),
        ("Lake Orrin froze.", "Lake Orrin", True),
        ("They live in Orrin.", "Orrin", True),
        ("They met Orrin.", "Orrin", False),
        ("They believe in Mr. Orrin.", "Orrin", False),
        ("They believe in Mayor Orrin.", "Orrin", False),
        ("Porter Hallin slept.", "Porter Hallin", False),
    ],
)
def test_places_are_told_from_people(text: str, name: str, *, place: bool) -> None:
    start = text.index(name)
    named = Named(Span(start, start + len(name)), "person", MentionForm.NAME)
    assert is_place(text, [named]) is place

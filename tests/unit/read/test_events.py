"""Events: what happened to whom, and what did not."""

from datetime import date

import pytest

from onrecord.core import Modality
from onrecord.read.events import find_events
from tests.unit.read.stage import Stage, stage


def events(text: Stage) -> list[tuple[str, str | None]]:
    return [
        (found.kind, text.name(found.roles[0][1].figure))
        for found in find_events(text.happenings)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bea Orr resigned as mayor.", ("resignation", "Bea Orr")),
        ("Bea Orr stepped down.", ("resignation", "Bea Orr")),
        ("Bea Orr’s resignation came late.", ("resignation", "Bea Orr")),
        ("Bea Orr recused herself from the case.", ("recusal", "Bea Orr")),
        ("Bea Orr was fired.", ("dismissal", "Bea Orr")),
        ("Arno Vell fired Bea Orr.", ("dismissal", "Bea Orr")),
        ("Arno Vell appointed Bea Orr.", ("appointment", "Bea Orr")),
        ("Bea Orr was nominated.", ("nomination", "Bea Orr")),
        ("Bea Orr was indicted.", ("indictment", "Bea Orr")),
        ("Bea Orr testified.", ("testimony", "Bea Orr")),
        ("Bea Orr did not disclose the talks.", ("non-disclosure", "Bea Orr")),
        ("Bea Orr disclosed the talks.", ("disclosure", "Bea Orr")),
        ("Bea Orr kept the crew in the dark.", ("non-disclosure", "Bea Orr")),
        ("Police opened an inquiry into Bea Orr.", ("investigation", "Bea Orr")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_event_concerns_somebody(text: str, expected: tuple[str, str]) -> None:
    assert events(stage(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    ["Somebody resigned.", "The ferry was fired up.", "Bea Orr was calm."],
)
def test_no_event_is_made_up(text: str) -> None:
    assert events(stage(text)) == []


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("Bea Orr resigned.", Modality.HAPPENED),
        ("Bea Orr did not resign.", Modality.NOT_HELD),
        ("Bea Orr will resign.", Modality.PLANNED),
        ("<s>Vell</> <c>denied</> <t>that Bea Orr resigned</>.", Modality.DENIED),
        ("<s>Vell</> <c>said</> <t>Bea Orr never resigned</>.", Modality.DENIED),
        ("<s>Vell</> <c>said</> <t>Bea Orr did not declare it</>.", Modality.HAPPENED),
        ("<s>Vell</> <c>denied</> <t>she did not declare it</>.", Modality.DENIED),
    ],
)
def test_modality_of_an_event(marked: str, modality: Modality) -> None:
    text = stage("Bea Orr came. Ms. Orr left. " + marked)
    assert [found.modality for found in find_events(text.happenings)] == [modality]


def test_an_event_has_its_time_and_teller() -> None:
    text = stage(
        "<s>Bo Kell</> <c>said</> <t>Bea Orr resigned in February</>.",
        published=date(2031, 3, 5),
    )
    (found,) = find_events(text.happenings)
    assert (text.words(found.time), found.by) == ("February", 0)

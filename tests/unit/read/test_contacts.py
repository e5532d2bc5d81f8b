"""Contacts: who with whom, and never one as held that the text denies or only plans."""

from datetime import date

import pytest

from onrecord.core import Modality
from onrecord.read.contacts import find_contacts
from onrecord.read.found import ContactFound
from tests.unit.read.stage import Stage, stage


def contacts(text: Stage) -> list[tuple[str, list[str | None]]]:
    """List triggers, each with its parties: names, or words of the text."""
    return [
        (
            found.trigger.of(text.text),
            [text.name(p.figure) or text.words(p.span) for p in found.parties],
        )
        for found in find_contacts(text.happenings)
    ]


def only(marked: str, **more: object) -> tuple[Stage, ContactFound]:
    text = stage(marked, **more)  # type: ignore[arg-type]
    (found,) = find_contacts(text.happenings)
    return text, found


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        ("Bea Orr met Arno Vell.", "met", ["Bea Orr", "Arno Vell"]),
        ("Bea Orr met with Arno Vell.", "met", ["Bea Orr", "Arno Vell"]),
        ("Bea Orr and Arno Vell met.", "met", ["Bea Orr", "Arno Vell"]),
        ("Arno Vell was visited by Bea Orr.", "visited", ["Arno Vell", "Bea Orr"]),
        ("Bea Orr telephoned Arno Vell.", "telephoned", ["Bea Orr", "Arno Vell"]),
        ("Bea Orr wrote to Arno Vell.", "wrote", ["Bea Orr", "Arno Vell"]),
        (
            "Bea Orr had a meeting with Arno Vell.",
            "meeting",
            ["Bea Orr", "Arno Vell"],
        ),
        (
            "A dinner between Bea Orr and Arno Vell ran long.",
            "dinner",
            ["Bea Orr", "Arno Vell"],
        ),
        ("Bea Orr’s call with Arno Vell ran long.", "call", ["Bea Orr", "Arno Vell"]),
        (
            "Bea Orr met Arno Vell and Bo Kell.",
            "met",
            ["Bea Orr", "Arno Vell", "Bo Kell"],
        ),
        (
            "Bea Orr met two aides to Arno Vell.",
            "met",
            ["Bea Orr", "two aides to Arno Vell"],
        ),
        ("Bea Orr, who met Arno Vell, resigned.", "met", ["Bea Orr", "Arno Vell"]),
        (
            "Bea Orr huddled with Port Union officials.",
            "huddled",
            ["Bea Orr", "Port Union officials"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_parties_stand_around_the_trigger(
    text: str, trigger: str, parties: list[str]
) -> None:
    assert contacts(stage(text)) == [(trigger, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "Bea Orr spoke to reporters.",
        "Bea Orr met the press.",
        "Bea Orr met the deadline.",
        "Bea Orr and Arno Vell did not meet the deadline of the court.",
        "Bea Orr did not meet the Harbour Board’s standards.",
        "Bea Orr and Arno Vell spoke at a rally.",
        "Bea Orr visited Ostrand.",
        "Bea Orr called for calm.",
        "Bea Orr called Arno Vell a liar.",
        "Bea Orr left. A meeting was held.",
        "Bea Orr read the meeting room plan to Arno Vell.",
        "Bea Orr and Arno Vell like tea.",
        "They met.",
        "Bea Orr met many others.",
        "Bea Orr met people.",
        "Bea Orr met people from the other.",
    ],
)
def test_no_contact_is_made_up(text: str) -> None:
    assert contacts(stage(text)) == []


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        # In the article's own voice.
        ("Bea Orr met Arno Vell.", Modality.HAPPENED),
        ("Bea Orr did not meet Arno Vell.", Modality.NOT_HELD),
        ("Bea Orr never met Arno Vell.", Modality.NOT_HELD),
        ("Bea Orr left without meeting Arno Vell.", Modality.NOT_HELD),
        ("Bea Orr held no talks with Arno Vell.", Modality.NOT_HELD),
        ("Bea Orr refused to meet Arno Vell.", Modality.NOT_HELD),
        ("Bea Orr cancelled a meeting with Arno Vell.", Modality.NOT_HELD),
        ("Bea Orr’s meeting with Arno Vell was cancelled.", Modality.NOT_HELD),
        ("Bea Orr’s meeting with Arno Vell in May was cancelled.", Modality.NOT_HELD),
        ("Bea Orr’s talks with Arno Vell on fish were called off.", Modality.NOT_HELD),
        ("Bea Orr’s talks with Arno Vell due in May were scrapped.", Modality.NOT_HELD),
        ("Bea Orr met Arno Vell and said the vote was cancelled.", Modality.HAPPENED),
        ("Neither Bea Orr nor Bo Kell met Arno Vell.", Modality.NOT_HELD),
        ("Bea Orr will meet Arno Vell.", Modality.PLANNED),
        ("Bea Orr is to meet Arno Vell.", Modality.PLANNED),
        ("Bea Orr plans to meet Arno Vell.", Modality.PLANNED),
        ("Bea Orr agreed to meet Arno Vell.", Modality.PLANNED),
        ("Bea Orr is meeting Arno Vell next week.", Modality.PLANNED),
        ("Bea Orr wants to meet Arno Vell.", Modality.HYPOTHETICAL),
        ("Bea Orr could meet Arno Vell.", Modality.HYPOTHETICAL),
        ("If Bea Orr met Arno Vell, it rained.", Modality.HYPOTHETICAL),
        ("Bea Orr allegedly met Arno Vell.", Modality.ALLEGED),
        ("Bea Orr denied that she met Arno Vell.", Modality.DENIED),
        ("Bea Orr denied meeting Arno Vell.", Modality.DENIED),
        ("Bea Orr managed to meet Arno Vell.", Modality.HAPPENED),
        ("Bea Orr did not disclose meeting Arno Vell.", Modality.HAPPENED),
        ("Bea Orr not only met Arno Vell.", Modality.HAPPENED),
        ("Bea Orr, who denied theft, met Arno Vell.", Modality.HAPPENED),
        # In somebody's words.
        (
            "<s>Bo Kell</> <c>said</> <t>Bea Orr met Arno Vell</>.",
            Modality.HAPPENED,
        ),
        (
            "<s>Bo Kell</> <c>said</> <t>Bea Orr never met Arno Vell</>.",
            Modality.DENIED,
        ),
        (
            "<s>Bo Kell</> <c>denied</> <t>that Bea Orr met Arno Vell</>.",
            Modality.DENIED,
        ),
        (
            "<s>Bo Kell</> <c>denies</> <t>a meeting between Bea Orr and Arno Vell</>.",
            Modality.DENIED,
        ),
        (
            "<s>Bo Kell</> <c>rejected claims</> <t>that Bea Orr met Arno Vell</>.",
            Modality.DENIED,
        ),
        (
            "<s>Bo Kell</> <c>accused</> <t>Bea Orr of meeting Arno Vell</>.",
            Modality.ALLEGED,
        ),
        (
            "<s>Bo Kell</> <c>said</> <t>Bea Orr would meet Arno Vell</>.",
            Modality.PLANNED,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else str(value),
)
def test_modality_is_what_the_text_says(marked: str, modality: Modality) -> None:
    assert {found.modality for found in find_contacts(stage(marked).happenings)} == {
        modality
    }


@pytest.mark.parametrize(
    "words",
    [
        "Bea Orr didn’t meet Arno Vell",
        "Bea Orr and Arno Vell never spoke",
        "It is not true that Bea Orr met Arno Vell",
        "It’s false that Bea Orr met Arno Vell",
        "At no time did Bea Orr meet Arno Vell",
        "Never did Bea Orr meet Arno Vell",
        "Bea Orr has not had any meetings with Arno Vell",
        "There was no meeting between Bea Orr and Arno Vell",
        "Nobody from the Port Union met Arno Vell",
        "None of the Port Union officials met Arno Vell",
        "Neither Bea Orr nor Cy Dunn met Arno Vell",
        "Bea Orr had no contact with Arno Vell",
    ],
)
def test_a_denial_in_quotation_marks_is_one(words: str) -> None:
    text = stage(f"<t>“{words},”</> <s>Bo Kell</> <c>said</>.")
    (found,) = find_contacts(text.happenings)
    assert (found.modality, found.by) == (Modality.DENIED, 0)


def test_a_denied_topic_leaves_the_contact_denied_only_about_it() -> None:
    text = stage(
        "<t>“Bea Orr had lots of meetings with Arno Vell. But there were no meetings "
        "about the ferry,”</> <s>Bo Kell</> <c>said</>."
    )
    first, second = find_contacts(text.happenings)
    assert (first.modality, first.topic) == (Modality.HAPPENED, None)
    assert (second.modality, text.words(second.topic)) == (Modality.DENIED, "the ferry")
    assert [p.figure for p in first.parties] == [p.figure for p in second.parties]


def test_a_contact_in_somebodys_words_is_theirs() -> None:
    text = stage(
        "<s1>Bo Kell</> <c1>said</> <t1>Bea Orr met Arno Vell</>. Bea Orr met Cy Dunn."
    )
    assert [found.by for found in find_contacts(text.happenings)] == [0, None]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Mr. Vell left. He met Bea Orr.", ["Vell", "Bea Orr"]),
        ("Ms. Orr resigned after reports that she met Bo Kell.", ["Orr", "Bo Kell"]),
        ("Arno Vell met Bo Kell. The two men spoke again.", ["Arno Vell", "Bo Kell"]),
        ("Bea Orr met Bo Kell. The meeting was short.", ["Bea Orr", "Bo Kell"]),
    ],
    ids=["he", "she", "the two men", "the meeting"],
)
def test_parties_are_resolved(text: str, parties: list[str]) -> None:
    assert contacts(stage(text))[-1][1] == parties


def test_he_is_no_town() -> None:
    text = stage(
        "Port Hallin slept. He met Bo Kell.", people=["Port Hallin", "Bo Kell"]
    )
    assert contacts(text) == []


def test_she_is_no_party_where_no_woman_is_named() -> None:
    assert contacts(stage("Mr. Vell left. She met Mr. Kell.")) == []


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("<t>“I met Arno Vell,”</> <s>Bea Orr</> <c>said</>.", "Bea Orr"),
        ("<s>Bea Orr</> <c>said</> <t>she met Arno Vell</>.", "Bea Orr"),
    ],
    ids=["I", "she"],
)
def test_the_speaker_tells_of_their_own_contact(marked: str, speaker: str) -> None:
    assert contacts(stage(marked)) == [("met", [speaker, "Arno Vell"])]


def test_circumstances_are_kept() -> None:
    text, found = only(
        "Bea Orr met Arno Vell in Ostrand on 3 May 2030 to discuss the ferry licence."
    )
    assert text.words(found.place) == "Ostrand"
    assert text.words(found.topic) == "the ferry licence"
    assert text.words(found.time) == "3 May 2030"


@pytest.mark.parametrize(
    ("published", "modality"),
    [(date(2030, 5, 1), Modality.PLANNED), (date(2030, 6, 1), Modality.HAPPENED)],
    ids=["to come", "gone by"],
)
def test_a_day_after_publication_is_to_come(
    published: date, modality: Modality
) -> None:
    _, found = only("Bea Orr meets Arno Vell on 3 May 2030.", published=published)
    assert found.modality is modality

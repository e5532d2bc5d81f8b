"""Contacts that the network sees: who takes part and how they are told."""

from dataclasses import replace

import pytest

from onrecord.core import ContactKind, Modality, Span
from onrecord.read.contacts import find_contacts
from onrecord.read.contacts_seen import contacts_seen
from onrecord.read.found import ContactFound, ContactSeen
from onrecord.read.happenings import Happenings
from onrecord.read.scene import set_scene
from tests.unit.read.stage import Stage, stage

HELD = {m: float(m is Modality.HAPPENED) for m in Modality}


def seen(
    text: Stage,
    trigger: str,
    *parties: str,
    prob: float = 0.9,
    kind: ContactKind = ContactKind.MEETING,
) -> ContactSeen:
    """See a contact at the last place of its trigger."""

    def place(words: str) -> Span:
        start = text.text.rindex(words)
        return Span(start, start + len(words))

    kinds = {k: float(k is kind) for k in ContactKind}
    where = tuple(sorted(map(place, parties)))
    return ContactSeen(place(trigger), where, None, None, None, kinds, HELD, prob)


def contacts(text: Stage, *found: ContactSeen) -> tuple[ContactFound, ...]:
    findings = replace(text.findings, contacts=found)
    scene = set_scene(findings, text.cast)
    return contacts_seen(Happenings(scene, text.claims))


def parties(text: Stage, contact: ContactFound) -> list[str | None]:
    return [text.name(p.figure) or text.words(p.span) for p in contact.parties]


def test_parties_are_whom_the_spans_name() -> None:
    text = stage("Bea Orr met an envoy in Port Null.")
    (contact,) = contacts(text, seen(text, "met", "Bea Orr", "an envoy"))
    assert parties(text, contact) == ["Bea Orr", "an envoy"]
    assert contact.modality is Modality.HAPPENED


def test_an_unlikely_contact_is_left_out() -> None:
    text = stage("Bea Orr met Arno Vell.")
    assert not contacts(text, seen(text, "met", "Bea Orr", "Arno Vell", prob=0.2))


def test_one_known_party_is_no_contact() -> None:
    text = stage("Bea Orr met in Port Null.")
    assert not contacts(text, seen(text, "met", "Bea Orr"))


def test_a_meeting_named_again_keeps_its_parties() -> None:
    text = stage("Bea Orr met Arno Vell on Monday. The meeting was short.")
    first, again = contacts(
        text, seen(text, "met", "Bea Orr", "Arno Vell"), seen(text, "meeting")
    )
    assert {p.figure for p in again.parties} == {p.figure for p in first.parties}


def test_a_letter_does_not_take_the_parties_of_a_meeting() -> None:
    text = stage("Bea Orr met Arno Vell on Monday. The letter was short.")
    found = contacts(
        text,
        seen(text, "met", "Bea Orr", "Arno Vell"),
        seen(text, "letter", kind=ContactKind.MESSAGE),
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        pytest.param("Bea Orr never met Arno Vell.", Modality.NOT_HELD, id="never"),
        pytest.param(
            "<s>Bea Orr</> <c>denied</> <t>that she met Arno Vell</>.",
            Modality.DENIED,
            id="denied",
        ),
        pytest.param("Bea Orr will have met Arno Vell.", Modality.PLANNED, id="will"),
    ],
)
def test_what_did_not_happen_is_not_shown_as_held(
    words: str, modality: Modality
) -> None:
    text = stage(words)
    (contact,) = contacts(text, seen(text, "met", "Bea Orr", "Arno Vell"))
    assert contact.modality is modality


def found_by_both(text: Stage, *found: ContactSeen) -> tuple[ContactFound, ...]:
    findings = replace(text.findings, contacts=found)
    scene = set_scene(findings, text.cast)
    return find_contacts(Happenings(scene, text.claims))


def test_what_rules_find_and_the_network_does_not_see_is_left_out() -> None:
    text = stage("Bea Orr met Arno Vell.")
    assert len(find_contacts(text.happenings)) == 1
    assert not found_by_both(text)


def test_where_both_find_one_it_is_told_once_with_the_networks_confidence() -> None:
    text = stage("Bea Orr met Arno Vell.")
    (contact,) = found_by_both(text, seen(text, "met", "Bea Orr", prob=0.6))
    assert parties(text, contact) == ["Bea Orr", "Arno Vell"]
    assert contact.confidence == 0.6


def test_what_only_the_network_sees_is_told_too() -> None:
    text = stage("Bea Orr broke bread beside Arno Vell.")
    assert not find_contacts(text.happenings)
    (contact,) = found_by_both(text, seen(text, "bread", "Bea Orr", "Arno Vell"))
    assert parties(text, contact) == ["Bea Orr", "Arno Vell"]


@pytest.mark.parametrize("words", ["setting up", "arranging", "brokering"])
def test_what_is_being_arranged_is_planned(words: str) -> None:
    text = stage(f"Bea Orr spoke about {words} a call with Arno Vell.")
    call = seen(text, "call", "Bea Orr", "Arno Vell", kind=ContactKind.CALL)
    (contact,) = contacts(text, call)
    assert contact.modality is Modality.PLANNED

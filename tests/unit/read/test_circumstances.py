"""When, where and about what a contact was."""

import pytest

from onrecord.read.circumstances import place_of, time_of, topic_of
from tests.unit.read.syntax.parse import index, parse


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Orr met Vell to discuss the lease.", "the lease"),
        ("Orr met Vell about the lease.", "the lease"),
        ("Orr met Vell to talk about the lease.", "the lease"),
        ("Orr met Vell about the lease on Monday.", "the lease"),
        ("Orr met Vell over “the lease”.", "the lease"),
        ("Orr met Vell about whether to sail.", "whether to sail"),
        ("Orr met Vell, who wrote about the lease.", None),
        ("Orr met Vell and wrote about the lease.", None),
        ("Orr met Vell.", None),
    ],
)
def test_topic(text: str, topic: str | None) -> None:
    found, sentence = parse(text)
    assert found.words(topic_of(sentence, index(sentence, "met"))) == topic


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Orr met Vell in Ostrand.", "Ostrand"),
        ("Orr met Vell in May.", None),
        ("Orr met Vell, who was born in Ostrand.", None),
        ("In Ostrand it rained.", None),
    ],
)
def test_place(text: str, place: str | None) -> None:
    found, sentence = parse(text)
    at = index(sentence, "met") if "met" in text else 0
    assert found.words(place_of(sentence, at)) == place


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Orr met Vell in May 2030.", "May 2030"),
        ("In May 2030 Orr met Vell.", "May 2030"),
        ("In May 2030 Orr met Vell in June 2030.", "June 2030"),
        ("Orr met Vell and Kell left in May 2030.", None),
        ("Orr met Vell, who resigned in May 2030.", None),
        ("Orr met Vell.", None),
    ],
)
def test_time(text: str, time: str | None) -> None:
    found, sentence = parse(text)
    at = index(sentence, "met")
    spans = [one.span for one in found.happenings.times]
    assert found.words(time_of(sentence, (at, at), spans)) == time

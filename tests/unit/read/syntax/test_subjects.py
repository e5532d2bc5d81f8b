"""Who does what a verb says."""

import pytest

from onrecord.read.syntax.subjects import clause_subject, subjects_of
from tests.unit.read.syntax.parse import index, parse


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Bea Orr met Bo Kell.", "met", ["Bea Orr"]),
        ("Bea Orr has never met Bo Kell.", "met", ["Bea Orr"]),
        ("Bea Orr and Arno Vell met Bo Kell.", "met", ["Bea Orr", "Arno Vell"]),
        ("Bea Orr, who met Bo Kell, left.", "met", ["Bea Orr"]),
        ("Bea Orr, the mayor, met Bo Kell.", "met", ["Bea Orr"]),
        ("Bea Orr’s aide met Bo Kell.", "met", ["Bea Orr’s aide"]),
        ("An aide of Bea Orr met Bo Kell.", "met", ["An aide of Bea Orr"]),
        ("An aide to Bea Orr met Bo Kell.", "met", ["An aide to Bea Orr"]),
        ("In Ostrand, an aide to Bea Orr met Bo Kell.", "met", ["an aide to Bea Orr"]),
        ("Orr came from Ostrand and he met Bo Kell.", "met", ["he"]),
        ("After meeting Bo Kell, Bea Orr left.", "meeting", ["Bea Orr"]),
        ("Bea Orr left to meet Bo Kell.", "meet", ["Bea Orr"]),
        ("Bea Orr urged Arno Vell to meet Bo Kell.", "meet", ["Arno Vell"]),
        ("Bea Orr said Arno Vell met Bo Kell.", "met", ["Arno Vell"]),
        ("Bea Orr sat and met Bo Kell.", "met", ["Bea Orr"]),
        ("It rained; met Bo Kell.", "met", []),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_subject_of_a_verb(text: str, verb: str, subjects: list[str]) -> None:
    found, sentence = parse(text)
    at = index(sentence, verb)
    assert [found.words(p.span) for p in subjects_of(sentence, at)] == subjects


@pytest.mark.parametrize(
    ("text", "word", "subjects"),
    [
        ("Bea Orr praised it in a letter.", "in", ["Bea Orr"]),
        ("In a letter, Bea Orr praised it.", "In", ["Bea Orr"]),
    ],
)
def test_subject_of_the_clause(text: str, word: str, subjects: list[str]) -> None:
    found, sentence = parse(text)
    at = index(sentence, word)
    assert [found.words(p.span) for p in clause_subject(sentence, at)] == subjects

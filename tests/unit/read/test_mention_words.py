"""Pronouns found, and the words that mentions are compared by."""

import pytest

from onrecord.read.mention_words import find_pronouns, mention_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("She met him.", ["She", "him"], id="plain"),
        pytest.param("The US and IT firms", [], id="names in capitals"),
        pytest.param("I said so; i did not", ["I"], id="I is a capital"),
        pytest.param("theme, heart, usher", [], id="inside words"),
        pytest.param("", [], id="empty"),
    ],
)
def test_pronouns(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_pronouns(text)] == found


def test_pronouns_of_a_stretch_only() -> None:
    assert [span.start for span in find_pronouns("he he he", 2, 5)] == [3]


@pytest.mark.parametrize(
    ("words", "form", "found"),
    [
        pytest.param("an aide to Orr", "nominal", ("an", "aide"), id="up to the head"),
        pytest.param("She", "pronoun", ("she",), id="pronoun"),
        pytest.param("Ms. Bea Orr’s", "name", ("bea", "orr"), id="name to its core"),
    ],
)
def test_words_of_a_mention(words: str, form: str, found: tuple[str, ...]) -> None:
    assert mention_words(words, form) == found

"""Languages that are told, and texts whose language is left open."""

import pytest

from onrecord.ingest.languages import detect_language
from tests.unit.ingest.samples import LEGACY

# Nobody could be sure of these: few letters, most of them in names.
UNSURE = {"big5", "cp1252-en"}
SURE = {
    lang: text * 3
    for lang, encoding, text in LEGACY
    if not {encoding, f"{encoding}-{lang}"} & UNSURE
}


@pytest.mark.parametrize("language", SURE)
def test_language_of_a_few_sentences(language: str) -> None:
    assert detect_language(SURE[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No.",
        "🙂" * 200,
        "1 2 3 " * 100,
        "asdf qwer zxcv uiop hjkl vbnm tyui",
        "Brindlewick Odo Farrant Ann Teal Marlo Quist Vane Otterby",
        "\0\ud800" * 50,
    ],
    ids=["nothing", "short", "emoji", "digits", "keys", "names", "no-characters"],
)
def test_language_is_left_open(text: str) -> None:
    assert detect_language(text) is None


def test_language_does_not_hang_on_the_end_of_a_long_text() -> None:
    english = "The mayor of Brindlewick denied that any meeting took place. " * 60
    assert detect_language(english + "Le maire a tout nié. " * 1000) == "en"

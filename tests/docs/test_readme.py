"""The README's article is the example, and its record is what the command prints."""

import re

import pytest

from onrecord.cli.main import main
from tests.docs.markdown import REPOSITORY, blocks

README = REPOSITORY / "README.md"
ARTICLE = REPOSITORY / "examples" / "vellbridge-ferry-licence.txt"
LEFT_OUT = "[…]"


def pieces(text: str) -> list[str]:
    return [piece.strip("\n") for piece in text.split(LEFT_OUT) if piece.strip()]


def test_the_article_is_the_example() -> None:
    quoted = re.findall(r"^>(?: (.*))?$", README.read_text("utf-8"), re.MULTILINE)
    article = " ".join(ARTICLE.read_text("utf-8").split())
    for piece in pieces(" ".join(quoted)):
        assert " ".join(piece.split()) in article


@pytest.mark.models
def test_the_record_is_what_the_command_prints(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("ONRECORD_READER", "onrecord")
    monkeypatch.chdir(REPOSITORY)
    command = re.search(r"`onrecord (read [^`]+)`", README.read_text("utf-8"))
    assert command is not None
    assert main(command[1].split()) == 0
    printed = capfd.readouterr().out
    (shown,) = (text for language, text in blocks(README) if language == "text")
    place = 0
    for piece in pieces(shown):
        assert piece in printed[place:], f"run onrecord {command[1]} and put it in"
        place = printed.index(piece, place) + len(piece)

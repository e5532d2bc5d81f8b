"""The command itself: its help, its version, its schema and its demo."""

import json
from importlib.metadata import version
from pathlib import Path

import click
import jsonschema
import pytest

from onrecord.cli.main import LINES, cli
from tests.cli.running import Command


def test_help_lists_every_command(onrecord: Command) -> None:
    result = onrecord("--help")
    assert result.code == 0
    for name, line in LINES.items():
        assert f"  {name}" in result.out
        assert line.split()[0] in result.out


def test_without_a_command_the_help_is_shown(onrecord: Command) -> None:
    result = onrecord()
    assert "Commands:" in result.out + result.err


@pytest.mark.parametrize("name", LINES)
def test_every_command_has_help_with_examples(onrecord: Command, name: str) -> None:
    result = onrecord(name, "--help")
    assert result.code == 0
    assert f"Usage: onrecord {name}" in result.out
    assert f"  onrecord {name}" in result.out.split("Example", 1)[1]


@pytest.mark.parametrize("name", LINES)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [p for p in cli.commands[name].params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_version(onrecord: Command) -> None:
    assert onrecord("--version").out == f"onrecord {version('onrecord')}\n"


@pytest.mark.parametrize("arguments", [["raed"], ["read", "--fromat", "json", "x"]])
def test_a_slip_is_misuse(onrecord: Command, arguments: list[str]) -> None:
    result = onrecord(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "No such" in result.err


def test_schema_is_a_json_schema(onrecord: Command) -> None:
    result = onrecord("schema")
    assert result.code == 0
    schema = json.loads(result.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "attributions" in schema["properties"]


def test_demo_prints_and_writes_a_page(onrecord: Command) -> None:
    result = onrecord("demo")
    assert result.code == 0, result.err
    page = Path("onrecord-demo.html")
    assert str(page.resolve()) in result.out
    for name in ("harbour-courier.txt", "tarven-ledger.md", "Meridian News Network"):
        assert name in result.out
        assert name in page.read_text(encoding="utf-8")
    assert "17 May 2024" in result.out


def test_demo_into_a_missing_folder_is_misuse(onrecord: Command) -> None:
    result = onrecord("demo", "--output", "no/such/page.html")
    assert (result.code, result.out) == (2, "")

"""Links lead somewhere, and commands shown in the pages exist."""

import re
import shlex
from pathlib import Path

import click
import pytest

from docs import generate
from tests.docs.markdown import REPOSITORY, anchors, links, pages, shell_lines

COMMANDS = dict(generate.walk_commands(generate.cli, "onrecord"))
DECISIONS = sorted((REPOSITORY / "docs" / "decisions").glob("[0-9]*.md"))

each_page = pytest.mark.parametrize(
    "page", pages(), ids=lambda page: page.relative_to(REPOSITORY).as_posix()
)


def named_command(words: list[str]) -> tuple[str, list[str]]:
    """Split a command line into the longest known command and the rest."""
    name, rest = words[0], words[1:]
    while rest and f"{name} {rest[0]}" in COMMANDS:
        name, rest = f"{name} {rest[0]}", rest[1:]
    return name, rest


def known_options(command: click.Command) -> set[str]:
    context = click.Context(command)
    return {
        option
        for parameter in command.get_params(context)
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("-")
    }


@each_page
def test_relative_links_resolve(page: Path) -> None:
    broken = []
    for link in links(page):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        path = (page.parent / target).resolve() if target else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(link)
    assert broken == []


@each_page
def test_make_targets_exist(page: Path) -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):(?!=)", makefile, flags=re.MULTILINE))
    shown = {
        word
        for line in shell_lines(page)
        if line.startswith("make ")
        for word in shlex.split(line, comments=True)[1:]
        if "=" not in word
    }
    assert shown <= targets


@each_page
def test_commands_exist_with_their_options(page: Path) -> None:
    unknown = []
    for line in shell_lines(page):
        words = shlex.split(line.replace(".venv/bin/", ""), comments=True)
        if words[:1] != ["onrecord"]:
            continue
        name, rest = named_command(words)
        options = {word.partition("=")[0] for word in rest if word.startswith("--")}
        is_unknown_command = name == "onrecord" and not options and bool(rest)
        if is_unknown_command or options - known_options(COMMANDS[name]):
            unknown.append(line)
    assert unknown == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(page.name[:4]) for page in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_decision_says_what_was_rejected(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.startswith(f"# {page.name[:4]}: ")
    assert {"context", "decision", "rejected"} <= anchors(page)


def test_every_decision_is_listed() -> None:
    assert set(links(REPOSITORY / "docs/decisions/README.md")) == {
        page.name for page in DECISIONS
    }

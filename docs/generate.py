"""Write the reference pages from the code that they describe.

Run with ``make docs``. A test fails while a page differs from what this would write, so
no command, error code, setting or label can be added without its documentation.
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import click

import onrecord
from onrecord.cli.main import cli
from onrecord.core import labels
from onrecord.core.errors import OnRecordError
from onrecord.settings import Settings

REFERENCE = Path(__file__).parent / "reference"
NOTE = (
    "<!-- Written by `make docs`; change the code's own help or docstrings instead. -->"
)
HELP_WIDTH = 80


def commands_page(group: click.Group) -> str:
    """Describe every command as the terminal does."""
    parts = ["# Commands", NOTE, "Each of these is what `--help` prints."]
    for name, command in walk_commands(group, "onrecord"):
        context = click.Context(
            command,
            info_name=name,
            terminal_width=HELP_WIDTH,
            max_content_width=HELP_WIDTH,
        )
        parts += [f"## {name}", f"```text\n{command.get_help(context)}\n```"]
    return page(parts)


def walk_commands(
    command: click.Command, name: str
) -> Iterator[tuple[str, click.Command]]:
    """Give a command and those under it, each with its full name."""
    yield name, command
    if isinstance(command, click.Group):
        for below, child in sorted(command.commands.items()):
            yield from walk_commands(child, f"{name} {below}")


def errors_page() -> str:
    """Describe every error code."""
    import_everything()
    rows = [
        f"| `{error.code}` | `{error.__name__}` | {first_paragraph(error)} |"
        for error in sorted(error_classes(OnRecordError), key=lambda error: error.code)
    ]
    return page(
        [
            "# Errors",
            NOTE,
            "A code never changes; the message beside it is for people and may.",
            table("| code | class | means |", rows),
            "## Exit codes",
            table(
                "| code | means |",
                [
                    "| 0 | done |",
                    "| 1 | failed: nothing could be done |",
                    "| 2 | misused: an unknown command, option or value |",
                    "| 3 | done with issues: some inputs failed, and each is named |",
                    "| 130 | stopped by Ctrl-C: what was finished is kept |",
                ],
            ),
        ]
    )


def import_everything() -> None:
    """Load each module, so that every error class is known."""
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if module.name != "onrecord.__main__" and ".migrations" not in module.name:
            importlib.import_module(module.name)


def error_classes(base: type[OnRecordError]) -> Iterator[type[OnRecordError]]:
    """Give a class and all that derive from it."""
    yield base
    for derived in base.__subclasses__():
        yield from error_classes(derived)


def settings_page() -> str:
    """Describe every setting."""
    described = documented_attributes(Settings)
    rows = [
        f"| `ONRECORD_{field.name.upper()}` | `{field.name}` "
        f"| {described[field.name]} |"
        for field in fields(Settings)
    ]
    return page(
        [
            "# Settings",
            NOTE,
            "Read once from the environment when a command starts; an option wins.",
            table("| variable | field of `Settings` | means |", rows),
        ]
    )


def labels_page() -> str:
    """Describe every closed set of words that a record uses."""
    parts = [
        "# Labels",
        NOTE,
        "The words that stand in a record's JSON. A word outside its set is refused.",
    ]
    for name in labels.__all__:
        label = getattr(labels, name)
        described = documented_attributes(label)
        rows = [
            f"| `{member.value}` | {described.get(member.name, '')} |"
            for member in members(label)
        ]
        parts += [f"## {name}", first_paragraph(label)]
        if described:
            parts.append(table("| word | means |", rows))
        else:
            parts.append(", ".join(f"`{member.value}`" for member in members(label)))
    return page(parts)


def members(label: type[StrEnum]) -> list[StrEnum]:
    """List an enumeration's members in the order of their definition."""
    return list(label)


def documented_attributes(kind: type) -> dict[str, str]:
    """Read the ``Attributes`` section of a class's docstring, by attribute."""
    docstring = inspect.getdoc(kind) or ""
    _, _, section = docstring.partition("\nAttributes:\n")
    section = re.split(r"\n(?=\S)", section, maxsplit=1)[0]
    entries = re.findall(
        r"^    (\w+)(?: \([^)]*\))?: (.*(?:\n {5,}.*)*)", section, flags=re.MULTILINE
    )
    return {name: " ".join(text.split()) for name, text in entries}


def first_paragraph(kind: type) -> str:
    """Give the first paragraph of a class's own docstring, on one line."""
    return " ".join((kind.__doc__ or "").strip().split("\n\n")[0].split())


def table(head: str, rows: list[str]) -> str:
    """Lay out a Markdown table."""
    rule = re.sub(r"[^|]+", " --- ", head)
    return "\n".join([head, rule, *rows])


def page(parts: list[str]) -> str:
    """Join the parts of a page."""
    return "\n\n".join(parts) + "\n"


def pages() -> dict[str, str]:
    """Give each generated page under its file name in ``docs/reference``."""
    return {
        "commands.md": commands_page(cli),
        "errors.md": errors_page(),
        "labels.md": labels_page(),
        "settings.md": settings_page(),
    }


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

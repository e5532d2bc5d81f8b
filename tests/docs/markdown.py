"""What the tests beside this module need to know of a Markdown file."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
# Folders whose pages are ours; what tools make or install is not.
FOLDERS = (".", "docs", "evals", "examples", "src", "tests", "training")

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@cache
def pages() -> tuple[Path, ...]:
    """Give every Markdown page of the project."""
    found = set(REPOSITORY.glob("*.md"))
    for folder in FOLDERS[1:]:
        found.update((REPOSITORY / folder).rglob("*.md"))
    return tuple(sorted(found))


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """Give each fenced block's language and text."""
    yield from FENCE.findall(page.read_text("utf-8"))


def prose(page: Path) -> str:
    """Give a page without its fenced blocks."""
    return FENCE.sub("", page.read_text("utf-8"))


def links(page: Path) -> list[str]:
    return LINK.findall(prose(page))


def anchors(page: Path) -> set[str]:
    """Give the anchors of a page's headings, as GitHub makes them."""
    headings = HEADING.findall(prose(page))
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in headings
    }


def shell_lines(page: Path) -> list[str]:
    """Give each command line of a page's shell blocks and of its inline code."""
    lines = []
    for language, text in blocks(page):
        if language in {"console", "sh", "bash", "shell"}:
            lines += [line.removeprefix("$ ") for line in text.splitlines()]
    lines += re.findall(r"`((?:make|onrecord|\.venv/bin/onrecord) [^`]+)`", prose(page))
    return lines

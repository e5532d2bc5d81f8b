"""``onrecord versions``: how the text of a page changed."""

import difflib
import json
import re
import sys
from collections.abc import Iterator
from itertools import pairwise

import click

from onrecord.cli.options import takes_archive
from onrecord.cli.terminal import printable, say, wants_colour
from onrecord.core.errors import NotFoundError
from onrecord.store import Archive, Version

EXAMPLES = """\b
Examples:
  onrecord versions https://example.org/article
  onrecord versions doc_3f2a --compare 1 3
  onrecord versions article.html --json
"""
# A word with the blanks behind it: blanks alone would match everywhere.
_WORD = re.compile(r"\s*\S+\s*")
_CONTEXT_WORDS = 12


@click.command("versions", epilog=EXAMPLES)
@click.argument("reference", metavar="ID")
@takes_archive
@click.option(
    "--compare",
    "numbers",
    type=click.IntRange(min=1),
    nargs=2,
    metavar="OLD NEW",
    help="Compare these two.  [default: each with the one before]",
)
@click.option("--json", "as_json", is_flag=True, help="One version a line, as JSON.")
def command(
    reference: str, archive: str, numbers: tuple[int, int] | None, *, as_json: bool
) -> None:
    """Show the versions of a page, and the words that changed.

    ID is the page's address, or the id, the start of it, or the name of one of its
    texts. Words taken out stand in [-brackets-], new ones in {+braces+}.
    """
    with Archive.open(archive, create=False) as opened:
        versions = opened.versions(reference)
        if not versions:
            say(f"{reference!r} has no address, so it has no versions.")
            return
        if as_json:
            for version in versions:
                click.echo(json.dumps(_row(version), ensure_ascii=False))
            return
        pairs = [*pairwise(versions)]
        if numbers:
            pairs = [(_numbered(versions, numbers[0]), _numbered(versions, numbers[1]))]
        else:
            for version in versions:
                click.echo(printable(_line(version)))
        for old, new in pairs:
            if old.page == new.page:
                _print_changes(opened, old, new)


def _numbered(versions: list[Version], number: int) -> Version:
    for version in versions:
        if version.number == number:
            return version
    raise NotFoundError(
        f"there is no version {number}; there are {len(versions)} of "
        f"{versions[0].page!r}"
    )


def _line(version: Version) -> str:
    seen = version.seen_at.strftime("%Y-%m-%d %H:%M UTC")
    return f"{version.number}  {version.document_id}  seen {seen}  {version.page}"


def _row(version: Version) -> dict[str, object]:
    return {
        "page": version.page,
        "number": version.number,
        "document_id": version.document_id,
        "seen_at": version.seen_at.isoformat(),
    }


def _print_changes(archive: Archive, old: Version, new: Version) -> None:
    texts = [archive.get(one.document_id).document.text for one in (old, new)]
    click.echo(f"\nversion {old.number} to {new.number}:")
    for change in word_changes(*texts, colour=wants_colour(sys.stdout)):
        click.echo(f"  {change}")


def word_changes(old: str, new: str, *, colour: bool = False) -> Iterator[str]:
    """Say which words changed, each place with some words around it.

    Args:
        old: The text as it was.
        new: The text as it is.
        colour: Whether to mark changes with colour too.

    Yields:
        One line a place, in the order of the text.

    Example:
        >>> [*word_changes("Ann met Bo in May.", "Ann never met Bo in June.")]
        ['Ann {+never+} met Bo in [-May.-]{+June.+}']
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    # Without its guess at junk, which takes frequent words of long texts for noise.
    matcher = difflib.SequenceMatcher(
        None,
        [word.strip() for word in before],
        [word.strip() for word in after],
        autojunk=False,
    )
    for group in matcher.get_grouped_opcodes(_CONTEXT_WORDS):
        parts = []
        for tag, old_start, old_end, new_start, new_end in group:
            if tag == "equal":
                parts.append("".join(before[old_start:old_end]))
                continue
            gone = "".join(before[old_start:old_end])
            come = "".join(after[new_start:new_end])
            parts.append(_marked("[-{}-]", gone, "red" if colour else None))
            parts.append(_marked("{{+{}+}}", come, "green" if colour else None))
        yield _on_one_line("".join(parts))


def _marked(form: str, words: str, colour: str | None) -> str:
    if not words:
        return ""
    core = words.strip()
    blanks = words[len(words.rstrip()) :]
    marked = printable(form.format(core))
    return (click.style(marked, fg=colour) if colour else marked) + blanks


def _on_one_line(change: str) -> str:
    return re.sub(r"\s*\n\s*", " ¶ ", change).strip()

"""``onrecord list``: what an archive holds."""

import json
import sys
from collections.abc import Iterator

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.cells import write_csv
from onrecord.cli.notes import note
from onrecord.cli.options import takes_archive
from onrecord.cli.terminal import columns, printable, say, wants_colour
from onrecord.store import Archive, Holding

EXAMPLES = """\b
Examples:
  onrecord list
  onrecord list --archive harbour.db --csv > harbour.csv
  onrecord list --json
"""

_HEADINGS = ("id", "published", "name", "title", "said", "met", "note")
_NAME_COLUMNS = 24
# All but the title: id, date, name, two numbers, note, and two columns behind each.
_OTHER_COLUMNS = 20 + 10 + _NAME_COLUMNS + 4 + 3 + 4 + 7 * 2
_MIN_COLUMNS = 80
# Nothing is cut off where a program reads it.
_PIPE_COLUMNS = 10_000


@click.command("list", epilog=EXAMPLES)
@takes_archive
@click.option("--json", "as_json", is_flag=True, help="One document a line, as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="A table for Excel.")
def command(archive: str, *, as_json: bool, as_csv: bool) -> None:
    """List what an archive holds, oldest first.

    A document's id, the start of it, its name or its address is what `onrecord show`
    takes.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other; give one")
    with Archive.open(archive, create=False) as opened:
        if as_json:
            _print_json(opened.list())
        elif as_csv:
            write_csv(map(_row, opened.list()))
        else:
            _print_table(opened.list(), archive)


def _print_json(holdings: Iterator[Holding]) -> None:
    for holding in holdings:
        click.echo(json.dumps(_row(holding), ensure_ascii=False))


def _print_table(holdings: Iterator[Holding], archive: str) -> None:
    # One line a document: on a screen long names and titles are cut, the rest is not.
    is_shown = sys.stdout.isatty()
    width = max(columns(sys.stdout), _MIN_COLUMNS) if is_shown else _PIPE_COLUMNS
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in _HEADINGS:
        table.add_column(heading, no_wrap=True)
    for holding in holdings:
        texts = [Text(cell) for cell in _texts(_row(holding))]
        if is_shown:
            texts[2].truncate(_NAME_COLUMNS, overflow="ellipsis")
            texts[3].truncate(width - _OTHER_COLUMNS, overflow="ellipsis")
        table.add_row(*texts)
    if not table.rows:
        say(f"Archive {archive!r} is empty; `onrecord add` fills it.")
        return
    Console(width=width, no_color=not wants_colour(sys.stdout)).print(table)


def _texts(row: dict[str, object]) -> Iterator[str]:
    outlet, title = row["publisher"], row["title"]
    headline = f"{outlet}: {title}" if outlet and title else title or outlet
    shown = (row["id"], row["published"], row["name"], headline)
    for value in (*shown, row["attributions"], row["contacts"], row["note"]):
        yield "" if value is None else printable(str(value)).replace("\n", " ")


def _row(holding: Holding) -> dict[str, object]:
    counts = dict(holding.n_annotations)
    published = holding.published
    return {
        "id": holding.document_id,
        "name": holding.name,
        "other_names": list(holding.other_names),
        "title": holding.title,
        "publisher": holding.publisher,
        "published": published.isoformat() if published else None,
        "attributions": counts.get("att", 0),
        "contacts": counts.get("con", 0),
        "events": counts.get("evt", 0),
        "added_at": holding.added_at.isoformat(),
        "read_at": holding.read_at.isoformat(),
        "reader": holding.reader,
        "readings": holding.n_readings,
        "version": holding.version[0] if holding.version else None,
        "versions": holding.version[1] if holding.version else None,
        "copy_of": holding.copy_of,
        "agency": holding.agency,
        "note": note(holding),
    }

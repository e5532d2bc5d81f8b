"""``onrecord show``: the record of one document in an archive."""

from pathlib import Path

import click

from onrecord.cli.notes import note
from onrecord.cli.options import takes_archive
from onrecord.cli.output import check_output, choose_format, write_records
from onrecord.cli.terminal import say
from onrecord.export import EXPORTERS
from onrecord.store import Archive

EXAMPLES = """\b
Examples:
  onrecord show article.txt
  onrecord show doc_3f2a --format json
  onrecord show article.txt --output article.html
"""


@click.command("show", epilog=EXAMPLES)
@click.argument("reference", metavar="ID")
@takes_archive
@click.option(
    "--format",
    "form",
    type=click.Choice(list(EXPORTERS)),
    help="How to write it.  [default: by --output's ending, else text]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it, instead of the screen; for brat a folder.",
)
def command(
    reference: str, archive: str, form: str | None, output: Path | None
) -> None:
    """Show the newest record of one document in an archive.

    ID is the document's id, the start of it, its name or its address.
    """
    form = choose_format(form, output)
    check_output(output, form, [archive])
    with Archive.open(archive, create=False) as opened:
        record = opened.get(reference)
        holding = opened.holding(record.document.id)
    if note(holding):
        say(f"{record.document.name}: {note(holding)}.")
    write_records(iter([record]), form, output)

"""``onrecord read``: articles in, their record out, nothing kept."""

import sys
from pathlib import Path

import click

from onrecord.cli.following import Following
from onrecord.cli.options import opens_sources, takes_reader
from onrecord.cli.output import check_output, choose_format, write_records
from onrecord.export import EXPORTERS
from onrecord.ingest import IngestOptions
from onrecord.pipeline import Reader, run

EXAMPLES = """\b
Examples:
  onrecord read article.txt --published 2024-05-17
  onrecord read https://example.org/article.html --format json
  onrecord read news/ rows.jsonl --map text=body --format json > records.jsonl
  onrecord read article.md --output article.html
  cat article.txt | onrecord read - --reader rules
"""


@click.command("read", epilog=EXAMPLES)
@opens_sources
@takes_reader
@click.option(
    "--format",
    "form",
    type=click.Choice(list(EXPORTERS)),
    help="How to write it; json is one record a line.  [default: by --output's "
    "ending, else text]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it, instead of the screen; for brat a folder.",
)
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    options: IngestOptions,
    reader: Reader,
    form: str | None,
    output: Path | None,
) -> None:
    """Show who said what and who met whom; keep nothing.

    SOURCE is a text, Markdown, HTML, JSONL or CSV file, a folder of them, an address,
    or - for standard input. What cannot be read is named, and the rest goes on.
    """
    form = choose_format(form, output)
    check_output(output, form, sources)
    # Text on a screen moves on by itself; a bar would only get in between.
    has_bar = output is not None or not sys.stdout.isatty()
    with Following(sources, has_bar=has_bar) as following:
        outcomes = run(sources, reader=reader, options=options, stdin=sys.stdin.buffer)
        write_records(following.records(outcomes), form, output)
    context.exit(following.exit_code)

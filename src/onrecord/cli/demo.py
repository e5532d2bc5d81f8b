"""``onrecord demo``: what it is, in one command."""

from datetime import date
from importlib import resources
from pathlib import Path

import click

from onrecord.cli.following import Following
from onrecord.cli.options import takes_reader
from onrecord.cli.output import check_output, write_records
from onrecord.ingest import IngestOptions
from onrecord.pipeline import Reader, run

PUBLISHED = date(2024, 5, 17)
"""The day on which all example articles say that they came out."""

EXAMPLES = """\b
Examples:
  onrecord demo
  onrecord demo --reader rules --output /tmp/demo.html
"""


@click.command("demo", epilog=EXAMPLES)
@takes_reader
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("onrecord-demo.html"),
    show_default=True,
    metavar="FILE",
    help="Where to write the page.",
)
@click.pass_context
def command(context: click.Context, reader: Reader, output: Path) -> None:
    """Read the example articles, show their record, and write it as a page.

    The articles come with onrecord: one story told by three outlets. Their people,
    places and outlets are invented.
    """
    check_output(output, "html", [])
    articles = resources.files("onrecord.cli") / "examples" / "articles"
    with resources.as_file(articles) as folder:
        sources = [str(folder)]
        with Following(sources, has_bar=False) as following:
            options = IngestOptions(published=PUBLISHED)
            outcomes = run(sources, reader=reader, options=options)
            records = list(following.records(outcomes))
    write_records(iter(records), "text", None)
    write_records(iter(records), "html", output)
    click.echo(f"\nThe same as a page, to open in a browser: {output.resolve()}")
    context.exit(following.exit_code)

"""``onrecord resolve``: who is who across documents, ahead of any question."""

import click

from onrecord.cli.asking import OpenArchive, asks

EXAMPLES = """\b
Examples:
  onrecord resolve
  onrecord resolve --rebuild
"""


@click.command("resolve", epilog=EXAMPLES)
@click.option(
    "--rebuild", is_flag=True, help="Drop what was worked out and start anew."
)
@asks
def command(*, rebuild: bool, archive: OpenArchive, form: str) -> None:
    """Work out who is who in what was added since the last time.

    Every question does so first; this does it ahead of them. Judgements and ids stay,
    and a rebuild gives the same people.
    """
    del form
    n_records = archive.rebuild() if rebuild else archive.catch_up()
    click.echo(f"{n_records} records worked out.")

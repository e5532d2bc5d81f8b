"""``onrecord schema``: the form of a record, for programs."""

from importlib import resources

import click

EXAMPLES = """\b
Example:
  onrecord schema > record.schema.json
"""


@click.command("schema", epilog=EXAMPLES)
def command() -> None:
    """Print the JSON Schema of the record.

    Each line that `onrecord read --format json` writes is valid under it.
    """
    schema = resources.files("onrecord.core") / "record.schema.json"
    click.echo(schema.read_text(encoding="utf-8"), nl=False)

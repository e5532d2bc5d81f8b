"""``onrecord network``: who is in touch with most others, and ways between two."""

import click

from onrecord.cli.answer_rows import contact_row, node_row
from onrecord.cli.answer_text import node_lines, path_lines
from onrecord.cli.asking import (
    OpenArchive,
    Row,
    answer,
    asks,
    takes_limit,
    takes_period,
)
from onrecord.cli.cells import write_csv
from onrecord.core.labels import Modality
from onrecord.query.network import HAPPENED, Step
from onrecord.query.period import Period

EXAMPLES = """\b
Examples:
  onrecord network
  onrecord network --between "Daniel Osei" --and "Petra Lindqvist"
  onrecord network --modality alleged --csv > alleged.csv
"""


@click.command("network", epilog=EXAMPLES)
@click.option("--between", metavar="NAME", help="One end of the ways to look for.")
@click.option("--and", "and_", metavar="NAME", help="The other end.")
@click.option(
    "--modality",
    type=click.Choice([one.value for one in Modality]),
    default=HAPPENED,
    show_default=True,
    help="Which contacts make a link.",
)
@takes_period
@takes_limit(30)
@asks
def command(
    between: str | None,
    and_: str | None,
    modality: str,
    period: Period,
    limit: int,
    archive: OpenArchive,
    form: str,
) -> None:
    """Show who is told to be in touch with most others, or ways between two.

    Brokerage is the share of shortest ways between others that go through somebody. A
    way lists what is told of each contact on it, and by whom.
    """
    if bool(between) is not bool(and_):
        raise click.UsageError("--between and --and go together; give both")
    if between and and_:
        found = archive.paths(between, and_, modality=modality)
        if form == "csv":
            write_csv(row for n, path in enumerate(found, 1) for row in _rows(n, path))
        else:
            answer(found, form, to_row=dict, show=path_lines)
        return
    nodes = archive.network(modality=modality, period=period, limit=limit)
    answer(nodes, form, to_row=node_row, show=node_lines, limit=limit)


def _rows(number: int, path: tuple[Step, ...]) -> list[Row]:
    return [
        {"path": number, "one": step.one, "other": step.other, **contact_row(contact)}
        for step in path
        for contact in step.contacts
    ]

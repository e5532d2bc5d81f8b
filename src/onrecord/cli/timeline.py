"""``onrecord timeline``: contacts and statements of somebody in the order of time."""

import click

from onrecord.cli.answer_rows import timeline_row
from onrecord.cli.answer_text import timeline_lines
from onrecord.cli.asking import OpenArchive, answer, asks, takes_limit, takes_period
from onrecord.query.asking import Wanted
from onrecord.query.period import Period

EXAMPLES = """\b
Examples:
  onrecord timeline "Daniel Osei"
  onrecord timeline Osei --from 2024-02 --to 2024-03
  onrecord timeline Osei --csv > osei.csv
"""


@click.command("timeline", epilog=EXAMPLES)
@click.argument("name")
@takes_period
@takes_limit(1000)
@asks
def command(
    name: str, period: Period, limit: int, archive: OpenArchive, form: str
) -> None:
    """Show contacts and statements of somebody in the order of time.

    Contacts stand at the day that a passage tells, statements at the day of
    publication; what has neither comes last.
    """
    found = archive.timeline(name, Wanted(period=period, limit=limit))
    answer(found, form, to_row=timeline_row, show=timeline_lines, limit=limit)

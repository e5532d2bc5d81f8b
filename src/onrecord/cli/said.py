"""``onrecord said``: what somebody is given as saying."""

import click

from onrecord.cli.answer_rows import statement_row
from onrecord.cli.answer_text import statement_lines
from onrecord.cli.asking import OpenArchive, answer, asks, takes_limit, takes_period
from onrecord.core.labels import Stance
from onrecord.query.asking import Wanted
from onrecord.query.period import Period

EXAMPLES = """\b
Examples:
  onrecord said "Tomas Rehn"
  onrecord said Rehn --stance denies --from 2024-02
  onrecord said Rehn --about "Daniel Osei" --csv > rehn-on-osei.csv
"""


@click.command("said", epilog=EXAMPLES)
@click.argument("name")
@click.option("--about", metavar="WORDS", help="Whom or what it is about.")
@click.option(
    "--stance",
    type=click.Choice([one.value for one in Stance]),
    help="What they do with it.",
)
@takes_period
@takes_limit(1000)
@asks
def command(
    name: str,
    about: str | None,
    stance: str | None,
    period: Period,
    limit: int,
    archive: OpenArchive,
    form: str,
) -> None:
    """Show what somebody is given as saying, the newest first.

    Days are those of publication. --about takes a name in any spelling, or words that
    stand in what is said.
    """
    wanted = Wanted(about=about, stance=stance, period=period, limit=limit)
    found = archive.said(name, wanted)
    answer(found, form, to_row=statement_row, show=statement_lines, limit=limit)

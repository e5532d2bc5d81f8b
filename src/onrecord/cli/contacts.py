"""``onrecord contacts``: who was in touch, and who says that they were not."""

import click

from onrecord.cli.answer_rows import contact_row
from onrecord.cli.answer_text import contact_lines
from onrecord.cli.asking import OpenArchive, answer, asks, takes_limit, takes_period
from onrecord.core.labels import ContactKind, Modality
from onrecord.query.asking import Wanted
from onrecord.query.period import Period

EXAMPLES = """\b
Examples:
  onrecord contacts --of "Daniel Osei"
  onrecord contacts --between Osei --and "Skarvik Lines" --modality denied
  onrecord contacts --kind call --from 2024-02 --to 2024-03 --csv > calls.csv
"""


@click.command("contacts", epilog=EXAMPLES)
@click.option("--of", metavar="NAME", help="Somebody among the parties.")
@click.option("--between", metavar="NAME", help="One of two among the parties.")
@click.option("--and", "and_", metavar="NAME", help="The other of the two.")
@click.option(
    "--kind",
    type=click.Choice([one.value for one in ContactKind]),
    help="By what means.",
)
@click.option(
    "--modality",
    type=click.Choice([one.value for one in Modality]),
    help="How the passage tells it.",
)
@takes_period
@takes_limit(1000)
@asks
def command(
    of: str | None,
    between: str | None,
    and_: str | None,
    kind: str | None,
    modality: str | None,
    period: Period,
    limit: int,
    archive: OpenArchive,
    form: str,
) -> None:
    """Show contacts as passages tell, deny or plan them, in the order of their days.

    How each one stands comes first, and who tells it: a contact that is denied or
    planned is shown as that. Days are those that a passage tells, else the day of
    publication.
    """
    if bool(between) is not bool(and_):
        raise click.UsageError("--between and --and go together; give both")
    names = [name for name in (of, between, and_) if name]
    wanted = Wanted(kind=kind, modality=modality, period=period, limit=limit)
    found = archive.contacts(names, wanted)
    answer(found, form, to_row=contact_row, show=contact_lines, limit=limit)

"""``onrecord who``: what is on record about somebody."""

import click

from onrecord.cli.answer_rows import dossier_rows
from onrecord.cli.answer_text import dossier_lines
from onrecord.cli.asking import OpenArchive, answer, asks
from onrecord.cli.cells import write_csv

EXAMPLES = """\b
Examples:
  onrecord who "Ilse Maarten"
  onrecord who Maarten --json
  onrecord who ent_3f2a --csv > maarten.csv
"""


@click.command("who", epilog=EXAMPLES)
@click.argument("name")
@asks
def command(name: str, archive: OpenArchive, form: str) -> None:
    """Show what is on record about a person or a body.

    Names and spellings, roles over time, contacts told, denied or planned, statements
    by topic, what others say of them, disputes, documents, and why all of it is taken
    for one. NAME may be spelt in any way, or be an id. Where several are meant, the
    candidates are listed.
    """
    dossier = archive.who(name)
    if form == "csv":
        write_csv(dossier_rows(dossier))
    else:
        answer([dossier], form, to_row=dict, show=dossier_lines)

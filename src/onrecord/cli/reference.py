"""``onrecord reference``: lists of people and the posts that they held."""

from pathlib import Path

import click

from onrecord.cli.exit_codes import ExitCode
from onrecord.cli.options import takes_archive
from onrecord.cli.terminal import say
from onrecord.core.errors import InputError
from onrecord.query.opened import OpenArchive
from onrecord.store import Archive

EXAMPLES = """\b
Examples:
  onrecord reference people.ftm.json
  onrecord reference envoys.csv --map name=person --map "of==Skarvia" --map from=started
  onrecord reference leaders.csv --map "title==leader" --map "from={syear}-{smonth}"
"""


@click.command("reference", epilog=EXAMPLES)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option(
    "--map",
    "mapping",
    metavar="FIELD=COLUMN",
    multiple=True,
    help="Column of a CSV file that holds name, title, of, at, from, to, aliases or "
    'id. Several, the first with a value: "from=started|appointed". The same for all '
    'rows: "of==Skarvia".',
)
@takes_archive
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    mapping: tuple[str, ...],
    archive: str,
) -> None:
    """Load lists of people and the posts that they held.

    With them "the ambassador" of a day is somebody, and dossiers show tenures with the
    list and its row. FILE is CSV, followthemoney JSON lines, a YAML list of people with
    terms, or a folder of CSV tables joined by ids. A file that was loaded before is not
    loaded twice.
    """
    code = ExitCode.DONE
    with OpenArchive(Archive.open(archive)) as opened:
        for file in files:
            try:
                n_rows = opened.load_list(file, mapping)
            except InputError as error:
                say(f"Refused: {file}: {error}")
                code = ExitCode.ISSUES
                continue
            known = "was loaded before; no change"
            click.echo(f"{file}: {known if n_rows is None else f'{n_rows} rows'}")
    context.exit(code)

"""``onrecord add``: articles and their records into an archive."""

import json
import sys

import click

from onrecord.cli.following import Following
from onrecord.cli.options import opens_sources, takes_archive, takes_reader
from onrecord.ingest import IngestOptions
from onrecord.pipeline import Outcome, Reader, Status, run
from onrecord.store import Archive

EXAMPLES = """\b
Examples:
  onrecord add article.txt --published 2024-05-17
  onrecord add news/ --archive harbour.db
  onrecord add rows.csv --map text=body --map published=day
  onrecord add https://example.org/feed.xml feeds.opml capture.wacz
  onrecord add releases/ --json > added.jsonl
"""


@click.command("add", epilog=EXAMPLES)
@opens_sources
@takes_reader
@takes_archive
@click.option("--json", "as_json", is_flag=True, help="One article a line, as JSON.")
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    options: IngestOptions,
    reader: Reader,
    archive: str,
    *,
    as_json: bool,
) -> None:
    """Read articles and keep their records in an archive.

    Each article goes in whole or not at all, so it can be stopped at any moment and
    started again: a text that is there already is not read a second time. A page whose
    text has changed gets a new version, and copies of a text are found and count as
    one. SOURCE is as for `onrecord read`.
    """
    with Archive.open(archive) as opened, Following(sources, has_bar=True) as following:
        outcomes = run(
            sources,
            reader=reader,
            options=options,
            archive=opened,
            stdin=sys.stdin.buffer,
        )
        for outcome in following.follow(outcomes):
            if as_json:
                click.echo(json.dumps(_row(outcome), ensure_ascii=False))
            elif not outcome.is_lost:
                following.line(_line(outcome))
    context.exit(following.exit_code)


def _row(outcome: Outcome) -> dict[str, object]:
    error = outcome.error
    return {
        "status": outcome.status.value,
        "document_id": outcome.document.id if outcome.document else None,
        "name": outcome.name,
        "version": outcome.version,
        "copies": list(outcome.copies),
        "error": {"code": error.code, "message": str(error)} if error else None,
    }


def _line(outcome: Outcome) -> str:
    document_id = outcome.document.id if outcome.document else "not modified"
    line = f"{outcome.status:<9}  {document_id}  {outcome.name}"
    notes = []
    if outcome.version is not None:
        notes.append(f"version {outcome.version} of its page")
    # A version has most words of the one before, which makes it no copy.
    elif outcome.copies:
        notes.append(f"the same story as {outcome.copies[0]}")
    if outcome.status is Status.UNCHANGED and outcome.version is None:
        notes.append(
            "the same text; this name is kept too"
            if outcome.is_name_new
            else "no change"
        )
    return f"{line}  ({'; '.join(notes)})" if notes else line

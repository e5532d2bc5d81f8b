"""``onrecord verify``: is every word still where the archive says?"""

import json

import click

from onrecord.cli.exit_codes import ExitCode
from onrecord.cli.options import takes_archive
from onrecord.cli.terminal import printable, say
from onrecord.store import Archive, Finding

EXAMPLES = """\b
Examples:
  onrecord verify
  onrecord verify --archive harbour.db --json > findings.jsonl
"""


@click.command("verify", epilog=EXAMPLES)
@takes_archive
@click.option("--json", "as_json", is_flag=True, help="One finding a line, as JSON.")
@click.pass_context
def command(context: click.Context, archive: str, *, as_json: bool) -> None:
    """Re-read an archive and compare every passage with its text.

    Hashes each text again, decodes each record again, and looks for rows that belong to
    nothing. Changes nothing. Ends with 3 if anything is wrong.
    """
    n_documents = n_passages = n_findings = 0
    with Archive.open(archive, create=False) as opened:
        for check in opened.verify():
            n_documents += check.document_id is not None
            n_passages += check.n_passages
            for finding in check.findings:
                n_findings += 1
                click.echo(_line(check.document_id, finding, as_json=as_json))
    result = _counted(n_findings, "finding") if n_findings else "all as stored"
    documents = _counted(n_documents, "document")
    passages = _counted(n_passages, "passage")
    say(f"{documents} and {passages} re-read: {result}.")
    context.exit(ExitCode.ISSUES if n_findings else ExitCode.DONE)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _line(document_id: str | None, finding: Finding, *, as_json: bool) -> str:
    if as_json:
        found = {
            "document": document_id,
            "code": finding.code,
            "message": finding.message,
        }
        return json.dumps(found, ensure_ascii=False)
    return printable(f"{document_id or 'archive'}  {finding.code}: {finding.message}")

"""``onrecord judge``: what people decide about identities and findings."""

import getpass
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from onrecord.cli.asking import OpenArchive, Row, answer, asks
from onrecord.cli.terminal import printable
from onrecord.core.identities import Judgement, Verdict
from onrecord.query.judging import FIELDS, Judge

_F = TypeVar("_F", bound=Callable[..., Any])

EXAMPLES = """\b
Examples:
  onrecord judge same ent_3f2a ent_77b0 --why "one person, married in 2019"
  onrecord judge different "Tomas Rehn" ety_91c2 --why "his father"
  onrecord judge correct att_5d21 speaker "Tomas Rehn"
  onrecord judge undo 3 --why "wrong document"
"""


@click.group("judge", epilog=EXAMPLES)
def command() -> None:
    """Decide about identities and findings, for good and with a name to it.

    Judgements are only ever added, and no later run overwrites one. IDs of entities are
    shown by `onrecord who`, those of one document's entity and of findings by --json.
    """


def _judges(command: _F) -> _F:
    wrapped: Any = asks(command)
    wrapped = click.option("--why", default="", metavar="TEXT", help="The reason.")(
        wrapped
    )
    return click.option(  # type: ignore[no-any-return]
        "--by",
        default=getpass.getuser,
        metavar="NAME",
        help="Who decides.  [default: your user name]",
    )(wrapped)


@command.command("same")
@click.argument("one")
@click.argument("other")
@_judges
def same(
    one: str, other: str, by: str, why: str, archive: OpenArchive, form: str
) -> None:
    """Merge two identities.

    Refused where the two were judged different before.
    """
    _show(archive.judge(Verdict.SAME, one, other, judge=Judge(by, why)), form)


@command.command("different")
@click.argument("one")
@click.argument("other")
@_judges
def different(
    one: str, other: str, by: str, why: str, archive: OpenArchive, form: str
) -> None:
    """Keep two identities apart for ever.

    To take one document's entity out of somebody (unmerge), give its id as OTHER.
    """
    _show(archive.judge(Verdict.DIFFERENT, one, other, judge=Judge(by, why)), form)


@command.command("unsure")
@click.argument("one")
@click.argument("other")
@_judges
def unsure(
    one: str, other: str, by: str, why: str, archive: OpenArchive, form: str
) -> None:
    """Note that it cannot be told whether two identities are one."""
    _show(archive.judge(Verdict.UNSURE, one, other, judge=Judge(by, why)), form)


@command.command("accept")
@click.argument("finding")
@_judges
def accept(finding: str, by: str, why: str, archive: OpenArchive, form: str) -> None:
    """Confirm that an attribution or a contact was read rightly."""
    _show(archive.judge_finding(Verdict.ACCEPT, finding, judge=Judge(by, why)), form)


@command.command("reject")
@click.argument("finding")
@_judges
def reject(finding: str, by: str, why: str, archive: OpenArchive, form: str) -> None:
    """Take an attribution or a contact that was read wrongly out of all answers."""
    _show(archive.judge_finding(Verdict.REJECT, finding, judge=Judge(by, why)), form)


@command.command("correct")
@click.argument("finding")
@click.argument("field", type=click.Choice(list(FIELDS)))
@click.argument("value")
@_judges
def correct(
    finding: str,
    field: str,
    value: str,
    by: str,
    why: str,
    archive: OpenArchive,
    form: str,
) -> None:
    """Correct an attribution's speaker or stance, a contact's kind or modality."""
    judge = Judge(by, why)
    found = archive.judge_finding(
        Verdict.CORRECT, finding, judge=judge, correction=(field, value)
    )
    _show(found, form)


@command.command("undo")
@click.argument("number", type=int)
@_judges
def undo(number: int, by: str, why: str, archive: OpenArchive, form: str) -> None:
    """Say that an earlier judgement no longer holds; both stay on record."""
    _show(archive.undo(number, judge=Judge(by, why)), form)


@command.command("list")
@asks
def list_all(archive: OpenArchive, form: str) -> None:
    """List all judgements, oldest first."""
    answer(archive.judgements(), form, to_row=_row, show=_lines)


def _show(judgement: Judgement, form: str) -> None:
    answer([judgement], form, to_row=_row, show=_lines)


def _row(one: Judgement) -> Row:
    return {
        "number": one.id,
        "verdict": one.verdict.value,
        "subject": one.subject,
        "other": one.other,
        "field": one.field,
        "value": one.value,
        "by": one.by,
        "why": one.why,
        "made_at": one.made_at.isoformat() if one.made_at else None,
        "undone": one.is_undone,
    }


def _lines(found: Sequence[Judgement]) -> list[str]:
    return [_line(one) for one in found] or ["No judgement yet."]


def _line(one: Judgement) -> str:
    parts = (one.verdict.value, one.subject, one.other, one.field, one.value)
    words = " ".join(part for part in parts if part)
    why = f": {one.why}" if one.why else ""
    undone = "  (undone)" if one.is_undone else ""
    day = one.made_at.date().isoformat() if one.made_at else ""
    return printable(f"{one.id}  {words}  by {one.by}, {day}{why}{undone}")

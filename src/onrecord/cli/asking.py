"""What the commands that ask an archive share: opening it, limits, forms of output."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import wraps
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from onrecord.cli.cells import write_csv
from onrecord.cli.options import takes_archive
from onrecord.cli.terminal import say, wants_colour
from onrecord.ingest.lists.listed_row import parse_day
from onrecord.query.answers import to_plain
from onrecord.query.opened import OpenArchive
from onrecord.query.opened import open as open_archive
from onrecord.query.period import Period

_F = TypeVar("_F", bound=Callable[..., Any])
Row = dict[str, object]


def asks(command: _F) -> _F:
    """Give a command an open archive, and ``--json`` and ``--csv``.

    Args:
        command: Takes ``archive`` (open) and ``form`` (``text``, ``json`` or ``csv``)
            among its keywords.

    Returns:
        The command with the options.
    """

    @wraps(command)
    def with_archive(*args: Any, **given: Any) -> Any:
        as_json, as_csv = given.pop("as_json"), given.pop("as_csv")
        if as_json and as_csv:
            raise click.UsageError("--json and --csv exclude each other; give one")
        form = "json" if as_json else "csv" if as_csv else "text"
        location = given.pop("archive")
        with _Told() as told, open_archive(location, progress=told) as archive:
            return command(*args, archive=archive, form=form, **given)

    wrapped: Any = takes_archive(with_archive)
    wrapped = click.option("--csv", "as_csv", is_flag=True, help="A table for Excel.")(
        wrapped
    )
    return click.option(  # type: ignore[no-any-return]
        "--json", "as_json", is_flag=True, help="One answer a line, as JSON."
    )(wrapped)


def takes_period(command: _F) -> _F:
    """Give a command ``--from`` and ``--to``.

    Args:
        command: Takes a ``period`` among its keywords.

    Returns:
        The command with the options.
    """

    @wraps(command)
    def with_period(*args: Any, **given: Any) -> Any:
        first = _day(given.pop("first"), is_last=False)
        last = _day(given.pop("last"), is_last=True)
        if first and last and first > last:
            raise click.UsageError("--from is after --to; swap them")
        return command(*args, period=Period(first, last), **given)

    wrapped: Any = click.option(
        "--to", "last", metavar="DATE", help="Last day, month or year."
    )(with_period)
    return click.option(  # type: ignore[no-any-return]
        "--from",
        "first",
        metavar="DATE",
        help="First day, month or year, as in 2024-05-17, 2024-05 or 2024.",
    )(wrapped)


def takes_limit(default: int) -> Callable[[_F], _F]:
    """Give a command ``--limit``."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=default,
        show_default=True,
        help="At most so many.",
    )


def answer(
    found: Sequence[Any],
    form: str,
    *,
    to_row: Callable[[Any], Row],
    show: Callable[[Sequence[Any]], Iterable[str]],
    limit: int | None = None,
) -> None:
    """Write answers in the form that was asked for.

    Args:
        found: The answers.
        form: ``text``, ``json`` or ``csv``.
        to_row: Gives an answer as a row of a table.
        show: Gives the answers as lines.
        limit: How many were asked for at most; it is said when there may be more.
    """
    if limit is not None and len(found) >= limit:
        say(f"Stopped at {limit}; --limit gives more.")
    if form == "json":
        for one in found:
            click.echo(json.dumps(to_plain(one), ensure_ascii=False))
    elif form == "csv":
        write_csv(map(to_row, found))
    else:
        for line in show(found):
            click.echo(line)


class _Told:
    """Says on a terminal what is being worked out, and nothing elsewhere."""

    def __init__(self) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description} {task.completed}"),
            console=Console(stderr=True, no_color=not wants_colour(sys.stderr)),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> "_Told":
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def __call__(self, what: str, done: int) -> None:
        if what not in self._tasks:
            words = {"records": "Indexing records:", "names": "Comparing names:"}[what]
            self._tasks[what] = self._progress.add_task(words, total=None)
        self._progress.advance(self._tasks[what], done)


def _day(words: str | None, *, is_last: bool) -> date | None:
    if words is None:
        return None
    found = parse_day(words, is_last=is_last)
    if found is None:
        raise click.UsageError(
            f"{words!r} is no date; write it like 2024-05-17, 2024-05 or 2024"
        )
    return found


__all__ = ["OpenArchive", "Row", "answer", "asks", "takes_limit", "takes_period"]

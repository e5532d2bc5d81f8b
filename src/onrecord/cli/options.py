"""Options that several commands share, and what they turn into."""

import os
from collections.abc import Callable
from datetime import date
from functools import wraps
from types import MappingProxyType
from typing import Any, TypeVar

import click

from onrecord.core.errors import InputError
from onrecord.ingest import FIELDS, IngestOptions, parse_published
from onrecord.pipeline import Reader
from onrecord.read import open_reader
from onrecord.settings import Settings, parse_seconds, parse_size, parse_threads

_F = TypeVar("_F", bound=Callable[..., Any])


def settings() -> Settings:
    """Read the settings that the environment gives.

    Raises:
        UsageError: A variable has a value that cannot be used.
    """
    try:
        return Settings.from_env(os.environ)
    except InputError as error:
        raise click.UsageError(str(error)) from error


def opens_sources(command: _F) -> _F:
    """Give a command ``SOURCE...`` and the options that say how sources are opened.

    Args:
        command: Takes ``sources`` and ``options`` among its keywords.

    Returns:
        The command with one parameter for each.
    """
    wrapped = takes_opening(command)
    argument = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
    return argument(wrapped)


def takes_opening(command: _F) -> _F:
    """Give a command the options that say how sources are opened.

    Args:
        command: Takes ``options`` among its keywords.

    Returns:
        The command with a parameter for each option.
    """

    @wraps(command)
    def with_options(*args: Any, **given: Any) -> Any:
        chosen = {name: given.pop(name) for name in _OPENING}
        return command(*args, options=_ingest_options(chosen), **given)

    wrapped: Any = with_options
    for option in reversed(list(_OPENING.values())):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def takes_reader(command: _F) -> _F:
    """Give a command the options that choose its reader.

    Args:
        command: Takes an open ``reader`` among its keywords.

    Returns:
        The command with a parameter for each option.
    """

    @wraps(command)
    def with_reader(*args: Any, **given: Any) -> Any:
        name, threads = given.pop("reader"), given.pop("threads")
        return command(*args, reader=_open_reader(name, threads), **given)

    wrapped: Any = with_reader
    for option in reversed(_READING):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def takes_archive(command: _F) -> _F:
    """Give a command the option that says where the archive lies.

    Args:
        command: Takes ``archive`` among its keywords: a path or a URL.

    Returns:
        The command with a parameter for it.
    """

    @wraps(command)
    def with_archive(*args: Any, **given: Any) -> Any:
        archive = given.pop("archive") or settings().archive
        return command(*args, archive=archive, **given)

    return _ARCHIVE(with_archive)  # type: ignore[return-value]


def _parsed(
    parse: Callable[[str], object],
) -> Callable[[click.Context, click.Parameter, str | tuple[str, ...] | None], Any]:
    """Make an option's callback of a function that raises ValueError."""

    def convert(
        context: click.Context,
        parameter: click.Parameter,
        given: str | tuple[str, ...] | None,
    ) -> object:
        try:
            if isinstance(given, tuple):
                return tuple(map(parse, given))
            return None if given is None else parse(given)
        except ValueError as error:
            raise click.BadParameter(str(error), context, parameter) from error

    return convert


def _day(words: str) -> date:
    day = parse_published(words)
    if day is None:
        raise ValueError(f"{words!r} is not one day; write it like 2024-05-17")
    return day


def _pair(words: str) -> tuple[str, str]:
    name, _, column = words.partition("=")
    if name not in FIELDS or not column:
        raise ValueError(
            f"{words!r} does not say which column holds what; write FIELD=COLUMN, "
            f"where FIELD is one of {', '.join(FIELDS)}"
        )
    return name, column


def _ingest_options(chosen: dict[str, Any]) -> IngestOptions:
    defaults = settings()
    chosen["mapping"] = MappingProxyType(dict(chosen["mapping"]))
    chosen["max_bytes"] = chosen["max_bytes"] or defaults.max_size
    chosen["timeout_s"] = chosen["timeout_s"] or defaults.timeout
    given = {name: value for name, value in chosen.items() if value is not None}
    try:
        return IngestOptions(**given)
    except InputError as error:
        raise click.UsageError(str(error)) from error


def _open_reader(name: str | None, threads: int | None) -> Reader:
    defaults = settings()
    try:
        return open_reader(name or defaults.reader, threads=threads or defaults.threads)
    except InputError as error:
        raise click.UsageError(str(error)) from error


# By the name of the field of `IngestOptions` that each one fills.
_OPENING = MappingProxyType(
    {
        "published": click.option(
            "--published",
            metavar="DATE",
            callback=_parsed(_day),
            help="Day of publication of every article, whatever it says itself. "
            "Without a day no date in a text is guessed.",
        ),
        "mapping": click.option(
            "--map",
            "mapping",
            metavar="FIELD=COLUMN",
            callback=_parsed(_pair),
            multiple=True,
            help="Column of a JSONL or CSV file that holds a field, as in "
            "--map text=body. Again for each field.",
        ),
        "max_bytes": click.option(
            "--max-size",
            "max_bytes",
            metavar="SIZE",
            callback=_parsed(parse_size),
            help="Refuse larger documents.  [default: 10MB]",
        ),
        "encoding": click.option(
            "--encoding",
            metavar="NAME",
            help="Encoding of the files, where finding it goes wrong.",
        ),
        "timeout_s": click.option(
            "--timeout",
            "timeout_s",
            metavar="SECONDS",
            callback=_parsed(parse_seconds),
            help="How long an address may take.  [default: 20]",
        ),
        "allow_private": click.option(
            "--allow-private",
            is_flag=True,
            help="Fetch addresses inside this machine or its network too.",
        ),
    }
)
_READING = (
    click.option(
        "--reader",
        metavar="NAME",
        help="Who reads: onrecord (trained) or rules.  [default: onrecord]",
    ),
    click.option(
        "--threads",
        metavar="NUMBER",
        callback=_parsed(parse_threads),
        help="How many articles are read at a time, each on one core.  "
        "[default: as many as there are]",
    ),
)
_ARCHIVE = click.option(
    "--archive",
    metavar="FILE",
    help="Where the archive lies.  [default: onrecord.db]",
)

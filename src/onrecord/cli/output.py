"""Where records are written: standard output, a file, or a folder."""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TextIO, cast

import click

from onrecord.cli.terminal import columns, wants_colour
from onrecord.core.record import Record
from onrecord.export import EXPORTERS, ExportOptions

BRAT = "brat"
_SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "json"}
_UNSAFE = re.compile(r"[^\w.-]+")
_MAX_NAME_CHARS = 100


def choose_format(given: str | None, output: Path | None) -> str:
    """Say in which format to write.

    Args:
        given: What ``--format`` says, if anything.
        output: What ``--output`` says, if anything.

    Returns:
        The format given, else the one that the file's name ends in, else ``text``.
    """
    if given is not None:
        return given
    return _SUFFIXES.get(output.suffix.lower(), "text") if output else "text"


def check_output(output: Path | None, form: str, sources: Sequence[str]) -> None:
    """Refuse a place that cannot be written to, before anything is read.

    Args:
        output: What ``--output`` says, if anything.
        form: Name of the format.
        sources: What will be read, and must not be written over.

    Raises:
        UsageError: It is no place for the output.
    """
    if output is None:
        return
    if not output.parent.is_dir():
        raise click.UsageError(
            f"--output {str(output)!r}: there is no folder {str(output.parent)!r}; "
            "make it first"
        )
    if form == BRAT and output.is_file():
        raise click.UsageError(
            f"--output {str(output)!r} is a file, and brat files go into a folder; "
            "name a folder"
        )
    if form != BRAT and output.is_dir():
        raise click.UsageError(f"--output {str(output)!r} is a folder; name a file")
    if output.exists() and any(_is_same(output, source) for source in sources):
        raise click.UsageError(
            f"--output {str(output)!r} is one of the sources; name another file"
        )


def write_records(records: Iterator[Record], form: str, output: Path | None) -> None:
    """Write records as they come.

    Nothing is written, and no file touched, before there is a record.

    Args:
        records: What was read.
        form: Name of the format.
        output: A file, a folder for brat, or None for standard output.

    Raises:
        UsageError: Several documents as brat, without a folder.
    """
    if form == BRAT and output is not None:
        _write_folder(records, output)
        return
    first = next(records, None)
    if first is None:
        return
    rest = _none_of(records) if form == BRAT else records
    every = chain([first], rest)
    if output is None:
        options = ExportOptions(
            width=columns(sys.stdout), colour=wants_colour(sys.stdout)
        )
        EXPORTERS[form].export(every, sys.stdout, options=options)
        return
    # Opened when the first words are written: a page is made of all records at once,
    # and stopping before that leaves an older page as it was.
    with click.open_file(
        str(output), "w", encoding="utf-8", errors="backslashreplace", lazy=True
    ) as file:
        EXPORTERS[form].export(every, cast("TextIO", file), options=ExportOptions())


def _none_of(records: Iterator[Record]) -> Iterator[Record]:
    for record in records:
        raise click.UsageError(
            f"{record.document.name!r} is a second document, and a brat file holds "
            "one; write several into a folder with --output FOLDER"
        )
    yield from ()


def _write_folder(records: Iterator[Record], folder: Path) -> None:
    taken: set[str] = set()
    for record in records:
        name = _free_name(record.document.name, taken)
        taken.add(name)
        folder.mkdir(exist_ok=True)
        # The text exactly as it is, line ends included: offsets are measured on it.
        with (folder / f"{name}.txt").open(
            "w", encoding="utf-8", errors="replace", newline=""
        ) as text:
            text.write(record.document.text)
        with (folder / f"{name}.ann").open(
            "w", encoding="utf-8", errors="replace", newline=""
        ) as annotations:
            EXPORTERS[BRAT].export([record], annotations, options=ExportOptions())


def _free_name(name: str, taken: set[str]) -> str:
    stem = name.removesuffix(".txt")
    safe = _UNSAFE.sub("_", stem).strip("._")[-_MAX_NAME_CHARS:] or "document"
    free, number = safe, 2
    while free in taken:
        free, number = f"{safe}-{number}", number + 1
    return free


def _is_same(output: Path, source: str) -> bool:
    # A name that no file can have, such as an address, is nobody's output.
    try:
        return output.samefile(source)
    except (OSError, ValueError):
        return False

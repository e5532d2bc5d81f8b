"""Sources of every sort to documents, one at a time."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from onrecord.core.document import Document
from onrecord.core.errors import (
    EmptyInputError,
    InputError,
    NotTextError,
)
from onrecord.ingest.files import (
    guarded,
    is_folder,
    open_file,
    peekable,
    unpacked,
    walk,
)
from onrecord.ingest.kinds import Format, Kind, format_of_name, format_of_type
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions, Refused
from onrecord.ingest.row_files import read_jsonl, read_table
from onrecord.ingest.single import read_single
from onrecord.ingest.web import fetch

__all__ = ["STDIN", "is_address", "open_sources"]

#: The source that means standard input.
STDIN = "-"
_STDIN_NAME = "stdin"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_JSONL_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


def open_sources(
    sources: Iterable[str],
    *,
    options: IngestOptions,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Refused]:
    """Give the documents of files, folders, addresses and standard input.

    Nothing is read before it is asked for, and of a JSONL or CSV file never more than
    one row is held. Whatever cannot be read is given as `Refused` in its place, and the
    next source follows. The same text in two sources is two documents here.

    Args:
        sources: Each a file, a folder (with all folders in it; hidden ones are passed
            over), an http or https address, or ``-``.
        options: Limits, column mapping, encoding, day of publication.
        stdin: What ``-`` reads; only the command line hands it in.

    Yields:
        Documents and refusals, in the order of the sources; files of a folder in the
        order of their names.

    Example:
        >>> [refused] = open_sources(["no/such/file.txt"], options=IngestOptions())
        >>> refused.error.code
        'missing-input'
    """
    for source in sources:
        try:
            yield from _open_source(source, options, stdin)
        except InputError as error:
            yield Refused(source, error)


def is_address(source: str) -> bool:
    """Say whether a source is an address and not a path.

    Args:
        source: As it was given.

    Returns:
        ``True`` for every scheme, also for those that are refused later.

    Example:
        >>> is_address("https://example.org/a"), is_address("c:/a.txt")
        (True, False)
    """
    return _ADDRESS.match(source) is not None


def _open_source(
    source: str, options: IngestOptions, stdin: BinaryIO | None
) -> Iterator[Document | Refused]:
    if source == STDIN:
        yield from _read_stdin(stdin, options)
    elif is_address(source):
        yield from _read(_fetched(source, options), options)
    elif is_folder(Path(source)):
        yield from _read_folder(Path(source), options)
    else:
        yield from _read_file(Path(source), options)


def _read_folder(folder: Path, options: IngestOptions) -> Iterator[Document | Refused]:
    is_empty = True
    for found in walk(folder):
        is_empty = False
        if isinstance(found, Refused):
            yield found
            continue
        try:
            yield from _read_file(found, options)
        except InputError as error:
            yield Refused(str(found), error)
    if is_empty:
        raise EmptyInputError(
            "is a folder without files (hidden ones do not count); name another"
        )


def _read_file(path: Path, options: IngestOptions) -> Iterator[Document | Refused]:
    with open_file(path) as stream:
        opened = Opened(
            name=path.name,
            origin=str(path),
            format=format_of_name(path.name),
            stream=unpacked(stream),
        )
        yield from _read(opened, options)


def _read_stdin(
    stdin: BinaryIO | None, options: IngestOptions
) -> Iterator[Document | Refused]:
    if stdin is None:
        raise InputError("standard input is not at hand; name a file")
    reader = peekable(stdin)
    try:
        stream = unpacked(reader)
        head = guarded(lambda: stream.peek(1))
        name = "stdin.jsonl" if _JSONL_START.match(head) else ""
        yield from _read(
            Opened(_STDIN_NAME, _STDIN_NAME, format_of_name(name), stream), options
        )
    finally:
        # A reader closes what it reads when it goes; the stream is the caller's.
        if reader is not stdin:
            reader.detach()


def _fetched(source: str, options: IngestOptions) -> Opened:
    found = fetch(source, options)
    return Opened(
        name=source,
        origin=source,
        format=_format_of_answer(found.media_type, found.url),
        stream=unpacked(BytesIO(found.data)),
        url=found.url,
        charset=found.charset,
    )


def _format_of_answer(media_type: str, url: str) -> Format:
    by_type = format_of_type(media_type)
    by_name = format_of_name(re.split(r"[?#]", url)[0])
    # Servers call every file they do not know text/plain or octet-stream.
    if by_type.kind in (Kind.PLAIN, Kind.UNKNOWN) and by_name.kind is not Kind.UNKNOWN:
        return by_name
    return by_type


def _read(opened: Opened, options: IngestOptions) -> Iterator[Document | Refused]:
    match opened.format.kind:
        case Kind.REFUSED:
            raise NotTextError(
                f"is {opened.format.media_type}, which is not read; "
                f"{opened.format.remedy}"
            )
        case Kind.JSONL:
            yield from read_jsonl(opened, options)
        case Kind.TABLE:
            yield from read_table(opened, options)
        case _:
            yield read_single(opened, options)

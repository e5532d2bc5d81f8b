"""Sources of every sort to documents, one at a time."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO

from onrecord.core.document import Document
from onrecord.core.errors import EmptyInputError, InputError
from onrecord.ingest.fetching import Fetcher
from onrecord.ingest.files import (
    guarded,
    is_folder,
    open_file,
    peekable,
    unpacked,
    walk,
)
from onrecord.ingest.kinds import Format, Kind, format_of_name, format_of_type
from onrecord.ingest.links import Link, Trail, Unmodified
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions, Refused
from onrecord.ingest.reading import read_opened

__all__ = ["STDIN", "Found", "is_address", "open_source", "open_sources"]

Found = Document | Refused | Link | Unmodified

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
    next source follows. The same text in two sources is two documents here. What a
    feed, an outline or a sitemap names is fetched and opened in its turn, once.

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
    fetcher = Fetcher(options)
    trail = Trail(sources)
    for source in trail:
        for found in open_source(source, options=options, fetcher=fetcher, stdin=stdin):
            if isinstance(found, Link):
                refused = trail.add(found)
                if refused is not None:
                    yield refused
            elif not isinstance(found, Unmodified):
                yield found


def open_source(
    source: str,
    *,
    options: IngestOptions,
    fetcher: Fetcher,
    stdin: BinaryIO | None = None,
) -> Iterator[Found]:
    """Give what one source holds, and the addresses that it names.

    Args:
        source: As for `open_sources`.
        options: Limits, column mapping, encoding, day of publication.
        fetcher: Fetches addresses; one for a whole run.
        stdin: What ``-`` reads.

    Yields:
        Documents, refusals, addresses to be opened next, and an address of which
        nothing has changed.
    """
    try:
        yield from _open_source(source, _Way(options, fetcher, stdin))
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


@dataclass(frozen=True, slots=True)
class _Way:
    """How sources of one run are opened."""

    options: IngestOptions
    fetcher: Fetcher
    stdin: BinaryIO | None


def _open_source(source: str, way: _Way) -> Iterator[Found]:
    if source == STDIN:
        yield from _read_stdin(way.stdin, way.options)
    elif is_address(source):
        yield from _read_address(source, way)
    elif is_folder(Path(source)):
        yield from _read_folder(Path(source), way.options)
    else:
        yield from _read_file(Path(source), way.options)


def _read_folder(folder: Path, options: IngestOptions) -> Iterator[Found]:
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


def _read_file(path: Path, options: IngestOptions) -> Iterator[Found]:
    with open_file(path) as stream:
        opened = Opened(
            name=path.name,
            origin=str(path),
            format=format_of_name(path.name),
            stream=_looked_through(stream, format_of_name(path.name)),
        )
        yield from read_opened(opened, options)


def _read_stdin(stdin: BinaryIO | None, options: IngestOptions) -> Iterator[Found]:
    if stdin is None:
        raise InputError("standard input is not at hand; name a file")
    reader = peekable(stdin)
    try:
        stream = unpacked(reader)
        head = guarded(lambda: stream.peek(1))
        name = "stdin.jsonl" if _JSONL_START.match(head) else ""
        yield from read_opened(
            Opened(_STDIN_NAME, _STDIN_NAME, format_of_name(name), stream), options
        )
    finally:
        # A reader closes what it reads when it goes; the stream is the caller's.
        if reader is not stdin:
            reader.detach()


def _read_address(source: str, way: _Way) -> Iterator[Found]:
    found = way.fetcher.fetch(source)
    if found.is_unmodified:
        yield Unmodified(source)
        return
    form = _format_of_answer(found.media_type, found.url)
    opened = Opened(
        name=source,
        origin=source,
        format=form,
        stream=_looked_through(BytesIO(found.data), form),
        url=found.url,
        charset=found.charset,
    )
    yield from read_opened(opened, way.options)


def _looked_through(stream: BinaryIO, form: Format) -> BufferedReader:
    # A web archive packs each page by itself, so that damage costs what follows alone.
    return peekable(stream) if form.kind is Kind.WARC else unpacked(stream)


def _format_of_answer(media_type: str, url: str) -> Format:
    by_type = format_of_type(media_type)
    by_name = format_of_name(re.split(r"[?#]", url)[0])
    # Servers call every file they do not know text/plain or octet-stream.
    if by_type.kind in (Kind.PLAIN, Kind.UNKNOWN) and by_name.kind is not Kind.UNKNOWN:
        return by_name
    return by_type

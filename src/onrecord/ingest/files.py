"""Files and folders: opened without blocking, read up to a limit, walked in order."""

import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, cast

from onrecord.core.errors import InputError, MissingInputError, TooLargeError
from onrecord.ingest.options import Refused

__all__ = [
    "guarded",
    "is_folder",
    "open_file",
    "peekable",
    "read_all",
    "too_large",
    "unpacked",
    "walk",
]

_GZIP_MAGIC = b"\x1f\x8b"
_BUFFER_BYTES = 65_536


def is_folder(path: Path) -> bool:
    """Say whether a path is a folder.

    Args:
        path: Where to look.

    Returns:
        ``False`` for a file and for a device.

    Raises:
        MissingInputError: There is nothing there.
        InputError: It may not be looked at.
    """
    return S_ISDIR(_mode(path))


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        # ValueError: a NUL in the name.
        if path.is_symlink():
            raise MissingInputError(
                f"is a link to {str(path.readlink())!r}, where nothing is; repair it"
            ) from error
        raise MissingInputError(
            "is not there; check the spelling and the folder you are in"
        ) from error
    except OSError as error:
        raise _unreadable(error) from error


def open_file(path: Path) -> BinaryIO:
    """Open a regular file.

    Pipes and devices are refused before they are opened, since opening one may wait
    for ever.

    Args:
        path: Which file.

    Returns:
        Its bytes, to be closed by the caller.

    Raises:
        MissingInputError: There is no such file.
        InputError: It is no regular file or may not be read.
    """
    if not S_ISREG(_mode(path)):
        raise InputError(
            "is a pipe or a device, no file; send its content to standard input "
            "and name the source -"
        )
    try:
        return path.open("rb", buffering=_BUFFER_BYTES)
    except OSError as error:
        raise _unreadable(error) from error


def peekable(stream: BinaryIO) -> BufferedReader:
    """Give a stream the method ``peek``, if it has none.

    Args:
        stream: Bytes.

    Returns:
        The stream itself or a reader around it.
    """
    if hasattr(stream, "peek"):
        return cast("BufferedReader", stream)
    # Every stream of bytes can do what is asked of it here, whatever its type says.
    return BufferedReader(cast("RawIOBase", stream), _BUFFER_BYTES)


def unpacked(stream: BinaryIO) -> BufferedReader:
    """Look through gzip, whatever the name says.

    Args:
        stream: Bytes, compressed or not.

    Returns:
        The bytes inside; the stream itself if it is not compressed.

    Raises:
        InputError: It cannot be read.
    """
    plain = peekable(stream)
    if guarded(lambda: plain.peek(2))[:2] != _GZIP_MAGIC:
        return plain
    # GzipFile reads, peeks and closes as BufferedReader does.
    return cast("BufferedReader", gzip.GzipFile(fileobj=plain, mode="rb"))


def guarded(read: Callable[[], bytes]) -> bytes:
    """Read, and say in our words what went wrong.

    Args:
        read: One call that reads.

    Returns:
        What it read.

    Raises:
        InputError: The disk failed or the gzip is damaged.
    """
    try:
        return read()
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(
            f"is damaged gzip ({error}); fetch or pack the file again"
        ) from error
    except OSError as error:
        raise _unreadable(error) from error


def read_all(stream: BinaryIO, max_bytes: int) -> bytes:
    """Read a stream to its end.

    Args:
        stream: Bytes.
        max_bytes: Size limit; one byte more is read to know.

    Returns:
        Everything.

    Raises:
        TooLargeError: It is over the limit.
        InputError: It cannot be read.
    """
    data = guarded(lambda: stream.read(max_bytes + 1))
    if len(data) > max_bytes:
        raise too_large(max_bytes)
    return data


def too_large(max_bytes: int) -> TooLargeError:
    """Make the error for everything over the size limit.

    Args:
        max_bytes: The limit.

    Returns:
        The error, to be raised.
    """
    return TooLargeError(
        f"is over the size limit of {max_bytes:,} bytes a document; raise the limit "
        "with --max-size"
    )


def walk(folder: Path) -> Iterator[Path | Refused]:
    """Give a folder's files, and those of the folders in it, in the order of names.

    Hidden files and folders are passed over. Links are followed, each folder is
    visited once.

    Args:
        folder: Where to start.

    Yields:
        A file, or a folder in it that could not be opened.
    """
    failed: list[OSError] = []
    seen: set[Path] = set()
    for root, folders, names in os.walk(
        folder, onerror=failed.append, followlinks=True
    ):
        here = Path(root)
        if here.resolve() in seen:
            folders.clear()
            continue
        seen.add(here.resolve())
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (here / name for name in sorted(names) if not name.startswith("."))
    for error in failed:
        yield Refused(str(error.filename), _unreadable(error))


def _unreadable(error: OSError) -> InputError:
    return InputError(
        f"cannot be read: {error.strerror or error}; check its permissions and the disk"
    )

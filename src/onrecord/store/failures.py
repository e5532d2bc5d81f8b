"""A database's errors, said in words that help."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from onrecord.core.errors import StoreError

_IN_USE = "is in use by another program; wait until that has finished and try again"

# SQLite's result codes by how they begin: https://sqlite.org/rescode.html
_REMEDIES = {
    "SQLITE_BUSY": _IN_USE,
    "SQLITE_LOCKED": _IN_USE,
    "SQLITE_FULL": (
        "cannot grow: the disk is full. What was kept before is safe; make room and "
        "run the same command again"
    ),
    "SQLITE_READONLY": (
        "may not be written to; change the permissions of the file and its folder, or "
        "work on a copy"
    ),
    "SQLITE_NOTADB": "is not an archive; name another file",
    "SQLITE_CORRUPT": (
        "is damaged; `onrecord verify` says what can still be read, and a backup "
        "holds the rest"
    ),
    "SQLITE_CANTOPEN": (
        "cannot be opened; its folder must exist and allow new files, because SQLite "
        "writes beside the archive"
    ),
    "SQLITE_IOERR": (
        "cannot be read or written: the disk reports an error. Check the disk, and "
        "keep the archive off network folders"
    ),
}


@contextmanager
def explained(archive: str) -> Iterator[None]:
    """Turn a database error inside the block into one that names a remedy.

    Args:
        archive: The archive's name, as the user gave it.

    Raises:
        StoreError: The database refused; the driver's own words come last.
    """
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_explain(archive, error)) from error


def _explain(archive: str, error: DBAPIError) -> str:
    code = getattr(error.orig, "sqlite_errorname", "")
    for prefix, remedy in _REMEDIES.items():
        if code.startswith(prefix):
            return f"archive {archive!r} {remedy} ({error.orig})"
    return f"archive {archive!r} refused: {error.orig}; run `onrecord verify`"

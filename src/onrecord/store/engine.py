"""The connection to an archive: one SQLite file, opened the safe way."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from onrecord.core.errors import NotFoundError, StoreError

_DRIVER = "sqlite+pysqlite"

WRITES = "onrecord_writes"
"""Execution option that marks a connection's transactions as writing."""


def archive_path(location: str, *, create: bool) -> Path:
    """Say which file an archive lies in.

    Args:
        location: A path, or a URL such as ``sqlite:///news.db``.
        create: Whether the archive may be a new one.

    Returns:
        The file, whose folder exists.

    Raises:
        NotFoundError: There is no such archive, and none is to be made.
        StoreError: The place cannot hold an archive.
    """
    path = _from_url(location) if "://" in location else Path(location)
    if path.is_dir():
        raise StoreError(f"archive {location!r} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise StoreError(
            f"archive {location!r} cannot be made: there is no folder "
            f"{str(path.parent)!r}; make it first"
        )
    if not create and not path.exists():
        raise NotFoundError(
            f"there is no archive {location!r}; make one with `onrecord add`, or name "
            "another with --archive"
        )
    return path


def open_engine(path: Path, *, busy_timeout_s: float) -> Engine:
    """Open a SQLite file as archives need it.

    Args:
        path: The file; SQLite makes it on the first write.
        busy_timeout_s: How long to wait for another program's transaction.

    Returns:
        An engine whose transactions are real ones, DDL included.

    Source:
        SQLAlchemy, "SQLite: Transactions with SQLite and the sqlite3 driver".
    """
    engine = create_engine(
        _frozen_url(path)
        if _is_frozen(path)
        else URL.create(_DRIVER, database=str(path)),
        connect_args={"timeout": busy_timeout_s},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _is_frozen(path: Path) -> bool:
    # SQLite writes beside the file even to read it, unless told that nobody writes. A
    # log beside it says that somebody may be writing at this moment.
    log = path.with_name(f"{path.name}-wal")
    return path.exists() and not log.exists() and not os.access(path.parent, os.W_OK)


def _frozen_url(path: Path) -> URL:
    frozen = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return URL.create(_DRIVER, database=frozen, query={"uri": "true"})


def _from_url(location: str) -> Path:
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise StoreError(
            f"archive {location!r} is neither a path nor a URL; write sqlite:///FILE"
        ) from error
    if url.get_backend_name() != "sqlite" or not url.database:
        # The URL is printed without its password.
        raise StoreError(
            f"archive {url.render_as_string()!r} is not kept in a SQLite file, which "
            "is all that this version knows; write sqlite:///FILE or a path"
        )
    return Path(url.database)


def _prepare(connection: sqlite3.Connection, _pool_entry: Any) -> None:
    # The driver would open transactions by itself, and not for DDL; `_begin` does.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # A commit is on the disk when it returns, power cut included. NORMAL would lose
    # the last ones then; FULL costs a millisecond or two beside reading an article.
    connection.execute("PRAGMA synchronous = FULL")
    # 64 MB instead of 2: a dossier reaches into many tables of a large archive.
    connection.execute("PRAGMA cache_size = -64000")


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: one that starts as a reader and then finds the
    # archive changed can only fail, however long it waits.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

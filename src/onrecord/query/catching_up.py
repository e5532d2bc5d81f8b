"""Bringing what is worked out up to date with the records that came in since."""

from collections.abc import Callable

from sqlalchemy import func, select

from onrecord.resolve.resolver import index_some, resolve_some
from onrecord.store import Archive, Identities
from onrecord.store.identity_schema import INDEXED, STALE
from onrecord.store.schema import RECORD

_RECORDS = 50
_BLOCKS = 400

Progress = Callable[[str, int], None]
"""Is told what is done (``records`` or ``names``) and how many more of it are done."""

Step = Callable[[Identities], int]


def catch_up(archive: Archive, progress: Progress | None = None) -> int:
    """Work out who is who in records that came in since the last time.

    Each step is kept whole, so stopping in between loses nothing; the next call goes
    on from there.

    Args:
        archive: The archive.
        progress: Is told after each step.

    Returns:
        How many records were new.

    Raises:
        StoreError: The archive cannot be written.
    """
    if _is_current(archive):
        return 0
    steps: tuple[tuple[str, Step], ...] = (
        ("records", lambda desk: index_some(desk, limit=_RECORDS)),
        ("names", lambda desk: resolve_some(desk, limit=_BLOCKS)),
    )
    n_records, _ = (_repeat(archive, step, progress or _silent) for step in steps)
    return n_records


def rebuild(archive: Archive, progress: Progress | None = None) -> int:
    """Drop all that was worked out and work it out again, with the same result.

    Args:
        archive: The archive.
        progress: Is told after each step.

    Returns:
        How many records there are.

    Raises:
        StoreError: The archive cannot be written.
    """
    with archive.writing() as connection:
        Identities(connection).forget()
    return catch_up(archive, progress)


def _is_current(archive: Archive) -> bool:
    # Records are indexed in the order of their numbers, so the newest tells for all.
    with archive.reading() as connection:
        newest = connection.scalar(select(func.max(RECORD.c.id)))
        indexed = connection.scalar(select(func.max(INDEXED.c.record_id)))
        stale = connection.scalar(select(STALE.c.block).limit(1))
    return newest == indexed and stale is None


def _repeat(archive: Archive, step: tuple[str, Step], tell: Progress) -> int:
    what, work = step
    total = 0
    while True:
        with archive.writing() as connection:
            done = work(Identities(connection))
        if not done:
            return total
        total += done
        tell(what, done)


def _silent(what: str, done: int) -> None:
    del what, done

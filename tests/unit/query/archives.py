"""Archives of invented stories, ready to be asked."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.core import Record
from onrecord.query.opened import OpenArchive
from onrecord.store import Archive
from tests.newsroom import envoy_records


def open_stories(path: Path, records: Iterable[Record] | None = None) -> OpenArchive:
    """Open an archive of some records, by default those of the envoy stories."""
    archive = Archive.open(str(path))
    for record in envoy_records() if records is None else records:
        archive.add(record)
    return OpenArchive(archive)


def members(opened: OpenArchive) -> set[frozenset[str]]:
    """Give the documents' entities that are one, group by group."""
    archive = opened._current()
    with archive.reading() as connection:
        rows = connection.exec_driver_sql("SELECT entity_id, profile_id FROM member")
        found: dict[str, set[str]] = {}
        for entity, profile in rows:
            found.setdefault(entity, set()).add(profile)
    return {frozenset(group) for group in found.values()}

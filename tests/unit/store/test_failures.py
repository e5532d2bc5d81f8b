"""What goes wrong with a file is said with a remedy, and leaves the archive whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.core.document import make_document
from onrecord.core.errors import NotFoundError, StoreError
from onrecord.store import AddStatus, Archive
from tests.tiny_reader import read_tiny

NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "test.db"
    with Archive.open(str(path)) as archive:
        archive.add(read_tiny(make_document("a.txt", "Ann said no.")))
    return path


@contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """Act as an ordinary user, whom file permissions bind."""
    if os.geteuid() != 0:
        yield
        return
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(parent.stat().st_mode | 0o055)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Just some notes of mine.\n" * 50)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt' is not an archive"):
        Archive.open(str(path))
    assert path.read_bytes() == before


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Archive.open(str(tmp_path))


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no folder .*make it first"):
        Archive.open(str(tmp_path / "not" / "test.db"))


def test_a_missing_archive_is_not_made_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    with pytest.raises(NotFoundError, match="onrecord add"):
        Archive.open(str(path), create=False)
    assert not path.exists()


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("postgresql://ann:secret@db/news", r"postgresql://ann:\*\*\*@db/news"),
        ("sqlite://", "SQLite file"),
        ("nonsense://", "SQLite file"),
        ("://", "neither a path nor a URL"),
    ],
)
def test_a_url_that_is_no_archive(location: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        Archive.open(location)
    assert "secret" not in str(caught.value)


def test_a_url_of_a_file(file: Path) -> None:
    with Archive.open(f"sqlite:///{file}") as archive:
        assert len(list(archive.list())) == 1


def test_a_locked_archive(file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    record = read_tiny(make_document("b.txt", "Bo said yes."))
    with Archive.open(str(file), busy_timeout_s=0.05) as archive:
        with pytest.raises(StoreError, match="in use by another program"):
            archive.add(record)
        # Reading goes on meanwhile.
        assert len(list(archive.list())) == 1
        other.execute("ROLLBACK")
        other.close()
        assert archive.add(record).status is AddStatus.ADDED


def test_a_full_disk_loses_nothing_and_leaves_no_half(file: Path) -> None:
    big = read_tiny(make_document("big.txt", "Ann said no. " * 5000))
    with Archive.open(str(file)) as archive:
        full = archive._engine.raw_connection()
        full.cursor().execute("PRAGMA max_page_count = 40")
        full.close()
        with pytest.raises(StoreError, match=r"the disk is full.*make room"):
            archive.add(big)
        assert [holding.name for holding in archive.list()] == ["a.txt"]
        assert not any(check.findings for check in archive.verify())
    with Archive.open(str(file)) as archive:
        assert archive.add(big).status is AddStatus.ADDED


def test_a_read_only_archive_can_be_read(file: Path) -> None:
    record = read_tiny(make_document("b.txt", "Bo said yes."))
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        with unprivileged(file.parent), Archive.open(str(file)) as archive:
            assert archive.get("a.txt").document.text == "Ann said no."
            with pytest.raises(StoreError, match="may not be written to"):
                archive.add(record)
    finally:
        file.parent.chmod(0o755)


def test_an_unreadable_archive(file: Path) -> None:
    file.chmod(0)
    with (
        unprivileged(file.parent),
        pytest.raises(StoreError, match="cannot be opened"),
    ):
        Archive.open(str(file))


def test_a_damaged_file(file: Path) -> None:
    # The first page stays, so that it is still a database.
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"):
        Archive.open(str(file))

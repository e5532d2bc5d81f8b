"""The tables that migrations make are the ones the code declares."""

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from onrecord.core.errors import MigrationError
from onrecord.store import Archive
from onrecord.store.schema import METADATA


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "test.db"
    Archive.open(str(path)).close()
    return path


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_migrations_make_exactly_the_declared_tables(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                # SQLite keeps what searches words in tables of its own.
                "include_name": lambda name, kind, _: (
                    kind != "table" or not str(name).startswith("passage_words")
                ),
            },
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_opening_again_writes_nothing(file: Path) -> None:
    before = file.read_bytes()
    Archive.open(str(file)).close()
    assert file.read_bytes() == before


def test_an_archive_is_kept_with_a_write_ahead_log(file: Path) -> None:
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_newer_schema_is_refused_untouched(file: Path) -> None:
    change(file, "UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    with pytest.raises(MigrationError, match=r"'9999'.*update onrecord"):
        Archive.open(str(file))
    assert file.read_bytes() == before


def test_a_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    change(path, "CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(MigrationError, match="another program"):
        Archive.open(str(path))
    assert path.read_bytes() == before


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with Archive.open(str(path)) as archive:
        assert list(archive.list()) == []


def test_an_interrupted_first_opening_is_done_again(tmp_path: Path) -> None:
    path = tmp_path / "half.db"
    # What is left when the log was switched on and the tables were not yet made.
    change(path, "PRAGMA journal_mode = WAL")
    with Archive.open(str(path)) as archive:
        assert list(archive.list()) == []


def test_several_may_open_a_new_archive_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    errors: list[Exception] = []
    gate = threading.Barrier(6)

    def open_it() -> None:
        gate.wait()
        try:
            Archive.open(str(path)).close()
        except Exception as error:  # noqa: BLE001 - handed to the main thread
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []

"""Bringing an archive's tables to the form that this version knows."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect

from onrecord.core.errors import MigrationError
from onrecord.store.engine import WRITES

APPLICATION_ID = 0x4F4E5243
"""Marks a SQLite file as an archive of ours ("ONRC"), for ``file`` to see as well."""


def upgrade(engine: Engine, archive: str) -> None:
    """Make the tables, or bring older ones up to date; change nothing otherwise.

    All steps happen in one transaction: a kill leaves the archive as it was.

    Args:
        engine: The open archive.
        archive: Its name, for messages.

    Raises:
        MigrationError: The file belongs to another program, or to a newer onrecord.
    """
    config = Config()
    config.set_main_option("script_location", "onrecord.store:migrations")
    with engine.connect() as connection:
        if _is_current(connection, config, archive):
            return
    _use_write_ahead_log(engine)
    writing = engine.execution_options(**{WRITES: True})
    with writing.begin() as connection:
        # Another process may have been first while this one waited for its turn.
        if not _is_current(connection, config, archive):
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _is_current(connection: Connection, config: Config, archive: str) -> bool:
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if mark != APPLICATION_ID:
        _refuse_strangers(connection, archive)
        return False
    script = ScriptDirectory.from_config(config)
    revision = MigrationContext.configure(connection).get_current_revision()
    try:
        script.get_revision(revision or "base")
    except CommandError as error:
        raise MigrationError(
            f"archive {archive!r} has the schema {revision!r}, which a newer onrecord "
            "made; update onrecord and try again"
        ) from error
    return revision == script.get_current_head()


def _refuse_strangers(connection: Connection, archive: str) -> None:
    if inspect(connection).get_table_names():
        raise MigrationError(
            f"archive {archive!r} is a database of another program; name another file"
        )


def _use_write_ahead_log(engine: Engine) -> None:
    # Others can then read while one writes. The file remembers it, and it cannot be
    # set inside a transaction, which is all that the engine hands out.
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()

"""The archive: one SQLite file that keeps documents and their records."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from onrecord.core.document import Document
from onrecord.core.record import ReaderInfo, Record
from onrecord.store.engine import WRITES, archive_path, open_engine
from onrecord.store.failures import explained
from onrecord.store.finding import find_document
from onrecord.store.listing import place, read_page
from onrecord.store.migrate import upgrade
from onrecord.store.reading import read_newest
from onrecord.store.results import AddResult, AddStatus, DocumentCheck, Holding
from onrecord.store.verify import check_all
from onrecord.store.writing import (
    is_read,
    write_appearance,
    write_document,
    write_reading,
)

BUSY_TIMEOUT_S = 15.0
"""Other programs hold the archive for milliseconds; longer means one is stuck."""

# The archive itself, its write-ahead log and that log's index.
_FILE_ENDS = ("", "-wal", "-shm")


class Archive:
    """Documents, their records and the words those rest on, kept for good.

    Nothing is ever overwritten: a text is kept once, reading it again with another
    reader adds a record beside the older ones, and each document goes in whole or not
    at all. Several programs may use one archive at the same time.

    Use `Archive.open`, and close it or use it in a ``with`` block.

    Attributes:
        location: The path or URL it was opened with.
        files: The files that it lies in, some of them only while it is open.

    Example:
        >>> with Archive.open("news.db") as archive:  # doctest: +SKIP
        ...     archive.add(record).status
        <AddStatus.ADDED: 'added'>
    """

    def __init__(self, engine: Engine, location: str, path: Path) -> None:
        self.location = location
        self.files = tuple(path.with_name(f"{path.name}{end}") for end in _FILE_ENDS)
        self._engine = engine
        self._writer = engine.execution_options(**{WRITES: True})

    @classmethod
    def open(
        cls,
        location: str,
        *,
        create: bool = True,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> Self:
        """Open an archive, and bring its tables up to date if they are older.

        Args:
            location: A file, or ``sqlite:///FILE``.
            create: Make the archive when it is not there.
            busy_timeout_s: How long to wait for another program's transaction.

        Returns:
            The open archive.

        Raises:
            NotFoundError: It is not there and ``create`` is false.
            MigrationError: Another program or a newer onrecord made the file.
            StoreError: The file cannot be opened.
        """
        path = archive_path(location, create=create)
        engine = open_engine(path, busy_timeout_s=busy_timeout_s)
        with ExitStack() as undo:
            undo.callback(engine.dispose)
            with explained(location):
                upgrade(engine, location)
            undo.pop_all()
        return cls(engine, location, path)

    def close(self) -> None:
        """Let go of the file."""
        with explained(self.location):
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, record: Record) -> AddResult:
        """Keep a record, its document and its evidence, in one transaction.

        Args:
            record: The record.

        Returns:
            What changed; adding the same record twice changes nothing.

        Raises:
            ConflictError: Another text has the document's id.
            StoreError: The archive cannot be written; it is as it was before.
        """
        now = datetime.now(UTC)
        with self._writing() as connection:
            is_new = write_document(connection, record.document, now)
            is_name_new = write_appearance(connection, record.document, now)
            is_reading_new = write_reading(connection, record, now)
        status = AddStatus.REREAD if is_reading_new else AddStatus.UNCHANGED
        if is_new:
            status = AddStatus.ADDED
        return AddResult(status, record.document.id, is_name_new)

    def recognise(self, document: Document, reader: ReaderInfo) -> AddResult | None:
        """Say whether reading a document would add nothing, before reading it.

        The name and metadata it came with are kept if they are new.

        Args:
            document: The document.
            reader: Who would read it.

        Returns:
            The result that adding its record would give, or None when the archive has
            no such record yet.

        Raises:
            StoreError: The archive cannot be read or written.
        """
        with self._reading() as connection:
            if not is_read(connection, document, reader):
                return None
        with self._writing() as connection:
            is_name_new = write_appearance(connection, document, datetime.now(UTC))
        return AddResult(AddStatus.UNCHANGED, document.id, is_name_new)

    def get(self, reference: str) -> Record:
        """Give the newest record of one document.

        Args:
            reference: The document's id or the start of it, its name or its URL.

        Returns:
            The record.

        Raises:
            NotFoundError: Nothing fits the reference.
            ConflictError: Several documents do.
            StoreError: What is stored is damaged.
        """
        with self._reading() as connection:
            return read_newest(connection, find_document(connection, reference))

    def list(self) -> Iterator[Holding]:
        """Give every document, in the order they were added.

        Yields:
            One holding a document. No transaction stays open between them.

        Raises:
            StoreError: The archive cannot be read.
        """
        after = None
        while True:
            with self._reading() as connection:
                page = read_page(connection, after)
            if not page:
                return
            yield from page
            after = place(page[-1])

    def verify(self) -> Iterator[DocumentCheck]:
        """Re-read everything that is kept and compare it with itself.

        Each text is hashed again, each record decoded, each passage compared with the
        words in the text, and rows that belong to nothing are looked for.

        Yields:
            One check a document, then one for the archive as a whole.

        Raises:
            StoreError: The archive cannot be read at all.
        """
        with self._reading() as connection:
            yield from check_all(connection, self.location)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a reading transaction, for questions that this class does not answer.

        Raises:
            StoreError: The archive cannot be read.
        """
        with self._reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a writing transaction, which is kept whole or not at all.

        Raises:
            StoreError: The archive cannot be written; it is as it was before.
        """
        with self._writing() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.location), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self.location), self._writer.begin() as connection:
            yield connection

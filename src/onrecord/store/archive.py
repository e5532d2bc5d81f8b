"""The archive: one SQLite file that keeps documents and their records."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from onrecord.core.document import Document, make_document
from onrecord.core.record import ReaderInfo, Record
from onrecord.store.arrival import Arrival, TextPrint, Visit
from onrecord.store.copies import write_print
from onrecord.store.copy_reading import read_groups, read_passages
from onrecord.store.engine import WRITES, archive_path, open_engine
from onrecord.store.failures import explained
from onrecord.store.finding import find_document, find_page_text
from onrecord.store.listing import place, read_holding, read_page
from onrecord.store.migrate import upgrade
from onrecord.store.printing import drop_prints, has_other_method, without_print
from onrecord.store.reading import read_newest
from onrecord.store.results import (
    AddResult,
    AddStatus,
    CopyGroup,
    DocumentCheck,
    Holding,
    Quoted,
    Version,
)
from onrecord.store.verify import check_all
from onrecord.store.versions import read_versions, read_visit
from onrecord.store.writing import is_met, is_read, write_arrival, write_meeting

BUSY_TIMEOUT_S = 15.0
"""Other programs hold the archive for milliseconds; longer means one is stuck."""

_TICK = timedelta(microseconds=1)
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
        return self.add_all([Arrival(record)])[0]

    def add_all(self, arrivals: Sequence[Arrival]) -> list[AddResult]:
        """Keep several records with what came with them, all in one transaction.

        A transaction costs as much as several records, so this is how many are added.

        Args:
            arrivals: Records, their pages, prints and visits.

        Returns:
            What changed, in the same order.

        Raises:
            ConflictError: Another text has the id of one of the documents; none of
                them is kept.
            StoreError: The archive cannot be written; it is as it was before.
        """
        now = datetime.now(UTC)
        with self._writing() as connection:
            # A microsecond apart, so that a list shows them in the order they came.
            return [
                write_arrival(connection, one, now + number * _TICK)
                for number, one in enumerate(arrivals)
            ]

    def recognise(
        self,
        document: Document,
        reader: ReaderInfo,
        *,
        page: str | None = None,
        visit: Visit | None = None,
    ) -> AddResult | None:
        """Say whether reading a document would add nothing, before reading it.

        The name, the page and the metadata it came with are kept if they are new.

        Args:
            document: The document.
            reader: Who would read it.
            page: Address of its page, in one spelling.
            visit: How it was fetched, if it was.

        Returns:
            The result that adding its record would give, or None when the archive has
            no such record yet.

        Raises:
            StoreError: The archive cannot be read or written.
        """
        with self._reading() as connection:
            if not is_read(connection, document, reader):
                return None
            if visit is None and is_met(connection, document, page):
                return AddResult(AddStatus.UNCHANGED, document.id, is_name_new=False)
        with self._writing() as connection:
            return write_meeting(connection, document, page=page, visit=visit)

    def knows(self, document: Document, reader: ReaderInfo) -> bool:
        """Say whether reading a document would add nothing; write nothing.

        Args:
            document: The document.
            reader: Who would read it.

        Raises:
            StoreError: The archive cannot be read.
        """
        with self._reading() as connection:
            return is_read(connection, document, reader)

    def conditions(self, address: str, reader: ReaderInfo) -> Mapping[str, str]:
        """Give the headers that ask a server whether its text has changed.

        Args:
            address: The address that will be asked for.
            reader: Who would read the text.

        Returns:
            None of them unless this reader has read the text that came last time.

        Raises:
            StoreError: The archive cannot be read.
        """
        with self._reading() as connection:
            return read_visit(connection, address, reader)

    def find_copies(self, make_print: Callable[[Document], TextPrint]) -> int:
        """Look for the copies of every text for which that was not done, or otherwise.

        Archives of earlier versions hold such texts, and those that were added
        without a print. What another method found is dropped first.

        Args:
            make_print: What makes the print of a text.

        Returns:
            How many texts were looked at.

        Raises:
            StoreError: The archive cannot be written.
        """
        method = make_print(make_document("", "")).method
        n_found = 0
        with self._reading() as connection:
            is_other = has_other_method(connection, method)
        if is_other:
            with self._writing() as connection:
                drop_prints(connection)
        while True:
            with self._reading() as connection:
                waiting = without_print(connection)
            if not waiting:
                return n_found
            with self._writing() as connection:
                for document in waiting:
                    write_print(connection, document.id, make_print(document))
            n_found += len(waiting)

    def copies(self, reference: str | None = None) -> list[CopyGroup]:
        """Give the stories that were printed more than once.

        Args:
            reference: Only the one that this document belongs to; see `get`.

        Returns:
            Groups of texts that count as one, the earliest story first.

        Raises:
            NotFoundError: Nothing fits the reference.
            ConflictError: Several documents do.
            StoreError: The archive cannot be read.
        """
        with self._reading() as connection:
            one = find_document(connection, reference) if reference else None
            return read_groups(connection, one)

    def passages(self, reference: str | None = None) -> list[Quoted]:
        """Give the passages that texts share which are no copies of each other.

        Args:
            reference: Only those of this document; see `get`.

        Returns:
            Each passage once, standing text such as a footer left out.

        Raises:
            NotFoundError: Nothing fits the reference.
            ConflictError: Several documents do.
            StoreError: The archive cannot be read.
        """
        with self._reading() as connection:
            one = find_document(connection, reference) if reference else None
            return read_passages(connection, one)

    def versions(self, reference: str) -> list[Version]:
        """Give the versions of the page that a document is one of.

        Args:
            reference: See `get`; the page's address fits as well.

        Returns:
            The versions, oldest first; none for a text that was not a page's.

        Raises:
            NotFoundError: Nothing fits the reference.
            ConflictError: Several documents do.
            StoreError: The archive cannot be read.
        """
        with self._reading() as connection:
            return read_versions(connection, find_page_text(connection, reference))

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

    def holding(self, reference: str) -> Holding:
        """Give what is known of one document, as `list` does.

        Args:
            reference: See `get`.

        Returns:
            The holding.

        Raises:
            NotFoundError: Nothing fits the reference.
            ConflictError: Several documents do.
            StoreError: The archive cannot be read.
        """
        with self._reading() as connection:
            return read_holding(connection, find_document(connection, reference))

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

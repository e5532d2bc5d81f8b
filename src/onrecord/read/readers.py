"""The readers: what turns documents into records, chosen by name."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from onrecord.core import Document, InputError, ReaderInfo, Record
from onrecord.read.assemble import to_record
from onrecord.read.calibration import UNCALIBRATED
from onrecord.read.model import load_model
from onrecord.read.neural import find_in
from onrecord.read.rules import find_by_rule
from onrecord.read.workers import Workers

VERSION = "1"
# So many documents are read before workers are started: starting one takes about as
# long as reading ten.
_ALONE = 3
# Documents taken ahead of the records, for each that is read at a time: enough that
# no worker waits while a long document is read elsewhere.
_AHEAD = 4


class Reader(Protocol):
    """Turns documents into records.

    Attributes:
        name: As ``--reader`` takes it.
        version: Changes when the same text may give another record.
        weights: Revision of its weights, None without any.
    """

    name: str
    version: str
    weights: str | None

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Yield one record a document, in order, taking documents as it goes."""
        ...


class TrainedReader:
    """The built-in reader: one small encoder read once per window, then rules.

    Of more than a few documents it reads one here and the others in worker processes,
    which end with the reader.

    Args:
        threads: Documents read at the same time, each by one processor thread; by
            default one a usable core.
        folder: Where the weights lie; by default those of the package.
        calibrated: False for the network's own probabilities.

    Raises:
        InputError: The weights are missing.
    """

    name = "onrecord"
    version = VERSION

    def __init__(
        self,
        *,
        threads: int | None = None,
        folder: Path | None = None,
        calibrated: bool = True,
    ) -> None:
        folder = folder or Path(str(files("onrecord.read") / "weights"))
        self._threads = threads or _usable_cores()
        self._model = load_model(folder)
        if not calibrated:
            self._model = replace(self._model, calibrations=UNCALIBRATED)
        self.weights = self._model.revision
        self._here = threading.Lock()
        self._workers = Workers.of(
            self,
            self._threads - 1,
            arguments=(str(folder.absolute()), "calibrated" if calibrated else "raw"),
            greeting=self.greeting,
        )

    @property
    def greeting(self) -> tuple[str, str, str | None]:
        """Say what tells it from readers that may give another record."""
        return self.name, self.version, self.weights

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Yield one record a document, in order, some documents ahead of the records.

        Args:
            documents: As they come; taken as records are asked for, some ahead of them.
        """
        if self._threads == 1:
            yield from map(self.read_one, documents)
            return
        pool = ThreadPoolExecutor(max_workers=self._threads)
        ahead = deque[Future[Record]]()
        try:
            for place, document in enumerate(documents):
                if place == _ALONE:
                    self._workers.start()
                ahead.append(pool.submit(self._read_beside, document))
                # The first result does not wait for the documents after it.
                room = min(place, _AHEAD * self._threads)
                while ahead and (len(ahead) > room or ahead[0].done()):
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

    def read_one(self, document: Document) -> Record:
        """Give the record of one document, read in this process and thread."""
        found = find_in(self._model, document)
        return to_record(found, ReaderInfo(*self.greeting))

    def close(self) -> None:
        """End the worker processes; reading goes on without them if it has to."""
        self._workers.close()

    def _read_beside(self, document: Document) -> Record:
        record = self._workers.read(document)
        if record is not None:
            return record
        # Two threads of one process would wait for each other's Python, and each would
        # take a network's memory.
        with self._here:
            return self.read_one(document)


def _usable_cores() -> int:
    """Count the cores this process may use, not those the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class RulesReader:
    """The floor: cue lexicon and quotation marks, no weights.

    Args:
        threads: Not used; taken so that all readers open alike.
    """

    name = "rules"
    version = VERSION
    weights: str | None = None

    def __init__(self, *, threads: int | None = None) -> None:
        del threads

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Yield one record a document, in order."""
        info = ReaderInfo(self.name, self.version, None)
        for document in documents:
            yield to_record(find_by_rule(document), info)


READERS: Mapping[str, Callable[..., Reader]] = MappingProxyType(
    {"onrecord": TrainedReader, "rules": RulesReader}
)


def open_reader(name: str, *, threads: int | None = None) -> Reader:
    """Open a reader by its name.

    Args:
        name: A key of `READERS`.
        threads: Documents it reads at the same time; by default one a usable core.

    Raises:
        InputError: There is no reader of that name.
    """
    if name not in READERS:
        known = ", ".join(sorted(READERS))
        raise InputError(f"no reader is called {name!r}; choose one of: {known}")
    return READERS[name](threads=threads)

"""The readers: what turns documents into records, chosen by name."""

import os
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

VERSION = "1"


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

    Args:
        threads: Documents read at the same time, each by one thread; by default one a
            usable core.
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

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Yield one record a document, in order."""
        # One thread a document: the network computes outside of Python's lock, and two
        # threads that share one document's small matrices wait for each other instead.
        with ThreadPoolExecutor(max_workers=self._threads) as pool:
            ahead = deque[Future[Record]]()
            for document in documents:
                ahead.append(pool.submit(self._read_one, document))
                if len(ahead) > self._threads:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()

    def _read_one(self, document: Document) -> Record:
        found = find_in(self._model, document)
        return to_record(found, ReaderInfo(self.name, self.version, self.weights))


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
        threads: Threads it may compute with; by default one a usable core.

    Raises:
        InputError: There is no reader of that name.
    """
    if name not in READERS:
        known = ", ".join(sorted(READERS))
        raise InputError(f"no reader is called {name!r}; choose one of: {known}")
    return READERS[name](threads=threads)

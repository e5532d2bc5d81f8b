"""The readers: what turns documents into records, chosen by name."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from onrecord.core import Document, InputError, ReaderInfo, Record
from onrecord.read.assemble import to_record
from onrecord.read.found import Findings
from onrecord.read.neural import find_in
from onrecord.read.onnx_network import OnnxNetwork
from onrecord.read.pieces import load_tokenizer
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
        threads: Threads to compute with; by default one a usable core.

    Raises:
        InputError: The weights are missing from the installation.
    """

    name = "onrecord"
    version = VERSION

    def __init__(self, *, threads: int | None = None) -> None:
        folder = Path(str(files("onrecord.read") / "weights"))
        self._network = OnnxNetwork(folder, threads=threads)
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")
        card = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
        self.weights: str | None = card["revision"]

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Yield one record a document, in order."""
        info = ReaderInfo(self.name, self.version, self.weights)
        # The network computes outside of Python's lock: while one document's record is
        # put together, the next one goes through the network.
        with ThreadPoolExecutor(max_workers=1) as pool:
            ahead = None
            for document in documents:
                found = pool.submit(find_in, self._network, self._tokenizer, document)
                if ahead is not None:
                    yield _finish(ahead, info)
                ahead = found
            if ahead is not None:
                yield _finish(ahead, info)


def _finish(ahead: Future[Findings], info: ReaderInfo) -> Record:
    return to_record(ahead.result(), info)


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

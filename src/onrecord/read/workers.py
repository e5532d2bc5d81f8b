"""Workers that read documents beside this process, one document each at a time.

Python computes in one thread at a time, and a third of reading is Python: threads alone
leave cores idle.
"""

import logging
import os
import threading
import weakref
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import Self

from onrecord.core import Document, Record
from onrecord.read.worker_process import WorkerProcess

_LOG = logging.getLogger(__name__)


class Workers:
    """Starts workers, lends them out, and ends them.

    One that dies is not replaced: whoever asked it reads for itself from then on.

    Args:
        n: How many.
        arguments: What `onrecord.read.worker` takes.
        greeting: What each has to say first. One that says something else has other
            weights or another version, and is not used.
    """

    def __init__(self, n: int, *, arguments: Sequence[str], greeting: object) -> None:
        self._n = n
        self._arguments = tuple(arguments)
        self._greeting = greeting
        self._lock = threading.Lock()
        self._all: list[WorkerProcess] = []
        self._idle = SimpleQueue[WorkerProcess]()
        self._pid = os.getpid()

    @classmethod
    def of(
        cls, owner: object, n: int, *, arguments: Sequence[str], greeting: object
    ) -> Self:
        """Make workers that end with their owner or, before that, with Python."""
        workers = cls(n, arguments=arguments, greeting=greeting)
        weakref.finalize(owner, workers.close)
        return workers

    @property
    def pids(self) -> tuple[int, ...]:
        """Give the numbers of the processes that were started."""
        return tuple(worker.pid for worker in self._all)

    def start(self) -> None:
        """Start the workers, if they were not started yet, and do not wait for them."""
        with self._lock:
            while len(self._all) < self._n:
                try:
                    worker = WorkerProcess(self._arguments)
                except OSError as error:
                    _LOG.warning("no worker can be started (%s); it goes on", error)
                    self._n = len(self._all)
                    return
                self._all.append(worker)
                threading.Thread(
                    target=self._welcome, args=(worker,), daemon=True
                ).start()

    def read(self, document: Document) -> Record | None:
        """Let an idle worker read a document.

        Args:
            document: Of any length.

        Returns:
            The record; None where no worker was idle, where reading failed, and where
            the worker died of it. Then the caller has to read for itself.
        """
        # A fork of this process has the same pipes and must not talk into them.
        if os.getpid() != self._pid:
            return None
        try:
            worker = self._idle.get_nowait()
        except Empty:
            return None
        try:
            record = worker.ask(document)
        except EOFError:
            self._bury(worker, f"while reading {document.name!r}")
            return None
        self._idle.put(worker)
        return record

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            self._n = 0
            if os.getpid() == self._pid:
                for worker in self._all:
                    worker.end()
            self._all.clear()

    def _welcome(self, worker: WorkerProcess) -> None:
        try:
            greeting = worker.receive()
        except EOFError:
            self._bury(worker, "before it could read")
            return
        if greeting == self._greeting:
            self._idle.put(worker)
        else:
            self._bury(worker, f"as it is another reader: {greeting!r}")

    def _bury(self, worker: WorkerProcess, when: str) -> None:
        with self._lock:
            if worker not in self._all:
                # It was ended on purpose.
                return
            self._all.remove(worker)
            self._n -= 1
            code = worker.end()
        _LOG.warning(
            "a worker process ended %s (exit code %s); this process reads in its place",
            when,
            code,
        )

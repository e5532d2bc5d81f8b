"""One process that reads documents for this one, in an interpreter of its own."""

import logging
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from typing import BinaryIO, cast

from onrecord.core import Document, Record

_LOG = logging.getLogger(__name__)


class WorkerProcess:
    """A worker, started; it ends by `end`, and at the latest with this process.

    It is a command (`onrecord.read.worker`) and no child of `multiprocessing`, which
    runs the user's own script again in each child: that fails in notebooks, on
    standard input, and wherever a script does not guard against it.

    Args:
        arguments: What the command takes.

    Raises:
        OSError: No process can be started.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            # Without -P a file in the working folder could take a module's place.
            [sys.executable, "-P", "-m", "onrecord.read.worker", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            # Ctrl-C is for this process, which then ends its workers.
            process_group=0 if os.name == "posix" else None,
        )
        self.pid = self._process.pid
        self._requests = cast("BinaryIO", self._process.stdin)
        self._replies = cast("BinaryIO", self._process.stdout)

    def ask(self, document: Document) -> Record | None:
        """Let the worker read a document.

        Args:
            document: Of any length.

        Returns:
            The record; None where reading it failed.

        Raises:
            EOFError: The worker ended before it answered.
        """
        try:
            pickle.dump(document, self._requests, pickle.HIGHEST_PROTOCOL)
            self._requests.flush()
        except OSError as error:
            raise EOFError("the worker takes no documents any more") from error
        return cast("Record | None", self.receive())

    def receive(self) -> object:
        """Wait for what the worker sends next.

        Raises:
            EOFError: It ended first.
        """
        try:
            return pickle.load(self._replies)  # noqa: S301 - from our own process
        # ValueError: another thread ended it, and closed the pipe, in the meantime.
        except (OSError, ValueError, pickle.UnpicklingError) as error:
            raise EOFError("the worker ended within its answer") from error

    def end(self) -> int:
        """End the worker at once, which loses nothing but what it is reading.

        Returns:
            Its exit code; that of a signal is negative.
        """
        self._process.kill()
        code = self._process.wait()
        self._replies.close()
        try:
            self._requests.close()
        except OSError:
            _LOG.debug("a worker ended before it had taken its document")
        return code

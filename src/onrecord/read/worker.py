"""The command ``python -m onrecord.read.worker``: reads what it is sent.

Documents come on standard input and records leave on standard output, one for one, as
pickles; `onrecord.read.worker_process` is the other end. It ends when the input does.
"""

import gc
import os
import pickle
import sys
from pathlib import Path
from typing import BinaryIO

from onrecord.core import Document, Record
from onrecord.read.readers import TrainedReader


def main() -> None:
    """Open the reader that the command line names, greet, and serve."""
    folder, calibrated = sys.argv[1:]
    # What a library prints must not get among the records.
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    reader = TrainedReader(
        threads=1, folder=Path(folder), calibrated=calibrated == "calibrated"
    )
    # The model stays: no search for garbage needs to look through it again.
    gc.freeze()
    try:
        serve(reader, sys.stdin.buffer, replies)
    except BrokenPipeError:
        # Nobody waits for the answer any more.
        os._exit(0)


def serve(reader: TrainedReader, requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer documents until there are no more.

    Args:
        reader: Who reads.
        requests: Where pickled documents come from.
        replies: Where pickled records go, or None for a document that cannot be read;
            before them, what reader it is.
    """
    _send(reader.greeting, replies)
    while True:
        try:
            document: Document = pickle.load(requests)  # noqa: S301 - our own process
        except (EOFError, pickle.UnpicklingError):
            return
        _send(_read(reader, document), replies)


def _read(reader: TrainedReader, document: Document) -> Record | None:
    try:
        return reader.read_one(document)
    # Whoever asked reads the document again, and so meets the same error in its place.
    except Exception:  # noqa: BLE001
        return None


def _send(answer: object, replies: BinaryIO) -> None:
    pickle.dump(answer, replies, pickle.HIGHEST_PROTOCOL)
    replies.flush()


if __name__ == "__main__":
    main()

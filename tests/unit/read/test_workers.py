"""Documents read in other processes: the same records, whatever becomes of those."""

import gc
import io
import logging
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.core import Document, Record, make_document
from onrecord.read import TrainedReader
from onrecord.read.worker import serve
from onrecord.read.worker_process import WorkerProcess

pytestmark = [
    pytest.mark.models,
    pytest.mark.skipif(os.name != "posix", reason="looks for processes by signals"),
]
NAMES = ("Arno Vell", "Bea Orr", "Davit Kerr", "Ilse Maarten", "Tomas Rehn")


def article(number: int) -> Document:
    name, other = NAMES[number % 5], NAMES[(number + 1) % 5]
    text = (
        f"{name} said on Tuesday that {other} had met the ferry company in May.\n\n"
        f"“I was not there {number} times,” {other} said. He denied any talks.\n"
    ) * (1 + number % 3)
    return make_document(f"{number}.txt", text)


ARTICLES = tuple(map(article, range(16)))


@pytest.fixture(scope="module")
def alone() -> tuple[Record, ...]:
    return tuple(TrainedReader(threads=1).read(ARTICLES))


@pytest.fixture
def reader() -> Iterator[TrainedReader]:
    reader = TrainedReader(threads=2)
    yield reader
    reader.close()


def wait_for(is_so: Callable[[], bool]) -> None:
    """Wait until something is so, which takes as long as the machine is busy."""
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    raise TimeoutError


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # Whoever has to may be slow to take notice of an end.
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rsplit(")", 1)[1][1] == "Z")


def start_worker(reader: TrainedReader) -> int:
    """Let a reader start its worker and give the worker's number, once it is idle."""
    list(reader.read(ARTICLES[:5]))
    wait_for(lambda: not reader._workers._idle.empty())
    (pid,) = reader._workers.pids
    return pid


def test_records_and_their_order_are_those_of_one_thread(
    reader: TrainedReader, alone: tuple[Record, ...]
) -> None:
    start_worker(reader)
    records = list(reader.read(ARTICLES))
    assert records == list(alone)
    # The worker took some: its records hold another document object.
    assert any(r.document is not d for r, d in zip(records, ARTICLES, strict=True))


def test_few_documents_start_no_process(reader: TrainedReader) -> None:
    list(reader.read(ARTICLES[:3]))
    assert reader._workers.pids == ()


def test_the_first_record_waits_for_no_other_document(reader: TrainedReader) -> None:
    taken: list[str] = []

    def documents() -> Iterator[Document]:
        for document in ARTICLES:
            taken.append(document.name)
            yield document

    records = reader.read(documents())
    assert next(records).document.name == "0.txt"
    assert taken == ["0.txt"]
    for _ in records:
        assert len(taken) <= len(ARTICLES)


def test_documents_are_taken_only_some_ahead(reader: TrainedReader) -> None:
    taken: list[int] = []

    def documents() -> Iterator[Document]:
        for number, document in enumerate(ARTICLES * 3):
            taken.append(number)
            yield document

    for given, _ in enumerate(reader.read(documents()), start=1):
        assert len(taken) - given <= 8


def test_a_killed_worker_loses_nothing(
    reader: TrainedReader,
    alone: tuple[Record, ...],
    caplog: pytest.LogCaptureFixture,
) -> None:
    pid = start_worker(reader)
    records: list[Record] = []
    with caplog.at_level(logging.WARNING):
        for record in reader.read(ARTICLES):
            records.append(record)
            if len(records) == 4:
                os.kill(pid, signal.SIGKILL)
    assert records == list(alone)
    (message,) = caplog.messages
    assert ".txt" in message
    assert "exit code -9" in message
    assert not is_running(pid)


def test_an_error_in_a_worker_is_the_error_of_one_thread(reader: TrainedReader) -> None:
    start_worker(reader)
    broken = make_document("broken.txt", "Bea Orr said no.")
    object.__setattr__(broken, "text", None)
    with pytest.raises(AttributeError) as here:
        list(TrainedReader(threads=1).read([broken]))
    read: list[str] = []
    with pytest.raises(AttributeError) as there:
        read.extend(
            record.document.name
            for record in reader.read([*ARTICLES[:6], broken, *ARTICLES[6:]])
        )
    assert str(there.value) == str(here.value)
    assert read == [document.name for document in ARTICLES[:6]]
    assert len(list(reader.read(ARTICLES))) == len(ARTICLES)


def test_a_worker_answers_none_for_what_it_cannot_read(
    alone: tuple[Record, ...],
) -> None:
    broken = make_document("broken.txt", "Bea Orr said no.")
    object.__setattr__(broken, "text", None)
    requests = io.BytesIO(pickle.dumps(broken) + pickle.dumps(ARTICLES[0]))
    replies = io.BytesIO()
    reader = TrainedReader(threads=1)
    serve(reader, requests, replies)
    replies.seek(0)
    answers = [pickle.load(replies) for _ in range(3)]  # noqa: S301 - our own
    assert answers == [reader.greeting, None, alone[0]]


def test_workers_end_with_their_reader() -> None:
    reader = TrainedReader(threads=2)
    pid = start_worker(reader)
    del reader
    gc.collect()
    wait_for(lambda: not is_running(pid))


def test_a_worker_with_other_weights_is_not_used(
    reader: TrainedReader, caplog: pytest.LogCaptureFixture
) -> None:
    reader._workers._greeting = ("onrecord", "0", None)
    list(reader.read(ARTICLES[:5]))
    wait_for(lambda: bool(caplog.messages))
    assert "another reader" in caplog.text
    assert reader._workers.pids == ()


def test_where_no_process_can_be_started_reading_goes_on(
    reader: TrainedReader,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert len(list(reader.read(ARTICLES[:6]))) == 6
    assert "no worker can be started" in caplog.text


SCRIPT = """
from onrecord.core import make_document
from onrecord.read import open_reader
reader = open_reader("onrecord", threads=2)
documents = [make_document(f"{n}.txt", "Bea Orr said no.") for n in range(40)]
for record in reader.read(documents):
    print(record.document.name, *reader._workers.pids, flush=True)
"""


@pytest.mark.parametrize("way", ["stdin", "argument"])
def test_a_script_without_a_guard_reads(way: str, tmp_path: Path) -> None:
    # A module of this name in the working folder must not reach the workers.
    (tmp_path / "pickle.py").write_text("raise RuntimeError('the wrong module')")
    arguments = ["-c", SCRIPT] if way == "argument" else ["-"]
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        input=SCRIPT,
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == [f"{n}.txt" for n in range(40)]
    assert done.stderr == ""
    assert not is_running(int(lines[-1].split()[1]))


def test_workers_end_with_a_killed_parent() -> None:
    script = SCRIPT + "input()"
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(40)]
        pid = int(lines[-1].split()[1])
        assert is_running(pid)
        process.kill()
    wait_for(lambda: not is_running(pid))


def test_a_worker_that_was_ended_meanwhile_gives_no_answer() -> None:
    worker = WorkerProcess(["--help"])
    worker.end()
    with pytest.raises(EOFError):
        worker.receive()

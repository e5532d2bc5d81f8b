"""A kill at any moment loses no committed document and leaves no half of one."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.store import Archive

# Adds without end; says the name of each document once it is in.
ADDER = """
import sys
from onrecord.core.document import make_document
from onrecord.store import Archive
from tests.tiny_reader import read_tiny
with Archive.open(sys.argv[1]) as archive:
    number = 0
    while True:
        text = f"Document {number}. " + "Ann said that it went well. " * 200
        archive.add(read_tiny(make_document(f"{number}.txt", text)))
        print(f"{number}.txt", flush=True)
        number += 1
"""


@pytest.mark.parametrize("n_before_kill", [0, 1, 3, 7])
def test_a_killed_run_keeps_whole_documents(
    tmp_path: Path, repository: Path, n_before_kill: int
) -> None:
    path = tmp_path / "test.db"
    with subprocess.Popen(
        [sys.executable, "-c", ADDER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=repository,
    ) as adder:
        assert adder.stdout is not None
        said = [adder.stdout.readline().strip() for _ in range(n_before_kill)]
        # Not at a moment of its choosing: somewhere in the next document.
        adder.send_signal(signal.SIGKILL)
        said += adder.stdout.read().split()
    with Archive.open(str(path)) as archive:
        kept = [holding.name for holding in archive.list()]
        assert kept[: len(said)] == said
        assert len(kept) <= len(said) + 1
        assert not any(check.findings for check in archive.verify())

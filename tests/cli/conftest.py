"""Running commands as people do, and seeing all that comes out."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.main import main
from tests.cli.running import Command, Result


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, with the reader that needs no weights."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in list(os.environ):
        if name.startswith("ONRECORD_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("ONRECORD_READER", "rules")
    monkeypatch.setenv("COLUMNS", "80")
    return folder


@pytest.fixture
def onrecord(capfd: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """Run a command in this process."""

    def run(*arguments: str | Path) -> Result:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    yield run
    # A command sets how much is logged, which the next test must not inherit.
    logging.getLogger("onrecord").setLevel(logging.NOTSET)


@pytest.fixture
def onrecord_process() -> Command:
    """Run a command in a process of its own, with what only those have."""

    def run(*arguments: str | Path, **options: object) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *map(str, arguments)],
            capture_output=True,
            check=False,
            timeout=60,
            **options,  # type: ignore[call-overload]
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run

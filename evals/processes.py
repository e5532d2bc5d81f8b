"""What a fresh process of the command takes: time to its first result, memory."""

import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil

_MB = 1_000_000
_LOOK_S = 0.03


class CommandError(RuntimeError):
    """The command that was to be measured failed."""


def _command(reader: str, paths: Sequence[Path]) -> list[str]:
    options = ["--reader", reader, "--format", "json"]
    return [sys.executable, "-m", "onrecord", "read", *options, *map(str, paths)]


def first_result_s(reader: str, path: Path) -> float:
    """Give the seconds from starting the command to its first record.

    Args:
        reader: Name of the reader.
        path: The article.

    Raises:
        CommandError: It ended without a record.
    """
    command = _command(reader, [path])
    started = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        line = process.stdout.readline() if process.stdout else b""
        took_s = time.perf_counter() - started
        process.communicate()
    _check(line, process.returncode, command)
    return took_s


def _check(line: bytes, code: int, command: Sequence[str]) -> None:
    if code or not line:
        raise CommandError(f"{' '.join(command[:4])} ended with {code}: run it by hand")


def peak_memory_mb(reader: str, paths: Sequence[Path]) -> float:
    """Give the most memory that a command takes which reads some articles.

    Args:
        reader: Name of the reader.
        paths: The articles.

    Returns:
        Megabytes (10^6 bytes): the resident memory of the process and of those that it
        starts, added up, at the worst of many looks. What they share counts for each.

    Raises:
        CommandError: It failed.
    """
    command = _command(reader, paths)
    quiet = subprocess.DEVNULL
    peak = 0
    with psutil.Popen(command, stdout=quiet, stderr=quiet) as process:
        while process.poll() is None:
            peak = max(peak, _resident(process))
            time.sleep(_LOOK_S)
    _check(b"-", process.returncode, command)
    return peak / _MB


def _resident(process: psutil.Process) -> int:
    """Add up what a process and its children hold, in bytes; 0 once it has ended."""
    total = 0
    with suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
        for one in (process, *process.children(recursive=True)):
            total += one.memory_info().rss
    return total

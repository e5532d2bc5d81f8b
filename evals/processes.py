"""What a fresh process of the command takes: time to its first result, memory."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

_KIB = 1024
_MB = 1_000_000
# Linux counts the memory of the process that started a process as its own, so a small
# interpreter starts the command instead of this one, which holds the yardstick.
_WATCH = """
import resource, subprocess, sys
quiet = subprocess.DEVNULL
code = subprocess.call(sys.argv[1:], stdout=quiet, stderr=quiet)
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


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
    """Give the most resident memory of a process that reads some articles.

    Args:
        reader: Name of the reader.
        paths: The articles.

    Returns:
        Megabytes (10^6 bytes).

    Raises:
        CommandError: It failed.
    """
    command = [sys.executable, "-c", _WATCH, *_command(reader, paths)]
    done = subprocess.run(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, text=True, check=True
    )
    code, peak = map(int, done.stdout.split())
    _check(b"-", code, command[3:])
    unit = 1 if sys.platform == "darwin" else _KIB
    return peak * unit / _MB

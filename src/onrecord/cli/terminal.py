"""The two streams that a command writes to, and what they can take."""

import os
import re
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

MIN_COLUMNS = 40
_PIPE_COLUMNS = 80
# Names and messages come from outside and must not be able to steer a terminal.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def use_utf8() -> None:
    """Make both streams UTF-8, whatever the locale says.

    Lone surrogates, which UTF-8 cannot hold, are written as JSON writes them. Each line
    goes out as soon as it is whole.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8", errors="backslashreplace", line_buffering=True
            )


def drop_output() -> None:
    """Send what is still to be written to standard output nowhere.

    Call it when nobody reads it any more: the interpreter would complain at its end.
    """
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def say(message: str) -> None:
    """Tell the person in front of the screen something.

    Args:
        message: A line for standard error.
    """
    click.echo(printable(message), err=True)


def printable(message: str) -> str:
    r"""Replace control characters, so that a name cannot steer the terminal.

    Args:
        message: Any text.

    Returns:
        The text with U+FFFD in place of each of them.

    Example:
        >>> printable("a\x1b[31m.txt") == "a\ufffd[31m.txt"
        True
    """
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", message)


def wants_colour(stream: TextIO) -> bool:
    """Say whether a stream should get colour.

    Args:
        stream: Where output goes.

    Returns:
        True on a terminal, unless ``NO_COLOR`` is set or the terminal has none.

    Source:
        https://no-color.org
    """
    is_refused = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not is_refused


def columns(stream: TextIO) -> int:
    """Say how wide a stream is.

    Args:
        stream: Where output goes.

    Returns:
        The terminal's width, and 80 for files and pipes.
    """
    if not stream.isatty():
        return _PIPE_COLUMNS
    return max(MIN_COLUMNS, shutil.get_terminal_size().columns)

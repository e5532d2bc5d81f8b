"""Settings of a machine or a user, read once; lower layers get plain arguments."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self, TypeVar

from onrecord.core.errors import InputError

_T = TypeVar("_T")
_UNITS = {"": 1, "B": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3}
_SIZE = re.compile(
    r"(?P<number>\d{1,12}(?:\.\d{1,6})?)\s*(?P<unit>[KMG]?B?)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command does when no option says otherwise.

    Attributes:
        archive: The archive's file or URL; ``onrecord.db`` in the folder you are in.
        reader: Name of the reader; ``onrecord``, the trained one.
        threads: How many articles a reader reads at a time; unset, one a core.
        max_size: Size limit of one document, such as ``50MB``; unset, 10 MB.
        timeout: Seconds that one address has to answer; unset, 20.
    """

    archive: str = "onrecord.db"
    reader: str = "onrecord"
    threads: int | None = None
    max_size: int | None = None
    timeout: float | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read settings from the environment.

        Args:
            environ: Variables by name; those that are unset or empty change nothing.

        Returns:
            The settings.

        Raises:
            InputError: A variable has a value that cannot be used.

        Example:
            >>> Settings.from_env({"ONRECORD_MAX_SIZE": "50MB"}).max_size
            50000000
        """
        default = cls()
        return cls(
            archive=environ.get("ONRECORD_ARCHIVE") or default.archive,
            reader=environ.get("ONRECORD_READER") or default.reader,
            threads=_read(environ, "ONRECORD_THREADS", parse_threads),
            max_size=_read(environ, "ONRECORD_MAX_SIZE", parse_size),
            timeout=_read(environ, "ONRECORD_TIMEOUT", parse_seconds),
        )


def parse_size(words: str) -> int:
    """Read a size as people write it.

    Args:
        words: A number with KB, MB, GB or nothing; a thousand to the step.

    Returns:
        The size in bytes, at least 1.

    Raises:
        ValueError: It is no size.

    Example:
        >>> parse_size("1.5 MB")
        1500000
    """
    match = _SIZE.fullmatch(words.strip())
    unit = match["unit"].upper() if match else ""
    # "5M" is meant as "5MB".
    factor = _UNITS.get(unit, _UNITS.get(f"{unit}B", 1))
    size_bytes = round(float(match["number"]) * factor) if match else 0
    if size_bytes < 1:
        raise ValueError(f"{words!r} is not a size; write it like 800KB or 50MB")
    return size_bytes


def parse_seconds(words: str) -> float:
    """Read a time limit.

    Args:
        words: A number of seconds.

    Returns:
        The seconds, above 0.

    Raises:
        ValueError: It is no number above 0.

    Example:
        >>> parse_seconds("2.5")
        2.5
    """
    seconds = float(words) if re.fullmatch(r"\d+(\.\d+)?", words.strip()) else 0.0
    if seconds <= 0:
        raise ValueError(f"{words!r} is not a number of seconds above 0")
    return seconds


def parse_threads(words: str) -> int:
    """Read a number of threads.

    Args:
        words: A whole number.

    Returns:
        The number, at least 1.

    Raises:
        ValueError: It is no whole number above 0.

    Example:
        >>> parse_threads("2")
        2
    """
    number = int(words) if re.fullmatch(r"[0-9]{1,4}", words.strip()) else 0
    if number < 1:
        raise ValueError(f"{words!r} is not a whole number above 0")
    return number


def _read(
    environ: Mapping[str, str], name: str, parse: Callable[[str], _T]
) -> _T | None:
    words = environ.get(name)
    if not words:
        return None
    try:
        return parse(words)
    except ValueError as error:
        raise InputError(
            f"the environment variable {name} cannot be used: {error}"
        ) from error

"""What can be chosen when sources are opened, and what a refused one leaves behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from onrecord.core.errors import InputError

__all__ = ["DEFAULT_MAX_BYTES", "FIELDS", "IngestOptions", "Refused"]

#: The record's own names: columns and keys that bear them need no mapping.
FIELDS = ("name", "title", "url", "publisher", "byline", "published", "text")

#: A long newspaper investigation has some 100 kB; 10 MB is a book of ten volumes.
DEFAULT_MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """Choices that hold for every source of one call.

    Attributes:
        max_bytes: Size limit in bytes of one document: of a file, of a page, of one
            row of a JSONL or CSV file; after decompression. The flag ``--max-size``.
        published: Day of publication of every document, whatever its source says.
        mapping: Which column holds a field, as field name to column name, for
            example ``{"text": "body"}``. The flag ``--map text=body``.
        timeout_s: Seconds that one address has for everything: name look-up,
            redirects and the last byte. The flag ``--timeout``.
        allow_private: Whether an address inside this machine or its network may be
            fetched. The flag ``--allow-private``.
        delay_s: Seconds between two requests to one host, or what the host asks for
            if that is more. The flag ``--delay``.
        ignore_robots: Whether to fetch what a host's robots.txt asks programs to leave
            alone. The flag ``--ignore-robots``.
        encoding: Encoding of every file, instead of finding it. The flag
            ``--encoding``.

    Raises:
        InputError: A value that cannot be used.

    Example:
        >>> IngestOptions(mapping={"text": "body"}).max_bytes
        10000000
    """

    max_bytes: int = DEFAULT_MAX_BYTES
    published: date | None = None
    mapping: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    timeout_s: float = 20.0
    allow_private: bool = False
    delay_s: float = 1.0
    ignore_robots: bool = False
    encoding: str | None = None

    def __post_init__(self) -> None:
        if self.max_bytes < 1:
            raise InputError(
                f"the size limit is {self.max_bytes!r} bytes; give a number above 0"
            )
        if not self.timeout_s > 0:
            raise InputError(
                f"the time limit is {self.timeout_s!r} s; give a number above 0"
            )
        if not self.delay_s >= 0:
            raise InputError(f"the delay is {self.delay_s!r} s; give 0 or more")
        for name in self.mapping:
            if name not in FIELDS:
                raise InputError(
                    f"no field is called {name!r}; map one of {', '.join(FIELDS)}"
                )
        if self.encoding is not None:
            _check_encoding(self.encoding)


@dataclass(frozen=True, slots=True)
class Refused:
    """A source, a file or a row that could not be read, with the reason.

    Attributes:
        name: What was refused: a path, an address, or a row as ``news.jsonl:17``.
        error: What is wrong with it and what to do.

    Example:
        >>> str(Refused("a.txt", InputError("is empty")))
        'a.txt: is empty'
    """

    name: str
    error: InputError

    def __post_init__(self) -> None:
        # Tracebacks and causes hold the bytes that were read; a list of refusals
        # would hold those of every bad file.
        self.error.__traceback__ = None
        self.error.__cause__ = None
        self.error.__context__ = None

    def __str__(self) -> str:
        return f"{self.name}: {self.error}"


def _check_encoding(encoding: str) -> None:
    try:
        "".encode(encoding)
    except (LookupError, UnicodeError, ValueError) as error:
        raise InputError(
            f"no text encoding is called {encoding!r}; "
            "examples are utf-8, utf-16, windows-1252, koi8-r"
        ) from error

"""How many documents there will be, for a progress bar."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from onrecord.core.errors import InputError
from onrecord.ingest.files import is_folder, open_file, walk
from onrecord.ingest.kinds import Kind, format_of_name
from onrecord.ingest.options import Refused
from onrecord.ingest.sources import STDIN, is_address

__all__ = ["count_sources"]

_BLOCK_BYTES = 1 << 20
# How much these hold or lead to only reading tells.
_UNCOUNTED = frozenset({Kind.XML, Kind.WARC, Kind.WACZ, Kind.JSON, Kind.MAIL})


def count_sources(sources: Iterable[str]) -> int | None:
    """Estimate how many documents and refusals `open_sources` will give.

    Files are counted, and the lines of JSONL and CSV files, without decoding anything:
    some 1 GB a second. Nothing is fetched.

    Args:
        sources: As for `open_sources`.

    Returns:
        About how many; ``None`` when standard input, packed rows, feeds, web archives
        or the like are among them, whose number only reading tells.

    Example:
        >>> count_sources(["a.txt", "b.txt"]), count_sources(["-"])
        (2, None)
    """
    total = 0
    for source in sources:
        count = _count(source)
        if count is None:
            return None
        total += count
    return total


def _count(source: str) -> int | None:
    if source == STDIN:
        return None
    if is_address(source):
        return 1
    try:
        if not is_folder(Path(source)):
            return _count_file(Path(source))
        counts = [
            1 if isinstance(found, Refused) else _count_file(found)
            for found in walk(Path(source))
        ]
    except InputError:
        return 1
    known = [count for count in counts if count is not None]
    return max(1, sum(known)) if len(known) == len(counts) else None


def _count_file(path: Path) -> int | None:
    kind = format_of_name(path.name).kind
    if kind in _UNCOUNTED:
        return None
    if kind not in (Kind.JSONL, Kind.TABLE):
        return 1
    if path.name.lower().endswith(".gz"):
        return None
    try:
        with open_file(path) as stream:
            n_lines = _count_lines(stream, quoted=kind is Kind.TABLE)
    except (InputError, OSError):
        return 1
    # A file without a row is one refusal.
    return max(1, n_lines - 1 if kind is Kind.TABLE else n_lines)


def _count_lines(stream: BinaryIO, *, quoted: bool) -> int:
    n_lines = 0
    in_quotes = False
    last = b"\n"
    while block := stream.read(_BLOCK_BYTES):
        last = block[-1:]
        if not quoted:
            n_lines += block.count(b"\n")
            continue
        # A line end between quotation marks ends no row; doubled marks cancel out.
        for part in block.split(b'"'):
            n_lines += 0 if in_quotes else part.count(b"\n")
            in_quotes = not in_quotes
        in_quotes = not in_quotes
    return n_lines + (last != b"\n")

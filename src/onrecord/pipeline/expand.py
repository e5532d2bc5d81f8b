"""Folders to their files, so that a fault on one file cannot take a folder with it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.core.errors import InputError
from onrecord.ingest import Refused
from onrecord.ingest.files import is_folder, walk
from onrecord.ingest.sources import STDIN, is_address


def expand(sources: Iterable[str]) -> Iterator[str | Refused]:
    """Give sources one by one, and in place of a folder each file in it.

    Args:
        sources: Files, folders, addresses, or ``-``.

    Yields:
        A source that is no folder with files, or a folder that cannot be opened.
    """
    for source in sources:
        files = walk(Path(source)) if _is_folder(source) else iter(())
        first = next(files, None)
        if first is None:
            # Opening it as it is says what is wrong with an empty folder.
            yield source
            continue
        yield _part(first)
        yield from map(_part, files)


def _is_folder(source: str) -> bool:
    if source == STDIN or is_address(source):
        return False
    try:
        return is_folder(Path(source))
    except InputError:
        return False


def _part(found: Path | Refused) -> str | Refused:
    return found if isinstance(found, Refused) else str(found)

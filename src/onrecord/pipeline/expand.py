"""Folders to their files, so that a fault on one file cannot take a folder with it."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

from onrecord.core.errors import InputError
from onrecord.ingest import Refused
from onrecord.ingest.files import is_folder, walk
from onrecord.ingest.sources import STDIN, is_address


def expand(
    sources: Iterable[str], *, leave_out: Collection[Path] = ()
) -> Iterator[str | Refused]:
    """Give sources one by one, and in place of a folder each file in it.

    Args:
        sources: Files, folders, addresses, or ``-``.
        leave_out: Files that are no articles, wherever a folder holds them.

    Yields:
        A source that is no folder with files, or a folder that cannot be opened.
    """
    resolved = {path.resolve() for path in leave_out}
    for source in sources:
        files = walk(Path(source)) if _is_folder(source) else iter(())
        first = next(files, None)
        if first is None:
            # Opening it as it is says what is wrong with an empty folder.
            yield source
            continue
        for found in chain([first], files):
            if isinstance(found, Refused):
                yield found
            elif found.resolve() not in resolved:
                yield str(found)


def _is_folder(source: str) -> bool:
    if source == STDIN or is_address(source):
        return False
    try:
        return is_folder(Path(source))
    except InputError:
        return False

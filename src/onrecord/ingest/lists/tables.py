"""The rows of a list's CSV tables."""

import csv
from collections.abc import Iterator
from pathlib import Path

_MAX_CELL_CHARS = 1_000_000


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Read the rows of a CSV file by the names of its columns.

    Args:
        path: The file.

    Yields:
        One row each.
    """
    # The limit is the csv module's own and global: another table may have set it lower.
    csv.field_size_limit(_MAX_CELL_CHARS)
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)

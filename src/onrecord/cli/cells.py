"""Tables for programs: CSV that a spreadsheet opens without running anything."""

import csv
import sys
from collections.abc import Iterable, Mapping

# A cell that starts like this is a formula to a spreadsheet.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows to standard output as CSV for Excel.

    Args:
        rows: All with the same keys, which become the headings.
    """
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for number, row in enumerate(rows):
        if not number:
            # Without the mark Excel takes UTF-8 for something else.
            sys.stdout.write("\ufeff")
            writer.writerow(row)
        writer.writerow(safe_cell(value) for value in row.values())


def safe_cell(value: object) -> object:
    """Give a value as a cell that no spreadsheet takes for a formula.

    Args:
        value: A string, a number, None, or a list of strings.

    Returns:
        The cell; a list becomes one string.

    Source:
        OWASP, "CSV Injection".

    Example:
        >>> safe_cell("=1+1"), safe_cell(["a", "b"])
        ("'=1+1", 'a; b')
    """
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value

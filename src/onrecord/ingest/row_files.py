"""JSONL and CSV files: one document a row, one row in memory."""

import csv
import json
from collections.abc import Iterator
from contextlib import closing

from onrecord.core.document import Document
from onrecord.core.errors import InputError, TooLargeError
from onrecord.ingest.lines import Line, read_lines
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions, Refused
from onrecord.ingest.rows import RowPlace, find_columns, row_document

__all__ = ["read_jsonl", "read_table"]

_DELIMITERS = ",\t;|"


def read_jsonl(opened: Opened, options: IngestOptions) -> Iterator[Document | Refused]:
    """Give one document for each line of a JSONL file.

    Args:
        opened: The file.
        options: Mapping, limits, encoding.

    Yields:
        A document, or the line that is none. Blank lines are passed over.

    Raises:
        InputError: The file as a whole cannot be read.
    """
    with closing(read_lines(opened.stream, options)) as lines:
        for line in lines:
            if line.error is None and not line.text.strip():
                continue
            try:
                yield _json_document(line, opened, options)
            except InputError as error:
                yield Refused(f"{opened.origin}:{line.number}", error)


def _json_document(line: Line, opened: Opened, options: IngestOptions) -> Document:
    if line.error is not None:
        raise line.error
    try:
        row = json.loads(line.text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"is no JSON: {error.msg} at character {error.pos + 1}; repair the line"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"is JSON that cannot be read ({error}); repair the line"
        ) from error
    if not isinstance(row, dict):
        raise InputError(
            f"is a JSON {type(row).__name__}, no object; write one object a line, such "
            'as {"text": "..."}'
        )
    columns = find_columns(row, options.mapping)
    return row_document(
        row, _place(opened, line.number), columns=columns, options=options
    )


def read_table(opened: Opened, options: IngestOptions) -> Iterator[Document | Refused]:
    """Give one document for each row of a CSV or TSV file.

    Rows are counted as a spreadsheet counts them: the header is row 1.

    Args:
        opened: The file, with a header.
        options: Mapping, limits, encoding.

    Yields:
        A document, or the row that is none. Blank rows are passed over.

    Raises:
        InputError: The file as a whole cannot be read, or has not the columns that it
            needs.
    """
    # Closed here, before whoever opened the stream closes that.
    with closing(read_lines(opened.stream, options)) as lines:
        yield from _table_documents(lines, opened, options)


def _table_documents(
    source: Iterator[Line], opened: Opened, options: IngestOptions
) -> Iterator[Document | Refused]:
    lines = _TableLines(source)
    rows = _Rows(csv.reader(lines, delimiter=lines.delimiter, strict=True), options)
    header = _header(rows, options)
    columns = find_columns(header, options.mapping)
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows)
            if cells:
                yield row_document(
                    _row(cells, header),
                    _place(opened, number),
                    columns=columns,
                    options=options,
                )
        except StopIteration:
            return
        except csv.Error as error:
            yield Refused(f"{opened.origin}:{number}", _bad_row(error, options))
            if "field limit" in str(error):
                return
        except InputError as error:
            yield Refused(f"{opened.origin}:{number}", error)


class _Rows:
    """The rows of a table, its cells as long as the options allow.

    The default of 131,072 characters is below some articles. The limit is the csv
    module's own and global, so it is set for each row and given back after it: our own
    tables are read in between.
    """

    def __init__(self, rows: Iterator[list[str]], options: IngestOptions) -> None:
        self._rows = rows
        self._most_chars = options.max_bytes

    def __iter__(self) -> "_Rows":
        return self

    def __next__(self) -> list[str]:
        before = csv.field_size_limit(self._most_chars)
        try:
            return next(self._rows)
        finally:
            csv.field_size_limit(before)


class _TableLines:
    """The lines of a table as `csv.reader` wants them.

    A generator would end at the first line that raises; this goes on after it.
    """

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._first = next(lines)
        self._used_first = False
        self.delimiter = _delimiter(self._first.text)

    def __iter__(self) -> "_TableLines":
        return self

    def __next__(self) -> str:
        line = next(self._lines) if self._used_first else self._first
        self._used_first = True
        if line.error is not None:
            raise line.error
        return line.text


def _delimiter(header: str) -> str:
    # Spreadsheets of countries with a decimal comma write semicolons.
    return max(_DELIMITERS, key=header.count)


def _header(rows: Iterator[list[str]], options: IngestOptions) -> list[str]:
    try:
        header = next(rows)
    except csv.Error as error:
        raise _bad_row(error, options) from error
    columns = find_columns(header, options.mapping)
    for field, name in options.mapping.items():
        if field not in columns:
            raise InputError(
                f"has no column {name!r} but {', '.join(map(repr, header))}; map "
                f"{field!r} to one of these"
            )
    for name in columns.values():
        if header.count(name) > 1:
            raise InputError(
                f"has {header.count(name)} columns called {name!r}; rename all but one"
            )
    return header


def _row(cells: list[str], header: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        raise InputError(
            f"has {len(cells)} cells where the header has {len(header)}; put quotation "
            "marks around cells that hold the delimiter, a line end or a quotation mark"
        )
    return dict(zip(header, cells, strict=True))


def _bad_row(error: csv.Error, options: IngestOptions) -> InputError:
    if "field limit" in str(error):
        return TooLargeError(
            f"holds a cell over the size limit of {options.max_bytes:,} bytes, or a "
            "quotation mark that is never closed; where the next row starts is unknown "
            "and the rest is not read. Repair the row or raise the limit with "
            "--max-size"
        )
    if "unexpected end" in str(error):
        return InputError(
            "opens a quotation mark that is never closed, so that everything after it "
            "belongs to this row; close it"
        )
    return InputError(
        f"is no row of a table ({error}); double each quotation mark within a cell and "
        "put the cell in quotation marks"
    )


def _place(opened: Opened, number: int) -> RowPlace:
    return RowPlace(
        f"{opened.name}:{number}",
        f"{opened.origin}:{number}",
        opened.format.media_type,
    )

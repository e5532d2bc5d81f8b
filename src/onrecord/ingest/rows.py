"""One row of a JSONL or CSV file to a document."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.core.document import Document, make_document
from onrecord.core.errors import EmptyInputError, InputError
from onrecord.ingest.binary import has_text
from onrecord.ingest.languages import detect_language
from onrecord.ingest.options import FIELDS, IngestOptions
from onrecord.ingest.published import parse_published

__all__ = ["Columns", "RowPlace", "find_columns", "row_document"]

logger = logging.getLogger(__name__)

#: For each field that a row has, the column that holds it.
Columns = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands.

    Attributes:
        name: Name of the document if the row has none, such as ``news.jsonl:17``.
        origin: Path or address of the file, with the row.
        media_type: What the file is.
    """

    name: str
    origin: str
    media_type: str


def find_columns(names: Iterable[str], mapping: Mapping[str, str]) -> Columns:
    """Say which column holds which field.

    Args:
        names: The columns that there are.
        mapping: Field name to column name; fields that are not in it are looked for
            under their own names. Letter case and outer blanks do not count.

    Returns:
        The fields that were found, ``text`` always among them.

    Raises:
        InputError: No column holds the text.

    Example:
        >>> find_columns(["Title", "body"], {"text": "body"})
        {'title': 'Title', 'text': 'body'}
    """
    present = list(names)
    by_key = {name.strip().casefold(): name for name in reversed(present)}
    columns = {}
    for field in FIELDS:
        wanted = mapping.get(field, field)
        found = wanted if wanted in present else by_key.get(wanted.strip().casefold())
        if found is not None:
            columns[field] = found
    if "text" not in columns:
        raise InputError(
            f"has no column {mapping.get('text', 'text')!r} but "
            f"{', '.join(map(repr, present)) or 'none'}; name the one that holds the "
            "text with --map text=COLUMN"
        )
    return columns


def row_document(
    row: Mapping[str, object],
    place: RowPlace,
    *,
    columns: Columns,
    options: IngestOptions,
) -> Document:
    """Make a document of one row.

    Args:
        row: Column name to value.
        place: Where the row stands.
        columns: Which column holds which field.
        options: Day of publication, if one is given for all.

    Returns:
        The document. Its text is the cell's, unchanged.

    Raises:
        EmptyInputError: There is no text in the row.
        InputError: What stands for text is none.
    """
    text = _text(row.get(columns["text"]), columns["text"])
    known = {
        field: _word(row.get(column), column=column, place=place)
        for field, column in columns.items()
        if field != "text"
    }
    return make_document(
        known.get("name") or place.name,
        text,
        title=known.get("title"),
        url=known.get("url"),
        publisher=known.get("publisher"),
        byline=known.get("byline"),
        published=options.published or _day(known.get("published"), place),
        language=detect_language(text),
        media_type=place.media_type,
        origin=place.origin,
    )


def _text(value: object, column: str) -> str:
    if value is None:
        raise EmptyInputError(f"has no text: {column!r} is missing or null; fill it in")
    if not isinstance(value, str):
        raise InputError(
            f"holds a {type(value).__name__} in {column!r}, no text; name another "
            "column with --map text=COLUMN"
        )
    if not has_text(value):
        raise EmptyInputError(f"has no text: {column!r} is blank; fill it in")
    return value


def _word(value: object, *, column: str, place: RowPlace) -> str | None:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        return value.strip() or None
    if value is not None:
        logger.warning(
            "%s: %r holds a %s, no text; left out",
            place.name,
            column,
            type(value).__name__,
        )
    return None


def _day(value: str | None, place: RowPlace) -> date | None:
    if value is None:
        return None
    day = parse_published(value)
    if day is None:
        logger.warning(
            "%s: %r names no day for certain; the day of publication is left open "
            "(write it as 2017-03-12)",
            place.name,
            value,
        )
    return day

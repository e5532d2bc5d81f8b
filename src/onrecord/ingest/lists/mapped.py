"""Lists as CSV: which column holds what, said by the user or by the columns' names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from onrecord.core.errors import InputError
from onrecord.ingest.lists.listed_row import ListedRow, parse_day
from onrecord.ingest.lists.tables import read_table

#: What a list can tell, with the names of columns that are taken for it.
LIST_FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "person", "leader", "holder"),
    "title": ("title", "role", "post", "position", "office"),
    "of": ("of", "country", "organisation", "organization", "body"),
    "at": ("at", "country_or_org"),
    "from": ("from", "start_date", "start", "started", "startdate"),
    "to": ("to", "end_date", "end", "ended", "enddate"),
    "aliases": ("aliases", "alias", "person_alt", "other_names"),
    "id": ("id", "person_id"),
}
_PLACE = re.compile(r"\{([^{}]+)\}")
_SPLIT = re.compile(r"[;|]")


def read_csv_list(path: Path, mapping: Mapping[str, str]) -> Iterator[ListedRow]:
    """Read a list kept as CSV.

    Args:
        path: The file.
        mapping: For a field of `LIST_FIELDS` the column that holds it; several, the
            first with a value, as ``started|appointed``; several put together, as
            ``{year}-{month}``; or the same words for all rows, as ``=ambassador``.

    Yields:
        One row a line that names somebody.

    Raises:
        InputError: No column holds the names.
    """
    rows = list(read_table(path))
    columns = {
        field: mapping.get(field) or _known(names, rows[0] if rows else ())
        for field, names in LIST_FIELDS.items()
    }
    if rows and not columns["name"]:
        raise InputError(
            f"{path.name!r} has no column of names; say which with --map name=COLUMN"
        )
    for number, row in enumerate(rows, start=2):
        found = {field: _value(row, column) for field, column in columns.items()}
        if found["name"]:
            yield ListedRow(
                person=found["id"] or found["name"],
                name=found["name"],
                aliases=tuple(a.strip() for a in _SPLIT.split(found["aliases"]) if a),
                title=found["title"],
                of=found["of"],
                at=found["at"],
                earliest=parse_day(found["from"]),
                latest=parse_day(found["to"], is_last=True),
                row=f"line {number}",
            )


def _known(names: tuple[str, ...], present: Iterable[str]) -> str:
    by_key = {name.strip().casefold(): name for name in present}
    return next((by_key[name] for name in names if name in by_key), "")


def _value(row: Mapping[str, str | None], column: str) -> str:
    if column.startswith("="):
        return column[1:]
    if "{" in column:
        parts = [row.get(name) or "" for name in _PLACE.findall(column)]
        return (
            _PLACE.sub(lambda found: row.get(found[1]) or "", column)
            if all(parts)
            else ""
        )
    for name in column.split("|"):
        value = (row.get(name) or "").strip()
        if value:
            return value
    return ""

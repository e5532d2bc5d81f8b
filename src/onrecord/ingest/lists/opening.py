"""Telling in which form a list is, and reading it."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from onrecord.core.errors import InputError, MissingInputError
from onrecord.ingest.lists.ftm import read_ftm_list
from onrecord.ingest.lists.joined import TABLES, read_joined_list
from onrecord.ingest.lists.listed_row import ListedRow
from onrecord.ingest.lists.mapped import LIST_FIELDS, read_csv_list
from onrecord.ingest.lists.terms import read_terms_list


def read_list(path: Path, mapping: Mapping[str, str]) -> Iterator[ListedRow]:
    """Read a list of people and posts.

    Args:
        path: A CSV file; followthemoney JSON lines; a YAML list of people with terms;
            or a folder of CSV tables joined by ids.
        mapping: For CSV, which column holds what; see `read_csv_list`.

    Returns:
        Its rows.

    Raises:
        MissingInputError: There is no such file.
        InputError: It is in no form that is known, or the mapping names no field.
    """
    if not path.exists():
        raise MissingInputError(f"there is no file {str(path)!r}; check the name")
    unknown = sorted(set(mapping) - set(LIST_FIELDS))
    if unknown:
        raise InputError(
            f"{unknown[0]!r} is nothing a list tells; take {', '.join(LIST_FIELDS)}"
        )
    if path.is_dir() and all((path / name).exists() for name in TABLES):
        return read_joined_list(path, mapping)
    ending = path.suffix.lower()
    if ending == ".csv":
        return read_csv_list(path, mapping)
    if ending in {".json", ".jsonl", ".ijson"}:
        return read_ftm_list(path)
    if ending in {".yaml", ".yml"}:
        return read_terms_list(path)
    raise InputError(
        f"{path.name!r} is no list that can be read; give CSV, followthemoney JSON "
        f"lines, a YAML list of people with terms, or a folder with {', '.join(TABLES)}"
    )


def digest(path: Path) -> str:
    """Give the SHA-256 of a list: of the file, or of a folder's tables."""
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    found = hashlib.sha256()
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()

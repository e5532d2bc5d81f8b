"""Loading lists of people and posts, for offices by their day and for dossiers."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.core.errors import InputError
from onrecord.core.identities import ReferenceTenure
from onrecord.ingest.lists import ListedRow, read_list
from onrecord.ingest.lists.opening import digest
from onrecord.resolve.names import parse_name, plain_words, skeleton
from onrecord.resolve.offices import Office, country_of, parse_office
from onrecord.store import Archive, Identities
from onrecord.store.references import write_list


def load_list(archive: Archive, path: Path, mapping: Iterable[str] = ()) -> int | None:
    """Load a list of people and posts.

    Args:
        archive: The archive.
        path: The list; see `onrecord.ingest.lists.read_list`.
        mapping: For CSV, ``FIELD=COLUMN`` each.

    Returns:
        How many rows it has; None when the same file was loaded before with the same
        mapping.

    Raises:
        InputError: The list cannot be read.
        StoreError: The archive cannot be written.
    """
    pairs = tuple(mapping)
    columns = _columns(pairs)
    tenures = [to_tenure(row) for row in read_list(path, columns)]
    if not tenures:
        raise InputError(f"{path.name!r} names nobody; is it the right file?")
    told = hashlib.sha256("\n".join([digest(path), *sorted(pairs)]).encode())
    with archive.writing() as connection:
        if not write_list(connection, path.name, told.hexdigest(), tenures=tenures):
            return None
        offices = {one.office for one in tenures if one.office}
        Identities(connection).mark_stale(f"o:{office}" for office in offices)
    return len(tenures)


def to_tenure(row: ListedRow) -> ReferenceTenure:
    """Give a row with the keys that it is found by.

    Args:
        row: A row of a list.

    Returns:
        The tenure.
    """
    office = parse_office(row.title)
    of = _country(row.of) or (office.of if office else "")
    at = _country(row.at) or (office.at if office else "")
    body = " to ".join(part for part in (row.of, row.at) if part)
    return ReferenceTenure(
        person=row.person,
        name=row.name,
        aliases=row.aliases,
        title=row.title,
        office=Office(office.role, of).key if office else "",
        at=at,
        block=f"p:{skeleton(parse_name(row.name).surname)}",
        body=body,
        earliest=row.earliest,
        latest=row.latest,
        row=row.row,
    )


def _country(words: str) -> str:
    return country_of(plain_words(words.replace("-", " ")))


def _columns(pairs: Iterable[str]) -> Mapping[str, str]:
    found = {}
    for pair in pairs:
        field, sign, column = pair.partition("=")
        if not sign or not column:
            raise InputError(f"{pair!r} is no mapping; write FIELD=COLUMN")
        found[field.strip()] = column.strip()
    return found

"""Lists of people with their terms, in the form of congress-legislators."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from onrecord.core.errors import InputError
from onrecord.ingest.lists.listed_row import ListedRow, parse_day

_TITLES = {
    "rep": "representative",
    "sen": "senator",
    "prez": "president",
    "viceprez": "vice president",
}
_COUNTRY = "United States"


def read_terms_list(path: Path) -> Iterator[ListedRow]:
    """Read people with their terms.

    Args:
        path: A YAML list of people, each with ``name`` and ``terms``.

    Yields:
        One row a term.

    Raises:
        InputError: The file is no such list.

    Source:
        unitedstates/congress-legislators, "Legislators file structure".
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    people = yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 — a safe one
    if not isinstance(people, list) or not all("terms" in one for one in people):
        raise InputError(f"{path.name!r} is no list of people with terms")
    for place, person in enumerate(people, start=1):
        for term in person["terms"]:
            yield _row(person, term, place)


def _row(person: Mapping[str, Any], term: Mapping[str, Any], place: int) -> ListedRow:
    name = person["name"]
    short = f"{name['first']} {name['last']}"
    full = name.get("official_full") or short
    nickname = [f"{name['nickname']} {name['last']}"] if "nickname" in name else []
    ids = person.get("id", {})
    return ListedRow(
        person=str(ids.get("bioguide") or ids.get("govtrack") or full),
        name=full,
        aliases=tuple(dict.fromkeys(one for one in (short, *nickname) if one != full)),
        title=_TITLES.get(term["type"], term["type"]),
        of=_COUNTRY,
        at="",
        earliest=parse_day(str(term["start"])),
        latest=parse_day(str(term["end"]), is_last=True),
        row=f"person {place}",
    )

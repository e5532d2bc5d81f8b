"""Lists in several CSV tables that are joined by ids: people, posts, appointments."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from onrecord.ingest.lists.listed_row import ListedRow, parse_day
from onrecord.ingest.lists.tables import read_table

#: The tables that make a folder such a list.
TABLES = ("person.csv", "post.csv", "appointment.csv")


def read_joined_list(folder: Path, mapping: Mapping[str, str]) -> Iterator[ListedRow]:
    """Read a folder of tables.

    Args:
        folder: Holds `TABLES`, and perhaps ``organisation.csv``.
        mapping: ``of`` for all rows, such as ``=United Kingdom``.

    Yields:
        One row an appointment.

    Source:
        instituteforgov/ifg-ministers-database-public, its table definitions.
    """
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in _table(folder / "person.csv"):
        for column in ("name", "display_name", "short_name"):
            if row.get(column):
                names[row["id"]][row[column]] = None
    posts = {row["id"]: row for row in _table(folder / "post.csv")}
    bodies = {row["id"]: row["name"] for row in _table(folder / "organisation.csv")}
    of = mapping.get("of", "").removeprefix("=")
    for number, row in enumerate(_table(folder / "appointment.csv"), start=2):
        post, called = posts.get(row["post_id"]), list(names.get(row["person_id"], ()))
        if post is None or not called:
            continue
        body = bodies.get(post.get("organisation_id") or "", "")
        yield ListedRow(
            person=row["person_id"],
            name=called[0],
            aliases=tuple(called[1:]),
            title=f"{post['name']}, {body}" if body else post["name"],
            of=of or body,
            at="",
            earliest=parse_day(row["start_date"] or ""),
            latest=parse_day(row["end_date"] or "", is_last=True),
            row=f"appointment.csv line {number}",
        )


def _table(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        yield from read_table(path)

"""Lists as followthemoney entities, one JSON object a line."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.core.errors import InputError
from onrecord.ingest.lists.listed_row import ListedRow, parse_day

_PEOPLE = frozenset({"Person", "LegalEntity"})


def read_ftm_list(path: Path) -> Iterator[ListedRow]:
    """Read people, the posts they occupy, and the positions that they are given.

    Args:
        path: A file of entities: ``Person``, ``Position`` and ``Occupancy``.

    Yields:
        One row an occupancy, and one a ``position`` of a person without any.

    Raises:
        InputError: A line is no entity.

    Source:
        followthemoney, schemata Person, Position and Occupancy.
    """
    entities = dict(_entities(path))
    occupied = set()
    for entity in entities.values():
        if entity.get("schema") != "Occupancy":
            continue
        holder = entities.get(_first(entity, "holder"))
        post = entities.get(_first(entity, "post"), {})
        if holder is not None:
            occupied.add(holder["id"])
            yield _row(holder, (_caption(post), _first(post, "country")), entity)
    for key, entity in entities.items():
        if entity.get("schema") in _PEOPLE and key not in occupied:
            for position in _all(entity, "position"):
                yield _row(entity, (position, _first(entity, "country")), {"id": key})


def _row(
    holder: Mapping[str, Any],
    post: tuple[str, str],
    occupancy: Mapping[str, Any],
) -> ListedRow:
    names = [*_all(holder, "name"), *_all(holder, "alias")]
    return ListedRow(
        person=holder["id"],
        name=names[0] if names else _caption(holder),
        aliases=tuple(names[1:]),
        title=post[0],
        of=post[1],
        at="",
        earliest=parse_day(_first(occupancy, "startDate")),
        latest=parse_day(_first(occupancy, "endDate"), is_last=True),
        row=str(occupancy["id"]),
    )


def _entities(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
            yield found["id"], found
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"line {number} of {path.name!r} is no followthemoney entity: {error}"
            ) from error


def _all(entity: Mapping[str, Any], name: str) -> list[str]:
    return [str(value) for value in entity.get("properties", {}).get(name, ())]


def _first(entity: Mapping[str, Any], name: str) -> str:
    return next(iter(_all(entity, name)), "")


def _caption(entity: Mapping[str, Any]) -> str:
    return str(entity.get("caption") or _first(entity, "name"))

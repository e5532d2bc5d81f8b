"""IPTC ninjs to documents, as news agencies send them."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from onrecord.core.document import Document, make_document
from onrecord.core.errors import (
    EmptyInputError,
    InputError,
    NotTextError,
    WithheldError,
)
from onrecord.ingest.binary import has_text
from onrecord.ingest.decoding import decode
from onrecord.ingest.files import read_all
from onrecord.ingest.languages import detect_language
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions, Refused
from onrecord.ingest.pages import text_of_fragment
from onrecord.ingest.published import parse_published

__all__ = ["read_ninjs"]

_MEDIA_TYPE = "application/ninjs+json"
_USABLE = "usable"
_BODIES = ("body_text", "body_html", "body_xhtml")
_PLAIN = "text/plain"

Item = Mapping[str, Any]


def read_ninjs(
    opened: Opened, options: IngestOptions, *, now: datetime | None = None
) -> Iterator[Document | Refused]:
    """Give the documents of a file of ninjs, one item or a list of them.

    Versions 1 to 3 are read. An item that is withheld or canceled, or that is under an
    embargo, is refused: whoever sent it says that it may not be used.

    Args:
        opened: The file.
        options: Limits, encoding, day of publication.
        now: The time that embargoes are held against; by default the clock's.

    Yields:
        A document an item, or the item that is none.

    Raises:
        NotTextError: It is JSON of another kind.
        InputError: It is no JSON.
    """
    data = read_all(opened.stream, options.max_bytes)
    items = _items(decode(data, encoding=options.encoding, hint=opened.charset).text)
    for item in items:
        name = str(item.get("uri") or opened.name)
        try:
            _check_usable(item, now or datetime.now(UTC))
            yield _document(item, name, opened, options=options)
        except InputError as error:
            yield Refused(f"{opened.origin}: {name}", error)


def _items(text: str) -> list[Item]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON ({error}); repair the file") from error
    items = value if isinstance(value, list) else [value]
    if not items or not all(_is_item(item) for item in items):
        raise NotTextError(
            "is JSON but no IPTC ninjs; write one article a line and end the name in "
            ".jsonl"
        )
    return items


def _is_item(value: object) -> bool:
    return isinstance(value, dict) and "uri" in value


def _first(item: Item, *names: str) -> Any:
    """Give the first value there is; ninjs 1 and 2 write names in lower case."""
    by_name = {name.lower(): value for name, value in item.items()}
    return next((by_name[name] for name in names if by_name.get(name)), None)


def _check_usable(item: Item, now: datetime) -> None:
    status = str(_first(item, "pubstatus") or _USABLE).lower()
    if status != _USABLE:
        raise WithheldError(
            f"is {status} by who sent it and may not be used; ask for a usable version"
        )
    embargo = _first(item, "embargoeduntil", "embargoed")
    if embargo is None:
        return
    until = _instant(embargo)
    # One that cannot be read holds: nobody can say that it is over.
    if until is None or until > now:
        raise WithheldError(
            f"is under embargo until {embargo!r}; add it again when that is over"
        )


def _instant(value: object) -> datetime | None:
    try:
        instant = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return instant if instant.tzinfo else None


def _document(
    item: Item, name: str, opened: Opened, *, options: IngestOptions
) -> Document:
    kind = str(_first(item, "type") or "text")
    if kind not in ("text", "composite"):
        raise NotTextError(f"is a {kind} item, which holds no article; leave it out")
    text = _body(item)
    if not has_text(text):
        raise EmptyInputError("is an item without a body; ask for its full text")
    day = _first(item, "firstcreated", "contentcreated", "versioncreated")
    language = _first(item, "language")
    return make_document(
        name,
        text,
        title=_value(item, "headline", "headlines") or _first(item, "title"),
        url=name if name.startswith(("http://", "https://")) else None,
        publisher=_publisher(item),
        byline=_first(item, "by", "byline"),
        published=options.published or (parse_published(str(day)) if day else None),
        language=detect_language(text) or (str(language) if language else None),
        media_type=_MEDIA_TYPE,
        origin=opened.origin,
    )


def _body(item: Item) -> str:
    bodies = _first(item, "bodies")
    found = [
        (str(_first(body, "contenttype") or _PLAIN), str(body.get("value") or ""))
        for body in (bodies if isinstance(bodies, list) else [])
        if isinstance(body, dict)
    ]
    found += [
        (_PLAIN if name == "body_text" else "text/html", str(item[name]))
        for name in _BODIES
        if item.get(name)
    ]
    # Plain text needs no making, so it is taken first.
    for media_type, text in sorted(found, key=lambda one: one[0] != _PLAIN):
        if has_text(text):
            return text if media_type == _PLAIN else text_of_fragment(text)
    return ""


def _value(item: Item, single: str, plural: str) -> str | None:
    values = _first(item, plural)
    if isinstance(values, list) and values and isinstance(values[0], dict):
        return str(values[0].get("value") or "") or None
    value = _first(item, single)
    return str(value) if value else None


def _publisher(item: Item) -> str | None:
    sources = _first(item, "infosources")
    if isinstance(sources, list) and sources and isinstance(sources[0], dict):
        name = sources[0].get("name")
        if name:
            return str(name)
    holder = _first(item, "copyrightholder")
    return str(holder) if holder else None

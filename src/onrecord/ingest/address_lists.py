"""The addresses that a feed, an outline or a sitemap names."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]  # has no types

from onrecord.core.errors import EmptyInputError, InputError, NotTextError
from onrecord.ingest.files import read_all
from onrecord.ingest.links import Link
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions, Refused

__all__ = ["read_list"]

_SCHEMES = ("http://", "https://")
_ALTERNATE = (None, "alternate")


def read_list(opened: Opened, options: IngestOptions) -> Iterator[Link | Refused]:
    """Give what a feed (RSS, RDF, Atom), an outline (OPML) or a sitemap names.

    Entities and whatever lies outside of the file are not loaded, and a list that is
    broken in places gives what it still holds.

    Args:
        opened: The XML.
        options: Size limit.

    Yields:
        An address for each entry, in the list's order, and a refusal for each entry
        that names none.

    Raises:
        EmptyInputError: It is no XML, or names nothing.
        NotTextError: It is XML of another kind.
        TooLargeError: It is over the size limit.
    """
    root = _root(read_all(opened.stream, options.max_bytes))
    kind = _local(root)
    if kind not in _ENTRIES:
        raise NotTextError(
            f"is XML of the kind {kind!r}; feeds, sitemaps and outlines are read. Save "
            "the article as .html or .txt"
        )
    n_entries = 0
    for address in _ENTRIES[kind](root):
        n_entries += 1
        given = (address or "").strip()
        # Joined with nothing, the list would name itself.
        found = urljoin(opened.url or "", given) if given else ""
        if found.startswith(_SCHEMES):
            yield Link(found, opened.origin)
        else:
            yield Refused(f"{opened.origin}:{n_entries}", _without_address(given))
    if not n_entries:
        raise EmptyInputError(f"is a list ({kind}) that names nothing; check the file")


def _without_address(address: str) -> InputError:
    if not address:
        return InputError("is an entry without an address; give its article by itself")
    return InputError(
        f"is an entry with the address {address!r}; only http and https are fetched"
    )


def _root(data: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise EmptyInputError(f"is no XML ({error}); check the file") from error
    if root is None:
        raise EmptyInputError("is no XML; check the file")
    return root


def _local(element: Any) -> str:
    return str(etree.QName(element).localname)


def _of_rss(root: Any) -> Iterator[str | None]:
    # RSS 2.0 has its items in the channel, RDF beside it.
    for item in root.iter("{*}item"):
        link = item.findtext("{*}link")
        guid = item.find("{*}guid")
        if not link and guid is not None and guid.get("isPermaLink") != "false":
            link = guid.text
        yield link


def _of_atom(root: Any) -> Iterator[str | None]:
    for entry in root.iter("{*}entry"):
        links = [
            link.get("href")
            for link in entry.iterfind("{*}link")
            if link.get("rel") in _ALTERNATE
        ]
        yield links[0] if links else None


def _of_sitemap(root: Any) -> Iterator[str | None]:
    for entry in root:
        # Comments have no name.
        if isinstance(entry.tag, str):
            yield entry.findtext("{*}loc")


def _of_outline(root: Any) -> Iterator[str | None]:
    # A folder of an outline names nothing itself.
    for outline in root.iter("outline"):
        if outline.get("xmlUrl"):
            yield outline.get("xmlUrl")


_ENTRIES: Mapping[str, Callable[[Any], Iterator[str | None]]] = MappingProxyType(
    {
        "rss": _of_rss,
        "RDF": _of_rss,
        "feed": _of_atom,
        "urlset": _of_sitemap,
        "sitemapindex": _of_sitemap,
        "opml": _of_outline,
    }
)

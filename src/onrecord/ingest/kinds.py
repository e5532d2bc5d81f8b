"""Which kind of input a file name, a media type or the first words speak for."""

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

__all__ = [
    "Format",
    "Kind",
    "format_of_name",
    "format_of_start",
    "format_of_type",
    "looks_like_html",
]

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_START_CHARS = 2000


# What a text could not begin with by chance.
_STARTS = {
    rb"%PDF-\d": "x.pdf",
    rb"WARC/1\.\d\r\n": "x.warc",
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*"
    rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b": "x.xml",
}


class Kind(StrEnum):
    """How an input is turned into documents."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"
    TABLE = "table"
    JSON = "json"
    XML = "xml"
    PDF = "pdf"
    DOCX = "docx"
    MAIL = "mail"
    WARC = "warc"
    WACZ = "wacz"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Format:
    """One row of ``kinds.csv``.

    Attributes:
        suffix: Ending of the file name, with its dot; empty if it has none.
        media_type: Registered or customary media type.
        kind: How the input is read.
        remedy: For `Kind.REFUSED`, what people can do instead.
    """

    suffix: str
    media_type: str
    kind: Kind
    remedy: str


_UNKNOWN = Format("", "text/plain", Kind.UNKNOWN, "")


@cache
def _formats() -> tuple[Format, ...]:
    table = files(__package__).joinpath("kinds.csv").read_text("utf-8")
    rows = csv.DictReader(table.splitlines())
    return tuple(
        Format(row["suffix"], row["media_type"], Kind(row["kind"]), row["remedy"])
        for row in rows
    )


def format_of_name(name: str) -> Format:
    """Find the format that a file's name speaks for.

    Args:
        name: File name or path; the ending ``.gz`` is passed over.

    Returns:
        The format; one of kind `Kind.UNKNOWN` when the ending says nothing.

    Example:
        >>> format_of_name("news/2017.JSONL.gz").kind
        <Kind.JSONL: 'jsonl'>
    """
    suffix = PurePosixPath(name.lower().removesuffix(".gz")).suffix
    if suffix:
        for found in _formats():
            if found.suffix == suffix:
                return found
    return _UNKNOWN


def format_of_type(media_type: str) -> Format:
    """Find the format that a server's media type speaks for.

    Args:
        media_type: The bare type, without parameters.

    Returns:
        The format; one of kind `Kind.UNKNOWN` for a type that says nothing, such as
        ``application/octet-stream``, and for every type that is not listed.

    Example:
        >>> format_of_type("text/csv").kind
        <Kind.TABLE: 'table'>
    """
    for found in _formats():
        if found.media_type == media_type.lower():
            return found
    return _UNKNOWN


def format_of_start(head: bytes) -> Format:
    """Find the format that an input's first bytes speak for, where its name is silent.

    Args:
        head: The first bytes.

    Returns:
        The format of PDF files, of web archives and of feeds, sitemaps and outlines;
        else one of kind `Kind.UNKNOWN`.

    Example:
        >>> format_of_start(b"%PDF-1.7").kind
        <Kind.PDF: 'pdf'>
    """
    for start, suffix in _STARTS.items():
        if re.match(start, head):
            return format_of_name(suffix)
    return _UNKNOWN


def looks_like_html(text: str) -> bool:
    """Say whether a text starts as an HTML page does.

    Args:
        text: Decoded text.

    Returns:
        Whether its first tag, after comments, is that of a page. A fragment that
        starts with a paragraph does not count: Markdown may start so.

    Example:
        >>> looks_like_html("<!DOCTYPE html><title>Harbour</title>")
        True
    """
    return _HTML_START.match(text[:_HTML_START_CHARS]) is not None

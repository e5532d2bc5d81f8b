"""Files that are one document: plain text, Markdown, HTML."""

import re

from onrecord.core.document import Document, make_document
from onrecord.ingest.decoding import decode
from onrecord.ingest.files import read_all
from onrecord.ingest.kinds import Kind, looks_like_html
from onrecord.ingest.languages import detect_language
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.pages import declared_charset, page_document

__all__ = ["read_single"]

# "# Heading", "# Heading #", or a line underlined with "===".
_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]+(?P<hashes>[^\r\n]+?)[ \t]*#*[ \t]*\r?$"
    r"|^ {0,3}(?P<line>[^\s#>`\-*+][^\r\n]*?)[ \t]*\r?\n {0,3}=+[ \t]*\r?$",
    re.MULTILINE,
)
_HEADING_CHARS = 20_000


def read_single(opened: Opened, options: IngestOptions) -> Document:
    """Make a document of a whole file.

    Args:
        opened: Plain text, Markdown, HTML, or an input whose name says nothing: that
            is HTML if it starts as a page does, and plain text otherwise.
        options: Limits, encoding, day of publication.

    Returns:
        The document. The text of all but HTML is the decoded input, unchanged.

    Raises:
        EmptyInputError: There is nothing to read.
        NotTextError: The bytes are no text.
        EncodingError: The encoding cannot be told.
        TooLargeError: It is over the size limit.
        NoArticleError: The page holds no article.
    """
    data = read_all(opened.stream, options.max_bytes)
    kind = opened.format.kind
    hint = opened.charset
    if hint is None and kind in (Kind.HTML, Kind.UNKNOWN):
        hint = declared_charset(data)
    text = decode(data, encoding=options.encoding, hint=hint).text
    if kind is Kind.HTML or (kind is Kind.UNKNOWN and looks_like_html(text)):
        return page_document(text, opened, options)
    return make_document(
        opened.name,
        text,
        title=_heading(text) if kind is Kind.MARKDOWN else None,
        url=opened.url,
        published=options.published,
        language=detect_language(text),
        media_type=opened.format.media_type,
        origin=opened.origin,
    )


def _heading(markdown: str) -> str | None:
    found = _HEADING.search(markdown[:_HEADING_CHARS])
    return (found["hashes"] or found["line"]).strip() if found else None

"""HTML to a document: the article's text is made once, here."""

import re
from datetime import date
from urllib.parse import urlsplit

from lxml.etree import LxmlError, strip_elements  # type: ignore[import-untyped]  # has no types
from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from onrecord.core.document import Document, make_document
from onrecord.core.errors import NoArticleError
from onrecord.ingest.kinds import Format, Kind
from onrecord.ingest.languages import detect_language
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.published import parse_published

__all__ = ["declared_charset", "page_document", "text_of_fragment"]

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
# The HTML standard looks through 1,024 bytes; pages with long heads are common.
_CHARSET_BYTES = 8192
_LANGUAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.I)
_LANGUAGE_CHARS = 8192
# Full stops, ellipsis, marks of exclamation and question, from Latin to Hindi; then
# what closes a quotation or a bracket.
_SENTENCE_END = re.compile(
    "[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964]"
    "[\"')\\]\u201d\u2019\u00bb\u300d\u300f]*$"
)
# What trafilatura and htmldate let through on pages that are broken in new ways, such
# as a failed assertion on a page that is one formula. The next page must be read.
_PARSER_FAILURES = (
    LxmlError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_NO_TEXT = ("script", "style", "head", "template")
_BLOCK_TAGS = (
    *("p", "div", "br", "li", "tr", "blockquote", "table", "ul", "ol", "pre", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer"),
)
_MIN_SENTENCE_LETTERS = 12
_MIN_LINE_LETTERS = 100


def declared_charset(data: bytes) -> str | None:
    """Name the encoding that an HTML page says it has.

    Args:
        data: The page.

    Returns:
        The label as written, or ``None``.

    Example:
        >>> declared_charset(b'<meta charset="koi8-r">')
        'koi8-r'
    """
    found = _CHARSET.search(data[:_CHARSET_BYTES])
    return found[1].decode("ascii", "replace") if found else None


def page_document(html: str, opened: Opened, options: IngestOptions) -> Document:
    """Make a document of a page's article.

    The text is what trafilatura takes for the article, one block (heading, paragraph,
    quotation, item of a list, row of a table) after another with a blank line between,
    blanks of any kind made one space. Navigation, comments, scripts and forms are left
    out.

    Args:
        html: The decoded page.
        opened: Its name and address.
        options: Day of publication, if one is given for all.

    Returns:
        The article with what the page says of itself: title, byline, publisher, day.

    Raises:
        NoArticleError: The page has no article: a form, a list of links, an empty
            shell that a script fills.
    """
    found = _extract(html)
    text = _blocks(found.text or "") if found is not None else ""
    if found is None or not _has_prose(text):
        raise NoArticleError(
            "has no article text: the page is a list of links, a form, or is filled by "
            "a script; open it in a browser and save the article as .html or .txt"
        )
    return make_document(
        opened.name,
        text,
        title=found.title or None,
        url=_address(opened.url, found.url or None),
        publisher=found.sitename or None,
        byline=found.author or None,
        published=options.published or _day(found),
        language=detect_language(text) or _declared_language(html),
        media_type=_media_type(opened.format),
        origin=opened.origin,
    )


def text_of_fragment(html: str) -> str:
    r"""Give the text of HTML that is all article: of a mail, of a wire item.

    Args:
        html: A page or a part of one.

    Returns:
        Its blocks with a blank line between two; nothing where there is no text.

    Example:
        >>> text_of_fragment("<p>Ann met <b>Bo</b>.</p><p>Bo said no.</p>")
        'Ann met Bo.\n\nBo said no.'
    """
    clean = html.replace("\0", "").strip()
    if not clean:
        return ""
    try:
        tree = document_fromstring(
            f"<div>{clean}</div>".encode("utf-8", "replace"), parser=_parser()
        )
    except _PARSER_FAILURES as error:
        raise _unparsed(error) from error
    strip_elements(tree, *_NO_TEXT, with_tail=False)
    for element in tree.iter(*_BLOCK_TAGS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    return _blocks(tree.text_content())


def _address(asked: str | None, declared: str | None) -> str | None:
    """Choose between the address asked for and the one that the page calls its own."""
    if asked is None or declared is None:
        return asked or declared
    # Another outlet's address stands on reprints: whose page it is, the server knows.
    return declared if _host(declared) == _host(asked) else asked


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).netloc or "").removeprefix("www.")
    except ValueError:
        return None


def _extract(html: str) -> Extracted | None:
    # A tree has no place for NULs and surrogates; here the text is made, not kept.
    clean = html.replace("\0", "").encode("utf-8", "replace")
    # Parsed here, as trafilatura takes a page without <html> for its first element.
    try:
        found = bare_extraction(
            document_fromstring(clean, parser=_parser()),
            with_metadata=True,
            include_comments=False,
            prune_xpath="//noscript",
            # Only what the page declares as its date: not any date of its text.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except _PARSER_FAILURES as error:
        raise _unparsed(error) from error
    return found if isinstance(found, Extracted) else None


def _parser() -> HTMLParser:
    return HTMLParser(
        encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True
    )


def _unparsed(error: Exception) -> NoArticleError:
    return NoArticleError(
        f"is HTML that cannot be parsed ({type(error).__name__}: {error}); save "
        "the article as .txt"
    )


def _blocks(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _has_prose(text: str) -> bool:
    """Say whether one block at least is a sentence, and not a label or a link."""
    for line in text.split("\n"):
        n_letters = sum(map(str.isalpha, line))
        if n_letters >= _MIN_LINE_LETTERS:
            return True
        if n_letters >= _MIN_SENTENCE_LETTERS and _SENTENCE_END.search(line):
            return True
    return False


def _day(found: Extracted) -> date | None:
    return parse_published(found.date) if found.date else None


def _media_type(given: Format) -> str:
    return given.media_type if given.kind is Kind.HTML else "text/html"


def _declared_language(html: str) -> str | None:
    found = _LANGUAGE.search(html[:_LANGUAGE_CHARS])
    return found[1].lower() if found else None

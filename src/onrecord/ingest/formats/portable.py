"""PDF to a document: the text layer, paragraph by paragraph."""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from onrecord.core.document import Document, make_document
from onrecord.core.errors import InputError, NoArticleError
from onrecord.ingest.files import read_all
from onrecord.ingest.languages import detect_language
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions

__all__ = ["read_pdf"]

_MEDIA_TYPE = "application/pdf"
# A word that a line ends within; "-" between other signs stays.
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_A-Z])")
_NUMBERS = re.compile(r"\d+")
_MIN_RUNNING_PAGES = 3
# What pdfminer lets through on files that are broken in new ways.
_PARSER_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)

Page = Sequence[str]


def read_pdf(opened: Opened, options: IngestOptions) -> Document:
    """Make a document of a PDF file's text layer.

    Columns are followed, lines of a paragraph joined, words that a line end divides
    put together, and lines that run at the head or foot of most pages left out. No
    date is taken from the file: when it was made is not when it came out.

    Args:
        opened: The file.
        options: Size limit, day of publication.

    Returns:
        The document; paragraphs are parted by a blank line.

    Raises:
        InputError: It is damaged or locked by a password.
        NoArticleError: It has no text layer, as a scan.
        TooLargeError: It is over the size limit.
    """
    data = read_all(opened.stream, options.max_bytes)
    pages, info = _parse(data)
    text = "\n\n".join(_without_running(pages))
    if not any(map(str.isalpha, text)):
        raise NoArticleError(
            "has no text, only pictures of it; run character recognition on it first, "
            "as with ocrmypdf"
        )
    return make_document(
        opened.name,
        text,
        title=_word(info.get("Title")),
        url=opened.url,
        byline=_word(info.get("Author")),
        published=options.published,
        language=detect_language(text),
        media_type=_MEDIA_TYPE,
        origin=opened.origin,
    )


def _parse(data: bytes) -> tuple[list[Page], dict[str, Any]]:
    # Imported where it is needed: it takes as long as reading a short file.
    from pdfminer.high_level import extract_pages  # noqa: PLC0415
    from pdfminer.layout import LTTextContainer  # noqa: PLC0415
    from pdfminer.pdfdocument import (  # noqa: PLC0415
        PDFDocument,
        PDFPasswordIncorrect,
    )
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415
    from pdfminer.psexceptions import PSException  # noqa: PLC0415

    # It warns of every box that a file leaves to the default.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        pages: list[Page] = [
            [
                _paragraph(box.get_text())
                for box in page
                if isinstance(box, LTTextContainer)
            ]
            for page in extract_pages(BytesIO(data))
        ]
    except PDFPasswordIncorrect as error:
        raise InputError("is locked by a password; save a copy without one") from error
    except (PSException, *_PARSER_FAILURES) as error:
        raise InputError(
            f"is PDF that cannot be parsed ({type(error).__name__}: {error}); print it "
            "to a new PDF, or save its text as .txt"
        ) from error
    return pages, document.info[0] if document.info else {}


def _paragraph(box: str) -> str:
    return " ".join(_HYPHEN.sub("", box.strip()).split())


def _without_running(pages: Sequence[Page]) -> list[str]:
    """Leave out what stands on most pages but for its numbers, and bare numbers."""
    shapes = Counter(
        shape for page in pages for shape in {_shape(paragraph) for paragraph in page}
    )
    running = {
        shape
        for shape, n_pages in shapes.items()
        if n_pages >= _MIN_RUNNING_PAGES and 2 * n_pages > len(pages)
    }
    return [
        paragraph
        for page in pages
        for paragraph in page
        if any(map(str.isalpha, paragraph)) and _shape(paragraph) not in running
    ]


def _shape(paragraph: str) -> str:
    return _NUMBERS.sub("0", paragraph)


def _word(value: object) -> str | None:
    if not isinstance(value, bytes):
        return None
    is_wide = value.startswith((b"\xfe\xff", b"\xff\xfe"))
    text = value.decode("utf-16" if is_wide else "latin-1", "replace").strip("\0 \r\n")
    # Named by a program, not by a person.
    return None if text.lower().startswith(("microsoft word -", "untitled")) else text

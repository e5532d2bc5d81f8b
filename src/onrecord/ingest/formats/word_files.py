"""DOCX to a document: its paragraphs and tables in order."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from onrecord.core.document import Document, make_document
from onrecord.core.errors import EmptyInputError, InputError
from onrecord.ingest.binary import has_text
from onrecord.ingest.files import read_all, too_large
from onrecord.ingest.languages import detect_language
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions

__all__ = ["read_docx"]


def read_docx(opened: Opened, options: IngestOptions) -> Document:
    """Make a document of a word processor's file.

    Args:
        opened: The file.
        options: Size limit, for what is packed in it too; day of publication.

    Returns:
        The document; paragraphs are parted by a blank line, and cells of a table stand
        between ``|``. Comments, footnotes, headers and struck-out changes are left out.

    Raises:
        InputError: It is damaged.
        EmptyInputError: There is no text in it.
        TooLargeError: It is over the size limit.
    """
    data = read_all(opened.stream, options.max_bytes)
    _check_size(data, options.max_bytes)
    content = _parse(data)
    blocks = [block for block in _blocks(content) if block]
    text = "\n\n".join(blocks)
    if not has_text(text):
        raise EmptyInputError("holds no text; open it and see what it is")
    properties = content.core_properties
    return make_document(
        opened.name,
        text,
        title=properties.title.strip() or None,
        url=opened.url,
        byline=properties.author.strip() or None,
        published=options.published,
        language=detect_language(text),
        media_type=opened.format.media_type,
        origin=opened.origin,
    )


def _check_size(data: bytes, max_bytes: int) -> None:
    try:
        with ZipFile(BytesIO(data)) as parts:
            total = sum(
                part.file_size
                for part in parts.infolist()
                if part.filename.endswith((".xml", ".rels"))
            )
    except BadZipFile as error:
        raise InputError("is no DOCX file, or damaged; save it again") from error
    if total > max_bytes:
        raise too_large(max_bytes)


def _parse(data: bytes) -> Any:
    # Imported where it is needed: it takes as long as reading a short file.
    import docx  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        return docx.Document(BytesIO(data))
    except (OpcError, LxmlError, LookupError, ValueError, AttributeError) as error:
        raise InputError(
            f"is DOCX that cannot be parsed ({type(error).__name__}: {error}); save it "
            "again, or as .txt"
        ) from error


def _blocks(content: Any) -> Iterator[str]:
    for block in content.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = (" ".join(cell.text.split()) for cell in row.cells)
                yield f"| {' | '.join(cells)} |"
        else:
            # A line break within a paragraph stays one.
            lines = (" ".join(line.split()) for line in block.text.split("\n"))
            yield "\n".join(line for line in lines if line)

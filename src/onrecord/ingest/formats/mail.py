"""Mail to documents: a press release, and the files that came with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BufferedReader, BytesIO

from onrecord.core.document import Document, make_document
from onrecord.core.errors import EmptyInputError
from onrecord.ingest.binary import has_text
from onrecord.ingest.files import peekable, read_all
from onrecord.ingest.kinds import Kind, format_of_name
from onrecord.ingest.languages import detect_language
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.pages import text_of_fragment
from onrecord.ingest.published import parse_published

__all__ = ["Letter", "read_mail"]

_ENCLOSED = frozenset({Kind.PLAIN, Kind.HTML, Kind.PDF, Kind.DOCX, Kind.MARKDOWN})


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail holds.

    Attributes:
        document: Its own text, if it has any.
        enclosed: Files that came with it and that can hold an article.
    """

    document: Document | None
    enclosed: tuple[Opened, ...]


def read_mail(opened: Opened, options: IngestOptions) -> Letter:
    """Read a mail as a mail program saves it.

    Its plain text is taken, and of a mail without one the text of its HTML. The
    subject is the title, the sender the byline, the day that of the ``Date`` line.

    Args:
        opened: The file.
        options: Size limit, day of publication.

    Returns:
        The mail. Pictures and other files that hold no article are left out.

    Raises:
        EmptyInputError: There is neither text nor an article enclosed.
        TooLargeError: It is over the size limit.
    """
    data = read_all(opened.stream, options.max_bytes)
    message = message_from_bytes(data, policy=default)
    text = _text(message)
    enclosed = tuple(_enclosed(message, opened))
    if not has_text(text) and not enclosed:
        raise EmptyInputError("is a mail without text; open it and see what it is")
    return Letter(
        _document(message, text, opened, published=options) if has_text(text) else None,
        enclosed,
    )


def _text(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    try:
        content = str(body.get_content())
    # A charset that nobody knows, or bytes that are not in it.
    except (LookupError, ValueError):
        payload = body.get_payload(decode=True)
        content = payload.decode("latin-1") if isinstance(payload, bytes) else ""
    return (
        text_of_fragment(content) if body.get_content_subtype() == "html" else content
    )


def _document(
    message: EmailMessage, text: str, opened: Opened, *, published: IngestOptions
) -> Document:
    day = message.get("date")
    return make_document(
        opened.name,
        text,
        title=_line(message, "subject"),
        byline=_line(message, "from"),
        published=published.published or (parse_published(str(day)) if day else None),
        language=detect_language(text),
        media_type=opened.format.media_type,
        origin=opened.origin,
    )


def _line(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _enclosed(message: EmailMessage, opened: Opened) -> Iterator[Opened]:
    for part in message.iter_attachments():
        name = part.get_filename() or ""
        form = format_of_name(name)
        payload = part.get_payload(decode=True)
        if form.kind in _ENCLOSED and isinstance(payload, bytes):
            yield Opened(
                name=f"{opened.name}/{name}",
                origin=f"{opened.origin}/{name}",
                format=form,
                stream=_stream(payload),
            )


def _stream(data: bytes) -> BufferedReader:
    return peekable(BytesIO(data))

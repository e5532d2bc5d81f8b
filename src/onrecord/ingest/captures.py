"""Web archives (WARC, WACZ) to their pages."""

from collections.abc import Generator
from io import BytesIO
from typing import Any, BinaryIO, cast
from zipfile import BadZipFile, ZipFile

from onrecord.core.errors import EmptyInputError, InputError
from onrecord.ingest.files import peekable
from onrecord.ingest.kinds import Format, Kind, format_of_type
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions

__all__ = ["open_wacz", "open_warc"]

_PAGES = frozenset({Kind.HTML, Kind.PLAIN, Kind.PDF, Kind.DOCX})
_HELD = ("response", "resource")
_FOUND = "200"


def open_warc(opened: Opened, options: IngestOptions) -> Generator[Opened, None, None]:
    """Give the pages of a WARC file, one after the other.

    Args:
        opened: The file, packed or not.
        options: Size limit of a page.

    Yields:
        Each answer with a page, a text, a PDF or a DOCX file in it; each has to be read
        before the next is asked for. Pictures, scripts, errors and repetitions are
        passed over.

    Raises:
        InputError: It is no WARC file, or damaged.
        EmptyInputError: It holds no page.
    """
    # Imported where it is needed, as few need it.
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    n_pages = 0
    try:
        for record in ArchiveIterator(opened.stream):
            page = _page(record, opened, options)
            if page is not None:
                n_pages += 1
                yield page
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise InputError(
            f"is no WARC file, or damaged from here on ({error}); the pages before "
            "were read. Repair it with warcio recompress"
        ) from error
    if not n_pages:
        raise EmptyInputError("is a web archive without a page; check how it was made")


def open_wacz(opened: Opened, options: IngestOptions) -> Generator[Opened, None, None]:
    """Give the pages of a WACZ file.

    Args:
        opened: The file.
        options: Size limit of a page.

    Yields:
        As `open_warc`, for each WARC file in it.

    Raises:
        InputError: It is no WACZ file, or damaged.
        EmptyInputError: It holds no page.
    """
    try:
        package = ZipFile(opened.stream)
    except (BadZipFile, OSError) as error:
        raise InputError(f"is no WACZ file, or damaged ({error})") from error
    with package:
        names = sorted(
            name
            for name in package.namelist()
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))
        )
        if not names:
            raise EmptyInputError("is a WACZ file without an archive; make it again")
        for name in names:
            with package.open(name) as member:
                yield from open_warc(
                    Opened(
                        opened.name,
                        f"{opened.origin}/{name}",
                        opened.format,
                        peekable(cast("BinaryIO", member)),
                    ),
                    options,
                )


def _page(record: Any, opened: Opened, options: IngestOptions) -> Opened | None:
    address = record.rec_headers.get_header("WARC-Target-URI")
    if record.rec_type not in _HELD or not address:
        return None
    http = record.http_headers
    if http is not None and http.get_statuscode() != _FOUND:
        return None
    form, charset = _form(record)
    if form.kind not in _PAGES:
        return None
    return Opened(
        name=address,
        origin=f"{opened.origin}:{address}",
        format=form,
        # One byte over the limit, for whoever reads it to see that it is over.
        stream=peekable(BytesIO(record.content_stream().read(options.max_bytes + 1))),
        url=address,
        charset=charset,
    )


def _form(record: Any) -> tuple[Format, str | None]:
    headers = record.http_headers or record.rec_headers
    media_type, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    charset = rest.partition("charset=")[2].strip().strip("\"'") or None
    return format_of_type(media_type.strip()), charset

"""Opened bytes to documents, each format in its own way."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from types import MappingProxyType

from onrecord.core.document import Document
from onrecord.core.errors import InputError, NotTextError
from onrecord.ingest.address_lists import read_list
from onrecord.ingest.captures import open_wacz, open_warc
from onrecord.ingest.files import guarded
from onrecord.ingest.formats.mail import read_mail
from onrecord.ingest.formats.portable import read_pdf
from onrecord.ingest.formats.wire_items import read_ninjs
from onrecord.ingest.formats.word_files import read_docx
from onrecord.ingest.kinds import Kind, format_of_start
from onrecord.ingest.links import Link
from onrecord.ingest.opened import Opened
from onrecord.ingest.options import IngestOptions, Refused
from onrecord.ingest.row_files import read_jsonl, read_table
from onrecord.ingest.single import read_single

__all__ = ["read_opened"]

_HEAD_BYTES = 1024

Found = Document | Refused | Link


def read_opened(opened: Opened, options: IngestOptions) -> Iterator[Found]:
    """Give the documents of an input, or the addresses that it names.

    Args:
        opened: The bytes and what their name says of them. Where that is nothing, the
            bytes' own start decides.
        options: Limits, column mapping, encoding, day of publication.

    Yields:
        Documents, refusals of parts of it, and addresses to be opened next.

    Raises:
        InputError: The input as a whole cannot be read.
    """
    if opened.format.kind is Kind.UNKNOWN:
        head = guarded(lambda: opened.stream.peek(_HEAD_BYTES))
        told = format_of_start(head[:_HEAD_BYTES])
        if told.kind is not Kind.UNKNOWN:
            opened = replace(opened, format=told)
    if opened.format.kind is Kind.REFUSED:
        raise NotTextError(
            f"is {opened.format.media_type}, which is not read; {opened.format.remedy}"
        )
    several = _SEVERAL.get(opened.format.kind)
    if several is not None:
        yield from several(opened, options)
    else:
        yield _SINGLE.get(opened.format.kind, read_single)(opened, options)


def _read_letter(opened: Opened, options: IngestOptions) -> Iterator[Found]:
    letter = read_mail(opened, options)
    if letter.document is not None:
        yield letter.document
    yield from _read_each(iter(letter.enclosed), options)


def _read_warc(opened: Opened, options: IngestOptions) -> Iterator[Found]:
    with closing(open_warc(opened, options)) as pages:
        yield from _read_each(pages, options)


def _read_wacz(opened: Opened, options: IngestOptions) -> Iterator[Found]:
    with closing(open_wacz(opened, options)) as pages:
        yield from _read_each(pages, options)


def _read_each(parts: Iterator[Opened], options: IngestOptions) -> Iterator[Found]:
    for part in parts:
        try:
            yield from read_opened(part, options)
        except InputError as error:
            yield Refused(part.origin, error)


_SINGLE: Mapping[Kind, Callable[[Opened, IngestOptions], Document]] = MappingProxyType(
    {Kind.PDF: read_pdf, Kind.DOCX: read_docx}
)
_SEVERAL: Mapping[Kind, Callable[[Opened, IngestOptions], Iterator[Found]]] = (
    MappingProxyType(
        {
            Kind.JSONL: read_jsonl,
            Kind.TABLE: read_table,
            Kind.JSON: read_ninjs,
            Kind.XML: read_list,
            Kind.MAIL: _read_letter,
            Kind.WARC: _read_warc,
            Kind.WACZ: _read_wacz,
        }
    )
)

"""Bytes to Document: files, pages, tables of articles, folders of any of these.

Start at `open_sources`. Of plain text, Markdown, JSONL and CSV a document's text is the
decoded input itself; of HTML it is the article, made once in `onrecord.ingest.pages`.
"""

from onrecord.ingest.counting import count_sources
from onrecord.ingest.options import DEFAULT_MAX_BYTES, FIELDS, IngestOptions, Refused
from onrecord.ingest.published import parse_published
from onrecord.ingest.sources import open_sources

__all__ = [
    "DEFAULT_MAX_BYTES",
    "FIELDS",
    "IngestOptions",
    "Refused",
    "count_sources",
    "open_sources",
    "parse_published",
]

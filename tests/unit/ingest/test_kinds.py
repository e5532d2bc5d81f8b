"""What names, media types and first words speak for."""

import pytest

from onrecord.ingest.kinds import (
    Kind,
    format_of_name,
    format_of_start,
    format_of_type,
    looks_like_html,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", Kind.PLAIN),
        ("a.TXT.gz", Kind.PLAIN),
        ("a.md", Kind.MARKDOWN),
        ("a.htm", Kind.HTML),
        ("a.ndjson", Kind.JSONL),
        ("a.tsv", Kind.TABLE),
        ("a.json", Kind.JSON),
        ("a.rss", Kind.XML),
        ("a.pdf", Kind.PDF),
        ("a.warc.gz", Kind.WARC),
        ("a.zip", Kind.REFUSED),
        ("a", Kind.UNKNOWN),
        ("a.b.c", Kind.UNKNOWN),
        (".txt", Kind.UNKNOWN),
    ],
)
def test_name_speaks_for_a_kind(name: str, kind: Kind) -> None:
    assert format_of_name(name).kind is kind


def test_media_type_speaks_for_a_kind() -> None:
    assert format_of_type("Text/HTML").kind is Kind.HTML
    assert format_of_type("application/octet-stream").kind is Kind.UNKNOWN
    assert format_of_type("").kind is Kind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!doctype HTML>", True),
        ('\n<?xml version="1.0"?>\n<!-- a\nb --><html lang="en">', True),
        ("<head><title>", True),
        ("<header>", False),
        ("<p>A fragment</p>", False),
        ("He wrote <html> on the wall.", False),
        ("", False),
    ],
)
def test_page_is_told_by_its_start(text: str, *, is_page: bool) -> None:
    assert looks_like_html(text) is is_page


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4\n", Kind.PDF),
        (b"WARC/1.1\r\nWARC-Type: response", Kind.WARC),
        (b"<?xml version='1.0'?>\n<!-- made by hand --><rss version='2.0'>", Kind.XML),
        (b"\xef\xbb\xbf<feed xmlns='http://www.w3.org/2005/Atom'>", Kind.XML),
        (b"<urlset>", Kind.XML),
        (b"<feedback>was good", Kind.UNKNOWN),
        (b"The PDF-1 treaty was signed.", Kind.UNKNOWN),
    ],
)
def test_first_bytes_speak_where_the_name_is_silent(head: bytes, kind: Kind) -> None:
    assert format_of_start(head).kind is kind

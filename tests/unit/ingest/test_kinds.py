"""What names, media types and first words speak for."""

import pytest

from onrecord.ingest.kinds import (
    Kind,
    format_of_name,
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
        ("a.json", Kind.REFUSED),
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

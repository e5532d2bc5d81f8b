"""Files that are one document."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.ingest import IngestOptions
from tests.unit.ingest.local_server import ARTICLE
from tests.unit.ingest.reading import read_one, refused_one
from tests.unit.ingest.samples import PNG

ODD = "“No,”\r\nhe said.\u2028e\u0301 \u00ad\u200b 🙂 \0 end"


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a", "a.log", "A.TXT", "ü 🙂.md"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_the_decoded_file(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(ODD.encode(encoding))
    doc = read_one(path)
    assert doc.text == ODD
    assert (doc.name, doc.origin) == (name, str(path))


def test_plain_text_knows_nothing_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("# No heading\n\nPublished 12 March 2017 by Ann Teal.")
    doc = read_one(path)
    assert (doc.title, doc.published, doc.byline, doc.url) == (None,) * 4
    assert doc.media_type == "text/plain"


def test_page_named_txt_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    assert read_one(path).text == ARTICLE


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a", "a.page", "a.html.gz"])
def test_page_is_told_by_name_or_start(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(ARTICLE, encoding="utf-8")
    doc = read_one(path)
    assert (doc.title, doc.media_type) == ("Harbour talks", "text/html")


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("# Harbour *talks*\n\nText.", "Harbour *talks*"),
        ("Intro.\r\n\r\n## Later ##\r\nText.", "Later"),
        ("Harbour talks\n=====\n\nText.", "Harbour talks"),
        ("#hashtag\n\nText.", None),
        ("Text\n----\n", None),
        ("    # code\n", None),
    ],
)
def test_markdown_keeps_its_text_and_names_its_heading(
    tmp_path: Path, markdown: str, title: str | None
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(markdown.encode())
    doc = read_one(path)
    assert (doc.text, doc.title) == (markdown, title)
    assert doc.media_type == "text/markdown"


def test_day_that_is_given_wins(tmp_path: Path) -> None:
    day = date(2018, 1, 2)
    for name, text in (("a.txt", "No."), ("a.html", ARTICLE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        doc = read_one(tmp_path / name, IngestOptions(published=day))
        assert doc.published == day


def test_limit_counts_bytes_and_is_inclusive(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("éé", encoding="utf-8")
    assert read_one(path, IngestOptions(max_bytes=4)).text == "éé"
    refused = refused_one(path, IngestOptions(max_bytes=3))
    assert refused.error.code == "too-large"
    assert "3 bytes" in str(refused)
    assert "--max-size" in str(refused)


def test_twenty_megabytes_of_one_line_need_the_flag(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("No, she said. " * 1_500_000)
    assert "10,000,000 bytes" in str(refused_one(path))
    doc = read_one(path, IngestOptions(max_bytes=30_000_000))
    assert doc.length == 21_000_000


def test_emoji_and_right_to_left_text_is_text(tmp_path: Path) -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    text = f"🙂🙃{family} " * 50 + "השר אמר: \u200f“לא”. قال الوزير: «لا»."
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert read_one(path).text == text


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", PNG, "not-text"),
        ("a.html", PNG, "not-text"),
        ("a.strange", PNG, "not-text"),
        ("a.txt", b"", "empty-input"),
        ("a.html", b" \n", "empty-input"),
        ("a.html", b"<p>", "no-article"),
        ("a.json", b'{"text": "No."}', "not-text"),
        ("a.xml", b"<a/>", "not-text"),
    ],
)
def test_file_that_cannot_be_read_is_named(
    tmp_path: Path, *, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    refused = refused_one(path)
    assert (refused.name, refused.error.code) == (str(path), code)


def test_encoding_that_is_given_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Фарант".encode("cp866"))
    assert read_one(path, IngestOptions(encoding="cp866")).text == "Фарант"
    assert refused_one(path, IngestOptions(encoding="utf-8")).error.code == "encoding"

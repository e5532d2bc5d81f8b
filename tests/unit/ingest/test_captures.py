"""Web archives: their pages, and nothing but those."""

from pathlib import Path

from onrecord.ingest import IngestOptions
from tests.unit.ingest.formats.files import PAGE, SAID, pdf, wacz, warc
from tests.unit.ingest.reading import outline, read_all, read_one, refused_one

HTML = "text/html; charset=utf-8"
ADDRESS = "https://post.example/a"


def test_pages_are_read_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    path = warc(
        tmp_path / "a.warc.gz",
        (ADDRESS, "200 OK", HTML, PAGE.encode()),
        ("https://post.example/gone", "404 Not Found", HTML, PAGE.encode()),
        ("https://post.example/x.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://post.example/b.pdf", "200 OK", "application/pdf", pdf(["He left."])),
    )
    first, second = read_all(path)
    assert first.name == first.url == ADDRESS  # type: ignore[union-attr]
    assert SAID in first.text  # type: ignore[union-attr]
    assert second.text == "He left."  # type: ignore[union-attr]


def test_a_page_without_an_article_is_named(tmp_path: Path) -> None:
    path = warc(
        tmp_path / "a.warc.gz",
        (ADDRESS, "200 OK", HTML, b"<html><body><form></form></body></html>"),
        ("https://post.example/b", "200 OK", HTML, PAGE.encode()),
    )
    assert outline(read_all(path))[0] == "a no-article"


def test_a_page_over_the_limit_does_not_stop_the_others(tmp_path: Path) -> None:
    path = warc(
        tmp_path / "a.warc.gz",
        (ADDRESS, "200 OK", "text/plain", b"no " * 9000),
        ("https://post.example/b", "200 OK", "text/plain", SAID.encode()),
    )
    found = read_all(path, options=IngestOptions(max_bytes=5000))
    assert outline(found) == ["a too-large", SAID]


def test_a_wacz_file_is_its_archives(tmp_path: Path) -> None:
    page = (ADDRESS, "200 OK", HTML, PAGE.encode())
    path = wacz(tmp_path / "a.wacz", warc(tmp_path / "data.warc.gz", page))
    assert read_one(path).url == ADDRESS


def test_what_holds_no_page_is_refused(tmp_path: Path) -> None:
    assert refused_one(warc(tmp_path / "a.warc.gz")).error.code == "empty-input"
    assert refused_one(wacz(tmp_path / "a.wacz")).error.code == "empty-input"


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    for name in ("a.warc", "a.wacz"):
        path = tmp_path / name
        path.write_bytes(b"nothing of the kind\n" * 99)
        assert refused_one(path).error.code == "input"


def test_a_damaged_archive_gives_what_comes_before_the_damage(tmp_path: Path) -> None:
    page = ("https://post.example/b", "200 OK", "text/plain", SAID.encode())
    path = warc(tmp_path / "a.warc.gz", page)
    path.write_bytes(path.read_bytes() + b"\x1f\x8b\x08\x00 damaged")
    assert outline(read_all(path))[0] == SAID

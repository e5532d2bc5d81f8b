"""PDF files: their text layer, paragraph by paragraph."""

from pathlib import Path

from tests.unit.ingest.formats.files import SAID, pdf
from tests.unit.ingest.reading import read_one, refused_one

LINES = ["Mayor Odo Farrant said on Mon-", "day that he had met the envoy", "twice."]


def write(folder: Path, data: bytes) -> Path:
    path = folder / "a.pdf"
    path.write_bytes(data)
    return path


def test_lines_of_a_paragraph_are_joined_and_divided_words_put_together(
    tmp_path: Path,
) -> None:
    doc = read_one(write(tmp_path, pdf([*LINES, "", "", "He left."])))
    first, second = doc.text.split("\n\n")
    assert first == "Mayor Odo Farrant said on Monday that he had met the envoy twice."
    assert second == "He left."
    assert doc.media_type == "application/pdf"


def test_lines_at_the_head_of_every_page_are_left_out(tmp_path: Path) -> None:
    pages = [
        ["The Vellbridge Courier", "", "", f"{SAID} This is part {word}.", "", "", "7"]
        for word in ("one", "two", "three")
    ]
    text = read_one(write(tmp_path, pdf(*pages))).text
    assert "Courier" not in text
    assert "7" not in text
    assert text.count(SAID) == 3


def test_title_and_author_are_kept_and_no_day_is_guessed(tmp_path: Path) -> None:
    info = "/Title (Harbour talks) /Author (Ann Teal) /CreationDate (D:20240517)"
    doc = read_one(write(tmp_path, pdf([SAID], info=info)))
    assert (doc.title, doc.byline) == ("Harbour talks", "Ann Teal")
    assert doc.published is None


def test_a_title_that_a_program_made_is_none(tmp_path: Path) -> None:
    info = "/Title (Microsoft Word - release7.doc)"
    assert read_one(write(tmp_path, pdf([SAID], info=info))).title is None


def test_a_scan_is_refused_with_what_helps(tmp_path: Path) -> None:
    refused = refused_one(write(tmp_path, pdf([])))
    assert refused.error.code == "no-article"
    assert "character recognition" in str(refused)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    data = pdf([SAID])
    refused = refused_one(write(tmp_path, data[:40]))
    assert refused.error.code in ("input", "no-article")


def test_one_is_known_without_its_name(tmp_path: Path) -> None:
    path = tmp_path / "download"
    path.write_bytes(pdf([SAID]))
    assert read_one(path).text == SAID

"""DOCX files: paragraphs and tables in order."""

import zipfile
from pathlib import Path

from onrecord.ingest import IngestOptions
from tests.unit.ingest.formats.files import SAID, word_file
from tests.unit.ingest.reading import read_one, refused_one


def test_paragraphs_tables_and_properties(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx", SAID, "", "He  left.", author="Ann Teal", title="Talks"
    )
    doc = read_one(path)
    assert doc.text == f"{SAID}\n\nHe left.\n\n| 12 March | Rehn |"
    assert (doc.title, doc.byline) == ("Talks", "Ann Teal")


def test_what_unpacks_to_too_much_is_refused_before_it_is(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", SAID)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/bomb.xml", b"0" * 2_000_000)
    refused = refused_one(path, IngestOptions(max_bytes=1_000_000))
    assert refused.error.code == "too-large"


def test_what_is_no_docx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 and nothing more")
    assert "damaged" in str(refused_one(path))
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    assert "cannot be parsed" in str(refused_one(path))

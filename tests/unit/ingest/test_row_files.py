"""JSONL and CSV files: one document a row."""

import csv
import gzip
import json
import logging
from datetime import date
from pathlib import Path

import pytest

from onrecord.core.document import Document
from onrecord.ingest import IngestOptions, Refused, open_sources
from tests.unit.ingest.reading import outline, read_all, read_one, refused_one

FULL = {
    "name": "first",
    "title": "Talks",
    "url": "https://post.example/1",
    "publisher": "The Brindlewick Post",
    "byline": "Ann Teal",
    "published": "2017-03-12",
    "text": "“No,”\r\nhe said. 🙂",
}
BAD_LINES = """{"text": "One."}
no JSON
["a", "list"]
{"title": "no text"}
{"text": null}
{"text": "  "}
{"text": 7}

{"text": "Nine."}"""


def jsonl(tmp_path: Path, *rows: object, name: str = "a.jsonl") -> Path:
    path = tmp_path / name
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


def table(tmp_path: Path, text: str, name: str = "a.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


def check_full(doc: Document, origin: str) -> None:
    assert doc.text == FULL["text"]
    assert (doc.name, doc.title, doc.url) == (FULL["name"], FULL["title"], FULL["url"])
    assert (doc.publisher, doc.byline) == (FULL["publisher"], FULL["byline"])
    assert doc.published == date(2017, 3, 12)
    assert doc.origin == origin


def test_jsonl_needs_no_mapping_for_the_records_own_names(tmp_path: Path) -> None:
    path = jsonl(tmp_path, FULL)
    check_full(read_one(path), f"{path}:1")


def test_table_needs_no_mapping_for_the_records_own_names(tmp_path: Path) -> None:
    cells = ",".join(f'"{value}"' for value in FULL.values())
    path = table(tmp_path, f"{','.join(FULL)}\r\n{cells}\r\n")
    check_full(read_one(path), f"{path}:2")


def test_row_without_a_name_is_named_by_its_place(tmp_path: Path) -> None:
    docs = read_all(jsonl(tmp_path, {"text": "A."}, {"text": "B.", "name": ""}))
    assert [doc.name for doc in docs] == ["a.jsonl:1", "a.jsonl:2"]
    docs = read_all(table(tmp_path, "text\nA.\n\nB.\n"))
    assert [doc.name for doc in docs] == ["a.csv:2", "a.csv:4"]


def test_bad_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(BAD_LINES)
    found = read_all(path)
    assert outline(found) == [
        "One.",
        "a.jsonl:2 input",
        "a.jsonl:3 input",
        "a.jsonl:4 input",
        "a.jsonl:5 empty-input",
        "a.jsonl:6 empty-input",
        "a.jsonl:7 input",
        "Nine.",
    ]
    assert isinstance(found[1], Refused)
    assert found[1].name == f"{path}:2"
    assert "at character 1" in str(found[1])


@pytest.mark.parametrize("line", ["[" * 100_000, '{"text": ' + "9" * 5000 + "}"])
def test_json_that_overflows_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line + '\n{"text": "B."}\n')
    assert outline(read_all(path)) == ["a.jsonl:1 input", "B."]


def test_columns_are_mapped(tmp_path: Path) -> None:
    options = IngestOptions(mapping={"text": "body", "publisher": "source"})
    row = {"body": "Text.", "source": "The Post", "text": "not this", "title": "T"}
    for path in (
        jsonl(tmp_path, row),
        table(tmp_path, "body,source,text,title\nText.,The Post,not this,T\n"),
    ):
        doc = read_one(path, options)
        assert (doc.text, doc.publisher, doc.title) == ("Text.", "The Post", "T")


def test_columns_are_found_whatever_their_case(tmp_path: Path) -> None:
    doc = read_one(table(tmp_path, "\ufeffTitle, TEXT \nT,Text.\n"))
    assert (doc.title, doc.text) == ("T", "Text.")


def test_missing_column_is_named_with_those_there_are(tmp_path: Path) -> None:
    path = table(tmp_path, "headline,body\nT,Text.\n")
    assert "no column 'text' but 'headline', 'body'" in str(refused_one(path))
    assert "--map text=COLUMN" in str(refused_one(path))
    options = IngestOptions(mapping={"text": "body", "url": "link"})
    assert "no column 'link'" in str(refused_one(path, options))


def test_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, "text,other,text\nA,b,C\n")
    assert "2 columns called 'text'" in str(refused_one(path))


def test_values_that_are_no_words_are_left_out_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    row = {
        "text": "No, she said.",
        "byline": ["Ann Teal", "Bo Quist"],
        "title": 1984,
        "publisher": {"name": "The Post"},
        "published": "03/04/2017",
    }
    with caplog.at_level(logging.WARNING):
        doc = read_one(jsonl(tmp_path, row))
    assert (doc.byline, doc.title) == ("Ann Teal, Bo Quist", "1984")
    assert (doc.publisher, doc.published) == (None, None)
    assert "'publisher' holds a dict" in caplog.text
    assert "'03/04/2017' names no day for certain" in caplog.text
    assert "she said" not in caplog.text


def test_unpaired_surrogate_of_json_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(r'{"text": "before \ud83d after \u0000"}')
    assert read_one(path).text == "before \ud83d after \0"


def test_line_separators_inside_a_line_do_not_end_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "a\u2028b\u0085c"}\r\n{"text": "d"}'.encode())
    assert outline(read_all(path)) == ["a\u2028b\u0085c", "d"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_rows_in_other_unicode_encodings(tmp_path: Path, encoding: str) -> None:
    jsonl_path, table_path = tmp_path / "a.jsonl", tmp_path / "a.csv"
    jsonl_path.write_bytes('{"text": "Zoë 🙂"}\n\n{"text": "B"}'.encode(encoding))
    table_path.write_bytes('text,title\r\n"Zoë\r\n🙂",T\r\nB,T'.encode(encoding))
    assert outline(read_all(jsonl_path)) == ["Zoë 🙂", "B"]
    assert outline(read_all(table_path)) == ["Zoë\r\n🙂", "B"]


def test_table_of_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("text;title\n“Zoë”;Café\n".encode("cp1252"))
    doc = read_one(path)
    assert (doc.text, doc.title) == ("“Zoë”", "Café")


def test_one_line_in_another_encoding_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        '{"text": "é"}\n'.encode() + '{"text": "“Zoë”"}\n'.encode("cp1252")
    )
    assert outline(read_all(path)) == ["é", "“Zoë”"]
    path.write_bytes('{"text": "Zoë"}\n'.encode("cp1252") + '{"text": "é"}\n'.encode())
    assert outline(read_all(path)) == ["Zoë", "é"]


def test_encoding_that_is_given_holds_for_each_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "A"}\n{"text": "\xc3\xa9"}\n{"text": "\xff"}\n')
    assert outline(read_all(path, options=IngestOptions(encoding="cp1252"))) == [
        "A",
        "Ã©",
        "ÿ",
    ]
    assert outline(read_all(path, options=IngestOptions(encoding="utf-8"))) == [
        "A",
        "é",
        "a.jsonl:3 encoding",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_row_over_the_limit_is_skipped(
    tmp_path: Path, *, name: str, encoding: str
) -> None:
    long = "x" * 200_000
    rows = (
        f'{{"text": "A"}}\n{{"text": "{long}"}}\n{{"text": "C"}}\n'
        if name == "a.jsonl"
        else f"text\nA\n{long}\nC\n"
    )
    path = tmp_path / name
    path.write_bytes(rows.encode(encoding))
    row = 2 if name == "a.jsonl" else 3
    assert outline(read_all(path, options=IngestOptions(max_bytes=1000))) == [
        "A",
        f"{name}:{row} too-large",
        "C",
    ]


def test_long_cell_within_the_limit_is_read(tmp_path: Path) -> None:
    path = table(tmp_path, "text\n" + "x" * 200_000 + "\n")
    assert read_one(path).length == 200_000


@pytest.mark.parametrize(
    ("header", "row"),
    [("text\ttitle", "A, b; c\tT"), ("text;title", "A, b;T"), ("text|title", "A|T")],
)
def test_delimiter_is_that_of_the_header(tmp_path: Path, header: str, row: str) -> None:
    doc = read_one(table(tmp_path, f"{header}\n{row}\n", name="a.tsv"))
    assert doc.title == "T"
    assert doc.text.startswith("A")


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("x,y,z", "3 cells where the header has 2"),
        ("x", "1 cells where the header has 2"),
        ('"x"y,z', "no row of a table"),
        ("x\ry,z", "no row of a table"),
    ],
)
def test_bad_row_is_named_and_the_others_read(
    tmp_path: Path, bad: str, message: str
) -> None:
    found = read_all(table(tmp_path, f"text,title\nA,t\n{bad}\nC,t\n"))
    assert outline(found) == ["A", "a.csv:3 input", "C"]
    assert message in str(found[1])


def test_quotation_mark_that_is_never_closed_is_named(tmp_path: Path) -> None:
    found = read_all(table(tmp_path, 'text,title\nA,t\n"B,t\nC,t\n'))
    assert outline(found) == ["A", "a.csv:3 input"]
    assert "never closed" in str(found[1])


def test_cell_that_swallows_the_file_ends_it(tmp_path: Path) -> None:
    path = table(tmp_path, 'text\nA\n"' + "line\n" * 1000)
    found = read_all(path, options=IngestOptions(max_bytes=100))
    assert outline(found) == ["A", "a.csv:3 too-large"]
    assert "the rest is not read" in str(found[1])


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty-input"), (b"\xef\xbb\xbf", "empty-input"), (bytes(90), "not-text")],
)
def test_file_without_rows_is_refused(
    tmp_path: Path, *, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert outline(read_all(path)) == [f"{name} {code}"]


def test_packed_rows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "A"}\n{"text": "B"}\n'))
    docs = read_all(path)
    assert outline(docs) == ["A", "B"]
    assert docs[1].name == "a.jsonl.gz:2"


def test_damage_halfway_keeps_what_came_before(tmp_path: Path) -> None:
    rows = "".join(f'{{"text": "{i * 7919}"}}\n' for i in range(50_000))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(rows.encode())[:-5000])
    found = read_all(path)
    assert outline(found[:2]) == ["0", "7919"]
    assert "damaged gzip" in str(found[-1])
    assert sum(isinstance(one, Refused) for one in found) == 1


def test_the_limit_of_a_table_is_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\nThe ferry left.\nIt came back.\n", encoding="utf-8")
    before = csv.field_size_limit()
    for _ in open_sources([str(path)], options=IngestOptions(max_bytes=100)):
        assert csv.field_size_limit() == before

"""Files, folders and standard input, and that one bad source stops no other."""

import gzip
import io
import itertools
import os
import tracemalloc
from pathlib import Path

import pytest

from onrecord.core.document import Document
from onrecord.ingest import IngestOptions, Refused, open_sources
from tests.unit.ingest.reading import DEFAULTS, outline, read_all, read_one, refused_one
from tests.unit.ingest.samples import PNG


def write(folder: Path, **texts: str | bytes) -> None:
    for name, text in texts.items():
        path = folder / name.replace("_", ".").replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, b_txt="B.", a_md="A.", _hidden="no")
    write(tmp_path / "sub", c_jsonl='{"text": "C."}\n{"text": "D."}', e_csv="text\nE.")
    write(tmp_path / "sub" / "deep", f="F.")
    write(tmp_path / ".git", g_txt="no")
    assert outline(read_all(tmp_path)) == ["A.", "B.", "C.", "D.", "E.", "F."]


def test_bad_files_are_named_and_the_others_read(tmp_path: Path) -> None:
    write(
        tmp_path, a_txt="A.", b_txt=PNG, c_txt="", d_bin=PNG, f_html="<p>", h_txt="H."
    )
    (tmp_path / "e.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "g.txt")
    found = read_all(tmp_path)
    assert outline(found) == [
        "A.",
        "b.txt not-text",
        "c.txt empty-input",
        "d.bin not-text",
        "e.txt missing-input",
        "f.html no-article",
        "g.txt input",
        "H.",
    ]
    assert isinstance(found[4], Refused)
    assert found[4].name == str(tmp_path / "e.txt")
    assert "gone.txt" in str(found[4])


def test_sources_are_read_in_the_order_given(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.", b_txt="B.")
    found = read_all(
        tmp_path / "b.txt", "no/such.txt", "ftp://x.example/", tmp_path / "a.txt"
    )
    assert outline(found) == ["B.", "such.txt missing-input", " fetch", "A."] or (
        [type(one) for one in found] == [Document, Refused, Refused, Document]
    )


@pytest.mark.parametrize(
    "source", ["", "no-such.txt", "a\0b", "x" * 5000, "/etc/hostname/a", "/dev/null"]
)
def test_path_that_is_no_file_is_refused(source: str) -> None:
    refused = refused_one(source or "./no-such")
    assert refused.error.code in {"missing-input", "input"}


def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "standard input" in str(refused_one(tmp_path / "pipe"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_refused(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.")
    (tmp_path / "a.txt").chmod(0)
    assert "permission" in str(refused_one(tmp_path / "a.txt"))


def test_file_that_fails_while_it_is_read_is_refused() -> None:
    # Reading this process's memory from its first page on fails on every Linux.
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("no /proc here")
    assert "cannot be read" in str(refused_one(memory))


def test_folder_without_files_is_refused(tmp_path: Path) -> None:
    write(tmp_path, _hidden="no")
    refused = refused_one(tmp_path)
    assert refused.error.code == "empty-input"
    assert "without files" in str(refused)


def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path / "a", x_txt="X.")
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert outline(read_all(tmp_path)) == ["X."]


def test_same_text_twice_is_two_documents_with_one_id(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Same.", b_txt="Same.")
    first, second = read_all(tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.name) == (second.id, "a.txt")


def test_packed_text_is_read_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, a_txt_gz=gzip.compress(b"A."), b_txt=gzip.compress(b"B."))
    assert outline(read_all(tmp_path)) == ["A.", "B."]


def test_packed_text_is_limited_by_its_unpacked_size(tmp_path: Path) -> None:
    write(tmp_path, a_txt_gz=gzip.compress(b"no " * 1_000_000))
    options = IngestOptions(max_bytes=100_000)
    assert refused_one(tmp_path, options).error.code == "too-large"


@pytest.mark.parametrize("cut", [3, 15, -4], ids=["head", "body", "tail"])
def test_damaged_gzip_is_refused(tmp_path: Path, cut: int) -> None:
    write(tmp_path, a_txt_gz=gzip.compress(b"No, she said. " * 100)[:cut])
    assert "damaged gzip" in str(refused_one(tmp_path))


def test_refusal_keeps_nothing_of_the_file_alive(tmp_path: Path) -> None:
    write(tmp_path, a_jsonl="x" * 1000)
    error = refused_one(tmp_path).error
    assert (error.__traceback__, error.__cause__, error.__context__) == (None,) * 3


def test_reading_may_be_left_off_at_any_time(tmp_path: Path) -> None:
    write(
        tmp_path, a_csv="text\nA\nB\n".encode("utf-16"), b_jsonl='{"text": "A"}\n' * 9
    )
    for n_read in range(4):
        found = open_sources([str(tmp_path)], options=DEFAULTS)
        assert len([*itertools.islice(found, n_read)]) == n_read
        found.close()


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.")
    found = open_sources(
        [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], options=DEFAULTS
    )
    assert isinstance(next(found), Document)
    write(tmp_path, b_txt="B.")
    assert isinstance(next(found), Document)


def test_rows_are_not_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = '{"text": "' + "No, she said. " * 7000 + '"}\n'
    path.write_text(row * 250)
    tracemalloc.start()
    assert sum(1 for _ in open_sources([str(path)], options=DEFAULTS)) == 250
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert path.stat().st_size > 24_000_000
    assert peak_bytes < 10_000_000


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"He said\r\nno.", ["He said\r\nno."]),
        ("Zoë".encode("utf-16"), ["Zoë"]),
        (b'{"text": "A"}\n{"text": "B"}\n', ["A", "B"]),
        (gzip.compress(b"Packed."), ["Packed."]),
        (b"", ["- empty-input"]),
        (PNG, ["- not-text"]),
    ],
    ids=["plain", "utf-16", "rows", "packed", "empty", "picture"],
)
def test_standard_input_is_read(data: bytes, texts: list[str]) -> None:
    stdin = io.BytesIO(data)
    found = [*open_sources(["-"], options=DEFAULTS, stdin=stdin)]
    assert outline(found) == texts
    assert not stdin.closed


def test_standard_input_must_be_at_hand() -> None:
    assert "not at hand" in str(refused_one("-"))


def test_article_on_standard_input_is_named_stdin() -> None:
    page = b"<!doctype html><p>The mayor met the envoy twice in May, he said.</p>"
    [doc] = open_sources(["-"], options=DEFAULTS, stdin=io.BytesIO(page))
    assert (doc.name, outline([doc])) == (
        "stdin",
        ["The mayor met the envoy twice in May, he said."],
    )


def test_file_named_like_an_address_scheme_is_a_file(tmp_path: Path) -> None:
    write(tmp_path, http="A.")
    assert read_one(tmp_path / "http").text == "A."

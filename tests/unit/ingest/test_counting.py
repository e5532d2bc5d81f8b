"""The estimate for a progress bar."""

import gzip
from pathlib import Path

import pytest

from onrecord.ingest import count_sources
from tests.unit.ingest.reading import read_all


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "One\ntwo\nthree"),
        ("a.jsonl", '{"text": "A"}\n{"text": "B"}\n'),
        ("a.jsonl", '{"text": "A"}\n{"text": "B"}'),
        ("a.jsonl", ""),
        ("a.csv", 'text,title\n"A\nb ""c\nd""\ne",t\nF,t\n'),
        ("a.csv", "text\nA\n" + "B\n" * 700_000),
        ("a.csv", "text\nA"),
        ("a.csv", ""),
    ],
    ids=["text", "lines", "no-end", "empty", "quoted", "blocks", "row", "nothing"],
)
def test_count_is_that_of_what_is_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    n_read = 700_001 if len(text) > 1_000_000 else len(read_all(tmp_path))
    assert count_sources([str(tmp_path)]) == n_read
    assert count_sources([str(tmp_path / name)]) == n_read


def test_what_cannot_be_known_beforehand_is_left_open(tmp_path: Path) -> None:
    assert count_sources(["-"]) is None
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"{}\n"))
    assert count_sources([str(tmp_path)]) is None


def test_nothing_is_fetched_and_missing_files_count(tmp_path: Path) -> None:
    sources = ["https://post.invalid/a", str(tmp_path / "gone.csv"), str(tmp_path)]
    assert count_sources(sources) == 3

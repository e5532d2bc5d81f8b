"""No article stops a run, none vanishes, and what is kept is handed out."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.core.document import Document
from onrecord.core.errors import DataError, StageError, StoreError
from onrecord.core.record import Record
from onrecord.ingest import IngestOptions
from onrecord.pipeline import Outcome, Reader, Status, run
from onrecord.store import Archive
from tests.tiny_reader import FAILS, TinyReader

OPTIONS = IngestOptions()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(str(tmp_path / "test.db")) as archive:
        yield archive


def write(folder: Path, *texts: str) -> list[str]:
    """Write texts to files 0.txt, 1.txt, ... and give their paths."""
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def statuses(outcomes: Iterable[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.name, outcome.status.value) for outcome in outcomes]


def said(number: int) -> str:
    return f"Ann said that number {number} was true."


def test_articles_come_out_in_order_with_their_records(folder: Path) -> None:
    sources = write(folder, *map(said, range(20)))
    outcomes = list(run(sources, reader=TinyReader(), options=OPTIONS))
    assert statuses(outcomes) == [(f"{n}.txt", "read") for n in range(20)]
    for number, outcome in enumerate(outcomes):
        assert outcome.record is not None
        assert outcome.record.document.text == said(number)
        assert len(outcome.record.attributions) == 1


def test_the_first_result_does_not_wait_for_the_others(folder: Path) -> None:
    reader = TinyReader()
    sources = write(folder, *map(said, range(20)))
    outcomes = run(sources, reader=reader, options=OPTIONS)
    assert next(outcomes).name == "0.txt"
    assert reader.taken == ["0.txt"]
    list(outcomes)
    assert reader.taken == [f"{number}.txt" for number in range(20)]


def test_what_cannot_be_opened_is_refused_and_the_rest_goes_on(folder: Path) -> None:
    sources = write(folder, said(0), "", said(2))
    sources.insert(1, str(folder / "missing.txt"))
    outcomes = list(run(sources, reader=TinyReader(), options=OPTIONS))
    assert [outcome.status for outcome in outcomes] == [
        Status.READ,
        Status.REFUSED,
        Status.REFUSED,
        Status.READ,
    ]
    codes = [outcome.error.code for outcome in outcomes if outcome.error]
    assert codes == ["missing-input", "empty-input"]


def test_only_the_article_that_a_reader_fails_on_is_lost(folder: Path) -> None:
    texts = [said(number) for number in range(12)]
    texts[5] += FAILS
    outcomes = list(run(write(folder, *texts), reader=TinyReader(), options=OPTIONS))
    expected = ["read"] * 12
    expected[5] = "failed"
    assert statuses(outcomes) == [(f"{n}.txt", s) for n, s in enumerate(expected)]
    failed = outcomes[5]
    assert isinstance(failed.error, StageError)
    assert (failed.error.stage, failed.error.document) == ("read", "5.txt")
    assert "this text asked for it" in str(failed.error)
    assert failed.record is None


def test_a_folder_is_read_file_by_file(folder: Path) -> None:
    write(folder, said(0), said(1))
    (folder / "9.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    outcomes = run([str(folder)], reader=TinyReader(), options=OPTIONS)
    assert [outcome.status.value for outcome in outcomes] == ["read", "read", "refused"]


def test_an_empty_folder_is_refused(folder: Path) -> None:
    [outcome] = run([str(folder)], reader=TinyReader(), options=OPTIONS)
    assert (outcome.name, outcome.status) == (str(folder), Status.REFUSED)


def test_standard_input_is_a_source() -> None:
    stdin = io.BytesIO(b"Ann said no.")
    [outcome] = run(["-"], reader=TinyReader(), options=OPTIONS, stdin=stdin)
    assert outcome.record is not None
    assert outcome.record.document.text == "Ann said no."


@dataclass
class Miscounting:
    """Forgets a record now and then, or mixes them up."""

    reader: Reader
    is_swapping: bool = False
    name: str = "miscounting"
    version: str = "1"
    weights: str | None = None

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        records = list(self.reader.read(documents))
        yield from records[::-1] if self.is_swapping else records[1:]


@pytest.mark.parametrize(
    ("is_swapping", "expected"), [(False, "failed"), (True, "read")]
)
def test_a_reader_that_loses_records_is_found_out(
    folder: Path, expected: str, *, is_swapping: bool
) -> None:
    sources = write(folder, *map(said, range(3)))
    reader = Miscounting(TinyReader(), is_swapping)
    outcomes = list(run(sources, reader=reader, options=OPTIONS))
    # One at a time there is nothing to mix up.
    assert [outcome.status.value for outcome in outcomes] == [expected] * 3
    for number, outcome in enumerate(outcomes):
        if outcome.record is not None:
            assert outcome.record.document.text == said(number)
        else:
            assert outcome.error is not None
            assert isinstance(outcome.error.__cause__, DataError)


class TestWithAnArchive:
    def test_records_are_kept(self, folder: Path, archive: Archive) -> None:
        sources = write(folder, said(0), said(1))
        outcomes = run(sources, reader=TinyReader(), options=OPTIONS, archive=archive)
        assert statuses(outcomes) == [("0.txt", "added"), ("1.txt", "added")]
        assert archive.get("1.txt").document.text == said(1)

    def test_the_archive_is_no_article(self, folder: Path, archive: Archive) -> None:
        write(folder.parent, said(0))
        sources = [str(folder.parent)]
        outcomes = run(sources, reader=TinyReader(), options=OPTIONS, archive=archive)
        assert statuses(outcomes) == [("0.txt", "added")]

    def test_a_known_text_is_not_read_again(
        self, folder: Path, archive: Archive
    ) -> None:
        sources = write(folder, said(0), said(1))
        list(run(sources, reader=TinyReader(), options=OPTIONS, archive=archive))
        reader = TinyReader()
        outcomes = list(run(sources, reader=reader, options=OPTIONS, archive=archive))
        assert statuses(outcomes) == [("0.txt", "unchanged"), ("1.txt", "unchanged")]
        assert reader.taken == []
        assert not any(outcome.is_name_new for outcome in outcomes)

    def test_another_version_reads_again(self, folder: Path, archive: Archive) -> None:
        sources = write(folder, said(0))
        list(run(sources, reader=TinyReader(), options=OPTIONS, archive=archive))
        newer = TinyReader(version="2")
        [outcome] = run(sources, reader=newer, options=OPTIONS, archive=archive)
        assert outcome.status is Status.REREAD

    def test_copies_in_one_run_keep_each_name_once(
        self, folder: Path, archive: Archive
    ) -> None:
        sources = write(folder, said(0), said(0), said(0))
        outcomes = list(
            run(sources, reader=TinyReader(), options=OPTIONS, archive=archive)
        )
        expected = [("0.txt", "added"), ("1.txt", "unchanged"), ("2.txt", "unchanged")]
        assert statuses(outcomes) == expected
        assert [outcome.is_name_new for outcome in outcomes] == [True, True, True]
        [holding] = archive.list()
        assert holding.other_names == ("1.txt", "2.txt")

    def test_what_failed_can_be_added_later(
        self, folder: Path, archive: Archive
    ) -> None:
        [source] = write(folder, FAILS)
        [outcome] = run([source], reader=TinyReader(), options=OPTIONS, archive=archive)
        assert outcome.status is Status.FAILED
        assert list(archive.list()) == []

    def test_a_full_disk_stops_the_run_after_handing_out_what_is_kept(
        self, folder: Path, archive: Archive
    ) -> None:
        sources = write(folder, *(said(n) + " Bo said yes." * 999 for n in range(30)))
        connection = archive._engine.raw_connection()
        connection.cursor().execute("PRAGMA max_page_count = 300")
        connection.close()
        outcomes = run(sources, reader=TinyReader(), options=OPTIONS, archive=archive)
        handed_out: list[str] = []
        with pytest.raises(StoreError, match="disk is full"):
            handed_out.extend(outcome.name for outcome in outcomes)
        assert handed_out
        assert [holding.name for holding in archive.list()] == handed_out

    def test_stopping_early_keeps_exactly_what_was_handed_out(
        self, folder: Path, archive: Archive
    ) -> None:
        sources = write(folder, *map(said, range(20)))
        outcomes = run(sources, reader=TinyReader(), options=OPTIONS, archive=archive)
        handed_out = [next(outcomes).name for _ in range(5)]
        outcomes.close()  # type: ignore[attr-defined]
        assert [holding.name for holding in archive.list()] == handed_out


def test_no_article_text_is_logged_above_debug(
    folder: Path, archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="onrecord")
    sources = write(folder, "Secretive said so. " + FAILS, "Secretive said no.")
    list(run(sources, reader=TinyReader(), options=OPTIONS, archive=archive))
    assert caplog.messages
    assert not any("Secretive" in message for message in caplog.messages)

"""What every archive does, whatever database it lies in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.core.document import Document, make_document
from onrecord.core.errors import ConflictError, NotFoundError
from onrecord.core.record import ReaderInfo, Record
from onrecord.store import AddStatus, Archive
from tests.tiny_reader import TinyReader, read_tiny

TEXT = "Ann said that she met Bo. Bo denied any meeting."
DAY = date(2024, 5, 17)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(str(tmp_path / "test.db")) as archive:
        yield archive


def record_of(text: str = TEXT, name: str = "a.txt", **metadata: object) -> Record:
    return read_tiny(make_document(name, text, **metadata))  # type: ignore[arg-type]


def findings(archive: Archive) -> list[str]:
    return [finding.code for check in archive.verify() for finding in check.findings]


def test_a_record_comes_back_as_it_went_in(archive: Archive) -> None:
    record = record_of(
        title="A title",
        url="https://example.org/a",
        publisher="The Example",
        byline="By Cy",
        published=DAY,
        language="en",
        media_type="text/html",
        origin="news/a.html",
    )
    result = archive.add(record)
    assert result.status is AddStatus.ADDED
    assert result.document_id == record.document.id
    assert archive.get(record.document.id) == record


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann said \x00 no.\x00", id="nul"),
        pytest.param("Ann said \ud83d no \udfff.", id="lone-surrogates"),
        # Two code points that would be one emoji if they were ever joined.
        pytest.param("Ann said \ud83d\ude42 no.", id="surrogates-in-a-row"),
        pytest.param("Ann said \\u0000 C:\\new\\\\ \\", id="backslashes"),
        pytest.param("Ann said a\r\nb\rc\u2028d\x0b.", id="line-ends"),
        pytest.param("Ann said e\u0301 \ufeff\u200b 🙂 قال.", id="unicode"),
    ],
)
def test_no_text_is_changed_by_being_kept(archive: Archive, text: str) -> None:
    record = record_of(text, name="n\udcff\x00ame.txt", title=text)
    archive.add(record)
    kept = archive.get(record.document.id)
    assert kept.document == record.document
    assert kept == record
    assert findings(archive) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(text=st.text(st.characters(), max_size=40))
def test_any_text_comes_back(archive: Archive, text: str) -> None:
    record = record_of(f"Ann said {text}", name=text)
    archive.add(record)
    assert archive.get(record.document.id).document == record.document


def test_adding_twice_changes_nothing_and_says_so(archive: Archive) -> None:
    archive.add(record_of())
    before = list(archive.list())
    result = archive.add(record_of())
    assert result.status is AddStatus.UNCHANGED
    assert not result.is_name_new
    assert list(archive.list()) == before


def test_the_same_text_under_another_name_keeps_the_name(archive: Archive) -> None:
    archive.add(record_of(name="a.txt"))
    result = archive.add(record_of(name="b.txt", publisher="The Reprint"))
    assert result.status is AddStatus.UNCHANGED
    assert result.is_name_new
    [holding] = archive.list()
    assert (holding.name, holding.other_names) == ("a.txt", ("b.txt",))
    assert archive.get("b.txt") == archive.get("a.txt")


def test_another_reader_adds_a_record_and_the_newest_is_shown(
    archive: Archive,
) -> None:
    archive.add(record_of())
    newer = replace(record_of(), reader=ReaderInfo("tiny", "2", "weights"))
    assert archive.add(newer).status is AddStatus.REREAD
    assert archive.get("a.txt").reader == newer.reader
    [holding] = archive.list()
    assert (holding.reader, holding.n_readings) == ("tiny 2", 2)
    assert archive.add(record_of()).status is AddStatus.UNCHANGED


def test_a_publication_date_learnt_later_makes_a_new_record(archive: Archive) -> None:
    archive.add(record_of())
    assert archive.add(record_of(published=DAY)).status is AddStatus.REREAD
    assert archive.get("a.txt").document.published == DAY
    # Knowing less than before adds nothing.
    assert archive.add(record_of()).status is AddStatus.UNCHANGED
    assert archive.get("a.txt").document.published == DAY


def test_a_known_text_is_recognised_before_it_is_read(archive: Archive) -> None:
    document = make_document("a.txt", TEXT)
    reader = TinyReader()
    assert archive.recognise(document, reader.info) is None
    archive.add(read_tiny(document, reader.info))
    renamed = make_document("b.txt", TEXT)
    result = archive.recognise(renamed, reader.info)
    assert result is not None
    assert (result.status, result.is_name_new) == (AddStatus.UNCHANGED, True)
    assert archive.get("b.txt").document.name == "a.txt"
    assert archive.recognise(document, TinyReader(version="2").info) is None
    assert archive.recognise(make_document("a.txt", TEXT + " "), reader.info) is None


def test_other_weights_make_another_reader(archive: Archive) -> None:
    record = replace(record_of(), reader=ReaderInfo("tiny", "1", "monday"))
    archive.add(record)
    assert archive.recognise(record.document, record.reader) is not None
    for weights in (None, "friday"):
        retrained = ReaderInfo("tiny", "1", weights)
        assert archive.recognise(record.document, retrained) is None
        reread = replace(record, reader=retrained)
        assert archive.add(reread).status is AddStatus.REREAD


def test_recognising_nothing_keeps_nothing(archive: Archive) -> None:
    archive.recognise(make_document("a.txt", TEXT), TinyReader().info)
    assert list(archive.list()) == []


def test_a_colliding_id_is_refused(archive: Archive) -> None:
    archive.add(record_of())
    # A forged document: the id of another text.
    forged = object.__new__(Document)
    for name in Document.__slots__:
        object.__setattr__(forged, name, getattr(record_of().document, name))
    object.__setattr__(forged, "sha256", "0" * 64)
    with pytest.raises(ConflictError, match="share the id"):
        archive.add(replace(record_of(), document=forged))


class TestGet:
    @pytest.mark.parametrize(
        "reference",
        [
            pytest.param(lambda d: d.id, id="id"),
            pytest.param(lambda d: d.id[:8], id="start"),
            pytest.param(lambda d: d.id[4:12], id="start-without-prefix"),
            pytest.param(lambda d: d.name, id="name"),
            pytest.param(lambda d: d.url, id="url"),
        ],
    )
    def test_finds_a_document_by(self, archive: Archive, reference) -> None:
        record = record_of(url="https://example.org/a")
        archive.add(record)
        archive.add(record_of("Cy said no.", name="c.txt"))
        assert archive.get(reference(record.document)) == record

    @pytest.mark.parametrize("reference", ["doc_zz", "b.txt", "%", "doc_%", "a_txt"])
    def test_says_when_there_is_none(self, archive: Archive, reference: str) -> None:
        archive.add(record_of())
        with pytest.raises(NotFoundError, match="onrecord list"):
            archive.get(reference)

    @pytest.mark.parametrize("reference", ["a.txt", "doc_", ""])
    def test_says_when_there_are_several(
        self, archive: Archive, reference: str
    ) -> None:
        first, second = record_of(), record_of("Cy said no.")
        archive.add(first)
        archive.add(second)
        with pytest.raises(ConflictError) as caught:
            archive.get(reference)
        assert first.document.id in str(caught.value)
        assert second.document.id in str(caught.value)

    def test_a_name_wins_over_the_start_of_an_id(self, archive: Archive) -> None:
        first = record_of()
        archive.add(first)
        named = record_of("Cy said no.", name=first.document.id[:8])
        archive.add(named)
        assert archive.get(first.document.id[:8]) == named


class TestList:
    def test_is_empty_for_a_new_archive(self, archive: Archive) -> None:
        assert list(archive.list()) == []

    def test_counts_what_the_newest_record_holds(self, archive: Archive) -> None:
        before = datetime.now(UTC)
        archive.add(record_of(title="T", publisher="P", published=DAY))
        [holding] = archive.list()
        assert holding.n_annotations == (("att", 2), ("men", 2))
        assert (holding.title, holding.publisher, holding.published) == ("T", "P", DAY)
        assert before <= holding.added_at <= holding.read_at <= datetime.now(UTC)
        assert holding.added_at.tzinfo is UTC

    def test_gives_every_document_once_in_order(
        self, archive: Archive, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        names = [f"{i}.txt" for i in range(7)]
        for name in names:
            archive.add(record_of(f"Ann said {name}", name=name))
        monkeypatch.setattr("onrecord.store.listing.PAGE", 3)
        assert [holding.name for holding in archive.list()] == names


def test_verify_finds_nothing_wrong_in_a_sound_archive(archive: Archive) -> None:
    archive.add(record_of())
    archive.add(replace(record_of(), reader=ReaderInfo("tiny", "2")))
    archive.add(record_of("", name="empty.txt"))
    checks = list(archive.verify())
    assert [check.findings for check in checks] == [(), (), ()]
    n_passages = len(list(record_of().evidence()))
    assert sorted(check.n_passages for check in checks) == [0, 0, 2 * n_passages]

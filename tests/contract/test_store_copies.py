"""Versions, visits and copies, whatever database the archive lies in."""

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from onrecord.core.document import make_document
from onrecord.core.record import ReaderInfo
from onrecord.ingest.copies import TextPrint
from onrecord.store import Archive, Arrival, Visit
from onrecord.store.copies import MAX_TEXTS
from tests.tiny_reader import TinyReader, read_tiny
from tests.unit.ingest.copies.stories import notice, speech, story

PAGE = "post.example/ferry"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(str(tmp_path / "test.db")) as archive:
        yield archive


def arrival(
    text: str, name: str = "a", *, page: str | None = None, **metadata: object
) -> Arrival:
    doc = make_document(name, text, **metadata)  # type: ignore[arg-type]
    return Arrival(read_tiny(doc), page, TextPrint.of(doc))


def add(archive: Archive, *texts: str) -> None:
    archive.add_all([arrival(text, str(n)) for n, text in enumerate(texts)])


def groups(archive: Archive) -> list[list[str]]:
    return [[one.name for one in group.prints] for group in archive.copies()]


def findings(archive: Archive) -> list[str]:
    return [finding.code for check in archive.verify() for finding in check.findings]


class TestCopies:
    def test_twenty_copies_are_one_source(self, archive: Archive) -> None:
        leads = [f"HALLIN (AP) — Lead {number}." for number in range(20)]
        add(archive, story(2), *(f"{lead}\n\n{story(1)}" for lead in leads))
        [group] = archive.copies()
        assert len(group.prints) == 20
        assert group.agency == "Associated Press"
        assert findings(archive) == []

    def test_the_same_text_by_another_outlet_is_a_copy_too(
        self, archive: Archive
    ) -> None:
        archive.add_all(
            [
                arrival(story(1), "a", publisher="Courier"),
                arrival(story(1), "b", publisher="Post"),
                # A file without its metadata is no second print.
                arrival(story(2), "c"),
                arrival(story(2), "d", publisher="Courier"),
            ]
        )
        assert groups(archive) == [["a", "b"]]

    def test_the_earliest_comes_first_and_one_without_a_day_last(
        self, archive: Archive
    ) -> None:
        days = [None, date(2024, 5, 18), date(2024, 5, 17), date(2024, 5, 18)]
        archive.add_all(
            [
                arrival(f"Lead {n}.\n\n{story(1)}", str(n), published=day)
                for n, day in enumerate(days)
            ]
        )
        assert groups(archive) == [["2", "1", "3", "0"]]
        by_name = {holding.name: holding for holding in archive.list()}
        first = by_name["2"].document_id
        assert [by_name[n].copy_of for n in "0123"] == [first, first, None, first]

    def test_groups_do_not_depend_on_the_order_of_arrival(self, tmp_path: Path) -> None:
        texts = [
            story(1),
            f"A lead.\n\n{story(1)}",
            "\n\n".join(story(1).split("\n\n")[:7]),
        ]
        found = set()
        for number, order in enumerate(permutations(range(3))):
            with Archive.open(str(tmp_path / f"{number}.db")) as archive:
                for n in order:
                    archive.add_all([arrival(texts[n], str(n))])
                found.add(tuple(sorted(map(tuple, map(sorted, groups(archive))))))
                assert findings(archive) == []
        assert found == {(("0", "1", "2"),)}

    def test_two_groups_become_one_when_a_text_joins_them(
        self, archive: Archive
    ) -> None:
        parts = story(1, 20).split("\n\n")
        top, end = "\n\n".join(parts[:9]), "\n\n".join(parts[9:])
        add(archive, top, f"{top} He left.", end, f"{end} She left.")
        assert sorted(map(sorted, groups(archive))) == [["0", "1"], ["2", "3"]]
        pairs = zip(parts[:9], parts[9:18], strict=True)
        both = [f"{one}\n\n{two}" for one, two in pairs]
        archive.add_all([arrival("\n\n".join(both), "4")])
        assert sorted(map(sorted, groups(archive))) == [["0", "1", "2", "3", "4"]]
        assert findings(archive) == []

    def test_texts_that_came_without_a_print_are_caught_up_on(
        self, archive: Archive
    ) -> None:
        for name, text in {"a": story(1), "b": f"A lead.\n\n{story(1)}"}.items():
            archive.add(read_tiny(make_document(name, text)))
        assert groups(archive) == []
        assert archive.find_copies(TextPrint.of) == 2
        assert groups(archive) == [["a", "b"]]
        assert archive.find_copies(TextPrint.of) == 0

    def test_another_method_looks_at_everything_anew(self, archive: Archive) -> None:
        add(archive, story(1), f"A lead.\n\n{story(1)}")
        other = archive.find_copies(lambda doc: TextPrint(doc.text, method="other"))
        assert other == 2
        assert groups(archive) == [["0", "1"]]
        assert findings(archive) == []


class TestPassages:
    def test_a_passage_is_linked_from_the_later_text_to_the_earlier(
        self, archive: Archive
    ) -> None:
        quoting = f"{story(1)}\n\n“{speech()}” the Post wrote."
        archive.add_all(
            [
                arrival(quoting, "later", published=date(2024, 5, 18)),
                arrival(
                    f"{speech()}\n\n{story(2, 30)}",
                    "earlier",
                    published=date(2024, 5, 17),
                ),
            ]
        )
        [found] = archive.passages()
        later, earlier = (archive.get(name).document for name in ("later", "earlier"))
        assert (found.document_id, found.source_id) == (later.id, earlier.id)
        assert found.span.of(later.text) == found.words
        assert found.source_span.of(earlier.text) == found.words
        assert len(archive.passages("later")) == len(archive.passages("earlier")) == 1

    def test_what_stands_under_every_story_is_no_passage(
        self, archive: Archive
    ) -> None:
        add(archive, *(f"{story(n)}\n\n{notice()}" for n in range(12)))
        assert archive.passages() == []
        assert groups(archive) == []

    def test_rows_for_words_that_everybody_has_are_bounded(
        self, archive: Archive
    ) -> None:
        add(archive, *(f"{story(n, 4)}\n\n{notice()}" for n in range(MAX_TEXTS + 9)))
        with archive._reading() as connection:
            most = connection.exec_driver_sql(
                "SELECT count(*) FROM fingerprint GROUP BY hash ORDER BY 1 DESC LIMIT 1"
            ).scalar()
        assert most == MAX_TEXTS


class TestVersions:
    def test_each_text_of_a_page_is_a_version(self, archive: Archive) -> None:
        texts = ["Ann said one.", "Ann said two.", "Ann said one.", "Ann said three."]
        found = [archive.add_all([arrival(text, page=PAGE)])[0] for text in texts]
        # A text that comes back is the version that it was.
        assert [result.version for result in found] == [None, 2, None, 3]
        versions = archive.versions("post.example/ferry")
        assert [version.number for version in versions] == [1, 2, 3]
        assert [holding.version for holding in archive.list()] == [
            (1, 3),
            (2, 3),
            (3, 3),
        ]
        assert findings(archive) == []

    def test_a_text_of_two_pages_has_a_version_of_each(self, archive: Archive) -> None:
        archive.add_all([arrival("Ann said one.", page=PAGE)])
        archive.add_all([arrival("Ann said one.", page="courier.example/ferry")])
        assert {version.page for version in archive.versions(PAGE)} == {
            PAGE,
            "courier.example/ferry",
        }

    def test_recognising_keeps_the_page_too(self, archive: Archive) -> None:
        doc = make_document("a", "Ann said one.")
        archive.add(read_tiny(doc))
        archive.recognise(doc, TinyReader().info, page=PAGE)
        assert [version.page for version in archive.versions("a")] == [PAGE]


class TestVisits:
    ADDRESS = "https://post.example/ferry?x=1"

    def visit(self, archive: Archive, text: str, etag: str | None) -> None:
        record = read_tiny(make_document("a", text))
        visit = Visit(self.ADDRESS, etag, "Fri, 17 May 2024 08:00:00 GMT")
        archive.add_all([Arrival(record, PAGE, None, visit)])

    def test_the_newest_answer_is_what_is_asked_about(self, archive: Archive) -> None:
        reader = TinyReader().info
        assert archive.conditions(self.ADDRESS, reader) == {}
        self.visit(archive, "Ann said one.", '"1"')
        self.visit(archive, "Ann said two.", '"2"')
        assert archive.conditions(self.ADDRESS, reader) == {
            "If-None-Match": '"2"',
            "If-Modified-Since": "Fri, 17 May 2024 08:00:00 GMT",
        }

    def test_another_reader_needs_the_text_again(self, archive: Archive) -> None:
        self.visit(archive, "Ann said one.", '"1"')
        assert archive.conditions(self.ADDRESS, ReaderInfo("tiny", "2")) == {}

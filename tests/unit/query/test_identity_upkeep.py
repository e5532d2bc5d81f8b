"""What is worked out: incremental, rebuilt, re-read, and with ids that stay."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from onrecord.core import ReaderInfo
from onrecord.query.opened import OpenArchive
from onrecord.store import Archive
from tests.newsroom import envoy_records
from tests.unit.query.archives import members, open_stories


def test_one_after_the_other_gives_what_all_at_once_gives(tmp_path: Path) -> None:
    with open_stories(tmp_path / "whole.db") as whole:
        expected = members(whole)
    with open_stories(tmp_path / "single.db", []) as single:
        for record in envoy_records():
            single._archive.add(record)
            single.catch_up()
        assert members(single) == expected


@pytest.mark.parametrize("order", list(permutations(range(4)))[::9], ids=str)
def test_any_order_gives_the_same(tmp_path: Path, order: tuple[int, ...]) -> None:
    records = envoy_records()
    with open_stories(tmp_path / "a.db", [records[n] for n in order]) as archive:
        found = members(archive)
    with open_stories(tmp_path / "b.db", records) as archive:
        assert members(archive) == found


def test_a_rebuild_keeps_people_and_ids(archive: OpenArchive) -> None:
    before, entity = members(archive), archive.who("Kostin").entity
    assert archive.rebuild() == 4
    assert members(archive) == before
    assert archive.who("Kostin").entity == entity


def test_an_id_survives_what_is_added_later(tmp_path: Path) -> None:
    records = envoy_records()
    with open_stories(tmp_path / "a.db", records[1:]) as archive:
        before = archive.who("Kostin").entity
        archive._archive.add(records[0])
        after = archive.who("Kostin").entity
    assert after.id == before.id
    assert after.n_documents > before.n_documents


def test_adding_touches_only_what_it_concerns(archive: OpenArchive) -> None:
    archive.catch_up()
    with archive._archive.reading() as connection:
        before = dict(
            connection.exec_driver_sql("SELECT entity_id, rowid FROM entity_name").all()
        )
    text = envoy_records()[3]
    reread = replace(text, reader=ReaderInfo("test", "2"))
    archive._archive.add(reread)
    assert archive.catch_up() == 1
    with archive._archive.reading() as connection:
        after = dict(
            connection.exec_driver_sql("SELECT entity_id, rowid FROM entity_name").all()
        )
    untouched = archive.who("Maarten").entity.id
    assert after[untouched] == before[untouched]


def test_a_new_reading_takes_the_place_of_the_old(archive: OpenArchive) -> None:
    assert len(archive.contacts(["Kostin"])) == 4
    first = envoy_records()[0]
    archive._archive.add(replace(first, contacts=(), reader=ReaderInfo("test", "2")))
    assert len(archive.contacts(["Kostin"])) == 2


def test_an_archive_stays_sound(archive: OpenArchive) -> None:
    archive.catch_up()
    assert not any(check.findings for check in archive._archive.verify())


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    open_stories(tmp_path / "a.db").close()
    with OpenArchive(
        Archive.open(str(tmp_path / "a.db")), lambda what, n: told.append((what, n))
    ) as opened:
        opened.who("Kostin")
        opened.who("Kostin")
    assert told[0] == ("records", 4)
    assert {what for what, _ in told} == {"records", "names"}
    assert len(told) == len(set(told))

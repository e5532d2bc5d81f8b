"""Every kind of damage is found, named, and does not hide the rest."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.core.document import make_document
from onrecord.core.errors import StoreError
from onrecord.store import Archive, DocumentCheck
from tests.tiny_reader import read_tiny

DAMAGED = make_document("a.txt", "Ann said no.")
SOUND = make_document("b.txt", "Bo denied everything.")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "test.db"
    with Archive.open(str(path)) as archive:
        archive.add(read_tiny(DAMAGED))
        archive.add(read_tiny(SOUND))
    return path


def damage(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement.format(id=DAMAGED.id))
    assert connection.execute("SELECT changes()").fetchone() != (0,)
    connection.close()


def verify(path: Path) -> list[DocumentCheck]:
    with Archive.open(str(path)) as archive:
        return list(archive.verify())


@pytest.mark.parametrize(
    ("statement", "codes", "message"),
    [
        pytest.param(
            "UPDATE document SET text = 'Ann said yes' WHERE id = '{id}'",
            {"text", "evidence", "record"},
            "'no' was stored, the text has 'ye'",
            id="text-changed",
        ),
        pytest.param(
            "UPDATE document SET text = text || ' ' WHERE id = '{id}'",
            {"text", "record"},
            "digest",
            id="text-longer-behind-the-last-passage",
        ),
        pytest.param(
            "UPDATE document SET sha256 = 'abc' WHERE id = '{id}'",
            {"text"},
            "abc was stored",
            id="digest-changed",
        ),
        pytest.param(
            "UPDATE document SET text = CAST(x'ff80' AS TEXT) WHERE id = '{id}'",
            {"unreadable"},
            "cannot be read",
            id="text-no-longer-utf-8",
        ),
        pytest.param(
            "UPDATE appearance SET published = 'May' WHERE document_id = '{id}'",
            {"unreadable"},
            "May",
            id="date-is-no-date",
        ),
        pytest.param(
            "UPDATE evidence SET words = 'oh' WHERE words = 'no'",
            {"evidence"},
            "content of att_",
            id="words-changed",
        ),
        pytest.param(
            "UPDATE evidence SET span_end = 999 WHERE words = 'no'",
            {"evidence"},
            "[9, 999)",
            id="span-past-the-end",
        ),
        pytest.param(
            "UPDATE evidence SET role = 'cue' WHERE words = 'no'",
            {"evidence"},
            "not the 5 that are stored",
            id="role-changed",
        ),
        pytest.param(
            "DELETE FROM evidence WHERE words = 'no'",
            {"evidence"},
            "names 5 passages, which are not the 4",
            id="passage-missing",
        ),
        pytest.param(
            "UPDATE record SET json = substr(json, 1, 50) WHERE document_id = '{id}'",
            {"record"},
            "no JSON",
            id="record-cut-off",
        ),
        pytest.param(
            "UPDATE record SET json = '{{}}' WHERE document_id = '{id}'",
            {"record"},
            "not an object with the key",
            id="record-empty",
        ),
        pytest.param(
            "UPDATE record SET json = replace(json, 'states', 'shouts')"
            " WHERE document_id = '{id}'",
            {"record"},
            "shouts",
            id="label-unknown",
        ),
        pytest.param(
            "DELETE FROM document WHERE id = '{id}'",
            {"orphan"},
            "'record' with document_id",
            id="document-missing",
        ),
        pytest.param(
            "DELETE FROM record WHERE document_id = '{id}'",
            {"orphan"},
            "'evidence' with record_id 1 has no 'record'",
            id="record-missing",
        ),
        pytest.param(
            "DELETE FROM appearance WHERE document_id = '{id}'",
            {"orphan"},
            "has no 'appearance'",
            id="appearance-missing",
        ),
    ],
)
def test_damage_is_found(
    file: Path, statement: str, *, codes: set[str], message: str
) -> None:
    damage(file, statement)
    checks = {check.document_id: check for check in verify(file)}
    assert checks.pop(SOUND.id).findings == ()
    found = [finding for check in checks.values() for finding in check.findings]
    assert {finding.code for finding in found} == codes
    assert any(message in finding.message for finding in found), found


def test_a_broken_index_is_found(file: Path) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, '(name)', '(title)')"
        " WHERE name = 'ix_appearance_name'"
    )
    connection.close()
    assert [f.code for f in verify(file)[-1].findings] == ["database"] * 2


def test_getting_a_damaged_record_points_to_verify(file: Path) -> None:
    damage(file, "UPDATE document SET text = 'Ann said yes' WHERE id = '{id}'")
    with (
        Archive.open(str(file)) as archive,
        pytest.raises(StoreError, match=r"is damaged .*`onrecord verify`"),
    ):
        archive.get(DAMAGED.id)


def test_getting_a_document_without_a_record_points_to_verify(file: Path) -> None:
    damage(file, "DELETE FROM record WHERE document_id = '{id}'")
    with (
        Archive.open(str(file)) as archive,
        pytest.raises(StoreError, match="without a record"),
    ):
        archive.get(DAMAGED.id)

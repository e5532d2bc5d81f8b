"""``add``, ``list``, ``show`` and ``verify``: what is kept and what is said of it."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import Command

SAID = "Ann Example said that she had met Bo."


def write(name: str, text: str = SAID) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def listed(onrecord: Command, *options: str) -> list[dict[str, object]]:
    out = onrecord("list", "--json", *options).out
    return [json.loads(line) for line in out.splitlines()]


class TestAdd:
    def test_keeps_records_and_says_so(self, onrecord: Command) -> None:
        result = onrecord("add", write("a.txt"), write("b.txt", "Bo said no."))
        assert result.code == 0
        [first, second] = result.out.splitlines()
        assert first.split()[::2] == ["added", "a.txt"]
        assert second.split()[::2] == ["added", "b.txt"]
        assert "2 added." in result.err
        assert Path("onrecord.db").is_file()

    def test_twice_changes_nothing_and_says_so(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        before = listed(onrecord)
        result = onrecord("add", "a.txt")
        assert result.code == 0
        assert result.out.startswith("unchanged  doc_")
        assert result.out.endswith("a.txt  (no change)\n")
        assert listed(onrecord) == before

    def test_the_same_text_under_another_name(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        result = onrecord("add", write("b.txt"))
        assert "this name is kept too" in result.out
        [row] = listed(onrecord)
        assert (row["name"], row["other_names"]) == ("a.txt", ["b.txt"])

    def test_a_day_learnt_later_reads_again(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        result = onrecord("add", "a.txt", "--published", "2024-05-17")
        assert result.out.startswith("reread")
        [row] = listed(onrecord)
        assert (row["published"], row["readings"]) == ("2024-05-17", 2)

    def test_bad_files_are_named_and_the_rest_is_kept(self, onrecord: Command) -> None:
        write("news/a.txt")
        write("news/b.txt", "")
        write("news/c.txt", "Cy said no.")
        result = onrecord("add", "news", "missing.txt")
        assert result.code == 3
        assert "Refused: news/b.txt" in result.err
        assert "Refused: missing.txt" in result.err
        assert "2 added, 2 refused." in result.err
        assert [row["name"] for row in listed(onrecord)] == ["a.txt", "c.txt"]

    @pytest.mark.parametrize("by", ["option", "setting"])
    def test_into_another_archive(
        self, onrecord: Command, monkeypatch: pytest.MonkeyPatch, by: str
    ) -> None:
        options = ["--archive", "other.db"] if by == "option" else []
        if by == "setting":
            monkeypatch.setenv("ONRECORD_ARCHIVE", "other.db")
        assert onrecord("add", write("a.txt"), *options).code == 0
        assert Path("other.db").is_file()
        assert not Path("onrecord.db").exists()
        assert len(listed(onrecord, *options)) == 1

    @pytest.mark.parametrize(
        ("archive", "reason"),
        [
            ("notes.txt", "is not an archive"),
            ("no/such.db", "there is no folder"),
            ("folder", "is a folder"),
            ("other.db", "another program"),
        ],
    )
    def test_into_what_is_no_archive(
        self, onrecord: Command, archive: str, reason: str
    ) -> None:
        Path("folder").mkdir()
        notes = write("notes.txt", "My own notes.\n" * 99)
        other = sqlite3.connect("other.db")
        other.execute("CREATE TABLE mine (note TEXT)")
        other.close()
        result = onrecord("add", write("a.txt"), "--archive", archive)
        assert (result.code, result.out) == (1, "")
        assert reason in result.err
        assert "Traceback" not in result.err
        assert notes.read_text() == "My own notes.\n" * 99


class TestList:
    def test_a_missing_archive_is_not_made(self, onrecord: Command) -> None:
        result = onrecord("list")
        assert result.code == 1
        assert "onrecord add" in result.err
        assert not Path("onrecord.db").exists()

    def test_an_empty_archive_says_so(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt", ""))
        result = onrecord("list")
        assert (result.code, result.out) == (0, "")
        assert "is empty" in result.err

    def test_a_table_for_people(self, onrecord: Command) -> None:
        long = "A very long title, " * 20
        write("rows.csv", f'title,publisher,text\n"{long}",The Post,Ann said no.\n')
        onrecord("add", write("a.txt"), "rows.csv", "--published", "2024-05-17")
        result = onrecord("list")
        assert result.code == 0
        heading, first, second = result.out.splitlines()
        headings = ["id", "published", "name", "title", "said", "met", "note"]
        assert heading.split() == headings
        assert first.split()[1:3] == ["2024-05-17", "a.txt"]
        # A line a document, and nothing cut off where a program may read it.
        assert f"The Post: {long.strip()}" in second
        assert "\x1b" not in result.out

    def test_a_table_for_excel(self, onrecord: Command) -> None:
        write("rows.csv", 'name,title,text\n=cmd(),"Zoë, “here”",Ann said no.\n')
        onrecord("add", "rows.csv")
        result = onrecord("list", "--csv")
        assert result.out.startswith("\ufeff")
        [row] = csv.DictReader(result.out.removeprefix("\ufeff").splitlines())
        assert row["title"] == "Zoë, “here”"
        assert row["name"] == "'=cmd()"

    def test_json_for_programs(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        [row] = listed(onrecord)
        assert str(row["id"]).startswith("doc_")
        assert row["attributions"] == 1

    def test_not_two_forms_at_once(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        assert onrecord("list", "--json", "--csv").code == 2


class TestShow:
    def test_shows_what_read_shows(self, onrecord: Command) -> None:
        write("a.txt")
        for form in ("text", "json", "html", "brat"):
            read = onrecord("read", "a.txt", "--format", form)
            onrecord("add", "a.txt")
            shown = onrecord("show", "a.txt", "--format", form)
            assert (shown.code, shown.out) == (0, read.out)

    def test_writes_a_page(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        assert onrecord("show", "a.txt", "-o", "a.html").code == 0
        assert "a.txt" in Path("a.html").read_text(encoding="utf-8")

    def test_by_the_start_of_an_id(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        [row] = listed(onrecord)
        assert onrecord("show", str(row["id"])[:9]).code == 0

    def test_what_is_not_there(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        result = onrecord("show", "b.txt")
        assert (result.code, result.out) == (1, "")
        assert "onrecord list" in result.err

    def test_the_archive_is_not_written_over(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        result = onrecord("show", "a.txt", "--output", "onrecord.db")
        assert result.code == 2
        assert len(listed(onrecord)) == 1


class TestVerify:
    def test_a_sound_archive(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        result = onrecord("verify")
        assert (result.code, result.out) == (0, "")
        assert "1 document and " in result.err
        assert "re-read: all as stored." in result.err

    def test_a_damaged_one(self, onrecord: Command) -> None:
        onrecord("add", write("a.txt"))
        connection = sqlite3.connect("onrecord.db", isolation_level=None)
        connection.execute("UPDATE document SET text = replace(text, 'met', 'hit')")
        connection.close()
        result = onrecord("verify")
        assert result.code == 3
        assert "text: its text has the digest" in result.out
        found = onrecord("verify", "--json")
        codes = {json.loads(line)["code"] for line in found.out.splitlines()}
        assert codes == {"text", "evidence", "record"}
        shown = onrecord("show", "a.txt")
        assert (shown.code, shown.out) == (1, "")
        assert "onrecord verify" in shown.err

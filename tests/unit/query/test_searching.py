"""Passages by their words."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.core.errors import InputError
from onrecord.query.opened import OpenArchive
from onrecord.query.period import Period
from onrecord.query.searching import Hit, Where, to_match
from tests.newsroom import make_story
from tests.unit.query.archives import open_stories


def outlets(found: tuple[Hit, ...]) -> set[str | None]:
    return {one.source.outlet for one in found}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pipeline sanctions", {"Courier", "Ledger", "Post"}),
        ('"pipeline sanctions fell"', {"Ledger"}),
        ("tower OR brief", {"Ledger", "Herald"}),
        ("pipeline NOT sanctions", {"Herald"}),
        ("sanction*", {"Courier", "Ledger", "Post"}),
        ("(tower OR twice) AND osei", {"Ledger", "Post"}),
        ("barley", set()),
    ],
)
def test_words(archive: OpenArchive, words: str, expected: set[str]) -> None:
    assert outlets(archive.search(words)) == expected


def test_words_looked_for_are_marked(archive: OpenArchive) -> None:
    [hit] = archive.search("tower")
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["Tower"]


def test_every_hit_says_who_says_it(archive: OpenArchive) -> None:
    by_outlet = {one.source.outlet: one for one in archive.search("pipeline")}
    assert [c.name for c in by_outlet["Courier"].claimants] == ["Daniel Osei"]
    assert [c.name for c in by_outlet["Post"].claimants] == ["Post, in its own words"]


def test_filters(archive: OpenArchive) -> None:
    assert outlets(archive.search("pipeline", Where(outlet="her"))) == {"Herald"}
    assert outlets(archive.search("pipeline", Where(names=("Lindqvist",)))) == {
        "Herald"
    }
    late = Where(period=Period(date(2017, 3, 10)))
    assert outlets(archive.search("pipeline", late)) == {"Herald"}
    assert len(archive.search("pipeline", Where(limit=1))) == 1


@pytest.mark.parametrize("words", ["", "…", "AND", '"'])
def test_no_word_is_refused(archive: OpenArchive, words: str) -> None:
    with pytest.raises(InputError):
        archive.search(words)


def test_a_broken_query_is_explained(archive: OpenArchive) -> None:
    with pytest.raises(InputError, match="is no query"):
        archive.search("sanctions AND OR")


def test_signs_are_words_not_commands() -> None:
    assert to_match("col:umn -x ^y") == '"col:umn" "-x" "^y"'


def test_escaped_characters_do_not_move_the_passage(tmp_path: Path) -> None:
    text = "A \\ slash and a nul \x00 here.\nKostin kept barley 🙂 in C:\\temp."
    story = make_story("odd.txt", None, text, people=("Kostin",))
    with open_stories(tmp_path / "odd.db", [story]) as archive:
        [hit] = archive.search("barley")
        assert hit.snippet == "Kostin kept barley 🙂 in C:\\temp."
        assert text[slice(*hit.span)] == hit.snippet

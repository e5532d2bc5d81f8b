"""``copies`` and ``versions``, and what ``add``, ``list`` and ``show`` say of them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Command
from tests.unit.ingest.host import hosting

STORY = "\n\n".join(
    f"Ann Example said that ferry number {number} had left Port Null before noon, and "
    f"Bo Sample, who kept gate {number}, denied that anybody of the ministry had been "
    f"on board when it passed the lighthouse at mile {number * 7}."
    for number in range(8)
)
OTHER = "Cy Instance, a lawmaker, said that the budget would be read on Friday."


def rows(*articles: dict[str, str]) -> Path:
    path = Path("rows.jsonl")
    path.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    return path


@pytest.fixture
def printed(onrecord: Command) -> Command:
    """Add a story, a copy that came out a day before, and another story."""
    first = {"name": "a", "publisher": "Courier", "published": "2024-05-18"}
    second = {"name": "b", "publisher": "Post", "published": "2024-05-17"}
    lead = "PORT NULL, Skarne (AP) — A new lead."
    result = onrecord(
        "add",
        rows(
            {**first, "text": STORY, "title": "Ferry leaves"},
            {**second, "text": f"{lead}\n\n{STORY[:-300]}"},
            {"name": "c", "text": OTHER},
        ),
    )
    assert "3 added, 1 of them copies." in result.err
    assert "the same story as doc_" in result.out
    return onrecord


def test_copies_are_shown_earliest_first(printed: Command) -> None:
    heading, first, second = printed("copies").out.splitlines()
    assert heading == "2 prints of one text, credited to Associated Press"
    assert first.split()[1:3] == ["2024-05-17", "Post"]
    assert second.split()[1:3] == ["2024-05-18", "Courier:"]


def test_copies_for_programs(printed: Command) -> None:
    [line] = printed("copies", "a", "--json").out.splitlines()
    group = json.loads(line)
    assert group["agency"] == "Associated Press"
    assert [one["name"] for one in group["prints"]] == ["b", "a"]
    assert group["prints"][0]["share"] > 0.9
    assert printed("copies", "c", "--json").out == ""


def test_list_and_show_say_of_what_a_document_is_a_copy(printed: Command) -> None:
    out = printed("list", "--json").out
    by_name = {row["name"]: row for row in map(json.loads, out.splitlines())}
    assert by_name["a"]["copy_of"] == by_name["b"]["id"]
    assert by_name["b"]["copy_of"] is by_name["c"]["copy_of"] is None
    assert by_name["b"]["agency"] == "Associated Press"
    note = f"copy of {by_name['b']['id']}"
    assert note in printed("list").out
    assert f"a: {note}." in printed("show", "a").err
    assert "copy" not in printed("show", "c").err


def test_an_archive_without_copies_says_so(onrecord: Command) -> None:
    onrecord("add", rows({"text": OTHER}))
    result = onrecord("copies")
    assert (result.code, result.out) == (0, "")
    assert "No copies" in result.err


def test_passages_are_shown_with_their_places(onrecord: Command) -> None:
    passage = STORY.split("\n\n")[3]
    text = f"{OTHER} " * 9 + f"\n\n“{passage}” she said. " + "She left at noon. " * 9
    first = {"name": "a", "published": "2024-05-17", "text": STORY}
    onrecord("add", rows(first, {"name": "b", "text": text}))
    [line] = onrecord("copies", "--passages", "--json").out.splitlines()
    found = json.loads(line)
    # Marks around it are no part of it.
    assert found["words"] == passage.rstrip(".")
    start, end = found["source_span"]
    assert STORY[start:end] == found["words"]
    assert "as in" in onrecord("copies", "--passages").out


def test_what_was_added_for_programs(onrecord: Command) -> None:
    out = onrecord("add", rows({"name": "a", "text": OTHER}), "b.txt", "--json").out
    added, refused = map(json.loads, out.splitlines())
    assert (added["status"], added["name"], added["error"]) == ("added", "a", None)
    assert added["document_id"].startswith("doc_")
    assert (refused["status"], refused["document_id"]) == ("refused", None)
    assert refused["error"]["code"] == "missing-input"


class TestVersions:
    def test_a_page_that_changed_gets_a_new_version(self, onrecord: Command) -> None:
        with hosting() as site:
            options = ("--allow-private", "--delay", "0")
            address = site.article("/a", "Ann Example said that she met Bo in May.")
            onrecord("add", address, *options)
            site.article("/a", "Ann Example said that she never met Bo in May.")
            site.pages["/a?utm_source=feed"] = site.pages["/a"]
            result = onrecord("add", f"{address}?utm_source=feed#top", *options)
        assert "(version 2 of its page)" in result.out
        shown = onrecord("versions", address).out
        assert [line[:6] for line in shown.splitlines()[:2]] == ["1  doc", "2  doc"]
        assert "she {+never+} met" in shown
        lines = onrecord("versions", address, "--json").out.splitlines()
        assert [json.loads(line)["number"] for line in lines] == [1, 2]
        listed = onrecord("list", "--json").out.splitlines()
        assert [json.loads(line)["version"] for line in listed] == [1, 2]

    def test_a_page_that_did_not_change_is_not_sent_again(
        self, onrecord: Command
    ) -> None:
        with hosting() as site:
            options = ("--allow-private", "--delay", "0")
            address = site.article(
                "/a", "Ann Example said that she met Bo.", ETag='"1"'
            )
            onrecord("add", address, *options)
            result = onrecord("add", address, *options)
            assert result.out.split()[:3] == ["unchanged", "not", "modified"]
            site.article("/a", "Ann Example said that she met Cy.", ETag='"2"')
            result = onrecord("add", address, *options)
            assert "(version 2 of its page)" in result.out

    def test_a_page_that_is_gone_changes_nothing(self, onrecord: Command) -> None:
        with hosting() as site:
            options = ("--allow-private", "--delay", "0")
            address = site.article("/a", "Ann Example said that she met Bo.")
            onrecord("add", address, *options)
            before = onrecord("list", "--json").out
            del site.pages["/a"]
            result = onrecord("add", address, *options)
        assert (result.code, result.out) == (1, "")
        assert "404" in result.err
        assert onrecord("list", "--json").out == before

    def test_two_of_several_can_be_compared(self, onrecord: Command) -> None:
        texts = ("Ann said one.", "Ann said two.", "Ann said three.")
        url = "https://post.example/a"
        onrecord("add", rows(*({"url": url, "text": text} for text in texts)))
        shown = onrecord("versions", url, "--compare", "1", "3").out
        assert "[-one.-]{+three.+}" in shown
        assert "two" not in shown
        assert onrecord("versions", url, "--compare", "1", "9").code == 1

    def test_a_text_without_an_address_has_none(self, onrecord: Command) -> None:
        onrecord("add", rows({"name": "a", "text": OTHER}))
        result = onrecord("versions", "a")
        assert (result.code, result.out) == (0, "")
        assert "no address" in result.err

"""IPTC ninjs: what may be used is read, what may not is refused."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.core.document import Document
from onrecord.ingest import IngestOptions, Refused
from onrecord.ingest.files import open_file, peekable
from onrecord.ingest.formats.wire_items import read_ninjs
from onrecord.ingest.kinds import format_of_name
from onrecord.ingest.opened import Opened

NOW = datetime(2024, 5, 17, 12, tzinfo=UTC)
FIRST = {
    "uri": "tag:agency.example,2024:1",
    "type": "text",
    "pubstatus": "usable",
    "headline": "Talks",
    "byline": "Ann Teal",
    "body_text": "Rehn met the envoy.",
    "versioncreated": "2024-05-16T09:00:00Z",
}
THIRD = {
    "uri": "https://agency.example/2",
    "pubStatus": "usable",
    "headlines": [{"role": "main", "value": "Talks"}],
    "by": "Ann Teal",
    "bodies": [{"contentType": "text/html", "value": "<p>Rehn met</p><p>Kerr.</p>"}],
    "firstCreated": "2024-05-15T09:00:00Z",
    "infoSources": [{"name": "The Agency"}],
}


def read(folder: Path, value: object) -> list[Document | Refused]:
    path = folder / "a.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    with open_file(path) as stream:
        opened = Opened("a.json", "a.json", format_of_name("a.json"), peekable(stream))
        return [*read_ninjs(opened, IngestOptions(), now=NOW)]


def test_items_of_versions_1_and_3(tmp_path: Path) -> None:
    first, third = read(tmp_path, [FIRST, THIRD])
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert (first.text, third.text) == ("Rehn met the envoy.", "Rehn met\n\nKerr.")
    assert first.title == third.title == "Talks"
    assert first.byline == third.byline == "Ann Teal"
    assert (first.published, third.published) == (date(2024, 5, 16), date(2024, 5, 15))
    assert (first.url, third.url) == (None, "https://agency.example/2")
    assert third.publisher == "The Agency"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        pytest.param({"pubstatus": "withheld"}, "withheld", id="withheld"),
        pytest.param({"pubstatus": "canceled"}, "withheld", id="canceled"),
        pytest.param({"pubstatus": "new-word"}, "withheld", id="unknown-status"),
        pytest.param(
            {"embargoed": "2024-05-17T14:00:00+01:00"}, "withheld", id="embargo-1"
        ),
        pytest.param(
            {"embargoedUntil": "2024-05-18T00:00:00Z"}, "withheld", id="embargo-3"
        ),
        pytest.param({"embargoed": "noon"}, "withheld", id="unreadable-embargo"),
        pytest.param({"type": "picture"}, "not-text", id="picture"),
        pytest.param({"body_text": " "}, "empty-input", id="no-body"),
    ],
)
def test_what_may_not_be_used_is_refused_and_the_rest_read(
    tmp_path: Path, more: dict[str, str], code: str
) -> None:
    refused, read_ = read(tmp_path, [FIRST | more, THIRD])
    assert isinstance(refused, Refused)
    assert refused.error.code == code
    assert FIRST["uri"] in refused.name
    assert isinstance(read_, Document)


def test_an_embargo_that_is_over_holds_nothing_back(tmp_path: Path) -> None:
    over = FIRST | {"embargoed": "2024-05-17T12:30:00+01:00"}
    [found] = read(tmp_path, over)
    assert isinstance(found, Document)

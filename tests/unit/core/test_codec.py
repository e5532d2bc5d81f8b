import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.core import (
    CodecError,
    Record,
    document_to_json,
    dumps,
    from_json,
    json_line,
    loads,
    to_json,
)
from tests.builders import make_doc, make_full_record, make_record

FULL = make_full_record()


def changed(change: Callable[[Any], object]) -> dict[str, Any]:
    """Give the full record's JSON after a change."""
    data = copy.deepcopy(to_json(FULL))
    change(data)
    return data


def put(path: str, value: object) -> Callable[[Any], None]:
    """Give a change that sets the value at a dotted path."""
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]

    def change(data: Any) -> None:
        for part in way:
            data = data[part]
        data[last] = value

    return change


@pytest.mark.parametrize(
    "record",
    [
        FULL,
        make_record(),
        make_record(make_doc("")),
    ],
    ids=["full", "bare", "no text"],
)
def test_what_was_written_is_read_back(record: Record) -> None:
    assert from_json(to_json(record), record.document) == record
    assert loads(dumps(record), record.document) == record


def test_the_form_is_the_published_one() -> None:
    data = to_json(FULL)
    assert list(data) == [
        "doc",
        "entities",
        "mentions",
        "times",
        "attributions",
        "contacts",
        "events",
        "tenures",
        "issues",
        "reader",
    ]
    assert data["doc"] == {
        "id": FULL.document.id,
        "name": "minister.txt",
        "title": "Minister resigns",
        "url": "https://harbour-post.example/minister",
        "publisher": "The Harbour Post",
        "byline": "By Cy Sample",
        "published": "2017-03-12",
        "language": "en",
        "sha256": FULL.document.sha256,
        "length": 153,
    }
    ann, bo, post = (entity.id for entity in FULL.entities)
    assert data["entities"][0] == {
        "id": ann,
        "kind": "person",
        "name": "Ann Example",
        "aliases": ["Ann"],
    }
    assert data["mentions"][1] == {
        "id": FULL.mentions[1].id,
        "span": [75, 78],
        "form": "pronoun",
        "entity": ann,
    }
    assert data["times"][0] == {
        "id": FULL.times[0].id,
        "span": [44, 55],
        "earliest": "2017-02-01",
        "latest": "2017-02-28",
    }
    assert data["attributions"][0] == {
        "id": FULL.attributions[0].id,
        "source": [[75, 78]],
        "cue": [[79, 83]],
        "content": [[57, 74]],
        "form": "direct",
        "stance": "denies",
        "speaker": ann,
        "speaker_rule": "name",
        "anonymous": False,
        "addressee": post,
        "time": None,
        "confidence": 0.9,
    }
    assert data["contacts"][1] == {
        "id": FULL.contacts[1].id,
        "trigger": [122, 128],
        "kind": "meeting",
        "parties": [
            {"span": [117, 121], "entity": None},
            {"span": None, "entity": bo},
        ],
        "modality": "alleged",
        "time": FULL.times[0].id,
        "place": [129, 138],
        "topic": [145, 152],
        "by": FULL.attributions[1].id,
        "confidence": 0.5,
    }
    assert data["events"][0] == {
        "id": FULL.events[0].id,
        "kind": "resignation",
        "trigger": [35, 43],
        "roles": [{"role": "holder", "span": [0, 11], "entity": ann}],
        "modality": "happened",
        "time": FULL.times[0].id,
        "by": None,
        "confidence": 1.0,
    }
    assert data["tenures"][0] == {
        "id": FULL.tenures[0].id,
        "entity": ann,
        "title": [17, 33],
        "of": None,
        "earliest": None,
        "latest": "2017-02-28",
    }
    assert data["issues"][1] == {
        "code": "no-model",
        "span": None,
        "message": "read by hand",
    }
    assert data["reader"] == {"name": "test", "version": "0", "weights": "sha256:0"}


def test_the_text_is_not_in_the_json() -> None:
    assert "text" not in document_to_json(FULL.document)
    assert "tariffs" not in dumps(FULL)


def test_a_record_is_one_line() -> None:
    assert "\n" not in dumps(make_record(make_doc(title="two\nlines\u2028three")))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (
            "entities.0.kind",
            "robot",
            r"entities\[0\].kind is 'robot', not one of person",
        ),
        ("attributions.1.stance", "Denies", r"attributions\[1\].stance is 'Denies'"),
        ("contacts.0.modality", None, r"contacts\[0\].modality is None"),
        ("events.0.kind", 3, r"events\[0\].kind is 3"),
        ("mentions.2.form", ["name"], r"mentions\[2\].form"),
        ("mentions.0.span", [3], r"mentions\[0\].span is \[3\], not a pair"),
        ("mentions.0.span", [5, 3], r"mentions\[0\].span: .*start < end"),
        ("mentions.0.span.0", "1", r"mentions\[0\].span\[0\] is '1', not an integer"),
        ("mentions.0.span.0", True, r"mentions\[0\].span\[0\] is True"),
        ("mentions.0.span.0", 0.0, r"mentions\[0\].span\[0\] is 0.0"),
        ("mentions.0.span.1", 9999, r"the record: the mention .*past the end"),
        ("mentions.0.entity", "ety_gone", r"the record: .*'ety_gone'"),
        (
            "times.0.earliest",
            "2017-02",
            r"times\[0\].earliest is '2017-02', not a date",
        ),
        ("times.0.earliest", "20170201", r"times\[0\].earliest is '20170201'"),
        ("times.0.earliest", "2018-01-01", r"times\[0\]: earliest '2018-01-01'"),
        ("attributions.0.cue", [80, 84], r"attributions\[0\].cue\[0\] is 80"),
        ("attributions.0.cue", {}, r"attributions\[0\].cue is {}, not a list"),
        ("attributions.0.anonymous", 0, r"anonymous is 0, not true or false"),
        ("attributions.0.confidence", True, r"confidence is True, not a number"),
        ("attributions.0.confidence", 2, r"attributions\[0\]: .*from 0 to 1"),
        ("attributions.0.speaker", 1, r"speaker is 1, not a string"),
        ("contacts.0.parties", [], r"contacts\[0\]: .*no party"),
        ("contacts.1.parties.0.span", None, r"contacts\[1\].parties\[0\]: a party"),
        ("tenures.0", [], r"tenures\[0\] is \[\], not an object"),
        ("issues", None, r"issues is None, not a list"),
        ("entities.0.extra", 1, r"entities\[0\] .*without the key 'extra'"),
        ("reader.extra", 1, r"reader .*without the key 'extra'"),
        ("doc.extra", 1, r"doc .*without the key 'extra'"),
        ("extra", 1, r"the record .*without the key 'extra'"),
        ("doc.id", "doc_0123456789abcdef", r"doc.id is 'doc_0123456789abcdef'"),
        ("doc.sha256", "0", r"doc.sha256 is '0'"),
        ("doc.length", 1, r"doc.length is 1"),
    ],
)
def test_json_that_is_no_record_is_refused_by_its_path(
    path: str, value: object, message: str
) -> None:
    with pytest.raises(CodecError, match=message):
        from_json(changed(put(path, value)), FULL.document)


@pytest.mark.parametrize("data", [None, [], "record", 3])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(CodecError, match=r"the record is .* not an object"):
        from_json(data, FULL.document)


@pytest.mark.parametrize("section", list(to_json(FULL)))
def test_no_section_may_be_missing(section: str) -> None:
    with pytest.raises(CodecError, match=f"with the key '{section}'"):
        from_json(changed(lambda data: data.pop(section)), FULL.document)


def test_the_record_of_another_text_is_refused() -> None:
    with pytest.raises(CodecError, match=r"doc\.id is .* the record was read from"):
        from_json(to_json(FULL), make_doc("Another text."))


@pytest.mark.parametrize("line", ["", "{", "nonsense"])
def test_what_is_no_json_is_refused(line: str) -> None:
    with pytest.raises(CodecError, match=r"'minister.txt' is no JSON"):
        loads(line, FULL.document)


def test_a_number_that_json_lacks_is_refused_on_the_way_back() -> None:
    line = dumps(FULL).replace("0.9", "NaN")
    with pytest.raises(CodecError, match="from 0 to 1"):
        loads(line, FULL.document)


def test_a_number_that_json_lacks_is_not_written() -> None:
    with pytest.raises(CodecError, match="finite"):
        json_line({"value": float("inf")})


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param("Zoë 🙂", "Zoë 🙂", id="letters as themselves"),
        pytest.param("a\udc80", r"a\udc80", id="lone surrogate escaped"),
        pytest.param("a\x00b", r"a\u0000b", id="NUL escaped"),
    ],
)
def test_the_line_is_utf8_and_loses_nothing(name: str, written: str) -> None:
    line = json_line(name)
    assert line == f'"{written}"'
    assert json.loads(line.encode("utf-8")) == name

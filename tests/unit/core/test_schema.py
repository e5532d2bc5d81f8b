import json
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.core import labels, to_json
from tests.builders import make_doc, make_full_record, make_record

SCHEMA = json.loads(files("onrecord.core").joinpath("record.schema.json").read_bytes())
VALIDATOR = Draft202012Validator(
    SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER
)
LABELS = {
    ("entity", "kind"): labels.EntityKind,
    ("mention", "form"): labels.MentionForm,
    ("attribution", "form"): labels.QuoteForm,
    ("attribution", "stance"): labels.Stance,
    ("contact", "kind"): labels.ContactKind,
    ("event", "kind"): labels.EventKind,
}


def full() -> Any:
    return to_json(make_full_record())


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the path of every object in a JSON value."""
    if isinstance(value, dict):
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in children:
        if isinstance(child, dict | list):
            yield from places(child, (*path, key))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


PLACES = list(places(full()))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "record", [make_full_record(), make_record(), make_record(make_doc(""))]
)
def test_what_the_codec_writes_is_valid(record: Any) -> None:
    VALIDATOR.validate(to_json(record))


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_object_takes_another_key(place: tuple[Any, ...]) -> None:
    data = full()
    at(data, place)["extra"] = None
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_object_lacks_a_key(place: tuple[Any, ...]) -> None:
    for key in at(full(), place):
        data = full()
        del at(data, place)[key]
        assert not VALIDATOR.is_valid(data), key


@pytest.mark.parametrize(("name", "key"), LABELS)
def test_labels_are_those_of_the_code(name: str, key: str) -> None:
    words = SCHEMA["$defs"][name]["properties"][key]["enum"]
    assert words == [member.value for member in LABELS[name, key]]


def test_modalities_are_those_of_the_code() -> None:
    words = [member.value for member in labels.Modality]
    assert SCHEMA["$defs"]["modality"]["enum"] == words


def test_every_set_of_labels_is_in_the_schema() -> None:
    sets = {
        value
        for value in vars(labels).values()
        if isinstance(value, type) and issubclass(value, StrEnum)
    }
    assert sets - {StrEnum} == {*LABELS.values(), labels.Modality}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("mentions", 0, "span"), [1]),
        (("mentions", 0, "span"), [1, 2, 3]),
        (("mentions", 0, "span"), [-1, 2]),
        (("mentions", 0, "span"), None),
        (("attributions", 0, "confidence"), 1.5),
        (("attributions", 0, "stance"), "shrugs"),
        (("contacts", 0, "parties"), []),
        (("contacts", 0, "parties", 0), {"span": None, "entity": None}),
        (("events", 0, "roles", 0), {"role": "holder", "span": None, "entity": None}),
        (("times", 0, "earliest"), "2017-02"),
        (("times", 0, "earliest"), "2017-02-30"),
        (("doc", "id"), "a.txt"),
        (("reader", "weights"), 3),
    ],
    ids=str,
)
def test_wrong_values_are_invalid(path: tuple[Any, ...], value: object) -> None:
    data = full()
    at(data, path[:-1])[path[-1]] = value
    assert not VALIDATOR.is_valid(data)


def test_an_attribution_has_a_cue_or_a_content() -> None:
    data = full()
    data["attributions"][0]["cue"] = []
    VALIDATOR.validate(data)
    data["attributions"][0]["content"] = []
    assert not VALIDATOR.is_valid(data)

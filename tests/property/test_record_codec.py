import json
from importlib.resources import files

from hypothesis import given
from jsonschema import Draft202012Validator

from onrecord.core import Record, dumps, from_json, loads, to_json
from tests.property.generators import records

SCHEMA = files("onrecord.core").joinpath("record.schema.json")
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_bytes()))


@given(records())
def test_a_record_comes_back_from_its_json(record: Record) -> None:
    assert from_json(to_json(record), record.document) == record


@given(records())
def test_the_line_is_utf8_json_of_the_published_form(record: Record) -> None:
    line = dumps(record)
    data = json.loads(line.encode("utf-8"))
    VALIDATOR.validate(data)
    assert "\n" not in line
    # The second time round nothing can be lost that the first line held.
    assert (
        dumps(loads(line, record.document)).split('"entities"')[1:]
        == (line.split('"entities"')[1:])
    )


@given(records())
def test_every_span_is_evidence(record: Record) -> None:
    for _, _, evidence in record.evidence():
        evidence.check(record.document)

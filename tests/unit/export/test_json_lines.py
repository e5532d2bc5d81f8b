"""JSON, one record a line."""

import io
import json

import pytest

from onrecord.core import from_json
from onrecord.export import EXPORTERS, ExportOptions
from tests.builders import make_doc, make_full_record, make_record


def export(*records: object, stream: io.TextIOBase) -> None:
    EXPORTERS["json"].export(iter(records), stream, options=ExportOptions())


def test_one_record_a_line_that_reads_back() -> None:
    records = [make_full_record(), make_record(make_doc("Ann\nmet\u2028Bo."))]
    stream = io.StringIO()
    export(*records, stream=stream)
    lines = stream.getvalue().removesuffix("\n").split("\n")
    read = [
        from_json(json.loads(line), record.document)
        for line, record in zip(lines, records, strict=True)
    ]
    assert read == records


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
@pytest.mark.parametrize("name", ["Zoë 🚢.txt", "half \ud83d.txt", "“x” — y"])
def test_any_stream_takes_any_name(name: str, encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding)
    export(make_record(make_doc(name=name)), stream=stream)
    stream.flush()
    assert json.loads(raw.getvalue().decode(encoding))["doc"]["name"] == name


def test_each_line_is_written_as_its_record_comes() -> None:
    stream = io.StringIO()

    def records():
        yield make_full_record()
        assert stream.getvalue().count("\n") == 1
        yield make_record()

    EXPORTERS["json"].export(records(), stream, options=ExportOptions())
    assert stream.getvalue().count("\n") == 2

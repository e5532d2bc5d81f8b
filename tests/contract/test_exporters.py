"""What every exporter promises, whichever format it writes."""

import io

import pytest

from onrecord.core import Record
from onrecord.export import EXPORTERS, Exporter, ExportOptions
from onrecord.export.speakers import Naming, tell_speaker
from tests.builders import make_attribution, make_doc, make_full_record, make_record
from tests.unit.export.articles import harbour_record

OPTIONS = ExportOptions()
each_exporter = pytest.mark.parametrize(
    "exporter", EXPORTERS.values(), ids=EXPORTERS.keys()
)


def write(exporter: Exporter, *records: Record) -> str:
    stream = io.StringIO()
    exporter.export(iter(records), stream, options=OPTIONS)
    return stream.getvalue()


def test_the_table_names_every_format() -> None:
    assert set(EXPORTERS) == {"text", "json", "html", "brat"}
    assert all(exporter.name == name for name, exporter in EXPORTERS.items())


@each_exporter
def test_the_same_record_gives_the_same_output(exporter: Exporter) -> None:
    assert write(exporter, harbour_record()) == write(exporter, harbour_record())


@each_exporter
def test_the_stream_stays_open_and_output_ends_a_line(exporter: Exporter) -> None:
    stream = io.StringIO()
    exporter.export([make_full_record()], stream, options=OPTIONS)
    assert not stream.closed
    assert stream.getvalue().endswith("\n")


@each_exporter
def test_no_record_is_no_error(exporter: Exporter) -> None:
    write(exporter)


@each_exporter
def test_an_empty_record_is_no_error(exporter: Exporter) -> None:
    write(exporter, make_record(make_doc("")))


@each_exporter
def test_an_attribution_of_a_cue_alone_is_no_error(exporter: Exporter) -> None:
    doc = make_doc("Bo declined.")
    said = make_attribution(doc, source="Bo", cue="declined")
    assert "declined" in write(exporter, make_record(doc, attributions=(said,))) or (
        exporter.name == "json"
    )


@each_exporter
def test_output_can_be_encoded_whatever_the_text(exporter: Exporter) -> None:
    doc = make_doc("\ud83d \0 \x1b[0m \u2028 said", name="\udcff", title="\ud83d")
    said = make_attribution(doc, source="\ud83d \0", cue="said", content="\x1b[0m")
    write(exporter, make_record(doc, attributions=(said,))).encode("utf-8")


@pytest.mark.parametrize("name", ["text", "html", "brat"])
def test_no_statement_without_who_says_it(name: str) -> None:
    """Law 7; in JSON the claimant is a field beside the content."""
    record = harbour_record()
    written = " ".join(write(EXPORTERS[name], record).split())
    for item in record.attributions:
        speaker = tell_speaker(item, record)
        assert speaker.label in written
        assert str(speaker.naming) in written
        assert item.speaker or speaker.naming is not Naming.NAMED


@pytest.mark.parametrize("name", ["text", "html", "brat"])
def test_no_word_of_the_evidence_is_lost(name: str) -> None:
    record = harbour_record()
    written = write(EXPORTERS[name], record).replace("│", " ")
    flat = " ".join(written.split())
    for item in record.attributions:
        for span in item.content:
            for line in span.of(record.document.text).splitlines():
                assert line in flat

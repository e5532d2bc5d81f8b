"""brat files, read back with a parser of our own as strict as brat's."""

import io

import pytest

from onrecord.core import InputError, Record, Stance
from onrecord.export import EXPORTERS, ExportOptions
from tests.builders import make_attribution, make_doc, make_full_record, make_record
from tests.unit.export.ann_files import AnnFile, parse
from tests.unit.export.articles import harbour_record


def export(*records: Record) -> str:
    stream = io.StringIO()
    EXPORTERS["brat"].export(iter(records), stream, options=ExportOptions())
    return stream.getvalue()


def read_back(record: Record) -> AnnFile:
    return parse(export(record), record.document.text)


def by_kind(file: AnnFile, *kinds: str) -> list:
    return [event for event in file.events.values() if event.kind in kinds]


@pytest.mark.parametrize(
    "record", [harbour_record(), make_full_record()], ids=["harbour", "minister"]
)
def test_attributions_read_back(record: Record) -> None:
    file = read_back(record)
    events = by_kind(file, "Attribution", "Attribution-no-source")
    for item, event in zip(record.attributions, events, strict=True):
        assert event.attributes["Stance"] == item.stance
        assert event.attributes["Form"] == item.form
        assert ("Anonymous" in event.attributes) is item.anonymous
        assert (event.kind == "Attribution") is bool(item.source)
        for role in ("Source", "Cue"):
            spans = getattr(item, role.lower())
            assert file.spans(event, role) == [(s.start, s.end) for s in spans]


def test_discontinuous_content_is_one_passage_in_fragments() -> None:
    record = harbour_record()
    confirmed = by_kind(read_back(record), "Attribution")[0]
    spans = [(span.start, span.end) for span in record.attributions[0].content]
    assert len(spans) == 2
    assert read_back(record).spans(confirmed, "Content") == spans


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\u2028", "\x85", "\x0b"])
def test_content_over_lines_is_cut_at_their_ends(end: str) -> None:
    text = f"Bo said: “One.{end}“Two.”"
    doc = make_doc(text)
    content = f"“One.{end}“Two.”"
    said = make_attribution(doc, source="Bo", cue="said", content=content)
    file = read_back(make_record(doc, attributions=(said,)))
    spans = file.spans(file.events["E1"], "Content")
    assert [text[start:stop] for start, stop in spans] == ["“One.", "“Two.”"]


def test_contacts_name_their_account_and_modality() -> None:
    record = harbour_record()
    file = read_back(record)
    contacts = by_kind(file, "Contact")
    for item, event in zip(record.contacts, contacts, strict=True):
        assert event.attributes["Modality"] == item.modality
        assert any(note.startswith("by: ") for note in event.notes)
        account = file.events.get(event.arguments.get("By", ""))
        assert (account is None) is (item.by is None)
    denied = contacts[1]
    assert file.events[denied.arguments["By"]].attributes["Stance"] == Stance.DENIES
    assert "by: Viktor Orlan" in denied.notes
    assert "by: the article" in contacts[2].notes


def test_second_party_is_numbered() -> None:
    met = by_kind(read_back(harbour_record()), "Contact")[0]
    assert [role for role in met.arguments if role.startswith("Party")] == [
        "Party",
        "Party2",
    ]


def test_a_told_statement_names_the_teller() -> None:
    notes = by_kind(read_back(harbour_record()), "Attribution")[6].notes
    assert notes[0] == "speaker: Sergei Tal"
    assert notes[1].startswith("told by: a campaign official")


def test_a_passage_of_line_ends_alone_is_left_out() -> None:
    doc = make_doc("Bo\n\nsaid so.")
    said = make_attribution(doc, source="\n\n", cue="said", content="so")
    file = read_back(make_record(doc, attributions=(said,)))
    assert set(file.events["E1"].arguments) == {"Cue", "Content"}


def test_lone_surrogates_can_be_written() -> None:
    doc = make_doc("Bo said \ud83dno\0.")
    said = make_attribution(doc, cue="said", content="\ud83dno\0")
    ann = export(make_record(doc, attributions=(said,)))
    parse(ann, "Bo said \ufffdno\ufffd.")


def test_several_records_are_refused_before_anything_is_written() -> None:
    stream = io.StringIO()
    records = [make_full_record(), harbour_record()]
    with pytest.raises(InputError, match=r"minister\.txt.*harbour\.txt"):
        EXPORTERS["brat"].export(iter(records), stream, options=ExportOptions())
    assert stream.getvalue() == ""


def test_no_record_gives_an_empty_file() -> None:
    assert export() == ""

"""The terminal view."""

import io
import re

import pytest
from rich.cells import cell_len

from onrecord.core import (
    Document,
    Entity,
    EntityKind,
    InputError,
    Modality,
    Party,
    QuoteForm,
    Record,
    Stance,
)
from onrecord.export import EXPORTERS, ExportOptions
from tests.builders import (
    find,
    make_attribution,
    make_contact,
    make_doc,
    make_entity,
    make_full_record,
    make_record,
)
from tests.unit.export.articles import harbour_record

ESCAPE = "\x1b"


def show(*records: Record, **options: object) -> str:
    stream = io.StringIO()
    EXPORTERS["text"].export(iter(records), stream, options=ExportOptions(**options))
    return stream.getvalue()


def flat(shown: str) -> str:
    """Undo the wrapping: one line, without bars."""
    return re.sub(r"\s+", " ", shown.replace("│", " "))


def section(shown: str, title: str) -> str:
    return re.split(r"^(?=[A-Z]{6,})", shown.split(f"\n{title}", 1)[1], flags=re.M)[0]


def test_head_says_what_is_known() -> None:
    head = show(harbour_record()).split("\n\n")[0]
    assert head.splitlines() == [
        "Harbour envoy met both camps, spokesman says",
        "The Tidewater Courier · by Ada Quill · 12 March 2017 · harbour.txt",
        "11 statements · 7 contacts · 1 event · 2 issues",
    ]


def test_a_missing_day_is_said() -> None:
    shown = show(make_record(make_doc(name="a.txt")))
    assert shown.startswith("a.txt\nno publication date\n")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    lines = show(harbour_record(), width=width).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_no_width_under_the_least() -> None:
    with pytest.raises(InputError, match="39"):
        ExportOptions(width=39)


def test_plain_output_has_no_control_characters_nor_blanks_at_line_ends() -> None:
    shown = show(harbour_record())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
    assert not re.search(r" $", shown, re.M)


def test_colour_changes_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")  # the options decide, not the environment
    coloured = show(harbour_record(), colour=True)
    assert ESCAPE in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == show(
        harbour_record()
    ).splitlines()


@pytest.mark.parametrize("width", [80, 120])
def test_every_statement_stands_in_the_articles_words(width: int) -> None:
    record = harbour_record()
    statements = flat(section(show(record, width=width), "STATEMENTS"))
    for item in record.attributions:
        assert flat(record.words(item.content)) in statements
        assert f" {item.stance} " in statements


def test_statements_stand_under_their_speaker() -> None:
    shown = section(show(harbour_record(), width=100), "STATEMENTS")
    speakers = re.findall(r"^  (\S.*?)  \d+ statement", shown, re.M)
    assert speakers == [
        "Viktor Orlan",
        "a campaign official, who asked not to be named (unnamed)",
        "Sergei Tal",
        "“He” (speaker not resolved)",
        "another official, unnamed",
        "no source given",
        "Ines Roe",
    ]


def test_what_somebody_tells_of_another_names_both() -> None:
    shown = flat(show(harbour_record(), width=100))
    told = (
        "Sergei Tal states, as told by a campaign official, who asked not to be named"
    )
    assert told in shown


@pytest.mark.parametrize(
    ("modality", "word"),
    [
        (Modality.HAPPENED, "reported"),
        (Modality.DENIED, "denied"),
        (Modality.PLANNED, "planned"),
        (Modality.ALLEGED, "alleged"),
        (Modality.NOT_HELD, "not held"),
        (Modality.HYPOTHETICAL, "hypothetical"),
    ],
)
def test_a_contact_begins_with_its_modality(modality: Modality, word: str) -> None:
    doc = make_doc("Ann met Bo.")
    ann = make_entity(doc, "Ann")
    contact = make_contact(doc, "met", _parties(doc, ann), modality=modality)
    shown = section(
        show(make_record(doc, entities=(ann,), contacts=(contact,))), "CONTACTS"
    )
    assert re.search(rf"^  {word} +meeting between Ann and “Bo”$", shown, re.M)


def test_a_denied_contact_has_its_denial_and_its_claimant() -> None:
    shown = section(show(harbour_record(), width=100), "CONTACTS")
    denied = shown.split("denied")[1]
    assert "Viktor Orlan denies:" in denied
    assert "no meetings about ballots" in denied.split("reported")[0]


def test_a_contact_in_the_writers_voice_is_the_articles() -> None:
    shown = flat(section(show(harbour_record(), width=100), "CONTACTS"))
    assert "The article gives it as not having taken place: Mayor Ines Roe" in shown
    assert "Ines Roe never met Gov. Tal." in shown


def test_a_contact_inside_a_statement_is_not_the_articles_alone() -> None:
    doc = make_doc("“Ann met Bo,” Cy said.")
    ann, cy = make_entity(doc, "Ann"), make_entity(doc, "Cy")
    said = make_attribution(
        doc,
        source="Cy",
        cue="said",
        content="“Ann met Bo,”",
        speaker=cy,
        form=QuoteForm.DIRECT,
    )
    contact = make_contact(doc, "met", _parties(doc, ann))
    record = make_record(
        doc, entities=(ann, cy), attributions=(said,), contacts=(contact,)
    )
    claimed = "The article, in what it has from Cy, gives it as having happened:"
    assert claimed in flat(show(record))


def test_a_time_stands_as_stated_and_as_understood() -> None:
    assert "In February (February 2017)" in show(harbour_record())
    assert "next week (13 March 2017 to 19 March 2017)" in show(harbour_record())


def test_roles_and_issues_are_shown() -> None:
    shown = show(harbour_record())
    people = section(shown, "PEOPLE")
    assert re.search(r"Viktor Orlan +person +spokesman \(Orvane\) +5 quoted", people)
    issues = section(shown, "ISSUES")
    assert "speaker-unresolved" in issues
    assert "nobody fits “He”" in issues


def test_no_article_can_steer_the_terminal() -> None:
    doc = make_doc(
        "Bo said \x1b[31mred\x1b]0;title\x07 \x9b1m \r[bold]x[/bold] :smile:"
    )
    said = make_attribution(
        doc, source="Bo", cue="said", content=doc.text[8:], stance=Stance.DENIES
    )
    shown = show(make_record(doc, attributions=(said,)))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
    assert "[bold]x[/bold] :smile:" in shown


def test_lone_surrogates_and_wide_letters_can_be_shown() -> None:
    doc = make_doc("Bo said 会談 \ud83d \U0001f6a2 שלום")
    said = make_attribution(doc, source="Bo", cue="said", content=doc.text[8:])
    shown = show(make_record(doc, attributions=(said,)), width=40)
    assert "会談 \ufffd \U0001f6a2 שלום" in shown.encode("utf-8").decode("utf-8")


def test_a_narrow_stream_takes_everything() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, "ascii")
    EXPORTERS["text"].export([harbour_record()], stream, options=ExportOptions())
    stream.flush()
    assert rb"\u201cport fees\u201d" in raw.getvalue()


def test_records_follow_each_other() -> None:
    shown = show(harbour_record(), make_full_record())
    assert shown.index("Harbour envoy") < shown.index("\n\nMinister resigns\n")


def test_an_empty_record_says_that_nothing_was_found() -> None:
    shown = show(make_record())
    for title in ("PEOPLE AND ROLES", "STATEMENTS", "CONTACTS", "EVENTS"):
        assert f"{title}  none found" in shown


def _parties(doc: Document, ann: Entity) -> tuple[Party, Party]:
    return (Party(find(doc, "Ann"), ann.id), Party(find(doc, "Bo")))


def test_several_people_take_a_plural_verb() -> None:
    doc = make_doc("Two aides said Ann met Bo Carr.")
    aides = make_entity(doc, "Two aides", EntityKind.GROUP)
    ann, bo = make_entity(doc, "Ann"), make_entity(doc, "Bo Carr")
    said = make_attribution(
        doc, source="Two aides", cue="said", content="Ann met Bo Carr", speaker=aides
    )
    parties = (Party(find(doc, "Ann"), ann.id), Party(find(doc, "Bo Carr"), bo.id))
    record = make_record(
        doc,
        entities=(aides, ann, bo),
        attributions=(said,),
        contacts=(make_contact(doc, "met", parties, by=said.id),),
    )
    assert "Two aides state:" in show(record)


@pytest.mark.parametrize(
    ("modality", "account"),
    [
        (Modality.DENIED, "Ann denies:"),
        (Modality.HAPPENED, "Ann speaks of it as having happened:"),
        (Modality.PLANNED, "Ann speaks of it as planned:"),
    ],
)
def test_a_denial_denies_only_what_it_says_did_not_happen(
    modality: Modality, account: str
) -> None:
    doc = make_doc("“I met Bo Carr. There were no deals,” Ann said.")
    ann, bo = make_entity(doc, "Ann"), make_entity(doc, "Bo Carr")
    words = "“I met Bo Carr. There were no deals,”"
    denial = make_attribution(
        doc,
        source="Ann",
        cue="said",
        content=words,
        speaker=ann,
        stance=Stance.DENIES,
        form=QuoteForm.DIRECT,
    )
    met = make_contact(
        doc,
        "met",
        (Party(None, ann.id), Party(find(doc, "Bo Carr"), bo.id)),
        modality=modality,
        by=denial.id,
    )
    record = make_record(
        doc, entities=(ann, bo), attributions=(denial,), contacts=(met,)
    )
    contacts = show(record).split("\nCONTACTS")[1]
    assert account in contacts

"""A real article, read where the shared folder lies beside the repository.

Nothing of its text stands here but names.
"""

from datetime import date
from pathlib import Path

import pytest

from onrecord.core import (
    Contact,
    EntityKind,
    EventKind,
    Modality,
    QuoteForm,
    Record,
    Stance,
    make_document,
)
from onrecord.read import open_reader

ARTICLE = Path(__file__).parents[3] / "shared" / "articles" / "envoy-met-campaigns.txt"
PESKOV = "Dmitry Peskov"
ENVOY = "Sergey Kislyak"

pytestmark = [
    pytest.mark.models,
    pytest.mark.skipif(
        not ARTICLE.exists(), reason=f"needs the article, which is not ours: {ARTICLE}"
    ),
]


@pytest.fixture(scope="module")
def record() -> Record:
    doc = make_document(
        ARTICLE.name, ARTICLE.read_bytes().decode(), published=date(2017, 3, 12)
    )
    (read,) = open_reader("onrecord", threads=1).read([doc])
    return read


def name(record: Record, entity: str | None) -> str | None:
    return None if entity is None else record.entity(entity).name


def parties(record: Record, contact: Contact) -> str:
    return " / ".join(name(record, party.entity) or "?" for party in contact.parties)


def teller(record: Record, contact: Contact) -> str | None:
    by = {one.id: one.speaker for one in record.attributions}
    return name(record, by[contact.by]) if contact.by else None


def test_he_is_the_speaker_of_all_his_quotations(record: Record) -> None:
    quoted = [
        one
        for one in record.attributions
        if one.form is QuoteForm.DIRECT or record.words(one.source).endswith("Peskov")
    ]
    assert len(quoted) >= 6
    assert {name(record, one.speaker) for one in quoted} == {PESKOV}


def test_no_other_person_is_made_a_speaker(record: Record) -> None:
    speakers = [record.entity(a.speaker) for a in record.attributions if a.speaker]
    people = {one.name for one in speakers if one.kind is EntityKind.PERSON}
    assert people == {PESKOV}


def test_it_is_told_to_the_interviewer(record: Record) -> None:
    told = {name(record, one.addressee) for one in record.attributions if one.addressee}
    assert told == {"Fareed Zakaria"}


def test_he_confirms_and_denies(record: Record) -> None:
    his = [a for a in record.attributions if name(record, a.speaker) == PESKOV]
    said = [(a.stance, record.words(a.content)) for a in his]
    assert any(s is Stance.CONFIRMS and " met " in words for s, words in said)
    denied = [words for stance, words in said if stance is Stance.DENIES]
    for topic in ("meddled", "colluded", " no. ", "no meetings"):
        assert any(topic in words for words in denied), topic


@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        (ENVOY, "campaign staffers", PESKOV),
        (ENVOY, "people working in", PESKOV),
        ("envoy", "Trump campaign", PESKOV),
        (ENVOY, "Trump", None),
        ("Michael Flynn", ENVOY, "reports"),
        ("Jeff Sessions", ENVOY, "reports"),
    ],
)
def test_contacts(record: Record, one: str, *, other: str, by: str | None) -> None:
    found = [
        contact
        for contact in record.contacts
        if one in (words := parties(record, contact))
        and other in words
        and contact.modality is Modality.HAPPENED
    ]
    assert by in {teller(record, contact) for contact in found}


def test_what_is_denied_is_the_topic(record: Record) -> None:
    (denied,) = [c for c in record.contacts if c.modality is not Modality.HAPPENED]
    assert denied.modality is Modality.DENIED
    assert denied.topic is not None
    assert denied.topic.of(record.document.text) == "elections"
    assert teller(record, denied) == PESKOV


def test_events(record: Record) -> None:
    found = {
        (event.kind, name(record, role.entity))
        for event in record.events
        for role in event.roles
    }
    assert (EventKind.RESIGNATION, "Michael Flynn") in found
    assert (EventKind.RECUSAL, "Jeff Sessions") in found


def test_a_bare_month_is_the_last_one(record: Record) -> None:
    text = record.document.text
    (february,) = [t for t in record.times if "February" in t.span.of(text)]
    assert february.range.label == "2017-02"

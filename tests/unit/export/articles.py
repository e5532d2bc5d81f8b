"""An invented article and its record, made by hand. Its people do not exist."""

from datetime import date
from pathlib import Path

from onrecord.core import (
    Attribution,
    Contact,
    ContactKind,
    DateRange,
    Entity,
    EntityKind,
    EventKind,
    Issue,
    MentionForm,
    Modality,
    Party,
    QuoteForm,
    Record,
    Role,
    Stance,
    TimeExpression,
)
from tests.unit.export.desk import READER, Desk

TITLE = "Harbour envoy met both camps, spokesman says"

# Its quotation marks and dashes are those of newspapers, so it stands in a text file.
HARBOUR = Path(__file__).with_name("harbour.txt").read_text("utf-8")

_NAMES = {
    "orlan": (EntityKind.PERSON, "Viktor Orlan", "Orlan"),
    "tal": (EntityKind.PERSON, "Sergei Tal", "Tal", "Ambassador Sergei Tal"),
    "calder": (EntityKind.PERSON, "Ruth Calder", "Calder"),
    "roe": (EntityKind.PERSON, "Ines Roe"),
    "quill": (EntityKind.PERSON, "Ada Quill"),
    "halden": (EntityKind.ORGANISATION, "Halden campaign"),
    "orvane": (EntityKind.PLACE, "Orvane"),
    "lissport": (EntityKind.PLACE, "Lissport"),
}

People = dict[str, Entity]
Times = dict[str, TimeExpression]
Said = dict[str, Attribution]


def harbour_record(name: str = "harbour.txt", **metadata: object) -> Record:
    """Give a record that holds every kind of item, stance of sources and modality."""
    known = {
        "title": TITLE,
        "publisher": "The Tidewater Courier",
        "byline": "Ada Quill",
        "published": date(2017, 3, 12),
        "url": "https://tidewater.example/harbour",
        "language": "en",
    }
    desk = Desk(HARBOUR, name, known | metadata)
    people = {key: desk.entity(*names) for key, names in _NAMES.items()}
    times = {
        "sunday": desk.time("on Sunday", DateRange.day(date(2017, 3, 12))),
        "february": desk.time("In February", DateRange.month(2017, 2)),
        "week": desk.time("next week", DateRange(date(2017, 3, 13), date(2017, 3, 19))),
    }
    said = _orlan_said(desk, people, times) | _others_said(desk, people)
    minister = desk.at("harbour minister")
    return Record(
        document=desk.document,
        entities=tuple(people.values()),
        mentions=(
            desk.mention("Viktor Orlan", MentionForm.NAME, people["orlan"]),
            desk.mention("Orvane", MentionForm.NAME, people["orvane"]),
            desk.mention("Lissport", MentionForm.NAME, people["lissport"]),
            desk.mention("an envoy", MentionForm.NOMINAL, None),
        ),
        times=tuple(times.values()),
        attributions=tuple(said.values()),
        contacts=_contacts(desk, people, times=times, said=said),
        events=(
            desk.event(
                EventKind.RESIGNATION,
                desk.at("resigned"),
                Role("holder", desk.at("Ruth Calder"), people["calder"].id),
                Role("office", minister),
                time=times["february"].id,
            ),
        ),
        tenures=(
            desk.tenure(
                people["calder"],
                minister,
                of=people["orvane"].id,
                latest=date(2017, 2, 28),
            ),
            desk.tenure(
                people["orlan"],
                desk.at("spokesman", "The spokesman"),
                of=people["orvane"].id,
            ),
            desk.tenure(people["tal"], desk.at("Ambassador")),
        ),
        issues=(
            Issue("speaker-unresolved", desk.at("He", "He plans"), "nobody fits “He”"),
            Issue("no-language", None, "the language was not given"),
        ),
        reader=READER,
    )


def _orlan_said(desk: Desk, people: People, times: Times) -> Said:
    at, orlan = desk.at, people["orlan"].id
    name = at("Viktor Orlan")
    return {
        "confirmed": desk.said(
            at("The spokesman for the president of Orvane"),
            at("confirmed"),
            at("that an envoy met members of the Halden campaign"),
            at("to discuss “port fees”"),
            form=QuoteForm.MIXED,
            stance=Stance.CONFIRMS,
            speaker=orlan,
            time=times["sunday"].id,
            confidence=0.93,
            rule="title",
        ),
        "meddling": desk.said(
            name,
            at("denied"),
            at("that Orvane meddled in the vote"),
            stance=Stance.DENIES,
            speaker=orlan,
            rule="name",
        ),
        "huddled": desk.said(
            name,
            at("said", "said Ambassador"),
            at("Ambassador Sergei Tal huddled with the campaign staffers as part"),
            speaker=orlan,
            rule="name",
        ),
        "job": desk.said(
            at("Orlan", "Orlan told"),
            at("told"),
            at("“This is his job,”"),
            at(
                "“He was talking about port fees. He was talking about what goes on in "
                "Lissport.\n\n“But there were no meetings about ballots"
            ),
            form=QuoteForm.DIRECT,
            speaker=orlan,
            addressee=people["quill"].id,
            rule="surname",
        ),
        "ballots": desk.said(
            at("he", "he said."),
            at("said", "said."),
            at("“But there were no meetings about ballots — the electoral process,”"),
            form=QuoteForm.DIRECT,
            stance=Stance.DENIES,
            speaker=orlan,
            confidence=0.71,
            rule="pronoun",
        ),
    }


def _others_said(desk: Desk, people: People) -> Said:
    at = desk.at
    return {
        "official": desk.said(
            at("a campaign official, who asked not to be named"),
            at("said", "said a campaign"),
            at("“Tal told me that the mayor had refused a second meeting,”"),
            form=QuoteForm.DIRECT,
            anonymous=True,
        ),
        "refused": desk.said(
            at("Tal", "Tal told me"),
            at("told", "told me"),
            at("that the mayor had refused a second meeting"),
            speaker=people["tal"].id,
            rule="surname",
        ),
        "plans": desk.said(
            at("He", "He plans"),
            at("plans"),
            at("to call Calder next week"),
            stance=Stance.PROMISES,
        ),
        "written": desk.said(
            at("another official"),
            at("said", "another official said"),
            at("“If they had written to us,”"),
            at("“we would have answered.”"),
            form=QuoteForm.DIRECT,
            anonymous=True,
        ),
        "money": desk.said(
            None, at("alleged"), at("that money changed hands"), stance=Stance.ACCUSES
        ),
        "declined": desk.said(
            at("She"),
            at("declined"),
            at("to comment"),
            stance=Stance.DECLINES,
            speaker=people["roe"].id,
            rule="pronoun",
        ),
    }


def _contacts(
    desk: Desk, people: People, *, times: Times, said: Said
) -> tuple[Contact, ...]:
    at = desk.at
    tal, roe, calder = (people[key].id for key in ("tal", "roe", "calder"))
    return (
        desk.contact(
            at("met", "met members"),
            Party(at("an envoy"), tal),
            Party(at("members of the Halden campaign"), people["halden"].id),
            topic=at("“port fees”"),
            by=said["confirmed"].id,
            confidence=0.9,
        ),
        desk.contact(
            at("meetings"),
            Party(None, tal),
            modality=Modality.DENIED,
            topic=at("ballots — the electoral process"),
            by=said["ballots"].id,
        ),
        desk.contact(
            at("met", "met Sergei"),
            Party(at("she"), calder),
            Party(at("Sergei Tal", "met Sergei"), tal),
            place=at("Lissport", "Tal in Lissport"),
        ),
        desk.contact(
            at("second meeting"),
            Party(at("the mayor"), roe),
            Party(None, tal),
            modality=Modality.NOT_HELD,
            by=said["refused"].id,
        ),
        desk.contact(
            at("call", "call Calder"),
            Party(at("He", "He plans")),
            Party(at("Calder", "call Calder"), calder),
            kind=ContactKind.CALL,
            modality=Modality.PLANNED,
            time=times["week"].id,
            by=said["plans"].id,
        ),
        desk.contact(
            at("written"),
            Party(at("they", "they had")),
            Party(at("us", "us,”")),
            kind=ContactKind.MESSAGE,
            modality=Modality.HYPOTHETICAL,
            by=said["written"].id,
        ),
        desk.contact(
            at("met", "met Gov."),
            Party(at("Ines Roe"), roe),
            Party(at("Tal", "Tal. She"), tal),
            modality=Modality.NOT_HELD,
        ),
    )

"""Short invented stories as records, for tests of who is who across documents.

Every person, outlet and event here is invented; countries bear their names because an
office is found by them.
"""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.core import (
    Contact,
    Entity,
    EntityKind,
    MentionForm,
    Modality,
    Party,
    Record,
    Stance,
    content_id,
)
from onrecord.core.annotations import Attribution, Mention
from onrecord.core.span import Span
from tests.builders import (
    find,
    make_attribution,
    make_contact,
    make_doc,
    make_record,
)

_FEBRUARY = (
    "Aide Daniel Osei spoke with the Norwegian ambassador, Sergey Kostin, about the "
    "Skarne pipeline sanctions. Osei denied that pipeline sanctions were raised. "
    "Minister Ilse Maarten praised Osei."
)
_MARCH = (
    "Norwegian Ambassador Sergei Kostin met Daniel Osei at Harbour Tower in December, "
    "officials said, before pipeline sanctions fell. Ilse Maarten said that Kostin "
    "knew of the sanctions."
)
_BARE = (
    "Kostin met Ilse Maarten twice, and Daniel Osei once, over the Skarne pipeline "
    "sanctions, aides told reporters."
)
_DESCRIBED = (
    "The Norwegian ambassador met Petra Lindqvist on Monday over the pipeline. "
    "Lindqvist said that the talks were brief."
)

#: Four outlets on one affair: an envoy, an aide, and a pipeline.
ENVOY_STORIES = (
    ("courier.txt", date(2017, 2, 10), _FEBRUARY),
    ("ledger.txt", date(2017, 3, 2), _MARCH),
    ("post.txt", date(2017, 3, 9), _BARE),
    ("herald.txt", date(2017, 3, 14), _DESCRIBED),
)

PEOPLE = (
    "Daniel Osei", "Osei", "Sergey Kostin", "Sergei Kostin", "Kostin", "Ilse Maarten",
    "Petra Lindqvist", "Lindqvist", "The Norwegian ambassador",
)  # fmt: skip
PLACES = ("Harbour Tower",)


def make_story(
    name: str, day: date | None, text: str, *, people: Sequence[str] = PEOPLE
) -> Record:
    """Build a record of a text: its people by name, one entity a surname.

    Args:
        name: Name of the document.
        day: Its day of publication.
        text: Its text.
        people: Words that name people; a bare surname joins the full name there.
    """
    doc = make_doc(
        text, name=name, published=day, publisher=name.split(".", maxsplit=1)[0].title()
    )
    named = [one for one in sorted(people, key=len, reverse=True) if one in text]
    full = [one for one in named if not any(_is_short(one, other) for other in named)]
    entities = {one: _entity(doc.id, one, EntityKind.PERSON) for one in full}
    for place in PLACES:
        if place in text:
            entities[place] = _entity(doc.id, place, EntityKind.PLACE)
    mentions: dict[Span, Mention] = {}
    for one in (*named, *PLACES):
        owner = next((o for o in full if one == o or _is_short(one, o)), one)
        for match in re.finditer(rf"\b{re.escape(one)}\b", text):
            span = Span(*match.span())
            inside = any(s.start <= span.start and span.end <= s.end for s in mentions)
            if not inside:
                form = (
                    MentionForm.NOMINAL
                    if one[4:5].isupper() and one.startswith("The ")
                    else MentionForm.NAME
                )
                key = content_id("men", doc.id, span)
                mentions[span] = Mention(key, span, form, entities[owner].id)
    return make_record(
        doc, entities=tuple(entities.values()), mentions=tuple(mentions.values())
    )


def envoy_records() -> list[Record]:
    """Build the records of the envoy stories, with two contacts and two statements."""
    return [_with_findings(make_story(*story)) for story in ENVOY_STORIES]


def entity(record: Record, name: str) -> Entity:
    """Give the entity of a record with a name."""
    return next(one for one in record.entities if one.name == name)


def _with_findings(record: Record) -> Record:
    doc = record.document
    attributions: tuple[Attribution, ...] = ()
    contacts: tuple[Contact, ...] = ()
    if "Osei denied" in doc.text:
        denial = make_attribution(
            doc,
            source="Osei",
            cue="denied",
            content="that pipeline sanctions were raised",
            speaker=entity(record, "Daniel Osei"),
            stance=Stance.DENIES,
        )
        attributions = (denial,)
        contacts = (
            _contact(record, "spoke", ("Daniel Osei", "Sergey Kostin")),
            _contact(
                record,
                "raised",
                ("Daniel Osei", "Sergey Kostin"),
                modality=Modality.DENIED,
                by=denial.id,
            ),
        )
    elif "Sergei Kostin met" in doc.text:
        attributions = (
            make_attribution(
                doc,
                source="Ilse Maarten",
                cue="said",
                content="that Kostin knew of the sanctions",
                speaker=entity(record, "Ilse Maarten"),
            ),
        )
        contacts = (
            _contact(
                record,
                "met",
                ("Sergei Kostin", "Daniel Osei"),
                place=find(doc, "Harbour Tower"),
            ),
        )
    elif "The Norwegian ambassador met" in doc.text:
        contacts = (
            _contact(record, "met", ("The Norwegian ambassador", "Petra Lindqvist")),
        )
    return make_record(
        doc,
        entities=record.entities,
        mentions=record.mentions,
        attributions=attributions,
        contacts=contacts,
    )


def _contact(
    record: Record, trigger: str, names: tuple[str, str], **more: object
) -> Contact:
    parties = tuple(
        Party(find(record.document, name), entity(record, name).id) for name in names
    )
    return make_contact(record.document, trigger, parties, **more)


def _entity(document_id: str, name: str, kind: EntityKind) -> Entity:
    return Entity(content_id("ety", document_id, kind, name), kind, name)


def _is_short(one: str, other: str) -> bool:
    return one != other and other.endswith(f" {one}")

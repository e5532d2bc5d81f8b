"""From a record to its outline."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from onrecord.core import (
    Attribution,
    Contact,
    DateRange,
    EntityKind,
    Event,
    Party,
    Record,
    Role,
    Tenure,
)
from onrecord.export.lookup import Lookup, make_lookup
from onrecord.export.outline import (
    Account,
    Happening,
    Holding,
    Located,
    Outline,
    Participant,
    Person,
    Quote,
    SpeakerGroup,
    Statement,
)

__all__ = ["make_outline"]

_KIND_ORDER = {kind: place for place, kind in enumerate(EntityKind)}


def make_outline(record: Record) -> Outline:
    """Arrange a record as people read it.

    Args:
        record: The record.

    Returns:
        People, statements by speaker, contacts, events and issues, each with its words.
    """
    look = make_lookup(record)
    statements = {item.id: _statement(look, item) for item in record.attributions}
    return Outline(
        record=record,
        passages=look.passages,
        people=_people(look),
        groups=_groups(statements.values()),
        contacts=_happenings(look, record.contacts, statements),
        events=_happenings(look, record.events, statements),
        issues=tuple(
            Located(issue, look.maybe_quote([issue.span])) for issue in record.issues
        ),
        annotations={item.id: item for item in record.annotations()},
    )


def _statement(look: Lookup, item: Attribution) -> Statement:
    speaker = look.speakers[item.id]
    return Statement(
        attribution=item,
        speaker=speaker,
        tellers=look.told_by(item.id, but=speaker),
        source=look.maybe_quote(item.source),
        cue=look.maybe_quote(item.cue),
        content=look.maybe_quote(item.content),
        addressee=look.entity(item.addressee),
        when=look.when(item.time),
    )


def _groups(statements: Iterable[Statement]) -> tuple[SpeakerGroup, ...]:
    groups: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=lambda statement: statement.main.start):
        groups.setdefault(statement.speaker.key, []).append(statement)
    return tuple(
        SpeakerGroup(group[0].speaker, tuple(group)) for group in groups.values()
    )


def _happenings(
    look: Lookup,
    items: Iterable[Contact | Event],
    statements: Mapping[str, Statement],
) -> tuple[Happening, ...]:
    in_order = sorted(items, key=lambda item: item.trigger)
    return tuple(_happening(look, item, statements) for item in in_order)


def _happening(
    look: Lookup, item: Contact | Event, statements: Mapping[str, Statement]
) -> Happening:
    taking_part: Iterable[Party | Role]
    if isinstance(item, Contact):
        taking_part, place, topic = item.parties, item.place, item.topic
    else:
        taking_part, place, topic = item.roles, None, None
    return Happening(
        annotation=item,
        participants=tuple(_participant(look, one) for one in taking_part),
        trigger=look.quote(item.trigger),
        passage=look.quote(look.passages.sentence(item.trigger)),
        when=look.when(item.time),
        place=look.maybe_quote([place]),
        topic=look.maybe_quote([topic]),
        account=_account(look, item, statements),
    )


def _account(
    look: Lookup, item: Contact | Event, statements: Mapping[str, Statement]
) -> Account:
    if item.by is None:
        return Account(None, look.told_by(item.id, but=None))
    return Account(statements[item.by], statements[item.by].tellers)


def _participant(look: Lookup, one: Party | Role) -> Participant:
    entity = look.entity(one.entity)
    quote = look.maybe_quote([one.span])
    label = entity.name if entity else quote.words if quote else ""
    role = one.role if isinstance(one, Role) else "party"
    return Participant(role, label, entity, quote)


def _people(look: Lookup) -> tuple[Person, ...]:
    record = look.record
    n_statements = Counter(item.speaker for item in record.attributions)
    holdings: dict[str, list[Holding]] = {}
    for tenure in record.tenures:
        holdings.setdefault(tenure.entity, []).append(_holding(look, tenure))
    firsts = _first_mentions(look)
    people = (
        Person(
            entity=entity,
            holdings=tuple(holdings.get(entity.id, ())),
            n_statements=n_statements[entity.id],
            first=firsts.get(entity.id),
        )
        for entity in record.entities
    )
    return tuple(
        sorted(
            people,
            key=lambda person: (_KIND_ORDER[person.entity.kind], -person.n_statements),
        )
    )


def _first_mentions(look: Lookup) -> dict[str, Quote]:
    record = look.record
    mentions = ((mention.span, mention.entity) for mention in record.mentions)
    parties = (
        (party.span, party.entity)
        for contact in record.contacts
        for party in contact.parties
        if party.span is not None
    )
    sources = (
        (item.source[0], item.speaker) for item in record.attributions if item.source
    )
    firsts: dict[str, Quote] = {}
    for span, entity in sorted(chain(mentions, parties, sources), key=lambda at: at[0]):
        if entity is not None and entity not in firsts:
            firsts[entity] = look.quote(span)
    return firsts


def _holding(look: Lookup, tenure: Tenure) -> Holding:
    days = DateRange(tenure.earliest, tenure.latest)
    return Holding(
        tenure=tenure,
        title=look.quote(tenure.title),
        of=look.entity(tenure.of),
        days=days if days.is_known else None,
    )

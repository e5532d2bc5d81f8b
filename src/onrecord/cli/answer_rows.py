"""Answers as rows of a table, each claim with its claimant and its document."""

from collections.abc import Iterator

from onrecord.query.answers import (
    ContactShown,
    Dossier,
    EntityShown,
    Source,
    Statement,
)
from onrecord.query.network import Node
from onrecord.query.searching import Hit

Row = dict[str, object]


def statement_row(one: Statement) -> Row:
    """Give a statement as a row."""
    return {
        "claimant": one.claimant.name,
        "stance": one.stance,
        "quote": one.quote,
        "form": one.form,
        "cue": one.cue,
        "about": list(one.about),
        **_source(one.source),
        "start": one.span[0],
        "end": one.span[1],
        "confidence": one.confidence,
        "judgement": one.judgement,
        "id": one.id,
    }


def contact_row(one: ContactShown) -> Row:
    """Give a contact as a row; whether it is told as held stands first."""
    return {
        "modality": one.modality,
        "kind": one.kind,
        "parties": [party.name for party in one.parties],
        "earliest": _day(one.earliest),
        "latest": _day(one.latest),
        "time": one.time,
        "place": one.place,
        "topic": one.topic,
        "claimant": one.claimant.name,
        "stance": one.stance,
        "quote": one.quote,
        **_source(one.source),
        "start": one.span[0],
        "end": one.span[1],
        "confidence": one.confidence,
        "judgement": one.judgement,
        "id": one.id,
    }


def timeline_row(one: ContactShown | Statement) -> Row:
    """Give a contact or a statement as a row of one table."""
    row = contact_row(one) if isinstance(one, ContactShown) else statement_row(one)
    return {
        "what": "contact" if isinstance(one, ContactShown) else "statement",
        "modality": row.get("modality", ""),
        "claimant": row["claimant"],
        "stance": row["stance"],
        "parties": row.get("parties", []),
        "earliest": row.get("earliest"),
        "latest": row.get("latest"),
        "quote": row["quote"],
        **_source(one.source),
        "id": row["id"],
    }


def node_row(one: Node) -> Row:
    """Give somebody in the network as a row."""
    return {
        "name": one.name,
        "others": one.n_others,
        "contacts": one.n_contacts,
        "brokerage": one.brokerage,
        "id": one.entity_id,
    }


def hit_row(one: Hit) -> Row:
    """Give a passage as a row."""
    return {
        "claimants": [claimant.name for claimant in one.claimants],
        "snippet": one.snippet,
        **_source(one.source),
        "start": one.span[0],
        "end": one.span[1],
    }


def entity_row(one: EntityShown) -> Row:
    """Give an entity as a row."""
    return {
        "name": one.name,
        "kind": one.kind,
        "roles": list(one.roles),
        "documents": one.n_documents,
        "first": _day(one.first_day),
        "last": _day(one.last_day),
        "id": one.id,
    }


def dossier_rows(dossier: Dossier) -> Iterator[Row]:
    """Give a dossier as rows of one table, its part in the first column."""
    for name, n in dossier.names:
        yield _part("name", name, n=n)
    for words, n in dossier.described:
        yield _part("described as", words, n=n)
    for role in dossier.roles:
        days = _day(role.earliest), _day(role.latest)
        title = f"{role.role} of {role.of}" if role.of else role.role
        yield _part("role", title, days=days, n=role.n_documents, source=role.source)
    for one in dossier.counterparts:
        days = _day(one.first_day), _day(one.last_day)
        told = ", ".join(f"{n} {modality}" for modality, n in one.told.items())
        n = sum(one.told.values())
        yield _part("contacts with", f"{one.name} ({told})", days=days, n=n)
    for topic in dossier.topics:
        yield _part("says about", topic.name, n=topic.n_statements)
    for said in dossier.about:
        yield _claim("said of them", said)
    for dispute in dossier.disputes:
        yield _claim("dispute", dispute)
    for source in dossier.documents:
        yield _part("document", source.title or source.name, source=source.shown)


def _claim(part: str, one: ContactShown | Statement) -> Row:
    words = one.quote
    if isinstance(one, ContactShown):
        words = f"{one.modality}: {words}"
    days = (_day(one.source.published),) * 2
    row = _part(part, words, days=days, source=one.source.shown)
    return {**row, "claimant": one.claimant.name, "stance": one.stance}


def _part(
    part: str,
    words: str,
    *,
    days: tuple[str | None, str | None] = (None, None),
    n: int | None = None,
    source: str = "",
) -> Row:
    return {
        "part": part,
        "words": words,
        "first": days[0],
        "last": days[1],
        "documents": n,
        "claimant": "",
        "stance": "",
        "source": source,
    }


def _source(source: Source) -> Row:
    return {
        "outlet": source.outlet,
        "published": _day(source.published),
        "title": source.title,
        "document": source.document_id,
        "url": source.url,
    }


def _day(day: object) -> str | None:
    return str(day) if day is not None else None

"""Answers as lines for people, each claim with its claimant and its document."""

import textwrap
from collections.abc import Iterator, Sequence

from onrecord.cli.terminal import printable
from onrecord.core.dates import DateRange
from onrecord.export.wording import load_wording
from onrecord.query.answers import (
    ContactShown,
    Dossier,
    EntityShown,
    RoleHeld,
    Source,
    Statement,
)
from onrecord.query.network import Node, Step
from onrecord.query.searching import Hit

_WIDTH = 88
_MODALITY_CHARS = 14
_MAX_NAMES = 12
_MAX_ROLES = 8
_MAX_LINES = 10


def statement_lines(found: Sequence[Statement]) -> Iterator[str]:
    """Give statements, a few lines each."""
    for one in found:
        yield from _statement(one)
    if not found:
        yield "Nothing on record."


def contact_lines(found: Sequence[ContactShown]) -> Iterator[str]:
    """Give contacts; how each stands is the first word of its first line."""
    for one in found:
        yield from _contact(one)
    if not found:
        yield "No contact on record."


def timeline_lines(found: Sequence[ContactShown | Statement]) -> Iterator[str]:
    """Give contacts and statements in their order."""
    for one in found:
        lines = _contact(one) if isinstance(one, ContactShown) else _statement(one)
        yield from lines
    if not found:
        yield "Nothing on record."


def node_lines(found: Sequence[Node]) -> Iterator[str]:
    """Give the network as a table."""
    yield f"{'name':<40} {'others':>7} {'contacts':>9} {'brokerage':>10}"
    for one in found:
        name = printable(one.name)[:40]
        yield f"{name:<40} {one.n_others:>7} {one.n_contacts:>9} {one.brokerage:>10.3f}"


def path_lines(found: Sequence[Sequence[Step]]) -> Iterator[str]:
    """Give paths, each with what is told of the contacts on it."""
    for path in found:
        yield " – ".join([path[0].one, *(step.other for step in path)])
        for step in path:
            for one in step.contacts[:2]:
                yield from (f"  {line}".rstrip() for line in _contact(one))
    if not found:
        yield "No way between the two over contacts of that kind."


def hit_lines(found: Sequence[Hit]) -> Iterator[str]:
    """Give passages, the words that were looked for between »marks«."""
    for one in found:
        yield printable(_source(one.source))
        claimants = ", ".join(dict.fromkeys(c.name for c in one.claimants))
        yield printable(f"  {claimants}:")
        yield from _wrapped(_marked(one), "    ")
        yield ""
    if not found:
        yield "No passage has these words."


def candidate_lines(found: Sequence[EntityShown]) -> Iterator[str]:
    """Give entities, a line each."""
    for one in found:
        yield printable(
            f"{one.id}  {one.name} ({', '.join((one.kind, *one.roles))}; "
            f"{_counted(one.n_documents)})"
        )


def dossier_lines(found: Sequence[Dossier]) -> Iterator[str]:
    """Give dossiers, a part after the other."""
    for dossier in found:
        one = dossier.entity
        days = DateRange(one.first_day, one.last_day).label
        yield printable(f"{one.name}  ({one.kind}; {one.id})")
        yield f"{_counted(one.n_documents)}, {days}"
        if dossier.others:
            yield ""
            yield "The name may also mean:"
            yield from (f"  {line}" for line in candidate_lines(dossier.others[:5]))
        yield from _part("NAMES", _names(dossier))
        yield from _part("ROLES", map(_role, dossier.roles[:_MAX_ROLES]))
        listed = [role for role in dossier.roles[_MAX_ROLES:] if not role.n_documents]
        yield from map(_role, listed)
        yield from _part("CONTACTS TOLD, DENIED OR PLANNED", _counterparts(dossier))
        yield from _part("STATEMENTS BY TOPIC", _topics(dossier))
        yield from _part("WHAT OTHERS SAY OF THEM", statement_lines(dossier.about[:5]))
        yield from _part("DISPUTES", timeline_lines(dossier.disputes[:_MAX_LINES]))
        yield from _part("DOCUMENTS", _documents(dossier))
        yield from _part(
            "WHY THEY ARE TAKEN FOR ONE, THE LEAST SURE FIRST", _links(dossier)
        )


def _names(dossier: Dossier) -> Iterator[str]:
    for words, n in (*dossier.names[:_MAX_NAMES], *dossier.described[:_MAX_NAMES]):
        yield printable(f"  {words:<50} {_counted(n):>14}")


def _role(role: RoleHeld) -> str:
    title = f"{role.role} of {role.of}" if role.of else role.role
    days = DateRange(role.earliest, role.latest).label
    if role.n_documents:
        return printable(f"  {title}: said in {_counted(role.n_documents)}, {days}")
    return printable(f"  {title}: {days} by {role.source}")


def _counterparts(dossier: Dossier) -> Iterator[str]:
    wording = load_wording()
    for one in dossier.counterparts[:_MAX_LINES]:
        told = ", ".join(
            f"{n} {wording.of('modality', label)}" for label, n in one.told.items()
        )
        yield printable(f"  {one.name}: {told}")
    yield ""
    for contact in dossier.contacts[:5]:
        yield from (f"  {line}".rstrip() for line in _contact(contact))


def _topics(dossier: Dossier) -> Iterator[str]:
    yield f"  {dossier.n_statements} statements"
    for topic in dossier.topics:
        yield printable(f"  about {topic.name}: {topic.n_statements}")
        for one in topic.examples[:1]:
            yield from (f"    {line}".rstrip() for line in _statement(one))


def _documents(dossier: Dossier) -> Iterator[str]:
    for source in dossier.documents[:_MAX_LINES]:
        yield printable(f"  {_source(source)}")


def _links(dossier: Dossier) -> Iterator[str]:
    for one in dossier.links[:5]:
        yield printable(f"  “{one.words}” in {one.source.shown}: {one.prob:.2f}")
        yield from _wrapped("; ".join(one.reasons), "    ")
        if one.rejected:
            yield printable(f"    not {one.rejected} ({one.rejected_prob:.2f})")


def _statement(one: Statement) -> Iterator[str]:
    stance = load_wording().of("stance", one.stance)
    yield printable(f"{one.claimant.name} {stance}  [{_source(one.source)}]")
    yield from _wrapped(one.quote, "  │ ")
    if one.judgement:
        yield printable(f"  judged: {one.judgement}")
    yield ""


def _contact(one: ContactShown) -> Iterator[str]:
    modality = load_wording().of("modality", one.modality)
    parties = ", ".join(dict.fromkeys(party.name for party in one.parties))
    yield printable(f"{modality:<{_MODALITY_CHARS}}{one.kind}: {parties}")
    indent = " " * _MODALITY_CHARS
    days = DateRange(one.earliest, one.latest)
    when = f"{one.time} ({days.label})" if days.is_known else one.time
    for label, words in (("when", when), ("where", one.place), ("about", one.topic)):
        if words:
            yield from _wrapped(f"{label:<7}{words}", indent)
    yield printable(f"{indent}{one.claimant.name} {one.stance}:")
    yield from _wrapped(one.quote, f"{indent}│ ")
    yield printable(f"{indent}[{_source(one.source)}]")
    if one.judgement:
        yield printable(f"{indent}judged: {one.judgement}")
    yield ""


def _marked(hit: Hit) -> str:
    parts, end = [], 0
    for first, last in hit.marks:
        parts += [hit.snippet[end:first], "»", hit.snippet[first:last], "«"]
        end = last
    return "".join([*parts, hit.snippet[end:]])


def _part(heading: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield ""
    yield heading
    yield ""
    yield from lines


def _source(source: Source) -> str:
    title = f": {source.title}" if source.title else ""
    return f"{source.shown}{title}"


def _counted(number: int) -> str:
    return f"{number} document" if number == 1 else f"{number} documents"


def _wrapped(words: str, indent: str) -> list[str]:
    plain = printable(" ".join(words.split()))
    return textwrap.wrap(
        plain, _WIDTH, initial_indent=indent, subsequent_indent=indent
    ) or [indent]

"""Which words of an article each item of its record rests on.

An item is what the page lists: a statement, contact, event, role, name or issue. A
mark is one passage of it. Marks overlap and nest freely; `segments` sorts that out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from onrecord.core import Contact, Span
from onrecord.export.outline import Happening, Outline, Quote, Statement
from onrecord.export.phrases import happening_title
from onrecord.export.wording import load_wording

__all__ = ["Mark", "find_marks", "words_id"]

# Shown at rest; the others show themselves when their item is chosen.
_VISIBLE = frozenset({"source", "cue", "content", "contact", "event"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage that an item rests on.

    Attributes:
        id: Anchor of the passage on the page.
        item: Anchor of the item.
        label: What the item is, in a few words.
        look: How it is drawn: ``source``, ``cue``, ``content``, ``contact``, ``event``,
            or ``detail`` for what shows only with its item.
        span: Where the words stand.
        is_main: Whether it is what the keyboard stops at: one for each item.
        weight: Length of all passages of the role together.
    """

    id: str
    item: str
    label: str
    look: str
    span: Span
    is_main: bool
    weight: int

    @property
    def is_visible(self) -> bool:
        """Tell whether it is drawn while nothing is chosen."""
        return self.look in _VISIBLE


def words_id(item: str, role: str, piece: int = 0) -> str:
    """Give the anchor of a passage.

    Args:
        item: Anchor of the item.
        role: Role of the passage in it; unique within the item.
        piece: Which passage of a discontinuous role, from 0.

    Returns:
        An anchor that is unique on the page when the item's is.

    Example:
        >>> words_id("r1-att_1", "content", 1)
        'r1-att_1-content-1'
    """
    return f"{item}-{role}-{piece}" if piece else f"{item}-{role}"


@dataclass(frozen=True, slots=True)
class _Item:
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class _Role:
    item: _Item
    name: str
    look: str
    quote: Quote | None
    is_main: bool = False


def find_marks(outline: Outline, prefix: str) -> tuple[Mark, ...]:
    """Give every mark of a record.

    Args:
        outline: The record, arranged.
        prefix: What tells its anchors from those of other records on the page.

    Returns:
        Marks, in no particular order.
    """
    return tuple(
        Mark(
            id=words_id(prefix + role.item.id, role.name, number),
            item=prefix + role.item.id,
            label=role.item.label,
            look=role.look,
            span=piece.span,
            is_main=role.is_main and number == 0,
            weight=sum(len(other.span) for other in role.quote.pieces),
        )
        for role in _roles(outline)
        if role.quote is not None
        for number, piece in enumerate(role.quote.pieces)
    )


def _roles(outline: Outline) -> Iterator[_Role]:
    for group in outline.groups:
        for statement in group.statements:
            yield from _of_statement(statement)
    for happening in chain(outline.contacts, outline.events):
        yield from _of_happening(happening)
    for person in outline.people:
        name = person.entity.name
        yield _Role(_Item(person.entity.id, name), "first", "detail", person.first)
        for held in person.holdings:
            role = _Item(held.tenure.id, f"role of {name}")
            yield _Role(role, "title", "detail", held.title)
    for number, located in enumerate(outline.issues):
        issue = _Item(f"issue{number}", located.issue.message)
        yield _Role(issue, "issue", "detail", located.quote)


def _of_statement(statement: Statement) -> Iterator[_Role]:
    stance = load_wording().of("stance", statement.attribution.stance)
    label = f"{statement.speaker.subject} {stance}"
    item, has_content = _Item(statement.attribution.id, label), bool(statement.content)
    yield _Role(item, "source", "source", statement.source)
    yield _Role(item, "cue", "cue", statement.cue, is_main=not has_content)
    yield _Role(item, "content", "content", statement.content, is_main=True)
    if statement.when:
        yield _Role(item, "time", "detail", statement.when.quote)


def _of_happening(happening: Happening) -> Iterator[_Role]:
    modality = load_wording().of("modality", happening.annotation.modality)
    label = f"{modality}: {happening_title(happening)}"
    item = _Item(happening.annotation.id, label)
    look = "contact" if isinstance(happening.annotation, Contact) else "event"
    yield _Role(item, "trigger", look, happening.trigger, is_main=True)
    for number, participant in enumerate(happening.participants):
        yield _Role(item, f"part{number}", "detail", participant.quote)
    yield _Role(item, "place", "detail", happening.place)
    yield _Role(item, "topic", "detail", happening.topic)
    if happening.when:
        yield _Role(item, "time", "detail", happening.when.quote)

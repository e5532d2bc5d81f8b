"""The sections of the terminal view, each from one part of the outline."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.core import EntityKind
from onrecord.export.outline import (
    EN_DASH,
    Happening,
    Located,
    Outline,
    Person,
    SpeakerGroup,
    Statement,
)
from onrecord.export.phrases import (
    held,
    masthead,
    statement_notes,
    told_by,
    where,
)
from onrecord.export.terminal import (
    STYLES,
    Barred,
    dim,
    heading,
    indented,
    labelled,
    plain,
)
from onrecord.export.text_happenings import happening_block
from onrecord.export.wording import counted, load_wording

__all__ = ["sections"]

_NAME_CHARS = 30
_BLANK = Text("")


def sections(outline: Outline) -> Iterator[RenderableType]:
    """Give the parts of the terminal view from top to bottom.

    Args:
        outline: A record, arranged.

    Yields:
        Blocks for rich to print one below the other.
    """
    yield from _head(outline)
    yield from _people(outline)
    yield from _statements(outline)
    yield from _happenings("contacts", outline.contacts)
    yield from _happenings("events", outline.events)
    yield from _issues(outline.issues)
    yield _foot(outline)


def _head(outline: Outline) -> Iterator[RenderableType]:
    yield plain(outline.title, "bold")
    yield dim(*masthead(outline.record.document))
    yield dim(
        counted(outline.n_statements, "statement"),
        counted(len(outline.contacts), "contact"),
        counted(len(outline.events), "event"),
        counted(len(outline.issues), "issue"),
    )
    yield _BLANK


def _people(outline: Outline) -> Iterator[RenderableType]:
    if not outline.people:
        yield heading("people and roles", "none found")
        yield _BLANK
        return
    yield heading("people and roles")
    yield _BLANK
    listed = [p for p in outline.people if p.entity.kind is not EntityKind.PLACE]
    places = [p for p in outline.people if p.entity.kind is EntityKind.PLACE]
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    longest = max((len(person.entity.name) for person in outline.people), default=0)
    grid.add_column(width=min(longest, _NAME_CHARS), overflow="fold")
    grid.add_column(width=len(EntityKind.ORGANISATION))
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    for person in listed:
        grid.add_row(*_person(person))
    yield indented(grid)
    if places:
        names = ", ".join(place.entity.name for place in places)
        yield indented(labelled(dim("places"), plain(names), width=len("places")))
    yield _BLANK


def _person(person: Person) -> tuple[Text, Text, Text, Text]:
    roles = "; ".join(held(holding) for holding in person.holdings)
    quoted = f"{person.n_statements} quoted" if person.n_statements else ""
    kind = load_wording().of("kind", person.entity.kind)
    return plain(person.entity.name, "bold"), dim(kind), plain(roles), dim(quoted)


def _statements(outline: Outline) -> Iterator[RenderableType]:
    if not outline.groups:
        yield heading("statements", "none found")
        yield _BLANK
        return
    by = f"by {counted(len(outline.groups), 'speaker')}"
    yield heading("statements", f"{counted(outline.n_statements, 'statement')} {by}")
    yield _BLANK
    for group in outline.groups:
        yield indented(_speaker(group))
        yield _BLANK
        for statement in group.statements:
            yield Padding(_statement(statement), (0, 0, 1, 4))


def _speaker(group: SpeakerGroup) -> Text:
    line = plain(group.speaker.described, "bold")
    return line.append_text(dim(f"  {counted(len(group.statements), 'statement')}"))


def _statement(statement: Statement) -> RenderableType:
    stance = statement.attribution.stance
    label = plain(load_wording().of("stance", stance), STYLES.get(stance, "bold"))
    through = told_by(statement.tellers)
    parts: list[RenderableType] = [plain(f"{through}:", "italic")] if through else []
    parts.append(Barred(statement.main.words))
    parts.append(dim(*statement_notes(statement)))
    return labelled(label, *parts)


def _happenings(
    title: str, happenings: tuple[Happening, ...]
) -> Iterator[RenderableType]:
    yield heading(title, "" if happenings else "none found")
    yield _BLANK
    for happening in happenings:
        yield indented(happening_block(happening))
        yield _BLANK


def _issues(issues: tuple[Located, ...]) -> Iterator[RenderableType]:
    if not issues:
        return
    yield heading("issues", "what the reader could not do")
    yield _BLANK
    for located in issues:
        line = plain(located.issue.message)
        place = (dim(*where(located.quote)),) if located.quote else ()
        yield indented(plain(located.issue.code, "bold"), indented(line, *place))
    yield _BLANK


def _foot(outline: Outline) -> Text:
    reader = outline.record.reader
    return dim(
        f"read by {reader.name} {reader.version}",
        outline.record.document.id,
        f"¶ paragraph · a{EN_DASH}b offsets",
    )

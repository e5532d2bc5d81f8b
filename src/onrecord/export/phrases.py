"""Sentences and parts of them that the text view and the page both need."""

from collections.abc import Iterator, Sequence

from onrecord.core import Document, EntityKind, Modality, Stance
from onrecord.export.outline import (
    Happening,
    Holding,
    Participant,
    Quote,
    Statement,
    When,
)
from onrecord.export.speakers import Speaker
from onrecord.export.wording import ARTICLE, joined, load_wording

__all__ = [
    "claim",
    "dated",
    "happening_title",
    "held",
    "masthead",
    "named",
    "statement_notes",
    "told_by",
    "where",
]

_ABSENT = frozenset({Modality.DENIED, Modality.NOT_HELD})


def masthead(document: Document) -> Iterator[str]:
    """Say where and when a document was published, as far as is known.

    Args:
        document: The document.

    Yields:
        Outlet, author line, day and name; a missing day is said openly.
    """
    if document.publisher:
        yield document.publisher
    if document.byline:
        by = document.byline
        yield by if by.lower().startswith("by ") else f"by {by}"
    if document.published:
        yield load_wording().day(document.published)
    else:
        yield "no publication date"
    if document.title:
        yield document.name


def told_by(tellers: Sequence[Speaker]) -> str:
    """Say through whom the article has a statement; empty when it is first-hand."""
    return ", ".join(f"as told by {teller.subject}" for teller in tellers)


def statement_notes(statement: Statement) -> Iterator[str]:
    """Say what an attribution rests on and where it stands.

    Args:
        statement: One statement.

    Yields:
        Source and cue as the article words them, the form, to whom, when, and where.
    """
    if statement.source and statement.source.words != statement.speaker.label:
        yield f"named as “{statement.source.words}”"
    if statement.cue:
        yield f"cue “{statement.cue.words}”"
    yield load_wording().of("form", statement.attribution.form)
    if statement.addressee:
        yield f"to {statement.addressee.name}"
    if statement.when:
        yield f"said {dated(statement.when)}"
    yield from where(statement.main)


def where(quote: Quote) -> Iterator[str]:
    """Say where words stand: paragraph and offsets."""
    yield f"¶ {quote.paragraph}"
    yield quote.places


def dated(when: When) -> str:
    """Give a time as the article states it, then as it was understood."""
    return f"{when.quote.words} ({load_wording().dates(when.range)})"


def held(holding: Holding) -> str:
    """Give a role with the organisation and the days that the article gives.

    Args:
        holding: A role that someone holds.

    Returns:
        The article's words for the role, then ours.
    """
    of = f" ({holding.of.name})" if holding.of else ""
    days = f", {load_wording().dates(holding.days)}" if holding.days else ""
    return f"{holding.title.words}{of}{days}"


def happening_title(happening: Happening) -> str:
    """Name a contact or event without saying that it took place.

    Args:
        happening: A contact or event.

    Returns:
        A phrase without a verb.
    """
    words = load_wording()
    kind = happening.contact_kind
    if kind is None:
        return words.of("event", happening.annotation.kind)
    return words.contact(kind, [named(one) for one in happening.participants])


def named(participant: Participant) -> str:
    """Give a name, or between quotation marks what the article says instead of one."""
    if participant.entity is None:
        return f"“{participant.label}”"
    return participant.label


def claim(happening: Happening) -> str:
    """Say whose account a contact or event is.

    Args:
        happening: A contact or event.

    Returns:
        Who says it, and what they do with it; the writer's voice is the article's.
    """
    words = load_wording()
    statement = happening.account.statement
    if statement is None:
        through = joined([teller.subject for teller in happening.account.tellers])
        inside = f", in what it has from {through}," if through else ""
        standing = words.of("standing", happening.annotation.modality)
        return f"{ARTICLE.capitalize()}{inside} gives it {standing}"
    through = told_by(statement.tellers)
    says = f"{statement.speaker.subject} {_does(happening, statement)}"
    return f"{says}, {through}" if through else says


def _does(happening: Happening, statement: Statement) -> str:
    """Say what a claimant does with a contact or event that their words hold.

    One breath may affirm a meeting and deny what it was about: such a denial must not
    be read as one of the meeting.
    """
    words, modality = load_wording(), happening.annotation.modality
    stance, entity = statement.attribution.stance, statement.speaker.entity
    several = entity is not None and entity.kind is EntityKind.GROUP
    if stance is Stance.DENIES and modality not in _ABSENT:
        verb = "speak" if several else "speaks"
        return f"{verb} of it {words.of('standing', modality)}"
    return words.of("stance_of_several" if several else "stance", stance)

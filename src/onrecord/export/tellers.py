"""Whose words a passage stands in: a claim keeps its claimant, and the teller too."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core import Attribution, Contact, Event, Record, Span

__all__ = ["find_tellers"]


@dataclass(frozen=True, slots=True)
class _Content:
    span: Span
    owner: str


def find_tellers(record: Record) -> dict[str, tuple[str, ...]]:
    """Find the attributions whose content an annotation stands in.

    In '"Bo denied it," Ann said', what Bo denies is known through Ann alone.

    Args:
        record: A record.

    Returns:
        Id of each attribution, contact and event that stands in others' content, to
        the ids of these attributions, the nearest first.
    """
    nearest = dict(_nearest(record))
    return {item: tuple(_chain(item, nearest)) for item in nearest}


def _nearest(record: Record) -> Iterator[tuple[str, str]]:
    """Give for each annotation the attribution with the shortest content around it."""
    contents = sorted(
        (
            _Content(span, attribution.id)
            for attribution in record.attributions
            for span in attribution.content
        ),
        key=lambda content: (content.span.start, -content.span.end),
    )
    anchors = sorted(
        ((_anchor(item), item.id) for item in _items(record)),
        key=lambda anchored: anchored[0].start,
    )
    # A sweep keeps this linear in practice: few contents are open at one place.
    opened: list[_Content] = []
    following = iter(contents)
    upcoming = next(following, None)
    for anchor, item in anchors:
        while upcoming is not None and upcoming.span.start <= anchor.start:
            opened.append(upcoming)
            upcoming = next(following, None)
        opened = [content for content in opened if content.span.end > anchor.start]
        around = [
            content
            for content in opened
            if content.span.contains(anchor) and content.owner != item
        ]
        if around:
            yield item, min(around, key=lambda content: len(content.span)).owner


def _items(record: Record) -> Iterator[Attribution | Contact | Event]:
    yield from record.attributions
    yield from record.contacts
    yield from record.events


def _anchor(item: Attribution | Contact | Event) -> Span:
    if isinstance(item, Attribution):
        return (item.cue or item.content)[0]
    return item.trigger


def _chain(item: str, nearest: dict[str, str]) -> Iterator[str]:
    seen = {item}
    while (item := nearest.get(item, item)) not in seen:
        seen.add(item)
        yield item

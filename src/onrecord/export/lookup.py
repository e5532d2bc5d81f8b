"""A record with what its outline looks up in it again and again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.core import Entity, Record, Span, TimeExpression
from onrecord.export.outline import Quote, When
from onrecord.export.passages import Passages, make_passages
from onrecord.export.speakers import Speaker, tell_speaker
from onrecord.export.tellers import find_tellers

__all__ = ["Lookup", "make_lookup"]


@dataclass(frozen=True, slots=True)
class Lookup:
    """What an outline is made from. Build it with `make_lookup`.

    Attributes:
        record: The record.
        passages: The paragraphs of its text.
        times: Time expressions by id.
        speakers: The speaker of each attribution, by its id.
        tellers: Ids of the attributions that an annotation stands in, by its id.
    """

    record: Record
    passages: Passages
    times: Mapping[str, TimeExpression]
    speakers: Mapping[str, Speaker]
    tellers: Mapping[str, tuple[str, ...]]

    def quote(self, first: Span, *others: Span) -> Quote:
        """Give the words at one span or several."""
        pieces = tuple(self.record.document.quote(span) for span in (first, *others))
        return Quote(pieces, self.passages.number(first.start))

    def maybe_quote(self, spans: Iterable[Span | None]) -> Quote | None:
        """Give the words at those spans that there are, if any."""
        present = [span for span in spans if span is not None]
        return self.quote(*present) if present else None

    def entity(self, entity_id: str | None) -> Entity | None:
        """Give the entity with an id, if there is an id."""
        return None if entity_id is None else self.record.entity(entity_id)

    def when(self, time_id: str | None) -> When | None:
        """Give the time expression with an id, if there is an id."""
        if time_id is None:
            return None
        time = self.times[time_id]
        return When(self.quote(time.span), time.range)

    def told_by(self, item_id: str, *, but: Speaker | None) -> tuple[Speaker, ...]:
        """Give the speakers in whose words an annotation stands, the nearest first.

        Args:
            item_id: Id of an attribution, contact or event.
            but: A speaker to leave out: nobody tells what they say themselves.

        Returns:
            Each speaker once.
        """
        speakers = (self.speakers[teller] for teller in self.tellers.get(item_id, ()))
        once = {speaker.key: speaker for speaker in speakers}
        return tuple(
            speaker for key, speaker in once.items() if but is None or key != but.key
        )


def make_lookup(record: Record) -> Lookup:
    """Index a record.

    Args:
        record: The record.

    Returns:
        The record with its indexes.
    """
    return Lookup(
        record=record,
        passages=make_passages(record.document.text),
        times={time.id: time for time in record.times},
        speakers={item.id: tell_speaker(item, record) for item in record.attributions},
        tellers=find_tellers(record),
    )

"""One record as brat standoff annotations, the form PolNeAR is published in.

Source:
    "brat standoff format", https://brat.nlplab.org/standoff.html, and the check that
    brat's server makes of text fields (server/src/annotation.py); PolNeAR for the types
    ``Source``, ``Cue`` and ``Content`` and the event ``Attribution``.
"""

from collections.abc import Iterable
from itertools import islice
from typing import TextIO

from onrecord.core import (
    Attribution,
    Contact,
    Event,
    InputError,
    Party,
    Record,
    Role,
    Span,
    Tenure,
)
from onrecord.export.characters import encodable
from onrecord.export.lookup import make_lookup
from onrecord.export.protocol import ExportOptions
from onrecord.export.speakers import Speaker
from onrecord.export.standoff import StandoffLines
from onrecord.export.wording import ARTICLE

__all__ = ["BratExporter"]


class BratExporter:
    """Writes the ``.ann`` file that belongs beside one document's text."""

    name = "brat"

    def export(
        self, records: Iterable[Record], stream: TextIO, *, options: ExportOptions
    ) -> None:
        """Write one record; of several none is written.

        Args:
            records: One record, or none.
            stream: Where to write.
            options: Nothing in them concerns brat.

        Raises:
            InputError: There is more than one record: a ``.ann`` file cannot say which
                document its offsets are for.
        """
        del options
        first_two = list(islice(records, 2))
        if len(first_two) > 1:
            names = [record.document.name for record in first_two]
            raise InputError(
                f"a brat file holds one document's annotations, not those of {names!r} "
                "together; write each document to a file of its own"
            )
        for record in first_two:
            lines = "".join(f"{line}\n" for line in _lines(record))
            stream.write(encodable(lines, stream, errors="replace"))


def _lines(record: Record) -> list[str]:
    writer = _Writer(record)
    for mention in record.mentions:
        kind = "Mention"
        if mention.entity is not None:
            kind = record.entity(mention.entity).kind.capitalize()
        writer.out.text_bound(kind, [mention.span])
    for time in record.times:
        writer.time(time.id, time.span)
    for attribution in record.attributions:
        writer.attribution(attribution)
    for contact in record.contacts:
        writer.happening(contact)
    for event in record.events:
        writer.happening(event)
    for tenure in record.tenures:
        writer.tenure(tenure)
    return writer.out.lines


class _Writer:
    """Knows which lines other lines refer to."""

    def __init__(self, record: Record) -> None:
        self.out = StandoffLines(record.document.text)
        self._look = make_lookup(record)
        self._times: dict[str, str] = {}
        self._attributions: dict[str, str] = {}

    def time(self, time_id: str, span: Span) -> None:
        line = self.out.text_bound("Time", [span])
        if line is not None:
            self._times[time_id] = line

    def attribution(self, item: Attribution) -> None:
        # PolNeAR's own name for an attribution whose source is not in the text.
        kind = "Attribution" if item.source else "Attribution-no-source"
        roles = (("Content", item.content), ("Cue", item.cue), ("Source", item.source))
        arguments = [(role, self.out.text_bound(role, spans)) for role, spans in roles]
        trigger = self.out.text_bound(kind, item.cue or item.content)
        if trigger is None:
            return
        event = self.out.event(kind, trigger, [*arguments, self._when(item.time)])
        self._attributions[item.id] = event
        self.out.attribute("Stance", event, item.stance)
        self.out.attribute("Form", event, item.form)
        if item.anonymous:
            self.out.attribute("Anonymous", event)
        speaker = self._look.speakers[item.id]
        self.out.note(event, f"speaker: {speaker.described}")
        self._note_tellers(event, item.id, speaker)
        self._note_entity(event, "addressee", item.addressee)
        self._note_days(event, item.time)

    def happening(self, item: Contact | Event) -> None:
        kind = type(item).__name__
        arguments = [self._argument(one) for one in _taking_part(item)]
        if isinstance(item, Contact):
            arguments += [
                (role, self.out.text_bound(role, [span]))
                for role, span in (("Place", item.place), ("Topic", item.topic))
                if span is not None
            ]
        trigger = self.out.text_bound(kind, [item.trigger])
        if trigger is None:
            return
        by = self._attributions.get(item.by or "")
        arguments += [self._when(item.time), ("By", by)]
        event = self.out.event(kind, trigger, arguments)
        self.out.attribute("Kind", event, item.kind)
        self.out.attribute("Modality", event, item.modality)
        for one in _taking_part(item):
            self._note_entity(event, _role(one), one.entity)
        claimant = None if item.by is None else self._look.speakers[item.by]
        self.out.note(event, f"by: {claimant.described if claimant else ARTICLE}")
        self._note_tellers(event, item.by or item.id, claimant)
        self._note_days(event, item.time)

    def tenure(self, item: Tenure) -> None:
        trigger = self.out.text_bound("Tenure", [item.title])
        if trigger is None:
            return
        event = self.out.event("Tenure", trigger, [])
        self._note_entity(event, "holder", item.entity)
        self._note_entity(event, "of", item.of)

    def _argument(self, one: Party | Role) -> tuple[str, str | None]:
        role = _role(one)
        if one.span is None:
            return role, None
        return role, self.out.text_bound("Participant", [one.span])

    def _when(self, time_id: str | None) -> tuple[str, str | None]:
        return "Time", self._times.get(time_id or "")

    def _note_entity(self, event: str, role: str, entity_id: str | None) -> None:
        if entity_id is not None:
            name = self._look.record.entity(entity_id).name
            self.out.note(event, f"{role}: {name}")

    def _note_tellers(self, event: str, item_id: str, but: Speaker | None) -> None:
        for teller in self._look.told_by(item_id, but=but):
            self.out.note(event, f"told by: {teller.described}")

    def _note_days(self, event: str, time_id: str | None) -> None:
        if time_id is not None:
            self.out.note(event, f"time: {self._look.times[time_id].range.label}")


def _taking_part(item: Contact | Event) -> tuple[Party | Role, ...]:
    return item.parties if isinstance(item, Contact) else item.roles


def _role(one: Party | Role) -> str:
    return one.role if isinstance(one, Role) else "party"

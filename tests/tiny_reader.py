"""A reader small enough to see through, for tests of what surrounds readers.

It finds "Ann said that ..." and nothing else, and fails where a text asks it to.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.core.document import Document
from onrecord.core.ids import content_id
from onrecord.core.labels import EntityKind, MentionForm, QuoteForm, Stance
from onrecord.core.record import (
    Attribution,
    Entity,
    Issue,
    Mention,
    ReaderInfo,
    Record,
)
from onrecord.core.span import Span

FAILS = "PLEASE FAIL"
_SAID = re.compile(r"(?P<source>\w+) (?P<cue>said|denied) (?P<content>[^.\n]+)")


@dataclass
class TinyReader:
    """Finds who said what by one pattern.

    Attributes:
        version: As in every reader; change it to read the same text anew.
        name: As in every reader.
        weights: As in every reader.
        taken: Names of the documents handed over.
    """

    version: str = "1"
    name: str = "tiny"
    weights: str | None = None
    taken: list[str] = field(default_factory=list)

    @property
    def info(self) -> ReaderInfo:
        """Give what records by this reader say of it."""
        return ReaderInfo(self.name, self.version, self.weights)

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Read documents one after the other."""
        for document in documents:
            self.taken.append(document.name)
            if FAILS in document.text:
                raise ValueError("this text asked for it")
            yield read_tiny(document, self.info)


def read_tiny(document: Document, reader: ReaderInfo | None = None) -> Record:
    """Read one document."""
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    attributions: list[Attribution] = []
    for match in _SAID.finditer(document.text):
        source, cue, content = (
            Span(*match.span(role)) for role in ("source", "cue", "content")
        )
        entity = _entity(document, match["source"])
        entities[entity.id] = entity
        mention_id = content_id("men", document.id, source)
        mentions.append(Mention(mention_id, source, MentionForm.NAME, entity.id))
        attributions.append(
            Attribution(
                content_id("att", document.id, (source,), (cue,), (content,)),
                source=(source,),
                cue=(cue,),
                content=(content,),
                form=QuoteForm.INDIRECT,
                stance=Stance.DENIES if match["cue"] == "denied" else Stance.STATES,
                speaker=entity.id,
                rule="tiny",
            )
        )
    return Record(
        document,
        entities=tuple(entities.values()),
        mentions=tuple(mentions),
        attributions=tuple(attributions),
        issues=(Issue("tiny", Span(0, 1), "read by a test"),) if document.text else (),
        reader=reader or TinyReader().info,
    )


def _entity(document: Document, name: str) -> Entity:
    kind = EntityKind.PERSON
    return Entity(content_id("ety", document.id, kind, name), kind, name)

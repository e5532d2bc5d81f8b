"""A reader whose records are written down beforehand."""

from collections.abc import Callable, Iterable, Iterator

from onrecord.core import Document, Entity, EntityKind, Mention, MentionForm, Record
from tests.builders import make_entity, make_mention, make_record


class PreparedReader:
    """Gives for each document what a function makes of it, and counts what it read."""

    name = "onrecord"
    version = "0"
    weights = None

    def __init__(self, record_of: Callable[[Document], Record]) -> None:
        self._record_of = record_of
        self.n_read = 0

    def read(self, documents: Iterable[Document]) -> Iterator[Record]:
        for document in documents:
            self.n_read += 1
            yield self._record_of(document)


def record_of(
    doc: Document,
    mentions: dict[str, list[tuple[str, int]]],
    *,
    kinds: dict[str, EntityKind] | None = None,
) -> Record:
    """Build a record of who is mentioned by which words, the nth of their kind."""
    kinds = kinds or {}
    entities: list[Entity] = []
    marked: list[Mention] = []
    for name, places in mentions.items():
        entity = make_entity(doc, name, kinds.get(name, EntityKind.PERSON))
        entities.append(entity)
        for words, nth in places:
            form = MentionForm.PRONOUN if words.islower() else MentionForm.NAME
            marked.append(make_mention(doc, words, entity, form=form, nth=nth))
    return make_record(doc, entities=tuple(entities), mentions=tuple(marked))

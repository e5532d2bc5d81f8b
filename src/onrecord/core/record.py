"""Everything that one reader found in one document, held together and checked."""

from collections.abc import Iterable, Iterator
from dataclasses import KW_ONLY, dataclass, field
from itertools import chain

from onrecord.core.annotations import (
    Annotation,
    Attribution,
    Contact,
    Entity,
    Event,
    Issue,
    Mention,
    Party,
    ReaderInfo,
    Role,
    Tenure,
    TimeExpression,
)
from onrecord.core.document import Document
from onrecord.core.errors import DataError, SpanError
from onrecord.core.evidence import Evidence
from onrecord.core.span import Span

__all__ = [
    "Annotation",
    "Attribution",
    "Contact",
    "Entity",
    "Event",
    "Issue",
    "Mention",
    "Party",
    "ReaderInfo",
    "Record",
    "Role",
    "Tenure",
    "TimeExpression",
]

#: Stands between two passages of one role where they are shown as one line.
GAP = " … "


@dataclass(frozen=True, slots=True)
class Record:
    """What a reader found in a document.

    Attributes:
        document: The document itself.
        entities: Whom and what it speaks of.
        mentions: Passages that refer to them.
        times: Passages that say when.
        attributions: Who says or holds what.
        contacts: Who was in touch with whom.
        events: Appointments, resignations and the like.
        tenures: Who held which role.
        issues: What could not be read.
        reader: What made this record.

    Raises:
        SpanError: A span reaches past the end of the document's text.
        DataError: Two annotations share an id, or one refers to an id that is missing.
    """

    document: Document
    _: KW_ONLY
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    contacts: tuple[Contact, ...] = ()
    events: tuple[Event, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    issues: tuple[Issue, ...] = ()
    reader: ReaderInfo
    _entities: dict[str, Entity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_entities", {e.id: e for e in self.entities})
        self._check_ids()
        self._check_spans()
        self._check_references()

    def annotations(self) -> Iterator[Annotation]:
        """Give every annotation, in the order of the record's JSON.

        Entities and issues are not among them: the first have no words of their own,
        the second no id.
        """
        return chain(
            self.mentions,
            self.times,
            self.attributions,
            self.contacts,
            self.events,
            self.tenures,
        )

    def evidence(self) -> Iterator[tuple[str, str, Evidence]]:
        """Give every span with its words, in the order of the record's JSON.

        Yields:
            The annotation's id (for an issue its code), the span's role in it, such as
            ``"cue"`` or ``"party"`` (for an event its role's name), and the evidence.
        """
        quote = self.document.quote
        for annotation in self.annotations():
            for role, span in annotation.passages():
                yield annotation.id, role, quote(span)
        for issue in self.issues:
            if issue.span is not None:
                yield issue.code, "issue", quote(issue.span)

    def entity(self, entity_id: str) -> Entity:
        """Give the entity with an id.

        Args:
            entity_id: Id that an annotation of this record holds.

        Returns:
            The entity.

        Raises:
            DataError: This record has no such entity.
        """
        if entity_id not in self._entities:
            raise DataError(
                f"the record of {self.document.name!r} has no entity {entity_id!r}; "
                "ids are valid within one record only"
            )
        return self._entities[entity_id]

    def words(self, spans: Iterable[Span]) -> str:
        """Give the words at some spans as one line.

        Args:
            spans: Passages of one role, in order.

        Returns:
            Their words, unchanged, with " … " between two passages.

        Raises:
            SpanError: A span reaches past the end of the text.
        """
        return GAP.join(span.of(self.document.text) for span in spans)

    def _check_ids(self) -> None:
        seen: set[str] = set()
        for item in chain(self.entities, self.annotations()):
            if item.id in seen:
                raise DataError(
                    f"the id {item.id!r} stands twice in the record of "
                    f"{self.document.name!r}; merge the two"
                )
            seen.add(item.id)

    def _check_spans(self) -> None:
        length = self.document.length
        for annotation in self.annotations():
            for role, span in annotation.passages():
                if span.end > length:
                    raise SpanError(
                        self._past_end(f"{role} of {annotation.id!r}", span)
                    )
        for issue in self.issues:
            if issue.span is not None and issue.span.end > length:
                raise SpanError(self._past_end(f"issue {issue.code!r}", issue.span))

    def _check_references(self) -> None:
        known = {
            "entity": self._entities.keys(),
            "time": {time.id for time in self.times},
            "attribution": {attribution.id for attribution in self.attributions},
        }
        for annotation in self.annotations():
            for kind, target in annotation.references():
                if target not in known[kind]:
                    raise DataError(
                        f"{annotation.id!r} refers to the {kind} {target!r}, which the "
                        "record does not hold; add it or refer to none"
                    )

    def _past_end(self, owner: str, span: Span) -> str:
        return (
            f"the {owner} is {span!r}, past the end of {self.document.name!r}, "
            f"{self.document.length} code points long; was it measured on another text?"
        )

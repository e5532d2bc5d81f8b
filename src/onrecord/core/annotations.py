"""What a reader finds in a document: each item frozen, each resting on spans.

Every annotation answers two questions in the same way, so that checks, evidence and
exports need not know the kinds apart: ``passages()`` gives its spans with the role that
each plays, ``references()`` the ids of the other annotations that it needs.
"""

from dataclasses import dataclass

from onrecord.core.attributions import Attribution
from onrecord.core.happenings import Contact, Event, Party, Role
from onrecord.core.mentions import Entity, Mention, Tenure, TimeExpression
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
    "Role",
    "Tenure",
    "TimeExpression",
]

#: Whatever holds spans and has an id.
Annotation = Mention | TimeExpression | Attribution | Contact | Event | Tenure


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that the reader could not do, said rather than passed over.

    Attributes:
        code: Stable word for the kind of issue, such as ``"unclosed-quote"``.
        span: Where; None when it concerns the whole document.
        message: What happened, for people.
    """

    code: str
    span: Span | None
    message: str


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """What made a record.

    Attributes:
        name: The reader's name, as ``--reader`` takes it.
        version: Its version.
        weights: Digest or version of its weights; None when it has none.
    """

    name: str
    version: str
    weights: str | None = None

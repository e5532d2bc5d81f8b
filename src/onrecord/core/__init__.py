"""What things are: the types that every other part of onrecord is written in.

Standard library only, no input or output. Everything public is importable from here.
"""

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
from onrecord.core.codec import (
    Json,
    document_to_json,
    dumps,
    from_json,
    json_line,
    loads,
    to_json,
)
from onrecord.core.dates import (
    DateRange,
)
from onrecord.core.document import (
    Document,
    Metadata,
    make_document,
)
from onrecord.core.errors import (
    CodecError,
    ConflictError,
    DataError,
    EmptyInputError,
    EncodingError,
    EvidenceError,
    FetchError,
    InputError,
    MigrationError,
    MissingInputError,
    NoArticleError,
    NotFoundError,
    NotTextError,
    OnRecordError,
    SpanError,
    StageError,
    StoreError,
    TooLargeError,
    WithheldError,
)
from onrecord.core.evidence import (
    Evidence,
    Quotable,
    make_evidence,
)
from onrecord.core.ids import (
    content_id,
    document_id,
    text_sha256,
)
from onrecord.core.labels import (
    ContactKind,
    EntityKind,
    EventKind,
    MentionForm,
    Modality,
    QuoteForm,
    Stance,
)
from onrecord.core.overlap import Overlap, SharedPassage
from onrecord.core.record import (
    Record,
)
from onrecord.core.span import (
    Span,
    to_utf16,
)
from onrecord.core.view import (
    TextView,
    normalise,
)

__all__ = [
    "Annotation",
    "Attribution",
    "CodecError",
    "ConflictError",
    "Contact",
    "ContactKind",
    "DataError",
    "DateRange",
    "Document",
    "EmptyInputError",
    "EncodingError",
    "Entity",
    "EntityKind",
    "Event",
    "EventKind",
    "Evidence",
    "EvidenceError",
    "FetchError",
    "InputError",
    "Issue",
    "Json",
    "Mention",
    "MentionForm",
    "Metadata",
    "MigrationError",
    "MissingInputError",
    "Modality",
    "NoArticleError",
    "NotFoundError",
    "NotTextError",
    "OnRecordError",
    "Overlap",
    "Party",
    "Quotable",
    "QuoteForm",
    "ReaderInfo",
    "Record",
    "Role",
    "SharedPassage",
    "Span",
    "SpanError",
    "StageError",
    "Stance",
    "StoreError",
    "Tenure",
    "TextView",
    "TimeExpression",
    "TooLargeError",
    "WithheldError",
    "content_id",
    "document_id",
    "document_to_json",
    "dumps",
    "from_json",
    "json_line",
    "loads",
    "make_document",
    "make_evidence",
    "normalise",
    "text_sha256",
    "to_json",
    "to_utf16",
]

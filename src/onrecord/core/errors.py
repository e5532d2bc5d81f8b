"""The one tree of errors that onrecord raises on purpose.

    OnRecordError                     error
    ├── InputError                    input            files, pages, settings
    │   ├── MissingInputError         missing-input    there is no such file or address
    │   ├── EmptyInputError           empty-input      there is nothing to read in it
    │   ├── NotTextError              not-text         bytes that are no text
    │   ├── EncodingError             encoding         text in an unknown encoding
    │   ├── TooLargeError             too-large        over the size limit
    │   ├── NoArticleError            no-article       a page without an article
    │   ├── WithheldError             withheld         not to be used, its sender says
    │   └── FetchError                fetch            an address that did not answer
    ├── DataError                     data             an invariant of ours is broken
    │   ├── SpanError                 span             empty, reversed or past the end
    │   ├── EvidenceError             evidence         words differ from the text
    │   └── CodecError                codec            JSON that is no record
    ├── StageError                    stage            one step failed on one document
    └── StoreError                    store            the archive
        ├── NotFoundError             not-found        no such row
        ├── AmbiguousNameError        ambiguous        a name that several bear
        ├── ConflictError             conflict         contradicts what is stored
        └── MigrationError            migration        an unexpected schema

Each class has a ``code`` that never changes: commands, reports and the API show it, and
programs may rely on it. The message is for people and may change.
"""

from typing import ClassVar

__all__ = [
    "AmbiguousNameError",
    "CodecError",
    "ConflictError",
    "DataError",
    "EmptyInputError",
    "EncodingError",
    "EvidenceError",
    "FetchError",
    "InputError",
    "MigrationError",
    "MissingInputError",
    "NoArticleError",
    "NotFoundError",
    "NotTextError",
    "OnRecordError",
    "SpanError",
    "StageError",
    "StoreError",
    "TooLargeError",
    "WithheldError",
]


class OnRecordError(Exception):
    """Anything that onrecord raises on purpose.

    Attributes:
        code: Stable word for the kind of error.
    """

    code: ClassVar[str] = "error"


class InputError(OnRecordError):
    """The world outside gave something that cannot be used."""

    code = "input"


class MissingInputError(InputError):
    """There is no such file, folder or address."""

    code = "missing-input"


class EmptyInputError(InputError):
    """The input holds nothing to read."""

    code = "empty-input"


class NotTextError(InputError):
    """The input's bytes are no text."""

    code = "not-text"


class EncodingError(InputError):
    """The input is text, but its encoding cannot be told or is broken."""

    code = "encoding"


class TooLargeError(InputError):
    """The input is over the size limit."""

    code = "too-large"


class NoArticleError(InputError):
    """The page holds no article."""

    code = "no-article"


class WithheldError(InputError):
    """Whoever sent the item says that it may not be used, or not yet."""

    code = "withheld"


class FetchError(InputError):
    """An address did not answer, or answered with an error.

    Attributes:
        status: The HTTP status, if it answered.
        retry_after: The answer's ``Retry-After``, if any.
    """

    code = "fetch"
    status: int | None = None
    retry_after: str | None = None


class DataError(OnRecordError):
    """An invariant of our own data is broken."""

    code = "data"


class SpanError(DataError):
    """A span is empty, reversed, negative or past the end of its text."""

    code = "span"


class EvidenceError(DataError):
    """The words given are not the words at the span."""

    code = "evidence"


class CodecError(DataError):
    """Decoded JSON is no record, or not the record of this document."""

    code = "codec"


class StageError(OnRecordError):
    """One step failed on one document.

    Attributes:
        stage: Name of the step, such as ``"read"``.
        document: Name of the document it failed on.
        reason: What happened and what to do.

    Example:
        >>> str(StageError("read", "a.txt", "the weights are missing"))
        "read failed on 'a.txt': the weights are missing"
    """

    code = "stage"

    def __init__(self, stage: str, document: str, reason: str) -> None:
        # All three go to Exception: pickling rebuilds an exception from its args.
        super().__init__(stage, document, reason)
        self.stage = stage
        self.document = document
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.stage} failed on {self.document!r}: {self.reason}"


class StoreError(OnRecordError):
    """The archive cannot do what was asked."""

    code = "store"


class NotFoundError(StoreError):
    """The archive holds no such thing."""

    code = "not-found"


class AmbiguousNameError(StoreError):
    """Several bear a name, and none of them is clearly meant."""

    code = "ambiguous"


class ConflictError(StoreError):
    """What is to be stored contradicts what is stored already."""

    code = "conflict"


class MigrationError(StoreError):
    """The archive's schema is not the one that this version expects."""

    code = "migration"

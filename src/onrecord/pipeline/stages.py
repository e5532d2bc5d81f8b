"""How an article becomes a record: every step, in order.

    open        bytes become a document            onrecord.ingest
    recognise   texts kept already are not read    onrecord.store
    read        a document becomes a record        onrecord.read
    store       the record and its words are kept  onrecord.store

Opening yields the documents that the others work on, so `run` does it; the rest is the
list that `make_stages` gives. Without an archive only reading is left of it.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from onrecord.core.document import Document
from onrecord.core.errors import DataError
from onrecord.core.record import ReaderInfo, Record
from onrecord.pipeline.outcome import Outcome, Reader, Status
from onrecord.store import Archive

Step = Callable[[Iterable[Outcome]], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step.

    Attributes:
        name: What messages call it.
        apply: Takes open outcomes, as they come, to as many that are one step further.
        is_joint: Whether it does several articles better than one at a time.
    """

    name: str
    apply: Step
    is_joint: bool = False


def make_stages(reader: Reader, archive: Archive | None = None) -> tuple[Stage, ...]:
    """List the steps that a document goes through.

    Args:
        reader: Who reads.
        archive: Where records are kept; None keeps none.

    Returns:
        The steps, in order.
    """
    if archive is None:
        return (Stage("read", partial(read, reader, last=True), is_joint=True),)
    return (
        Stage("recognise", partial(recognise, archive, reader)),
        Stage("read", partial(read, reader), is_joint=True),
        Stage("store", partial(store, archive)),
    )


def recognise(
    archive: Archive, reader: Reader, outcomes: Iterable[Outcome]
) -> Iterator[Outcome]:
    """Close the outcomes whose record the archive has, before they are read.

    Args:
        archive: Where records are kept.
        reader: Who would read them.
        outcomes: Documents on their way.

    Yields:
        The same outcomes, some of them unchanged ones now.

    Raises:
        StoreError: The archive cannot be used.
    """
    info = ReaderInfo(reader.name, reader.version, reader.weights)
    for outcome in outcomes:
        yield _recognised(archive, info, outcome)


def read(
    reader: Reader, outcomes: Iterable[Outcome], *, last: bool = False
) -> Iterator[Outcome]:
    """Let the reader go through the documents of some outcomes.

    Args:
        reader: Who reads.
        outcomes: Documents on their way.
        last: Whether nothing comes after reading.

    Yields:
        The outcomes with their records, as they are read.

    Raises:
        DataError: The reader's records are not those of the documents.
    """
    status = Status.READ if last else Status.OPEN
    taken = deque[Outcome]()
    for record in reader.read(_handed_over(outcomes, taken)):
        if not taken or record.document.id != _document(taken[0]).id:
            raise _miscounted(reader)
        yield replace(taken.popleft(), status=status, record=record)
    if taken:
        raise _miscounted(reader)


def store(archive: Archive, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Keep the records of some outcomes.

    Args:
        archive: Where to.
        outcomes: Documents that were read.

    Yields:
        The outcomes, each with what changed.

    Raises:
        ConflictError: A document contradicts one that is kept.
        StoreError: The archive cannot be used.
    """
    for outcome in outcomes:
        yield _stored(archive, outcome)


def _handed_over(
    outcomes: Iterable[Outcome], taken: deque[Outcome]
) -> Iterator[Document]:
    for outcome in outcomes:
        taken.append(outcome)
        yield _document(outcome)


def _miscounted(reader: Reader) -> DataError:
    return DataError(
        f"the reader {reader.name!r} left out a record, or gave records in another "
        "order than documents; a reader owes one record a document, in order"
    )


def _recognised(archive: Archive, reader: ReaderInfo, outcome: Outcome) -> Outcome:
    result = archive.recognise(_document(outcome), reader)
    if result is None:
        return outcome
    status = Status(result.status.value)
    return replace(outcome, status=status, is_name_new=result.is_name_new)


def _stored(archive: Archive, outcome: Outcome) -> Outcome:
    result = archive.add(_record(outcome))
    status = Status(result.status.value)
    return replace(outcome, status=status, is_name_new=result.is_name_new)


def _document(outcome: Outcome) -> Document:
    if outcome.document is None:
        raise DataError(f"{outcome.name!r} was not opened before it was to be read")
    return outcome.document


def _record(outcome: Outcome) -> Record:
    if outcome.record is None:
        raise DataError(f"{outcome.name!r} was not read before it was to be kept")
    return outcome.record

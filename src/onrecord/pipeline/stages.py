"""How an article becomes a record: every step, in order.

    open        bytes become a document            onrecord.ingest
    recognise   texts kept already are not read    onrecord.store
    read        a document becomes a record        onrecord.read
    store       the record and its words are kept  onrecord.store,
                and the copies of its text found   onrecord.ingest.copies

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
from onrecord.ingest.addresses import page_address
from onrecord.ingest.copies import TextPrint
from onrecord.pipeline.outcome import Outcome, Reader, Status
from onrecord.store import AddResult, Archive, Arrival

Step = Callable[[Iterable[Outcome]], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step.

    Attributes:
        name: What messages call it.
        apply: Takes open outcomes, as they come, to as many that are one step further.
        is_joint: Whether it does several articles better than one at a time.
        takes: Outcomes of these statuses; the others pass it by.
    """

    name: str
    apply: Step
    is_joint: bool = False
    takes: frozenset[Status] = frozenset({Status.OPEN})

    def is_for(self, outcome: Outcome) -> bool:
        """Say whether an outcome goes through this stage."""
        return outcome.status in self.takes


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
        Stage(
            "store",
            partial(store, archive, reader),
            takes=frozenset({Status.OPEN, Status.KNOWN}),
        ),
    )


def recognise(
    archive: Archive, reader: Reader, outcomes: Iterable[Outcome]
) -> Iterator[Outcome]:
    """Mark the outcomes whose record the archive has, before they are read.

    Nothing is written here: texts are read ahead of those that are kept, and an archive
    holds what it holds in the order of the sources.

    Args:
        archive: Where records are kept.
        reader: Who would read them.
        outcomes: Documents on their way.

    Yields:
        The same outcomes, some of them known ones now.

    Raises:
        StoreError: The archive cannot be used.
    """
    info = ReaderInfo(reader.name, reader.version, reader.weights)
    for outcome in outcomes:
        is_known = archive.knows(_document(outcome), info)
        yield replace(outcome, status=Status.KNOWN) if is_known else outcome


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


def store(
    archive: Archive, reader: Reader, outcomes: Iterable[Outcome]
) -> Iterator[Outcome]:
    """Keep the records of some outcomes, and where known texts were met again.

    Args:
        archive: Where to.
        reader: Who read them.
        outcomes: Documents that were read or are known.

    Yields:
        The outcomes, each with what changed.

    Raises:
        ConflictError: A document contradicts one that is kept.
        StoreError: The archive cannot be used.
    """
    info = ReaderInfo(reader.name, reader.version, reader.weights)
    for outcome in outcomes:
        if outcome.status is Status.KNOWN:
            yield _met(archive, info, outcome)
        else:
            [result] = archive.add_all([_arrival(outcome)])
            yield _with(outcome, result)


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


def _met(archive: Archive, reader: ReaderInfo, outcome: Outcome) -> Outcome:
    document = _document(outcome)
    result = archive.recognise(
        document, reader, page=page_address(document.url), visit=outcome.visit
    )
    if result is None:
        raise DataError(f"{outcome.name!r} was known and is not any more")
    return _with(outcome, result)


def _arrival(outcome: Outcome) -> Arrival:
    record = _record(outcome)
    document = record.document
    return Arrival(
        record, page_address(document.url), TextPrint.of(document), outcome.visit
    )


def _with(outcome: Outcome, result: AddResult) -> Outcome:
    return replace(
        outcome,
        status=Status(result.status.value),
        is_name_new=result.is_name_new,
        version=result.version,
        copies=result.copies,
    )


def _document(outcome: Outcome) -> Document:
    if outcome.document is None:
        raise DataError(f"{outcome.name!r} was not opened before it was to be read")
    return outcome.document


def _record(outcome: Outcome) -> Record:
    if outcome.record is None:
        raise DataError(f"{outcome.name!r} was not read before it was to be kept")
    return outcome.record

"""How an article becomes a record: every step, in order.

    open        bytes become a document            onrecord.ingest
    recognise   texts kept already are not read    onrecord.store
    read        a document becomes a record        onrecord.read
    store       the record and its words are kept  onrecord.store,
                and the copies of its text found   onrecord.ingest.copies

Opening yields the documents that the others work on, so `run` does it; the rest is the
list that `make_stages` gives. Without an archive only reading is left of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from onrecord.core.document import Document
from onrecord.core.errors import DataError
from onrecord.core.record import ReaderInfo, Record
from onrecord.ingest.addresses import page_address
from onrecord.ingest.copies import TextPrint
from onrecord.pipeline.outcome import Outcome, Reader, Status
from onrecord.store import AddResult, Archive, Arrival

Step = Callable[[Sequence[Outcome]], list[Outcome]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step.

    Attributes:
        name: What messages call it.
        apply: Takes open outcomes to as many that are one step further.
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
    archive: Archive, reader: Reader, outcomes: Sequence[Outcome]
) -> list[Outcome]:
    """Close the outcomes whose record the archive has, before they are read.

    Args:
        archive: Where records are kept.
        reader: Who would read them.
        outcomes: Documents on their way.

    Returns:
        The same outcomes, some of them unchanged ones now.

    Raises:
        StoreError: The archive cannot be used.
    """
    info = ReaderInfo(reader.name, reader.version, reader.weights)
    return [_recognised(archive, info, outcome) for outcome in outcomes]


def read(
    reader: Reader, outcomes: Sequence[Outcome], *, last: bool = False
) -> list[Outcome]:
    """Read the documents of some outcomes together.

    Args:
        reader: Who reads.
        outcomes: Documents on their way.
        last: Whether nothing comes after reading.

    Returns:
        The outcomes with their records.

    Raises:
        DataError: The reader's records are not those of the documents.
    """
    documents = [_document(outcome) for outcome in outcomes]
    records = list(reader.read(documents))
    if [record.document.id for record in records] != [doc.id for doc in documents]:
        raise DataError(
            f"the reader {reader.name!r} gave {len(records)} records for "
            f"{len(documents)} documents, or gave them in another order; a reader "
            "owes one record a document, in order"
        )
    status = Status.READ if last else Status.OPEN
    return [
        replace(outcome, status=status, record=record)
        for outcome, record in zip(outcomes, records, strict=True)
    ]


def store(archive: Archive, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Keep the records of some outcomes.

    Args:
        archive: Where to.
        outcomes: Documents that were read.

    Returns:
        The outcomes, each with what changed.

    Raises:
        ConflictError: A document contradicts one that is kept.
        StoreError: The archive cannot be used.
    """
    results = archive.add_all([_arrival(outcome) for outcome in outcomes])
    return [
        _with(outcome, result)
        for outcome, result in zip(outcomes, results, strict=True)
    ]


def _recognised(archive: Archive, reader: ReaderInfo, outcome: Outcome) -> Outcome:
    document = _document(outcome)
    result = archive.recognise(
        document, reader, page=page_address(document.url), visit=outcome.visit
    )
    return outcome if result is None else _with(outcome, result)


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

"""Many articles, one after the other: none stops the run, none vanishes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.core.document import Document
from onrecord.core.errors import StageError
from onrecord.core.record import ReaderInfo
from onrecord.ingest import IngestOptions, Refused
from onrecord.ingest.copies import TextPrint
from onrecord.ingest.fetching import Fetcher
from onrecord.ingest.links import Link, Trail, Unmodified
from onrecord.ingest.sources import open_source
from onrecord.pipeline.attempt import attempt
from onrecord.pipeline.expand import expand
from onrecord.pipeline.outcome import Outcome, Reader, Status
from onrecord.pipeline.stages import make_stages
from onrecord.pipeline.through import through
from onrecord.store import Archive, Visit


def run(
    sources: Iterable[str],
    *,
    reader: Reader,
    options: IngestOptions,
    archive: Archive | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """Read sources, and keep what was read if there is an archive.

    Sources are opened as the outcomes are asked for, a few ahead of them, so a run of
    any length needs little memory, and stopping it early loses nothing that was handed
    out.

    Args:
        sources: Files, folders, addresses, or ``-``.
        reader: Who reads.
        options: How sources are opened.
        archive: Where to keep the records; None keeps none.
        stdin: What ``-`` stands for.

    Yields:
        One outcome an article, in the order of the sources. An article that is
        refused, or on which a step fails, is one of them.

    Raises:
        StoreError: The archive cannot be used; what was handed out before is kept.
    """
    stages = make_stages(reader, archive)
    if archive is not None:
        # Of archives that earlier versions made; there is nothing to do otherwise.
        archive.find_copies(TextPrint.of)
    # "onrecord add ." finds the archive among the articles.
    parts = expand(sources, leave_out=archive.files if archive else ())
    fetcher = Fetcher(options, conditions=_conditions(archive, reader))
    outcomes: Iterator[Outcome] = _open(parts, _Way(options, fetcher, stdin))
    for stage in stages:
        outcomes = through(stage, outcomes)
    yield from outcomes


@dataclass(frozen=True, slots=True)
class _Way:
    """How the sources of one run are opened."""

    options: IngestOptions
    fetcher: Fetcher
    stdin: BinaryIO | None


def _conditions(
    archive: Archive | None, reader: Reader
) -> Callable[[str], Mapping[str, str]]:
    if archive is None:
        return lambda _: {}
    info = ReaderInfo(reader.name, reader.version, reader.weights)
    return lambda address: archive.conditions(address, info)


def _open(parts: Iterable[str | Refused], way: _Way) -> Iterator[Outcome]:
    seen: set[str] = set()
    for part in parts:
        if isinstance(part, Refused):
            yield _refused(part)
            continue
        trail = Trail([part], seen=seen)
        for source in trail:
            yield from _open_one(source, trail, way)


def _open_one(source: str, trail: Trail, way: _Way) -> Iterator[Outcome]:
    opened = open_source(
        source, options=way.options, fetcher=way.fetcher, stdin=way.stdin
    )
    while True:
        found = attempt("open", lambda: source, lambda: next(opened, None))
        if found is None:
            return
        if isinstance(found, Link):
            refused = trail.add(found)
            if refused is not None:
                yield _refused(refused)
        else:
            yield _opened(source, found, way.fetcher)
        if isinstance(found, StageError):
            return


def _opened(
    source: str, found: Document | Refused | Unmodified | StageError, fetcher: Fetcher
) -> Outcome:
    if isinstance(found, Document):
        answer = fetcher.answer(found.origin)
        visit = (
            Visit(found.origin, answer.etag, answer.last_modified)
            if found.origin and answer
            else None
        )
        return Outcome(found.name, Status.OPEN, document=found, visit=visit)
    if isinstance(found, Refused):
        return _refused(found)
    if isinstance(found, Unmodified):
        return Outcome(found.name, Status.UNCHANGED)
    return Outcome(source, Status.FAILED, error=found)


def _refused(refused: Refused) -> Outcome:
    return Outcome(refused.name, Status.REFUSED, error=refused.error)

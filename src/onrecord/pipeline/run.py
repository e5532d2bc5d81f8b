"""Many articles, one after the other: none stops the run, none vanishes."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, TypeVar

from onrecord.core.document import Document
from onrecord.core.errors import ConflictError, OnRecordError, StageError, StoreError
from onrecord.core.record import ReaderInfo
from onrecord.ingest import IngestOptions, Refused
from onrecord.ingest.copies import TextPrint
from onrecord.ingest.fetching import Fetcher
from onrecord.ingest.links import Link, Trail, Unmodified
from onrecord.ingest.sources import open_source
from onrecord.pipeline.batches import batches
from onrecord.pipeline.expand import expand
from onrecord.pipeline.outcome import Outcome, Reader, Status
from onrecord.pipeline.stages import Stage, make_stages
from onrecord.store import Archive, Visit

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")
_SHOWN_CHARS = 200


def run(
    sources: Iterable[str],
    *,
    reader: Reader,
    options: IngestOptions,
    archive: Archive | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """Read sources, and keep what was read if there is an archive.

    Sources are opened as the outcomes are asked for, so a run of any length needs
    little memory, and stopping it early loses nothing that was handed out.

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
    way = _Way(options, fetcher, stdin)
    for batch in batches(_open(parts, way), clock=time.monotonic):
        outcomes: Iterable[Outcome] = batch
        for stage in stages:
            outcomes = _through(stage, outcomes)
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
        found = _attempt("open", source, lambda: next(opened, None))
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


def _through(stage: Stage, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    if not stage.is_joint:
        # One by one and only when asked for: what is kept is also handed out.
        for outcome in outcomes:
            yield from _apply(stage, [outcome]) if _is_open(outcome) else [outcome]
        return
    every = list(outcomes)
    applied = iter(_apply(stage, [outcome for outcome in every if _is_open(outcome)]))
    for outcome in every:
        yield next(applied) if _is_open(outcome) else outcome


def _is_open(outcome: Outcome) -> bool:
    return outcome.status is Status.OPEN


def _apply(stage: Stage, outcomes: Sequence[Outcome]) -> list[Outcome]:
    if not outcomes:
        return []
    names = ", ".join(outcome.name for outcome in outcomes)
    applied = _attempt(stage.name, names, lambda: stage.apply(outcomes))
    if not isinstance(applied, StageError):
        return applied
    if len(outcomes) == 1:
        return [replace(outcomes[0], status=Status.FAILED, record=None, error=applied)]
    # One of them is to blame; apart, only that one is lost.
    return [found for outcome in outcomes for found in _apply(stage, [outcome])]


def _attempt(stage: str, name: str, step: Callable[[], _T]) -> _T | StageError:
    try:
        return step()
    except ConflictError as error:
        return _failed(stage, name, error)
    except StoreError:
        # Not this article's fault: every other would meet the same full disk.
        raise
    # The one place for it in the pipeline: whatever a library does on one odd article,
    # the others go on, and the outcome says so.
    except Exception as error:  # noqa: BLE001
        return _failed(stage, name, error)


def _failed(stage: str, name: str, error: Exception) -> StageError:
    _LOG.info("%s failed on %s: %s", stage, name, type(error).__name__)
    # A traceback may quote the article.
    _LOG.debug("%s failed on %s", stage, name, exc_info=error)
    reason = str(error) if isinstance(error, OnRecordError) else _unexpected(error)
    failure = StageError(stage, name, reason)
    failure.__cause__ = error
    return failure


def _unexpected(error: Exception) -> str:
    words = " ".join(str(error).split())
    short = words if len(words) <= _SHOWN_CHARS else f"{words[:_SHOWN_CHARS]}…"
    return (
        f"{type(error).__name__}: {short or 'without a word'}; this is a fault in "
        "onrecord, please report it with what the option -vv prints"
    )

"""Many articles, one after the other: none stops the run, none vanishes."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.core.document import Document
from onrecord.core.errors import StageError
from onrecord.ingest import IngestOptions, Refused, open_sources
from onrecord.pipeline.attempt import attempt
from onrecord.pipeline.expand import expand
from onrecord.pipeline.outcome import Outcome, Reader, Status
from onrecord.pipeline.stages import make_stages
from onrecord.pipeline.through import through
from onrecord.store import Archive


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
    # "onrecord add ." finds the archive among the articles.
    parts = expand(sources, leave_out=archive.files if archive else ())
    outcomes: Iterator[Outcome] = _open(parts, options, stdin)
    for stage in stages:
        outcomes = through(stage, outcomes)
    yield from outcomes


def _open(
    parts: Iterable[str | Refused], options: IngestOptions, stdin: BinaryIO | None
) -> Iterator[Outcome]:
    for part in parts:
        if isinstance(part, Refused):
            yield _opened(part.name, part)
            continue
        articles = open_sources([part], options=options, stdin=stdin)
        yield from _open_one(part, articles)


def _open_one(source: str, articles: Iterator[Document | Refused]) -> Iterator[Outcome]:
    while True:
        opened = attempt("open", lambda: source, lambda: next(articles, None))
        if opened is None:
            return
        yield _opened(source, opened)
        if isinstance(opened, StageError):
            return


def _opened(source: str, opened: Document | Refused | StageError) -> Outcome:
    if isinstance(opened, Document):
        return Outcome(opened.name, Status.OPEN, document=opened)
    if isinstance(opened, Refused):
        return Outcome(opened.name, Status.REFUSED, error=opened.error)
    return Outcome(source, Status.FAILED, error=opened)

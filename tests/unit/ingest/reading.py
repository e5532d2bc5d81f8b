"""Short ways to say what a test reads."""

from pathlib import Path

from onrecord.core.document import Document
from onrecord.ingest import IngestOptions, Refused, open_sources

DEFAULTS = IngestOptions()


def read_all(
    *sources: Path | str, options: IngestOptions = DEFAULTS
) -> list[Document | Refused]:
    return [*open_sources(map(str, sources), options=options)]


def read_one(source: Path | str, options: IngestOptions = DEFAULTS) -> Document:
    [found] = read_all(source, options=options)
    assert isinstance(found, Document), str(found)
    return found


def refused_one(source: Path | str, options: IngestOptions = DEFAULTS) -> Refused:
    [found] = read_all(source, options=options)
    assert isinstance(found, Refused)
    return found


def outline(found: list[Document | Refused]) -> list[str]:
    """Give each text, or the name and code of each refusal."""
    return [
        f"{Path(one.name).name} {one.error.code}"
        if isinstance(one, Refused)
        else one.text
        for one in found
    ]

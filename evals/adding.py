"""How fast records go into an archive once they are read, and what they take there.

Usage:
    python -m evals.adding [--shared DIR] [--articles N] [--read N] [--json]

A number of articles is read once by the `rules` reader. Others are made of these by
turning the letters of each word on, which leaves every length and place as it is and
makes texts that nobody else has.
"""

import argparse
import json
import sqlite3
import string
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from evals.corpus import Corpus
from onrecord.core import Record, make_document
from onrecord.ingest import IngestOptions, open_sources
from onrecord.ingest.addresses import page_address
from onrecord.ingest.copies import TextPrint
from onrecord.read import open_reader
from onrecord.store import Archive, Arrival

_ARTICLES = "articles/politics.jsonl.gz"
_BATCH = 12
_LETTERS = string.ascii_lowercase


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, measure, print, and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m evals.adding")
    parser.add_argument("--shared", default=Path("../shared"), type=Path)
    parser.add_argument("--articles", default=6000, type=int, help="how many to add")
    parser.add_argument("--read", default=500, type=int, help="how many to read")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if Corpus(options.shared).missing([_ARTICLES]):
        print("adding: not run. Name the folder with articles/ with --shared.")
        return 0
    records = _read(options.shared / _ARTICLES, options.read)
    found = measure(_multiplied(records, options.articles))
    if options.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name:<28} {value:>10,.1f}")
    return 0


def measure(records: Iterator[Record]) -> dict[str, float]:
    """Add records with their prints, a batch a transaction, and time it.

    Args:
        records: What was read, each with a text of its own.

    Returns:
        Records a second over all, over the first and over the last tenth, in time and
        in processor time; and bytes an article of each table, indexes included.
    """
    walls, works = [], []
    n_records = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "adding.db"
        with Archive.open(str(path)) as archive:
            while batch := [*islice(records, _BATCH)]:
                wall, work = time.perf_counter(), time.process_time()
                archive.add_all([_arrival(record) for record in batch])
                walls.append(time.perf_counter() - wall)
                works.append(time.process_time() - work)
                n_records += len(batch)
        sizes = _sizes(path, n_records)
    tenth = max(1, len(walls) // 10)
    return {
        "records a second": n_records / sum(walls),
        "first tenth": tenth * _BATCH / sum(walls[:tenth]),
        "last tenth": tenth * _BATCH / sum(walls[-tenth:]),
        "records a processor second": n_records / sum(works),
        "first tenth, processor": tenth * _BATCH / sum(works[:tenth]),
        "last tenth, processor": tenth * _BATCH / sum(works[-tenth:]),
        **{f"bytes of {name}": size for name, size in sizes.items()},
    }


def _read(path: Path, limit: int) -> list[Record]:
    mapping = {"publisher": "source", "byline": "authors", "published": "date"}
    options = IngestOptions(mapping=mapping)
    found = islice(open_sources([str(path)], options=options), limit)
    reader = open_reader("rules")
    return [*reader.read(doc for doc in found if not hasattr(doc, "error"))]


def _multiplied(records: Sequence[Record], n_wanted: int) -> Iterator[Record]:
    for number in range(n_wanted):
        turn, index = divmod(number, len(records))
        record = records[index]
        yield _turned(record, turn) if turn else record


def _turned(record: Record, turn: int) -> Record:
    turned = _LETTERS[turn % 26 :] + _LETTERS[: turn % 26]
    table = str.maketrans(
        _LETTERS + _LETTERS.upper(), turned + turned.upper() if turn % 26 else ""
    )
    doc = record.document
    own = make_document(
        f"{doc.name} {turn}",
        doc.text.translate(table),
        title=doc.title,
        url=f"{doc.url}/{turn}",
        publisher=doc.publisher,
        byline=doc.byline,
        published=doc.published,
        language=doc.language,
        media_type=doc.media_type,
    )
    return replace(record, document=own)


def _arrival(record: Record) -> Arrival:
    doc = record.document
    return Arrival(record, page_address(doc.url), TextPrint.of(doc))


def _sizes(path: Path, n_records: int) -> dict[str, float]:
    """Give the bytes an article of each table with its indexes, the largest first."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT m.tbl_name, sum(s.pgsize) FROM dbstat AS s "
        "JOIN sqlite_master AS m ON m.name = s.name GROUP BY 1 ORDER BY 2 DESC"
    ).fetchall()
    connection.close()
    return {name: size / n_records for name, size in rows}


if __name__ == "__main__":
    sys.exit(main())

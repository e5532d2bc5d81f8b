"""How fast an archive answers, and how that grows with its size.

Usage:
    python -m evals.bench_archive --archive FILE --name NAME --words WORDS
        [--sizes 6000,60000] [--rounds N]

The archive's records are copied with the letters of all names exchanged, so that the
copies are about other people and places, until there are as many as wanted. Prints the
median milliseconds of a dossier, a list of statements, of contacts and a search, how
many articles a second are worked out, and what an article costs on the disk. Times are
those of the processor, since other programs on the machine stretch those of the clock.
"""

import argparse
import random
import re
import string
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from onrecord.core import (
    Record,
    document_to_json,
    from_json,
    make_document,
    to_json,
)
from onrecord.core.ids import content_id
from onrecord.query.opened import OpenArchive
from onrecord.store import Archive

_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_ID = re.compile(r'"(ety|men|tim|att|con|evt|ten)_([0-9a-f]{16})"')
_VOWELS = "aeiou"
_CONSONANTS = "".join(sorted(set(string.ascii_lowercase) - set(_VOWELS)))


def main() -> None:
    """Read the command line, copy, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", required=True, metavar="FILE")
    parser.add_argument("--name", required=True, help="of somebody in the archive")
    parser.add_argument("--words", required=True, help="to search for")
    parser.add_argument("--sizes", default="6000,60000", help="numbers of articles")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    records = _read(options.archive)
    print(
        f"{'articles':>9} {'who':>8} {'said':>8} {'contacts':>9} {'search':>8}", end=""
    )
    print(f" {'a second':>9} {'kB each':>8}   (ms, median of {options.rounds})")
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            path = Path(folder) / f"{size}.db"
            _measure(path, _copies(records, size), options)


def _read(location: str) -> list[Record]:
    with Archive.open(location, create=False) as archive:
        return [archive.get(holding.document_id) for holding in archive.list()]


def _copies(records: list[Record], size: int) -> Iterator[Record]:
    for number in range(size):
        turn, place = divmod(number, len(records))
        yield _renamed(records[place], turn) if turn else records[place]


def _renamed(record: Record, turn: int) -> Record:
    """Copy a record about other names of the same lengths, so that its spans hold."""
    table = _letters(turn)

    def rename(text: str) -> str:
        return _NAME.sub(lambda found: found.group().translate(table), text)

    document = make_document(
        f"{record.document.name}-{turn}",
        rename(record.document.text),
        published=record.document.published,
        publisher=record.document.publisher,
    )
    found = to_json(record)
    for entity in found["entities"]:
        entity["name"] = rename(entity["name"])
        entity["aliases"] = [rename(alias) for alias in entity["aliases"]]
    own = {key: _with_own_ids(value, turn) for key, value in found.items()}
    return from_json({**own, "doc": document_to_json(document)}, document)


def _with_own_ids(found: object, turn: int) -> object:
    if isinstance(found, dict):
        return {key: _with_own_ids(value, turn) for key, value in found.items()}
    if isinstance(found, list):
        return [_with_own_ids(value, turn) for value in found]
    if isinstance(found, str) and _ID.fullmatch(f'"{found}"'):
        return content_id(found.partition("_")[0], found, turn)
    return found


def _letters(turn: int) -> dict[int, int]:
    chance = random.Random(turn)
    pairs = {}
    for letters in (_VOWELS, _CONSONANTS):
        mixed = list(letters)
        chance.shuffle(mixed)
        pairs |= dict(zip(letters, mixed, strict=True))
    pairs |= {one.upper(): other.upper() for one, other in pairs.items()}
    return {ord(one): ord(other) for one, other in pairs.items()}


def _measure(
    path: Path, records: Iterator[Record], options: argparse.Namespace
) -> None:
    with Archive.open(str(path)) as archive:
        n_records = sum(archive.add(record) is not None for record in records)
        plain_bytes = path.stat().st_size
        opened = OpenArchive(archive)
        started = time.process_time()
        opened.catch_up()
        took_s = time.process_time() - started
        questions: list[Callable[[], object]] = [
            lambda: opened.who(options.name),
            lambda: opened.said(options.name),
            lambda: opened.contacts([options.name]),
            lambda: opened.search(options.words),
        ]
        who, said, contacts, search = (
            _median_ms(question, options.rounds) for question in questions
        )
        kilobytes = (path.stat().st_size - plain_bytes) / n_records / 1000
        print(
            f"{n_records:>9} {who:>8.0f} {said:>8.0f} {contacts:>9.0f} {search:>8.0f} "
            f"{n_records / took_s:>9.1f} {kilobytes:>8.1f}",
            flush=True,
        )


def _median_ms(question: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.process_time()
        question()
        times.append(time.process_time() - started)
    return 1000 * median(times)


if __name__ == "__main__":
    main()

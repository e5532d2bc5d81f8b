"""Measure the readers' speed beside an encoder of RoBERTa-base size.

Usage:
    python -m evals.bench --shared DIR [--rounds N] [--limit N] [--threads N] [--json]

Only ratios can be compared between machines. No time makes this fail.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from statistics import median

import onnxruntime

from evals.corpus import Corpus
from evals.processes import first_result_s, peak_memory_mb
from evals.turns import speeds, take_turns, times_faster
from evals.yardstick import Yardstick, write_encoder
from onrecord.core import Document
from onrecord.read import Reader, open_reader
from onrecord.read.pieces import encode_pieces, load_tokenizer

READERS = ("onrecord", "rules")
YARDSTICK = "yardstick"
ROWS = (
    ("articles/s", "{:.2f}"),
    ("words/s", "{:.0f}"),
    ("times the yardstick", "{:.1f}"),
    ("start to first result, s", "{:.2f}"),
    ("peak memory, MB", "{:.0f}"),
)

Bench = Mapping[str, Mapping[str, float]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, measure and print."""
    options = _options(arguments)
    corpus = Corpus(options.shared)
    if missing := corpus.missing(("data/polnear/dev/text/*.txt",)):
        print(f"bench: not run: {missing[0]} does not exist.")
        return 0
    documents = corpus.documents(limit=options.limit)
    texts = corpus.polnear / "text"
    paths = [texts / document.name for document in documents]
    # Processes first, while this one is small and its threads sleep.
    alone = {name: _of_process(name, paths, rounds=options.rounds) for name in READERS}
    measured = _speeds(documents, rounds=options.rounds, threads=options.threads)
    measured = {name: own | alone.get(name, {}) for name, own in measured.items()}
    about = {
        "articles": len(documents),
        "words": _n_words(documents),
        "rounds": options.rounds,
        "threads": options.threads,
        "python": platform.python_version(),
        "onnxruntime": onnxruntime.__version__,
        "machine": platform.machine(),
        "system": platform.system(),
    }
    if options.json:
        print(json.dumps({"about": about, "figures": measured}))
    else:
        print(", ".join(f"{key} {value}" for key, value in about.items()))
        print(table(measured))
    return 0


def table(measured: Bench) -> str:
    """Give the figures as lines of text, a column a candidate."""
    lines = [f"{'':26}" + "".join(f"{name:>12}" for name in measured)]
    for row, form in ROWS:
        cells = (
            form.format(figures[row]) if row in figures else "–"
            for figures in measured.values()
        )
        lines.append(f"{row:26}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def _n_words(documents: Sequence[Document]) -> int:
    return sum(len(document.text.split()) for document in documents)


def _speeds(
    documents: Sequence[Document], *, rounds: int, threads: int
) -> dict[str, dict[str, float]]:
    candidates: dict[str, Callable[[], object]] = {}
    for name in READERS:
        candidates[name] = _reading(open_reader(name, threads=threads), documents)
    candidates[YARDSTICK] = _encoding(documents, threads=threads)
    seconds = take_turns(candidates, rounds=rounds)
    articles = speeds(seconds, n_units=len(documents))
    words = speeds(seconds, n_units=_n_words(documents))
    times = times_faster(seconds, YARDSTICK)
    return {
        name: {
            "articles/s": articles[name],
            "words/s": words[name],
            "times the yardstick": times[name],
        }
        for name in candidates
    }


def _reading(reader: Reader, documents: Sequence[Document]) -> Callable[[], object]:
    def read() -> None:
        for _ in reader.read(documents):
            pass

    # Whatever it starts for many documents has started before it is timed.
    read()
    return read


def _encoding(documents: Sequence[Document], *, threads: int) -> Callable[[], object]:
    """Open the yardstick; its pieces are counted by the reader's own tokenizer."""
    tokenizer = load_tokenizer(
        Path(str(files("onrecord.read") / "weights" / "tokenizer.json"))
    )
    ids = [encode_pieces(tokenizer, document.text).ids for document in documents]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yardstick.onnx"
        write_encoder(path)
        yardstick = Yardstick.open(path, threads=threads)

    def encode() -> None:
        for one in ids:
            yardstick.encode(one)

    yardstick.encode(ids[0])
    return encode


def _of_process(name: str, paths: Sequence[Path], *, rounds: int) -> dict[str, float]:
    by_size = sorted(paths, key=lambda path: path.stat().st_size)
    usual = by_size[len(by_size) // 2]
    return {
        "start to first result, s": median(
            first_result_s(name, usual) for _ in range(rounds)
        ),
        "peak memory, MB": peak_memory_mb(name, paths),
    }


def _usable_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evals.bench", description="Measure the readers' speed."
    )
    parser.add_argument("--shared", required=True, type=Path, metavar="DIR")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--limit", type=int, metavar="N", help="this many articles")
    parser.add_argument("--threads", type=int, default=_usable_cores(), metavar="N")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

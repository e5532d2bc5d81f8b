r"""Gather all training texts into one file, so that training needs nothing else.

Articles without labels are looked at by an earlier reader, on all cores; the file may
be taken to a machine with a GPU. Load only files of your own: they are pickled.

Usage:
    python -m training.gather --data ../shared/data --out build/texts.pkl \\
        --articles ../shared/articles/politics.jsonl.gz
"""

import argparse
import os
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np

from onrecord.read.model import Model, load_model
from onrecord.read.pieces import load_tokenizer
from training.backbone import backbone_folder
from training.datasets import load_examples
from training.examples import Example
from training.unlabelled import load_texts, propose

_worker: dict[str, Model] = {}


def slim(example: Example) -> Example:
    """Keep of the pieces what training looks at, in small numbers."""
    p = example.pieces
    none = np.empty(0, dtype=np.int64)
    pieces = replace(
        p,
        ids=p.ids.astype(np.uint16),
        shapes=p.shapes.astype(np.uint8),
        breaks=p.breaks.astype(np.uint8),
        quotes=p.quotes.astype(np.uint8),
        starts=none,
        ends=none,
        inner=np.empty(0, dtype=bool),
    )
    return replace(example, pieces=pieces)


def _open(folder: Path) -> None:
    _worker["model"] = load_model(folder)


def _propose(named: tuple[str, str]) -> Example | None:
    found = propose(_worker["model"], *named)
    return None if found is None else slim(replace(found, group="unlabelled"))


def unlabelled(texts: Sequence[tuple[str, str]], weights: Path) -> Iterator[Example]:
    """Look at texts (name, text) with the reader whose weights lie in a folder."""
    with ProcessPoolExecutor(
        os.cpu_count(), initializer=_open, initargs=(weights,)
    ) as pool:
        for i, example in enumerate(pool.map(_propose, texts, chunksize=8), 1):
            if i % 200 == 0:
                print(f"{i}/{len(texts)}", flush=True)
            if example is not None:
                yield example


def gather(
    data: Path, articles: Sequence[Path], weights: Path, *, texts: int, seed: int
) -> dict[str, list[Example]]:
    """Load the labelled texts, and of each file of articles at most some.

    The articles of the labelled corpus are looked at again as if without labels, since
    few of them have all sorts.

    Returns:
        The texts to train on and, as ``dev``, those to measure on.
    """
    tokenizer = load_tokenizer(backbone_folder() / "tokenizer.json")
    labelled, dev = (
        [slim(e) for e in load_examples(data, part, tokenizer)]
        for part in ("train", "dev")
    )
    named = [
        (path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((data / "polnear" / "train" / "text").glob("*.txt"))
    ]
    for path in articles:
        drawn = load_texts(path, texts, seed)
        named += [(f"{path.name}-{i}", text) for i, text in enumerate(drawn)]
    return {"train": labelled + list(unlabelled(named, weights)), "dev": dev}


def main() -> None:
    """Read the command line and gather."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    package = Path(str(files("onrecord.read") / "weights"))
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--weights", type=Path, default=package)
    parser.add_argument("--texts", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    found = gather(
        args.data, args.articles, args.weights, texts=args.texts, seed=args.seed
    )
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(pickle.dumps(found, protocol=5))
    print(f"{len(found['train'])} texts, {args.out.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()

"""Have trained readers label unlabelled articles, for `training.silver`.

Usage:
    python -m training.label --articles politics.jsonl.gz --weights DIR... --out FILE
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from onrecord.core import normalise
from onrecord.read.anchors import place_anchors, read_anchors
from onrecord.read.cue_scores import ROLE_CUE
from onrecord.read.decode import FloatArray, best_tags_by_line, spans_of
from onrecord.read.network import encode_documents
from onrecord.read.onnx_network import OnnxNetwork
from onrecord.read.pieces import Pieces, encode_pieces, load_tokenizer
from onrecord.read.tags import ROLE_TAGS

# Of each article so many pieces: leads and first quotations are worth most.
MOST_PIECES = 1500
# Cues less likely than this teach nothing about what belongs to them.
LEAST_CUE = 0.3


def load_texts(path: Path, n: int, seed: int) -> list[str]:
    """Draw articles from a file of JSON lines that have a ``text``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    random.Random(seed).shuffle(texts)
    return [normalise(text).text for text in texts[:n]]


def label(
    networks: Sequence[OnnxNetwork], pieces: Pieces
) -> tuple[FloatArray, list[tuple[int, int, int, FloatArray]]]:
    """Label one text by the average of several networks.

    Returns:
        Probabilities over `ROLE_TAGS`, ``(n_pieces, 7)``; for each cue its start, its
        end, the first piece of its window and the probabilities of the pair tags
        there, ``(n, 5)``.
    """
    encoded = [encode_documents(network, [pieces]) for network in networks]
    roles = np.mean([np.exp(e.tags["roles"][0]) for e in encoded], axis=0)
    tagged = best_tags_by_line(
        np.log(roles + 1e-9), pieces.inner, pieces.line_starts, tags=ROLE_TAGS
    )
    cue = roles[:, ROLE_CUE].sum(axis=1)
    spans = [
        ((start, end), float(cue[start:end].mean()))
        for role, start, end in spans_of(tagged, ROLE_TAGS)
        if role == "cue" and cue[start:end].mean() >= LEAST_CUE
    ]
    anchors = place_anchors(encoded[0], 0, spans)
    readings = [
        read_anchors(network, e, anchors, task="attribution")
        for network, e in zip(networks, encoded, strict=True)
    ]
    cues = []
    for i, anchor in enumerate(anchors):
        probs = np.mean([np.exp(own[i].roles) for own in readings], axis=0)
        cues.append((*anchor.span, readings[0][i].start, probs))
    return roles, cues


def write(texts: Sequence[str], folders: Sequence[Path], out: Path) -> None:
    """Label all texts and write them to one file."""
    networks = [OnnxNetwork(folder) for folder in folders]
    tokenizer = load_tokenizer(folders[0] / "tokenizer.json")
    kept, roles, pairs, cues = [], [], [], []
    for text, pieces in _cut(texts, tokenizer):
        own, found = label(networks, pieces)
        roles.append(own.astype(np.float16))
        for start, end, first, probs in found:
            cues.append((len(kept), start, end, first, len(probs)))
            pairs.append(probs.astype(np.float16))
        kept.append(text)
        if len(kept) % 50 == 0:
            print(f"{len(kept)}/{len(texts)}", flush=True)
    np.savez(
        out,
        texts=np.frombuffer(json.dumps(kept).encode(), dtype=np.uint8),
        roles=np.concatenate(roles),
        pairs=np.concatenate(pairs),
        cues=np.array(cues, dtype=np.int64),
    )


def _cut(texts: Sequence[str], tokenizer: object) -> Iterator[tuple[str, Pieces]]:
    """Cut texts at the end of a line before they get too long."""
    for whole in texts:
        text, pieces = whole, encode_pieces(tokenizer, whole)
        if len(pieces) > MOST_PIECES:
            end = int(pieces.ends[MOST_PIECES - 1])
            line_end = whole.rfind("\n", 0, end)
            text = whole[: line_end if line_end > 0 else end]
            pieces = encode_pieces(tokenizer, text)
        if len(pieces):
            yield text, pieces


def main() -> None:
    """Read the command line and label."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", required=True, type=Path)
    parser.add_argument("--weights", required=True, type=Path, nargs="+")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--texts", type=int, default=800)
    parser.add_argument("--seed", type=int, default=13)
    args = parser.parse_args()
    texts = load_texts(args.articles, args.texts, args.seed)
    write(texts, args.weights, args.out)


if __name__ == "__main__":
    main()

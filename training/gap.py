"""GAP's pronouns: which of two names each means, if either."""

import csv
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.read.pieces import encode_pieces
from training.examples import Example
from training.people import Row, build_mentions

FILES = {"train": "gap-validation.tsv", "dev": "gap-development.tsv"}


def load_gap(data: Path, part: str, tokenizer: Tokenizer) -> list[Example]:
    """Load a part of GAP; its validation part is the one trained on."""
    path = data / "coref" / FILES[part]
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_example(row, tokenizer) for row in rows]


def _example(row: dict[str, str], tokenizer: Tokenizer) -> Example:
    text = row["Text"]
    mentions: list[Row] = []
    who = None
    for letter in "AB":
        start = int(row[f"{letter}-offset"])
        mentions.append((start, start + len(row[letter]), "name", "person", letter))
        if row[f"{letter}-coref"].upper() == "TRUE":
            who = letter
    start = int(row["Pronoun-offset"])
    end = start + len(row["Pronoun"])
    mentions.append((start, end, "pronoun", "other", who))
    pieces = encode_pieces(tokenizer, text)
    labels = build_mentions(text, pieces, mentions, queried={(start, end)})
    return Example(name=row["ID"], pieces=pieces, mentions=labels)

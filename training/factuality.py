"""Events scored for having happened, as anchors to read sentences for."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from onrecord.read.pieces import encode_pieces, pieces_under
from training.examples import Anchor, Example

# Scores run from -3 (did not happen) to 3 (happened).
_SURE = 1.0
_PER_TEXT = 8


def factuality_of(score: float) -> int:
    """Give the place in `FACTUALITIES` of a score.

    Example:
        >>> [FACTUALITIES[factuality_of(s)] for s in (2.6, 0.2, -3.0)]
        ['happened', 'unsure', 'not']
    """
    return 0 if score >= _SURE else (2 if score <= -_SURE else 1)


def load_factuality(data: Path, part: str, tokenizer: Tokenizer) -> list[Example]:
    """Load a part of UW and MEANTIME, and UDS-IH2 where something did not happen.

    Most of UDS-IH2's sentences hold only what happened; they are left out to keep the
    labels in balance.
    """
    folder = data / "factuality"
    rows = [
        *_rows(folder / f"uw_{part}.jsonl"),
        *_rows(folder / f"meantime_{part}.jsonl"),
    ]
    rows += [
        row
        for row in _rows(folder / f"uds_ih2_{part}.jsonl")
        if any(factuality_of(t["label"]) for t in row["targets"])
    ]
    groups = (rows[i : i + _PER_TEXT] for i in range(0, len(rows), _PER_TEXT))
    return [_example(f"factuality-{i}", g, tokenizer) for i, g in enumerate(groups)]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _example(
    name: str, rows: Iterable[dict[str, Any]], tokenizer: Tokenizer
) -> Example:
    """Put some sentences together, each on a line of its own."""
    text, places = "", []
    for row in rows:
        words = row["text"].split(" ")
        starts = [len(text)]
        for word in words:
            starts.append(starts[-1] + len(word) + 1)
        for target in row["targets"]:
            first, last = target["span1"]
            places.append((starts[first], starts[last] - 1, target["label"]))
        text += row["text"] + "\n"
    pieces = encode_pieces(tokenizer, text)
    anchors = []
    for start, end, score in places:
        place = pieces_under(pieces, start, end)
        if place is not None:
            labels = {"factuality": factuality_of(score)}
            anchors.append(Anchor("happening", (place,), None, labels))
    return Example(name=name, pieces=pieces, anchors=tuple(anchors))

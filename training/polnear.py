"""PolNeAR articles as training examples: attributions, and names found by CoreNLP."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.read.pieces import Pieces, encode_pieces
from training.windows import Example, Relation, pieces_under

ROLES = ("source", "cue", "content")
NER_KINDS = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}
SILVER_WEIGHT = 0.3
Roles = dict[str, list[tuple[int, int]]]


def parse_brat(annotation: str) -> list[Roles]:
    """Read the attributions of one brat standoff file.

    Source: the PolNeAR release, ``*.ann``: T lines are spans of Source, Cue and
    Content, E lines join them.
    """
    spans: dict[str, list[tuple[int, int]]] = {}
    attributions = []
    lines = annotation.split("\n")
    for line in lines:
        if re.match(r"T\d+\t", line):
            key, middle, *_ = line.split("\t")
            offsets = middle.split(" ", 1)[1].split(";")
            pairs = (part.split() for part in offsets)
            spans[key] = [(int(start), int(end)) for start, end in pairs]
    for line in lines:
        if re.match(r"E\d+\t", line):
            roles: Roles = defaultdict(list)
            for part in line.split("\t")[1].split():
                role, key = part.split(":")
                roles[re.sub(r"\d+$", "", role).lower()].extend(spans[key])
            attributions.append(roles)
    return attributions


def to_relation(pieces: Pieces, roles: Roles) -> Relation:
    """Convert spans of characters to spans of pieces."""
    found = {
        role: tuple(
            span
            for start, end in sorted(roles.get(role, []))
            if (span := pieces_under(pieces, start, end))
        )
        for role in ROLES
    }
    return Relation(**found)


def silver_names(path: Path) -> dict[str, list[tuple[str, int, int]]]:
    """Read the name spans that CoreNLP found, by article, in characters."""
    found = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found[row["doc"]] = list(_runs(row["sentences"]))
    return found


def _runs(
    sentences: list[dict[str, list[list[str]]]],
) -> Iterator[tuple[str, int, int]]:
    for sentence in sentences:
        run: tuple[str, int, int] | None = None
        for start, end, _, _, label, *_ in sentence["tokens"]:
            kind = NER_KINDS.get(label)
            if run and kind == run[0]:
                run = (run[0], run[1], int(end))
                continue
            if run:
                yield run
            run = (kind, int(start), int(end)) if kind else None
        if run:
            yield run


def name_spans(
    pieces: Pieces, names: list[tuple[str, int, int]]
) -> tuple[tuple[str, int, int], ...]:
    """Convert kinds with spans of characters to spans of pieces."""
    spans = ((kind, pieces_under(pieces, s, e)) for kind, s, e in names)
    return tuple((kind, *span) for kind, span in spans if span)


def load_polnear(data: Path, part: str, tokenizer: Tokenizer) -> list[Example]:
    """Load a part of PolNeAR, each article by its first annotator.

    Args:
        data: The folder that holds ``polnear``.
        part: ``train`` or ``dev``.
        tokenizer: From `onrecord.read.pieces.load_tokenizer`.
    """
    folder = data / "polnear" / part
    names = silver_names(data / "polnear" / f"corenlp_{part}.jsonl.gz")
    seen, examples = set(), []
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen:
            continue
        seen.add(name)
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        pieces = encode_pieces(tokenizer, text)
        gold = parse_brat(path.read_text(encoding="utf-8"))
        silver = names.get(name)
        examples.append(
            Example(
                name=name,
                pieces=pieces,
                relations=tuple(to_relation(pieces, roles) for roles in gold),
                names=None if silver is None else name_spans(pieces, silver),
                weight=SILVER_WEIGHT,
            )
        )
    return examples

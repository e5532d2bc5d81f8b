"""PolNeAR articles as training examples: attributions, names, contacts, who is who."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from onrecord.read.pieces import Pieces, encode_pieces
from training.contacts import contact_anchors, load_labels, stance_labels
from training.examples import Anchor, Example, labelled_under, spans_under
from training.people import chain_mentions, speaker_mentions

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


def cue_anchor(pieces: Pieces, roles: Roles) -> Anchor:
    """Make the anchor of one attribution: its cue with its source and content."""
    spans = tuple(
        (role, start, end)
        for role in ("content", "source")
        for start, end in spans_under(pieces, roles.get(role, []))
    )
    return Anchor("attribution", spans_under(pieces, roles.get("cue", [])), spans)


def _role_spans(pieces: Pieces, gold: list[Roles]) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (role, start, end)
        for role in ("content", "source", "cue")
        for roles in gold
        for start, end in spans_under(pieces, roles.get(role, []))
    )


def load_polnear(data: Path, part: str, tokenizer: Tokenizer) -> list[Example]:
    """Load a part of PolNeAR: to train on by every annotator, else by the first.

    An article's first example also has its names as CoreNLP found them, its stances,
    speakers and contacts where those are labelled, and else CoreNLP's pronouns.

    Args:
        data: The folder that holds ``polnear`` and ``contacts``.
        part: ``train`` or ``dev``.
        tokenizer: From `onrecord.read.pieces.load_tokenizer`.
    """
    folder = data / "polnear" / part
    automatic = _automatic(data / "polnear" / f"corenlp_{part}.jsonl.gz")
    labels = load_labels(data, part)
    seen: set[str] = set()
    examples = []
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen and part != "train":
            continue
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        pieces = encode_pieces(tokenizer, text)
        gold = parse_brat(path.read_text(encoding="utf-8"))
        example = Example(
            name=name,
            pieces=pieces,
            roles=_role_spans(pieces, gold),
            anchors=tuple(cue_anchor(pieces, roles) for roles in gold),
        )
        if name not in seen:
            example = _enrich(
                example,
                text,
                automatic=automatic.get(name),
                labels=labels.get(name),
            )
        seen.add(name)
        examples.append(example)
    return examples


def _enrich(
    example: Example,
    text: str,
    *,
    automatic: dict[str, Any] | None,
    labels: dict[str, Any] | None,
) -> Example:
    """Add what is known of an article besides its attributions."""
    pieces = example.pieces
    names = [] if automatic is None else list(name_runs(automatic["sentences"]))
    if automatic is not None:
        spans = labelled_under(pieces, names)
        example = replace(example, names=spans, names_weight=SILVER_WEIGHT)
    if labels is None:
        if automatic is None:
            return example
        return replace(
            example, mentions=chain_mentions(text, pieces, automatic, names=names)
        )
    anchors = tuple(
        replace(cue_anchor(pieces, row), labels=stance_labels(row))
        for row in labels["attributions"]
    )
    contacts, triggers = contact_anchors(text, pieces, labels["contacts"])
    return replace(
        example,
        anchors=anchors + contacts,
        triggers=triggers,
        mentions=speaker_mentions(text, pieces, labels, names=names),
    )


def _automatic(path: Path) -> dict[str, dict[str, Any]]:
    """Load the CoreNLP annotation of each article."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {row["doc"]: row for row in map(json.loads, lines)}


def name_runs(
    sentences: list[dict[str, list[list[str]]]],
) -> Iterator[tuple[str, int, int]]:
    """Read the names that CoreNLP found: kind, first and last character."""
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

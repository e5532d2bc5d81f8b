"""All training texts of a part, task by task."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tokenizers import Tokenizer

from training.entities import load_columns
from training.examples import Example
from training.factuality import load_factuality
from training.gap import load_gap
from training.gum import load_gum
from training.polnear import load_polnear

# Sentences to a text, where a set is one of single sentences.
_PER_TEXT = 6


def load_examples(data: Path, part: str, tokenizer: Tokenizer) -> list[Example]:
    """Load every training text (``part`` "train") or the dev texts.

    Args:
        data: The folder that holds ``polnear``, ``gum`` and the rest.
        part: ``train`` or ``dev``.
        tokenizer: From `onrecord.read.pieces.load_tokenizer`.
    """
    polnear = load_polnear(data, part, tokenizer)
    labelled = [e for e in polnear if e.triggers is not None]
    rest = [e for e in polnear if e.triggers is None]
    ner = {"crossner": data / "ner" / f"crossner_politics_{part}.txt"}
    if part == "train":
        ner["wikigold"] = data / "ner" / "wikigold.conll"
    columns = {
        group: load_columns(path, tokenizer, per_text=_PER_TEXT)
        for group, path in ner.items()
    }
    groups = {
        "labelled": labelled,
        "polnear": rest,
        "gum": load_gum(data, part, tokenizer),
        **columns,
        "factuality": load_factuality(data, part, tokenizer),
        "gap": load_gap(data, part, tokenizer),
    }
    return [
        replace(example, group=group)
        for group, examples in groups.items()
        for example in examples
    ]


def drawn(
    examples: Iterable[Example], shares: Mapping[str, float], chance: random.Random
) -> list[Example]:
    """Draw the texts of one epoch.

    Args:
        examples: All texts.
        shares: How often an epoch sees each text of a group: 2 is twice, 0.5 every
            other time, chosen anew. Groups without an entry are seen once.
        chance: Where the choice comes from.
    """
    found: list[Example] = []
    for example in examples:
        whole, part = divmod(shares.get(example.group, 1.0), 1)
        found += [example] * (int(whole) + (chance.random() < part))
    return found


def parse_shares(words: Sequence[str]) -> dict[str, float]:
    """Read shares as the command line has them.

    Example:
        >>> parse_shares(["polnear=0.5"])
        {'polnear': 0.5}
    """
    pairs = (word.split("=") for word in words)
    return {group: float(share) for group, share in pairs}

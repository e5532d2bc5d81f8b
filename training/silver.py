"""Unlabelled articles as earlier readers see them, to train a new one on.

What several readers make of a text on average is a better teacher than its own
labels alone: Hinton et al. 2015, "Distilling the Knowledge in a Neural Network".
"""

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.read.pieces import encode_pieces
from training.examples import Anchor, Example


def load_silver(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """Load the texts that `training.label` wrote.

    Args:
        path: An ``.npz`` file.
        tokenizer: The one they were labelled with.
    """
    with np.load(path) as arrays:
        texts = json.loads(bytes(arrays["texts"]).decode())
        roles, pairs = arrays["roles"], arrays["pairs"]
        cues = arrays["cues"]  # (n, 5): text, start, end, first row's piece, n rows
    examples, at_role, at_pair = [], 0, 0
    by_text = np.split(np.arange(len(cues)), np.flatnonzero(np.diff(cues[:, 0])) + 1)
    of_text = {int(cues[rows[0], 0]): rows for rows in by_text if len(rows)}
    for number, text in enumerate(texts):
        pieces = encode_pieces(tokenizer, text)
        anchors = []
        for row in of_text.get(number, ()):
            _, start, end, soft_start, size = cues[row].tolist()
            soft = pairs[at_pair : at_pair + size]
            at_pair += size
            anchors.append(
                Anchor("attribution", ((start, end),), soft=soft, soft_start=soft_start)
            )
        soft_roles = roles[at_role : at_role + len(pieces)]
        at_role += len(pieces)
        examples.append(
            Example(f"silver-{number}", pieces, tuple(anchors), soft_roles=soft_roles)
        )
    return examples

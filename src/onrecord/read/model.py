"""The weights opened: network, tokenizer, and what their card says of them."""

import json
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.read.calibration import UNCALIBRATED, Calibrations, read_calibrations
from onrecord.read.network import Network
from onrecord.read.onnx_network import OnnxNetwork
from onrecord.read.pieces import load_tokenizer

#: Heads that weights may lack: where one is not trained, rules do its work.
OPTIONAL_HEADS = frozenset({"classes", "contacts", "mentions"})


@dataclass(frozen=True, slots=True)
class Model:
    """What a trained reader reads with.

    Attributes:
        network: Runs the weights.
        tokenizer: Cuts texts into pieces.
        revision: Which weights they are.
        heads: Those of `OPTIONAL_HEADS` that are trained: ``classes`` tells stances
            and kinds of speakers, ``contacts`` who met whom, ``mentions`` whom a
            pronoun or a description means.
        calibrations: What makes shares of right answers of probabilities.
    """

    network: Network
    tokenizer: Tokenizer
    revision: str | None = None
    heads: frozenset[str] = OPTIONAL_HEADS
    calibrations: Calibrations = UNCALIBRATED


def load_model(folder: Path) -> Model:
    """Open the weights in a folder.

    Args:
        folder: Holds the graphs, ``tokenizer.json`` and the card ``weights.json``.

    Raises:
        InputError: A graph is missing.
    """
    network = OnnxNetwork(folder)
    card = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    return Model(
        network=network,
        tokenizer=load_tokenizer(folder / "tokenizer.json"),
        revision=card["revision"],
        heads=frozenset(card.get("heads", OPTIONAL_HEADS)),
        calibrations=read_calibrations(card),
    )

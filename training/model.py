"""The reader's network: the encoder with all its heads."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.read.tags import TOKEN_HEADS
from training.encoder import WIDTH, Encoder
from training.heads import AnchorHead, MentionHead


class ReaderNetwork(nn.Module):
    """The encoder with its heads: roles, names, nominals, triggers; anchors, mentions.

    Args:
        dropout: Share of activations left out in training.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        for name, tags in TOKEN_HEADS.items():
            self.add_module(name, nn.Linear(WIDTH, len(tags)))
        self.anchors = AnchorHead(dropout)
        self.mentions = MentionHead(dropout)


def mean_weights(paths: Sequence[Path]) -> dict[str, Tensor]:
    """Average the weights of several epochs or runs, by name.

    Source:
        Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima", UAI.
    """
    states = [torch.load(path, map_location="cpu") for path in paths]
    return {k: sum(state[k] for state in states) / len(states) for k in states[0]}

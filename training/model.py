"""The reader's network: the encoder with all its heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.read.tags import ANCHOR_LABELS, CONTACT_TAGS, PAIR_TAGS, TOKEN_HEADS
from training.collate import Batch
from training.encoder import MINILM, Encoder, Size
from training.heads import AnchorHead, MentionHead


@dataclass(slots=True)
class Answers:
    """What a network says of a batch: scores, or chances.

    Attributes:
        tokens: For each of `TOKEN_HEADS` ``(batch, length, n_tags)``.
        pairs: ``(n_anchors, length, 5)`` over `onrecord.read.tags.PAIR_TAGS`.
        contacts: ``(n_anchors, length, 9)`` over `onrecord.read.tags.CONTACT_TAGS`.
        labels: For each of `ANCHOR_LABELS` ``(n_anchors, n_labels)``.
        mentions: ``(n_queries, 1 + n_candidates)``, None where nobody asks.
    """

    tokens: dict[str, Tensor]
    pairs: Tensor
    contacts: Tensor
    labels: dict[str, Tensor]
    mentions: Tensor | None


class ReaderNetwork(nn.Module):
    """The encoder with its heads: roles, names, nominals, triggers; anchors, mentions.

    Args:
        dropout: Share of activations left out in training.
        size: Of the encoder.
    """

    def __init__(self, dropout: float = 0.1, size: Size = MINILM) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, size)
        self.dropout = nn.Dropout(dropout)
        for name, tags in TOKEN_HEADS.items():
            self.add_module(name, nn.Linear(size.width, len(tags)))
        self.anchors = AnchorHead(dropout, size.width)
        self.mentions = MentionHead(dropout, size.width)

    def forward(self, batch: Batch, ids: Tensor) -> Answers:
        """Score everything in a batch.

        Args:
            batch: Windows, with what to read them for.
            ids: ``(batch, length)`` the pieces, some of them hidden in training.
        """
        states = self.encoder(ids, batch.codes, batch.mask)
        heads = self.dropout(states)
        pairs, contacts, labels = self._read(states, batch)
        parts = labels.split([len(v) for v in ANCHOR_LABELS.values()], dim=1)
        return Answers(
            tokens={name: getattr(self, name)(heads) for name in TOKEN_HEADS},
            pairs=pairs,
            contacts=contacts,
            labels=dict(zip(ANCHOR_LABELS, parts, strict=True)),
            mentions=self._ranked(states, batch),
        )

    def _read(self, states: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        if not len(batch.rows):
            length, n_labels = batch.ids.shape[1], sum(map(len, ANCHOR_LABELS.values()))
            shapes = (length, len(PAIR_TAGS)), (length, len(CONTACT_TAGS)), (n_labels,)
            none = [states.new_zeros((0, *shape)) for shape in shapes]
            return none[0], none[1], none[2]
        found: tuple[Tensor, Tensor, Tensor] = self.anchors(
            states, batch.anchors, rows=batch.rows, tasks=batch.tasks, mask=batch.mask
        )
        return found

    def _ranked(self, states: Tensor, batch: Batch) -> Tensor | None:
        asked = batch.mentions
        if asked is None:
            return None
        flat, at = states.flatten(0, 1), asked.rows * states.shape[1]
        scores: Tensor = self.mentions(
            flat.index_select(0, at + asked.first),
            flat.index_select(0, at + asked.last),
            queries=asked.queries,
            mentions=asked.candidates,
            features=asked.features,
        )
        return scores


def chances(answers: Sequence[Answers]) -> Answers:
    """Turn the scores of several networks into their mean chances."""
    mean = lambda parts: torch.stack(  # noqa: E731
        [part.float().softmax(-1) for part in parts]
    ).mean(0)
    first = answers[0]
    ranked = [a.mentions for a in answers if a.mentions is not None]
    return Answers(
        tokens={k: mean([a.tokens[k] for a in answers]) for k in first.tokens},
        pairs=mean([a.pairs for a in answers]),
        contacts=mean([a.contacts for a in answers]),
        labels={k: mean([a.labels[k] for a in answers]) for k in first.labels},
        mentions=mean(ranked) if ranked else None,
    )


def mean_weights(paths: Sequence[Path]) -> dict[str, Tensor]:
    """Average the weights of several epochs or runs, by name.

    Source:
        Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima", UAI.
    """
    states = [torch.load(path, map_location="cpu") for path in paths]
    return {k: sum(state[k] for state in states) / len(states) for k in states[0]}

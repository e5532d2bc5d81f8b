"""What the network is trained to make small; each task masks the others."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.read.tags import ANCHOR_LABELS
from training.collate import IGNORED, Batch, Mentions
from training.model import ReaderNetwork

MASK_ID = 103
# Labels of a class in a batch from which on they count in full.
_FULL_BATCH = 16


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each task's loss counts, and how many pieces of the input are hidden.

    Attributes:
        masked_share: Share of pieces replaced by the mask while training.
    """

    masked_share: float = 0.05
    roles: float = 1.0
    pairs: float = 1.0
    names: float = 0.5
    nominals: float = 0.5
    triggers: float = 0.3
    contacts: float = 6.0
    classes: float = 1.0
    mentions: float = 0.5


def losses(network: ReaderNetwork, batch: Batch, weights: Weights) -> dict[str, Tensor]:
    """Compute the weighted losses of one batch, those of its tasks."""
    ids = batch.ids
    if network.training and weights.masked_share:
        hidden = torch.rand(ids.shape, device=ids.device) < weights.masked_share
        ids = ids.masked_fill(hidden & (ids > MASK_ID), MASK_ID)
    states = network.encoder(ids, batch.codes, batch.mask)
    found = _token_losses(network, states, batch)
    if len(batch.rows):
        found |= _anchor_losses(network, states, batch)
    if batch.mentions is not None:
        found["mentions"] = _mention_loss(network, states, batch.mentions)
    return {task: getattr(weights, _weight_of(task)) * v for task, v in found.items()}


def _weight_of(task: str) -> str:
    return "classes" if task in ANCHOR_LABELS else task


def _token_losses(
    network: ReaderNetwork, states: Tensor, batch: Batch
) -> dict[str, Tensor]:
    heads, found = network.dropout(states), {}
    for task, labels in batch.token_labels.items():
        logits = getattr(network, task)(heads).float()
        total, n = _total(logits, labels)
        if task == "roles" and bool(batch.soft_roles.any()):
            total = total - (batch.soft_roles * logits.log_softmax(-1)).sum()
            n += int((batch.soft_roles.sum(-1) > 0).sum())
        if not n:
            continue
        if task == "triggers":  # ten a window would be many; they must not drown
            n = 10 * int((labels != IGNORED).any(1).sum())
        found[task] = total / n
    if "names" in found:
        found["names"] = found["names"] * batch.names_weight.min()
    return found


def _total(logits: Tensor, labels: Tensor) -> tuple[Tensor, int]:
    """Sum the loss over marked pieces; also give how many these are."""
    total = functional.cross_entropy(
        logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return total, int((labels != IGNORED).sum())


def _anchor_losses(
    network: ReaderNetwork, states: Tensor, batch: Batch
) -> dict[str, Tensor]:
    pairs, contacts, labels = network.anchors(
        states, batch.anchors, rows=batch.rows, tasks=batch.tasks, mask=batch.mask
    )
    n_pieces = batch.mask.sum()
    soft = batch.soft_pairs * pairs.float().log_softmax(-1)
    found = {
        "pairs": (_total(pairs.float(), batch.pair_labels)[0] - soft.sum()) / n_pieces,
        "contacts": _total(contacts.float(), batch.contact_labels)[0] / n_pieces,
    }
    parts = labels.float().split([len(v) for v in ANCHOR_LABELS.values()], dim=1)
    for (task, classes), logits in zip(batch.classes.items(), parts, strict=True):
        n = int((classes != IGNORED).sum())
        if n:
            loss = functional.cross_entropy(logits, classes, ignore_index=IGNORED)
            found[task] = loss * min(1.0, n / _FULL_BATCH)
    return found


def _mention_loss(network: ReaderNetwork, states: Tensor, mentions: Mentions) -> Tensor:
    """Take the log of the chance of any right answer, Lee et al. 2017, section 3."""
    scores = network.mentions(
        states[mentions.rows, mentions.first],
        states[mentions.rows, mentions.last],
        queries=mentions.queries,
        mentions=mentions.candidates,
        features=mentions.features,
    )
    right = scores.masked_fill(~mentions.right, -1e4).logsumexp(1)
    loss = (scores.logsumexp(1) - right) * mentions.weight
    return loss.sum() / max(8, len(loss))

"""What the network is trained to make small: labels of people, words of teachers.

Each task masks the others. A teacher's chances are a better lesson than its best
answer alone: Hinton et al. 2015, "Distilling the Knowledge in a Neural Network".
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.read.tags import ANCHOR_LABELS, ANCHOR_TASKS, MODALITIES, NO_CONTACT
from training.collate import IGNORED, Batch, Mentions
from training.encoder import MASK_ID
from training.model import Answers, ReaderNetwork, chances

# Labels of a class in a batch from which on they count in full.
_FULL_BATCH = 16
# A window has so many triggers' worth of pieces: there are few, they must not drown.
_TRIGGER_PIECES = 10
_FEWEST_QUERIES = 8
# What a teacher has to say of each sort of anchor.
TAUGHT = {
    "attribution": ("stance", "speaker"),
    "contact": ("modality", "contact"),
    "happening": ("factuality",),
}


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each task's loss counts, and how many pieces of the input are hidden.

    Attributes:
        masked_share: Share of pieces replaced by the mask while training.
        labelled: Of all that people marked, where teachers speak as well.
    """

    masked_share: float = 0.05
    labelled: float = 0.5
    roles: float = 1.0
    pairs: float = 1.0
    names: float = 0.5
    nominals: float = 0.5
    triggers: float = 0.3
    contacts: float = 6.0
    classes: float = 1.0
    mentions: float = 0.5

    def of(self, task: str) -> float:
        """Give the weight of a task, one for all classes of anchors."""
        name = "classes" if task in ANCHOR_LABELS else task
        return float(getattr(self, name))


def losses(
    network: ReaderNetwork,
    batch: Batch,
    weights: Weights,
    *,
    teachers: Sequence[ReaderNetwork] = (),
) -> dict[str, Tensor]:
    """Compute the weighted losses of one batch, by task.

    Args:
        network: The one that learns.
        batch: Windows with their labels.
        weights: Of the tasks.
        teachers: Trained networks, whose chances are taken on average. What they say
            counts for everything, marked by people or not.
    """
    ids = batch.ids
    if network.training and weights.masked_share:
        hidden = torch.rand(ids.shape, device=ids.device) < weights.masked_share
        ids = ids.masked_fill(hidden & (ids > MASK_ID), MASK_ID)
    own = network(batch, ids)
    found = labelled_losses(own, batch)
    found = {task: weights.of(task) * loss for task, loss in found.items()}
    if not teachers:
        return found
    with torch.no_grad():
        told = chances([teacher(batch, batch.ids) for teacher in teachers])
    taught = taught_losses(own, told, batch)
    return {
        task: found.get(task, 0.0) * weights.labelled + weights.of(task) * loss
        for task, loss in taught.items()
    }


def labelled_losses(own: Answers, batch: Batch) -> dict[str, Tensor]:
    """Compute the losses against what people marked."""
    found = {}
    for task, labels in batch.token_labels.items():
        weight = batch.names_weight if task == "names" else None
        marked = labels != IGNORED
        n = marked.sum()
        if task == "triggers":
            n = _TRIGGER_PIECES * marked.any(1).sum()
        found[task] = _entropy(own.tokens[task], labels, weight) / n.clamp_min(1)
    if len(batch.rows):
        n = batch.mask.sum()
        found["pairs"] = _entropy(own.pairs, batch.pair_labels) / n
        found["contacts"] = _entropy(own.contacts, batch.contact_labels) / n
        for task, labels in batch.classes.items():
            n = (labels != IGNORED).sum()
            # A few labels of a batch count as few of a full one.
            found[task] = _entropy(own.labels[task], labels) / n.clamp_min(_FULL_BATCH)
    if batch.mentions is not None and own.mentions is not None:
        found["mentions"] = _mention_loss(own.mentions, batch.mentions)
    return found


def _entropy(scores: Tensor, labels: Tensor, weight: Tensor | None = None) -> Tensor:
    """Sum the cross-entropy over marked places, weighted by row where asked."""
    flat = functional.cross_entropy(
        scores.float().flatten(0, -2),
        labels.flatten(),
        ignore_index=IGNORED,
        reduction="none",
    )
    if weight is None:
        return flat.sum()
    return (flat.view(labels.shape) * weight[:, None]).sum()


def _mention_loss(scores: Tensor, mentions: Mentions) -> Tensor:
    """Take the log of the chance of any right answer, Lee et al. 2017, section 3."""
    right = scores.masked_fill(~mentions.right, -1e4).logsumexp(1)
    loss = (scores.logsumexp(1) - right) * mentions.weight
    return loss.sum() / (mentions.weight > 0).sum().clamp_min(_FEWEST_QUERIES)


def taught_losses(own: Answers, told: Answers, batch: Batch) -> dict[str, Tensor]:
    """Compute the losses against the chances that teachers gave."""
    n = batch.mask.sum()
    found = {}
    for task, scores in own.tokens.items():
        loss = _distance(scores, told.tokens[task]) * batch.mask
        pieces = n if task != "triggers" else _TRIGGER_PIECES * len(batch.mask)
        found[task] = loss.sum() / pieces
    if len(batch.rows):
        inside = batch.mask[batch.rows]
        said = (batch.tasks == ANCHOR_TASKS.index("attribution"))[:, None] & inside
        found["pairs"] = (_distance(own.pairs, told.pairs) * said).sum() / n
        none = told.labels["modality"][:, MODALITIES.index(NO_CONTACT)]
        met = (batch.tasks == ANCHOR_TASKS.index("contact")) * (1 - none)
        parts = _distance(own.contacts, told.contacts) * inside
        found["contacts"] = (parts * met[:, None]).sum() / n
        for sort, tasks in TAUGHT.items():
            here = (batch.tasks == ANCHOR_TASKS.index(sort)).float()
            for task in tasks:
                loss = _distance(own.labels[task], told.labels[task]) * here
                if task == "contact":
                    loss = loss * (1 - none)
                found[task] = loss.sum() / here.sum().clamp_min(_FULL_BATCH)
    if own.mentions is not None and told.mentions is not None:
        loss = _distance(own.mentions, told.mentions)
        found["mentions"] = loss.sum() / max(_FEWEST_QUERIES, len(loss))
    return found


def _distance(scores: Tensor, chances: Tensor) -> Tensor:
    """Give the Kullback-Leibler divergence from the chances, over the last axis."""
    logs = scores.float().log_softmax(-1)
    return functional.kl_div(logs, chances, reduction="none").sum(-1)

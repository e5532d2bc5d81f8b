"""Train the reader's network on several tasks at once.

Each task masks the others' losses. A checkpoint is kept after every epoch, and a
run that was stopped goes on from the last one.

Usage:
    python -m training.train --data ../shared/data --out build/reader
"""

import argparse
import json
import random
import time
from dataclasses import MISSING, asdict, dataclass, fields
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from onrecord.read.pieces import load_tokenizer
from training.backbone import backbone_folder
from training.entities import load_columns, load_gum
from training.model import LAYERS, ReaderNetwork
from training.polnear import load_polnear
from training.windows import IGNORED, STRIDE, Batch, Example, collate, cut

MASK_ID = 103


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a run depends on; written beside its weights."""

    data: str
    out: str
    backbone: str
    epochs: int = 4
    seed: int = 13
    batch: int = 16
    encoder_rate: float = 3e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    dropout: float = 0.1
    masked_share: float = 0.05
    entity_weight: float = 0.5
    pair_weight: float = 1.0
    decay: float = 0.01
    average_decay: float = 0.998


def load_examples(plan: Plan, part: str) -> list[Example]:
    """Load every training text (``part`` "train") or the dev texts."""
    data = Path(plan.data)
    tokenizer = load_tokenizer(Path(plan.backbone) / "tokenizer.json")
    examples = load_polnear(data, part, tokenizer) + load_gum(data, part, tokenizer)
    ner = data / "ner"
    columns = [ner / f"crossner_politics_{part}.txt"]
    if part == "train":
        columns.append(ner / "wikigold.conll")
    for path in columns:
        examples += load_columns(path, tokenizer, per_text=6)
    return examples


def batches(examples: list[Example], plan: Plan, epoch: int) -> "list[Windows]":
    """Cut all texts into windows, a little differently each epoch, and shuffle."""
    chance = random.Random(plan.seed * 1000 + epoch)
    windows = [w for e in examples for w in cut(e, chance.randrange(STRIDE))]
    labelled = [w for w in windows if w[0].relations is not None]
    others = [w for w in windows if w[0].relations is None]
    groups = []
    for group in (labelled, others):
        chance.shuffle(group)
        groups += [group[i : i + plan.batch] for i in range(0, len(group), plan.batch)]
    chance.shuffle(groups)
    return groups


def optimiser(network: ReaderNetwork, plan: Plan) -> torch.optim.AdamW:
    """Make AdamW with lower rates for lower layers and none of it on norms."""
    groups = []
    for name, parameter in network.named_parameters():
        rate = plan.head_rate
        if name.startswith("encoder."):
            part = name.split(".")
            depth = int(part[2]) + 1 if part[1] == "layers" else 0
            new = part[1] in ("shapes", "breaks", "quotes")
            fall = 1.0 if new else plan.layer_decay ** (LAYERS - depth)
            rate = plan.encoder_rate * fall
        decay = plan.decay if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def losses(network: ReaderNetwork, batch: Batch, plan: Plan) -> dict[str, Tensor]:
    """Compute the tasks' losses of one batch."""
    ids = batch.ids
    if network.training and plan.masked_share:
        hidden = (torch.rand(ids.shape) < plan.masked_share) & (ids > MASK_ID)
        ids = ids.masked_fill(hidden, MASK_ID)
    states = network.encoder(ids, batch.codes, batch.mask)
    heads = network.dropout(states)
    found = {}
    if (batch.roles != IGNORED).any():
        found["roles"] = _mean_loss(network.roles(heads), batch.roles)
        if len(batch.rows):
            logits = network.pairs(states, batch.cues, rows=batch.rows, mask=batch.mask)
            total = functional.cross_entropy(
                logits.float().flatten(0, 1),
                batch.pair_tags.flatten(),
                ignore_index=IGNORED,
                reduction="sum",
            )
            found["pairs"] = plan.pair_weight * total / batch.mask.sum()
    for task, labels in (("names", batch.names), ("nominals", batch.nominals)):
        if (labels != IGNORED).any():
            loss = _mean_loss(getattr(network, task)(heads), labels)
            found[task] = plan.entity_weight * float(batch.weight[0]) * loss
    return found


def _mean_loss(logits: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(
        logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED
    )


Windows = list[tuple[Example, int, int]]


@dataclass(slots=True)
class _Learner:
    """The network with what trains it, saved and loaded together."""

    network: ReaderNetwork
    averaged: AveragedModel
    adam: torch.optim.AdamW
    schedule: torch.optim.lr_scheduler.LambdaLR

    def load(self, path: Path) -> int:
        """Go on from a checkpoint if there is one; return the epoch to do next."""
        if not path.exists():
            return 0
        state = torch.load(path)
        for name in _PARTS:
            getattr(self, name).load_state_dict(state[name])
        return int(state["epoch"]) + 1

    def save(self, out: Path, epoch: int) -> None:
        """Write the epoch's weights, their running average and the checkpoint."""
        torch.save(self.network.state_dict(), out / f"epoch-{epoch + 1}.pt")
        averaged = self.averaged.module.state_dict()
        torch.save(averaged, out / f"averaged-{epoch + 1}.pt")
        state = {name: getattr(self, name).state_dict() for name in _PARTS}
        # Written aside and moved, so that a kill leaves the old checkpoint whole.
        torch.save({"epoch": epoch, **state}, out / "last.part")
        (out / "last.part").replace(out / "last.pt")


_PARTS = ("network", "averaged", "adam", "schedule")


def run(plan: Plan) -> None:
    """Train to the end of the plan, from the last checkpoint if there is one."""
    torch.manual_seed(plan.seed)
    out = Path(plan.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "plan.json").write_text(json.dumps(asdict(plan), indent=1))
    examples = load_examples(plan, "train")
    steps = sum(len(batches(examples, plan, e)) for e in range(plan.epochs))
    learner = _learner(plan, steps)
    first = learner.load(out / "last.pt")
    print(f"{len(examples)} texts, {steps} steps, from epoch {first}", flush=True)
    for epoch in range(first, plan.epochs):
        _epoch(learner, batches(examples, plan, epoch), plan)
        learner.save(out, epoch)
        print(f"epoch {epoch + 1} done", flush=True)


def _learner(plan: Plan, steps: int) -> _Learner:
    network = ReaderNetwork(plan.dropout)
    network.encoder.load_backbone(Path(plan.backbone) / "model.safetensors")
    average = get_ema_multi_avg_fn(plan.average_decay)
    adam = optimiser(network, plan)
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    averaged = AveragedModel(network, multi_avg_fn=average)
    return _Learner(network, averaged, adam, schedule)


def _epoch(learner: _Learner, groups: list[Windows], plan: Plan) -> None:
    network, adam = learner.network, learner.adam
    network.train()
    sums: dict[str, float] = {}
    began = time.monotonic()
    for step, group in enumerate(groups, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts = losses(network, collate(group), plan)
        sum(parts.values()).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        learner.schedule.step()
        learner.averaged.update_parameters(network)
        adam.zero_grad(set_to_none=True)
        for task, loss in parts.items():
            value = float(loss.detach())
            sums[task] = 0.98 * sums.get(task, value) + 0.02 * value
        if step % 20 == 0:
            speed = step / (time.monotonic() - began)
            shown = " ".join(f"{k} {v:.4f}" for k, v in sorted(sums.items()))
            print(f"{step}/{len(groups)} {speed:.2f}/s {shown}", flush=True)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", required=True, help="folder that holds polnear, ...")
    parser.add_argument("--out", required=True, help="folder for weights")
    parser.add_argument("--backbone", default=str(backbone_folder()))
    for item in fields(Plan):
        if item.default is not MISSING:
            flag = "--" + item.name.replace("_", "-")
            kind = type(item.default)
            parser.add_argument(flag, type=kind, default=item.default)
    given = vars(parser.parse_args())
    run(Plan(**given))


if __name__ == "__main__":
    main()

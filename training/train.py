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
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from onrecord.read.pieces import load_tokenizer
from training.backbone import backbone_folder
from training.collate import collate
from training.datasets import drawn, load_examples, parse_shares
from training.encoder import LAYERS
from training.examples import Example
from training.losses import Weights, losses
from training.model import ReaderNetwork, mean_weights
from training.windows import Cut, batches


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a run depends on; written beside its weights.

    Attributes:
        data: Folder that holds ``polnear`` and the rest.
        out: Folder for weights.
        backbone: Folder of the encoder to start from.
        start: Weights of an earlier run to start from instead, the mean of several
            files with blanks between; empty for none.
        silver: File of texts labelled by earlier readers; empty for none.
        shares: How often an epoch sees each group's texts: "labelled=3 silver=0.5".
        epochs: How often all texts are seen.
        seed: Of everything drawn by chance.
        batch: Windows to a batch.
        encoder_rate: Learning rate of the encoder's top layer.
        head_rate: Learning rate of the heads.
        layer_decay: Factor from each layer's rate to that of the one below.
        dropout: Share of activations left out.
        decay: Weight decay.
        average_decay: Of the running average of the weights.
    """

    data: str
    out: str
    backbone: str
    start: str = ""
    silver: str = ""
    shares: str = ""
    epochs: int = 4
    seed: int = 13
    batch: int = 16
    encoder_rate: float = 3e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    dropout: float = 0.1
    decay: float = 0.01
    average_decay: float = 0.998


def optimiser(network: ReaderNetwork, plan: Plan) -> torch.optim.AdamW:
    """Make AdamW with lower rates for lower layers and none of its decay on norms."""
    groups = []
    for name, parameter in network.named_parameters():
        rate = plan.head_rate
        if name.startswith("encoder."):
            part = name.split(".")
            depth = int(part[2]) + 1 if part[1] == "layers" else 0
            new = part[1] in ("shapes", "breaks", "quotes") and not plan.start
            fall = 1.0 if new else plan.layer_decay ** (LAYERS - depth)
            rate = plan.encoder_rate * fall
        decay = plan.decay if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


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
    tokenizer = load_tokenizer(Path(plan.backbone) / "tokenizer.json")
    silver = Path(plan.silver) if plan.silver else None
    examples = load_examples(Path(plan.data), "train", tokenizer, silver=silver)
    epochs = [_batches(examples, plan, e) for e in range(plan.epochs)]
    steps = sum(map(len, epochs))
    learner = _learner(plan, steps)
    first = learner.load(out / "last.pt")
    print(f"{len(examples)} texts, {steps} steps, from epoch {first}", flush=True)
    for epoch in range(first, plan.epochs):
        _epoch(learner, epochs[epoch])
        learner.save(out, epoch)
        print(f"epoch {epoch + 1} done", flush=True)


def _batches(examples: list[Example], plan: Plan, epoch: int) -> list[list[Cut]]:
    chance = random.Random(plan.seed * 1000 + epoch)
    texts = drawn(examples, parse_shares(plan.shares.split()), chance)
    return batches(texts, size=plan.batch, chance=chance)


def _device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _learner(plan: Plan, steps: int) -> _Learner:
    network = ReaderNetwork(plan.dropout)
    if plan.start:
        network.load_state_dict(mean_weights([Path(p) for p in plan.start.split()]))
    else:
        network.encoder.load_backbone(Path(plan.backbone) / "model.safetensors")
    network.to(_device())
    average = get_ema_multi_avg_fn(plan.average_decay)
    adam = optimiser(network, plan)
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    averaged = AveragedModel(network, multi_avg_fn=average)
    return _Learner(network, averaged, adam, schedule)


def _epoch(learner: _Learner, groups: list[list[Cut]]) -> None:
    network, adam, device = learner.network, learner.adam, _device()
    network.train()
    sums: dict[str, float] = {}
    began = time.monotonic()
    for step, group in enumerate(groups, 1):
        batch = collate(group).to(device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            parts = losses(network, batch, Weights())
        if not parts:
            continue
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
            shown = " ".join(f"{k} {v:.3f}" for k, v in sorted(sums.items()))
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

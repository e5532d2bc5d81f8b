r"""Train the reader's network, or one that teaches it, on several tasks at once.

Each task masks the others' losses. A checkpoint is kept after every epoch, and a
run that was stopped goes on from the last one.

Usage:
    python -m training.train --texts build/texts.pkl --out build/teacher --size mpnet
    python -m training.train --texts build/texts.pkl --out build/reader \\
        --teachers build/teacher/epoch-5.pt
"""

import argparse
import json
import pickle
import random
import time
from collections.abc import Iterable
from dataclasses import MISSING, asdict, dataclass, fields
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import DataLoader

from training.backbone import backbone_file
from training.collate import Batch, collate
from training.datasets import drawn, parse_shares
from training.encoder import SIZES
from training.examples import Example
from training.losses import Weights, labelled_losses, losses
from training.model import ReaderNetwork, mean_weights
from training.windows import Cut, batches

_SHOWN_EVERY = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a run depends on; written beside its weights.

    Attributes:
        texts: File that `training.gather` wrote.
        out: Folder for weights.
        size: Of the encoder, one of `training.encoder.SIZES`.
        backbone: File of the encoder's weights to start from; by default that of the
            installed package.
        start: Weights of an earlier run to start from instead, the mean of several
            files with blanks between; empty for none.
        teachers: Weights of networks to learn from, with blanks between.
        shares: How often an epoch sees each group's texts: "labelled=3 gap=0.5".
            Texts without labels are seen only where there are teachers.
        epochs: How often all texts are seen.
        seed: Of everything drawn by chance.
        batch: Windows to a batch.
        encoder_rate: Learning rate of the encoder's top layer.
        head_rate: Learning rate of the heads.
        layer_decay: Factor from each layer's rate to that of the one below.
        dropout: Share of activations left out.
        decay: Weight decay.
        average_decay: Of the running average of the weights.
        workers: Processes that lay batches out.
        save_every: Epochs between checkpoints; the last epoch is always kept.
    """

    texts: str
    out: str
    size: str = "minilm"
    backbone: str = ""
    start: str = ""
    teachers: str = ""
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
    workers: int = 0
    save_every: int = 1


def optimiser(network: ReaderNetwork, plan: Plan) -> torch.optim.AdamW:
    """Make AdamW with lower rates for lower layers and none of its decay on norms."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        rate = plan.head_rate
        if name.startswith("encoder."):
            part = name.split(".")
            depth = int(part[2]) + 1 if part[1] == "layers" else 0
            new = part[1] in ("shapes", "breaks", "quotes") and not plan.start
            above = SIZES[plan.size].layers - depth
            rate = plan.encoder_rate * (1.0 if new else plan.layer_decay**above)
        decay = plan.decay if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": parameters, "lr": rate, "weight_decay": decay}
            for (rate, decay), parameters in groups.items()
        ],
        betas=(0.9, 0.98),
        fused=_device().type == "cuda",
    )


@dataclass(slots=True)
class _Learner:
    """The network with what trains it, saved and loaded together."""

    network: ReaderNetwork
    teachers: list[ReaderNetwork]
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

    def save(self, out: Path, epoch: int, *, over: bool) -> None:
        """Write the epoch's weights, their running average and, to go on, the rest.

        Args:
            out: Folder to write to.
            epoch: The one just done, from 0.
            over: True for the last one, from which nothing goes on.
        """
        torch.save(self.network.state_dict(), out / f"epoch-{epoch + 1}.pt")
        averaged = self.averaged.module.state_dict()
        torch.save(averaged, out / f"averaged-{epoch + 1}.pt")
        if over:
            return
        state = {name: getattr(self, name).state_dict() for name in _PARTS}
        # Written aside and moved, so that a kill leaves the old checkpoint whole.
        torch.save({"epoch": epoch, **state}, out / "last.part")
        (out / "last.part").replace(out / "last.pt")


_PARTS = ("network", "averaged", "adam", "schedule")


def run(plan: Plan) -> None:
    """Train to the end of the plan, from the last checkpoint if there is one."""
    torch.manual_seed(plan.seed)
    torch.set_float32_matmul_precision("high")
    out = Path(plan.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "plan.json").write_text(json.dumps(asdict(plan), indent=1))
    texts = pickle.loads(Path(plan.texts).read_bytes())  # noqa: S301  of our own making
    examples = texts["train"]
    if not plan.teachers:
        examples = [e for e in examples if e.group != "unlabelled"]
    epochs = [_batches(examples, plan, e) for e in range(plan.epochs)]
    steps = sum(map(len, epochs))
    learner = _learner(plan, steps)
    first = learner.load(out / "last.pt")
    print(f"{len(examples)} texts, {steps} steps, from epoch {first}", flush=True)
    for epoch in range(first, plan.epochs):
        _epoch(learner, epochs[epoch], plan.workers)
        over = epoch + 1 == plan.epochs
        if over or not (epoch + 1) % plan.save_every:
            learner.save(out, epoch, over=over)
        report = {"epoch": epoch + 1, **_measure(learner.network, texts["dev"], plan)}
        print(json.dumps(report), flush=True)
        with (out / "report.jsonl").open("a") as lines:
            lines.write(json.dumps(report) + "\n")


def _batches(examples: list[Example], plan: Plan, epoch: int) -> list[list[Cut]]:
    chance = random.Random(plan.seed * 1000 + epoch)
    texts = drawn(examples, parse_shares(plan.shares.split()), chance)
    return batches(texts, size=plan.batch, chance=chance)


def _device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _learner(plan: Plan, steps: int) -> _Learner:
    network = ReaderNetwork(plan.dropout, SIZES[plan.size])
    if plan.start:
        network.load_state_dict(mean_weights([Path(p) for p in plan.start.split()]))
    else:
        file = Path(plan.backbone) if plan.backbone else backbone_file(plan.size)
        network.encoder.load_backbone(file)
    network.to(_device())
    average = get_ema_multi_avg_fn(plan.average_decay)
    adam = optimiser(network, plan)
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam,
        lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm))),
    )
    averaged = AveragedModel(network, multi_avg_fn=average)
    teachers = [_teacher(Path(path)) for path in plan.teachers.split()]
    return _Learner(network, teachers, averaged, adam, schedule)


def _teacher(path: Path) -> ReaderNetwork:
    """Open trained weights; the plan beside them tells their size."""
    plan = json.loads((path.parent / "plan.json").read_text())
    network = ReaderNetwork(0.0, SIZES[plan["size"]])
    network.load_state_dict(torch.load(path, map_location="cpu"))
    for part in network.modules():
        if isinstance(part, nn.Linear):
            part.bfloat16()  # cast once here, not with every batch
    return network.to(_device()).eval()


def _loaded(groups: list[list[Cut]], workers: int) -> Iterable[Batch]:
    """Lay out the batches, ahead of time where there are workers."""
    return DataLoader(
        groups,  # type: ignore[arg-type]
        batch_size=None,
        collate_fn=collate,
        num_workers=workers,
        prefetch_factor=4 if workers else None,
        pin_memory=_device().type == "cuda",
    )


def _epoch(learner: _Learner, groups: list[list[Cut]], workers: int) -> None:
    network, adam, device = learner.network, learner.adam, _device()
    network.train()
    shown = _Shown(len(groups))
    for step, batch in enumerate(_loaded(groups, workers), 1):
        with torch.autocast(device.type, dtype=torch.bfloat16):
            parts = losses(
                network, batch.to(device), Weights(), teachers=learner.teachers
            )
        torch.stack(list(parts.values())).sum().backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        learner.schedule.step()
        learner.averaged.update_parameters(network)
        adam.zero_grad(set_to_none=True)
        shown.add(parts, step)


@torch.no_grad()
def _measure(
    network: ReaderNetwork, examples: list[Example], plan: Plan
) -> dict[str, float]:
    """Return the mean losses on the dev texts, each task over what is marked of it."""
    network.eval()
    groups = batches(examples, size=2 * plan.batch, chance=random.Random(plan.seed))
    sums: dict[str, Tensor] = {}
    counts: dict[str, Tensor] = {}
    for batch in _loaded(groups, plan.workers):
        here = batch.to(_device())
        with torch.autocast(_device().type, dtype=torch.bfloat16):
            found = labelled_losses(network(here, here.ids), here)
        for task, loss in found.items():
            sums[task] = sums.get(task, 0.0) + loss
            counts[task] = counts.get(task, 0.0) + (loss > 0)
    return {k: round(float(sums[k] / counts[k].clamp_min(1)), 4) for k in sorted(sums)}


class _Shown:
    """Prints the speed and the running mean of the losses now and then."""

    def __init__(self, n_steps: int) -> None:
        self._n_steps = n_steps
        self._began = time.monotonic()
        self._sums: dict[str, Tensor] = {}

    def add(self, parts: dict[str, Tensor], step: int) -> None:
        """Take the losses of a step; read off the device only when printed."""
        for task, loss in parts.items():
            value = loss.detach()
            self._sums[task] = 0.98 * self._sums.get(task, value) + 0.02 * value
        if step % _SHOWN_EVERY == 0:
            speed = step / (time.monotonic() - self._began)
            values = sorted((k, float(v)) for k, v in self._sums.items())
            shown = " ".join(f"{k} {v:.3f}" for k, v in values)
            print(f"{step}/{self._n_steps} {speed:.2f}/s {shown}", flush=True)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", required=True, help="file by training.gather")
    parser.add_argument("--out", required=True, help="folder for weights")
    for item in fields(Plan):
        if item.default is not MISSING:
            flag = "--" + item.name.replace("_", "-")
            kind = type(item.default)
            parser.add_argument(flag, type=kind, default=item.default)
    given = vars(parser.parse_args())
    run(Plan(**given))


if __name__ == "__main__":
    main()

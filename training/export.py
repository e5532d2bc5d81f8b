"""Write the trained network as three int8 ONNX graphs, checked against PyTorch.

Usage:
    python -m training.export --weights RUN/epoch-3.pt RUN/epoch-4.pt --out DIR
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.read.mention_pairs import FEATURES
from onrecord.read.model import OPTIONAL_HEADS
from onrecord.read.tags import TOKEN_HEADS
from training.backbone import backbone_folder
from training.graph import REAL
from training.graphs import anchor_graph, encoder_graph, mention_graph
from training.heads import MAX_GAP
from training.model import ReaderNetwork, mean_weights

GRAPHS = {
    "encoder": encoder_graph,
    "anchors": anchor_graph,
    "mentions": mention_graph,
}
# Small tables and last layers lose much by int8 and gain nothing.
_KEPT_PRECISE = [
    "tags_product", "gap", "task", "of_shapes", "of_breaks", "of_quotes",
    "labels_product", "scores_product", "none_product",
    *(f"of_{name}" for name in FEATURES),
]  # fmt: skip
_PLACES = ("data", "out", "backbone", "start", "silver")  # of the machine that trained


def check(network: ReaderNetwork, folder: Path) -> float:
    """Return the largest difference between the network and its fp32 graphs."""
    rng = np.random.default_rng(1)
    ids = rng.integers(1000, 30000, (2, 40))
    codes = rng.integers(0, 3, (2, 40, 3))
    mask = np.ones((2, 40), bool)
    anchors = np.zeros((2, 40), np.float32)
    anchors[:, 10:12] = 1
    tasks = np.array([0, 1])
    run = {
        name: onnxruntime.InferenceSession(folder / f"{name}.onnx") for name in GRAPHS
    }
    tags, projected, states = run["encoder"].run(None, {"ids": ids, "codes": codes})
    gaps = np.arange(40)[None] - anchors.argmax(1)[:, None] + MAX_GAP
    feed = {"projected": projected, "anchors": anchors, "gaps": gaps, "tasks": tasks}
    read = run["anchors"].run(None, feed)
    with torch.inference_mode():
        given = [torch.from_numpy(a) for a in (ids, codes, mask, anchors, tasks)]
        wanted = network.encoder(*given[:3])
        heads = [getattr(network, name)(wanted) for name in TOKEN_HEADS]
        wanted_read = network.anchors(
            wanted, given[3], rows=torch.arange(2), tasks=given[4], mask=given[2]
        )
    gaps_found = [np.abs(tags - torch.cat(heads, 2).numpy()).max()]
    gaps_found += [
        np.abs(ours - theirs.numpy()).max()
        for ours, theirs in zip(read, wanted_read, strict=True)
    ]
    gaps_found.append(
        _check_mentions(network, run["mentions"], states=states[0], rng=rng)
    )
    return float(max(gaps_found))


def _check_mentions(
    network: ReaderNetwork,
    session: onnxruntime.InferenceSession,
    *,
    states: np.ndarray,
    rng: np.random.Generator,
) -> float:
    features = np.stack([rng.integers(0, n, (3, 4)) for n in FEATURES.values()], -1)
    arrays = {
        "first": states[:10],
        "last": states[2:12],
        "queries": np.array([5, 6, 9]),
        "mentions": rng.integers(0, 5, (3, 4)),
        "features": features,
    }
    scores, none = session.run(None, arrays)
    found = np.concatenate((none, scores[..., 0]), axis=1)
    with torch.inference_mode():
        wanted = network.mentions(**{k: torch.from_numpy(v) for k, v in arrays.items()})
    return float(np.abs(found - wanted.numpy()).max())


def export(weights: list[Path], backbone: Path, out: Path, *, heads: list[str]) -> None:
    """Average the given weights, write the graphs in int8 and the tokenizer.

    Args:
        weights: Files of one network's weights.
        backbone: Folder of the encoder that training started from.
        out: Folder to write to.
        heads: Which of the optional heads are trained; see `onrecord.read.model`.
    """
    state = mean_weights(weights)
    network = ReaderNetwork().eval()
    network.load_state_dict(state)
    precise = out / "fp32"
    precise.mkdir(parents=True, exist_ok=True)
    for name, write in GRAPHS.items():
        write(state, precise / f"{name}.onnx")
    print(f"largest difference of the fp32 graphs: {check(network, precise):.2e}")
    for name in GRAPHS:
        quantize_dynamic(
            precise / f"{name}.onnx",
            out / f"{name}.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"DefaultTensorType": REAL},
            nodes_to_exclude=_KEPT_PRECISE,
        )
    shutil.copy(backbone / "tokenizer.json", out / "tokenizer.json")
    shutil.rmtree(precise)
    digest = hashlib.sha256()
    for name in (*(f"{graph}.onnx" for graph in GRAPHS), "tokenizer.json"):
        digest.update((out / name).read_bytes())
    card = {
        "revision": digest.hexdigest()[:12],
        "heads": sorted(heads),
        "made_from": [p.name for p in weights],
    }
    plan = weights[0].parent / "plan.json"
    if plan.exists():
        settings = json.loads(plan.read_text())
        card["plan"] = {k: v for k, v in settings.items() if k not in _PLACES}
    (out / "weights.json").write_text(json.dumps(card, indent=1) + "\n")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", required=True, type=Path, nargs="+")
    parser.add_argument("--backbone", default=backbone_folder(), type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--heads", nargs="*", default=sorted(OPTIONAL_HEADS))
    args = parser.parse_args()
    export(args.weights, args.backbone, args.out, heads=args.heads)


if __name__ == "__main__":
    main()

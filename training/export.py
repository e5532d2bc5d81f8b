"""Write the trained network as two int8 ONNX graphs with fused operators.

The graphs are put together node by node rather than traced, because ONNX Runtime's
fused operators (Attention, SkipLayerNormalization, BiasGelu) are twice as fast as
what a trace gives, and naming them is surer than hoping that a pattern is found.

Usage:
    python -m training.export --weights RUN/epoch-3.pt RUN/epoch-4.pt --out DIR
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.read.network import PAIR_TAGS
from training.backbone import backbone_folder
from training.model import (
    ATTENTION_HEADS,
    LAYERS,
    MAX_GAP,
    PAIR_HEADS,
    PAIR_WIDTH,
    ReaderNetwork,
)

MICROSOFT = "com.microsoft"
OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
EPSILON = 1e-12
_PLACES = ("data", "out", "backbone")  # of the machine that trained


class Graph:
    """Collects the nodes and weights of one ONNX graph."""

    def __init__(self, state: dict[str, torch.Tensor]) -> None:
        self.state = {k: v.detach().float().numpy() for k, v in state.items()}
        self.nodes: list[onnx.NodeProto] = []
        self.weights: dict[str, onnx.TensorProto] = {}

    def weight(self, name: str, array: np.ndarray | None = None) -> str:
        """Add a weight, by its name in the network or as given; return its name."""
        if name not in self.weights:
            value = self.state[name] if array is None else array
            self.weights[name] = numpy_helper.from_array(value, name)
        return name

    def node(
        self, op: str, inputs: list[str], output: str, **attributes: object
    ) -> str:
        """Add a node of one output; return the output's name."""
        fused = op in {"Attention", "SkipLayerNormalization", "BiasGelu"}
        self.nodes.append(
            helper.make_node(
                op,
                inputs,
                [output],
                name=output,
                domain=MICROSOFT if fused else "",
                **attributes,
            )
        )
        return output

    def linear(
        self, x: str, names: list[str], output: str, *, bias: bool = True
    ) -> str:
        """Multiply by one or several layers' weights side by side."""
        joined = "+".join(names)
        matrix = np.concatenate([self.state[f"{n}.weight"] for n in names]).T.copy()
        product = self.node(
            "MatMul", [x, self.weight(f"{joined}.matrix", matrix)], f"{output}_product"
        )
        if not bias:
            return product
        vector = np.concatenate([self.state[f"{n}.bias"] for n in names])
        return self.node(
            "Add", [product, self.weight(f"{joined}.bias", vector)], output
        )

    def layer(self, x: str, mask: str, name: str, *, heads: int) -> str:
        """Add one transformer layer (see `training.model.Layer`)."""
        qkv = self.state[f"{name}.query_key_value.weight"].T.copy()
        mixed = self.node(
            "Attention",
            [
                x,
                self.weight(f"{name}.qkv", qkv),
                self.weight(f"{name}.query_key_value.bias"),
                mask,
            ],
            f"{name}_mixed",
            num_heads=heads,
        )
        mixed = self.linear(mixed, [f"{name}.output"], f"{name}_out", bias=False)
        x = self.skip_norm(mixed, x, name=name, norm="attention_norm", bias="output")
        grown = self.linear(x, [f"{name}.grow"], f"{name}_grown", bias=False)
        grown = self.node(
            "BiasGelu", [grown, self.weight(f"{name}.grow.bias")], f"{name}_gelu"
        )
        shrunk = self.linear(grown, [f"{name}.shrink"], f"{name}_shrunk", bias=False)
        return self.skip_norm(shrunk, x, name=name, norm="output_norm", bias="shrink")

    def skip_norm(self, new: str, old: str, *, name: str, norm: str, bias: str) -> str:
        """Add ``norm(old + new + bias)``."""
        return self.node(
            "SkipLayerNormalization",
            [
                new,
                old,
                self.weight(f"{name}.{norm}.weight"),
                self.weight(f"{name}.{norm}.bias"),
                self.weight(f"{name}.{bias}.bias"),
            ],
            f"{name}_{norm}",
            epsilon=EPSILON,
        )

    def norm(self, x: str, name: str, output: str) -> str:
        """Add a layer normalisation."""
        return self.node(
            "LayerNormalization",
            [x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias")],
            output,
            epsilon=EPSILON,
        )

    def save(self, inputs: list[tuple], outputs: list[tuple], path: Path) -> None:
        """Check the graph and write it."""
        info = helper.make_tensor_value_info
        graph = helper.make_graph(
            self.nodes,
            path.stem,
            [info(*item) for item in inputs],
            [info(*item) for item in outputs],
            list(self.weights.values()),
        )
        model = helper.make_model(graph, opset_imports=OPSETS, ir_version=8)
        onnx.checker.check_model(model)
        onnx.save(model, path)


def encoder_graph(state: dict[str, torch.Tensor], path: Path) -> None:
    """Write the encoder with the token heads and the pair head's projection."""
    graph = Graph(state)
    table = graph.state["encoder.positions.weight"] + graph.state["encoder.segment"]
    graph.weight("positions", table)
    shape = graph.node("Shape", ["ids"], "shape", start=1, end=2)
    zero = graph.weight("zero", np.array([0], dtype=np.int64))
    places = graph.node("Slice", ["positions", zero, shape, zero], "places")
    words = graph.node("Gather", [graph.weight("encoder.words.weight"), "ids"], "words")
    total = graph.node("Add", [words, places], "placed")
    for i, name in enumerate(("shapes", "breaks", "quotes")):
        index = graph.weight(f"index_{i}", np.array(i, dtype=np.int64))
        code = graph.node("Gather", ["codes", index], f"code_{name}", axis=2)
        own = graph.node(
            "Gather", [graph.weight(f"encoder.{name}.weight"), code], f"of_{name}"
        )
        total = graph.node("Add", [total, own], f"with_{name}")
    x = graph.norm(total, "encoder.norm", "embedded")
    for i in range(LAYERS):
        x = graph.layer(x, "mask", f"encoder.layers.{i}", heads=ATTENTION_HEADS)
    graph.linear(x, ["roles", "names", "nominals"], "tags")
    graph.linear(x, ["pairs.project"], "projected")
    integer, real = TensorProto.INT64, TensorProto.FLOAT
    graph.save(
        [
            ("ids", integer, ["n", "length"]),
            ("codes", integer, ["n", "length", 3]),
            ("mask", TensorProto.INT32, ["n", "length"]),
        ],
        [
            ("tags", real, ["n", "length", 21]),
            ("projected", real, ["n", "length", 4 * PAIR_WIDTH]),
        ],
        path,
    )


def pair_graph(state: dict[str, torch.Tensor], path: Path) -> None:
    """Write the head that tags the roles of one cue."""
    graph = Graph(state)
    parts = ["add", "times", "cue_add", "cue_times"]
    graph.nodes.append(
        helper.make_node("Split", ["projected"], parts, name="split", axis=2)
    )
    axis = graph.weight("axis_1", np.array([1], dtype=np.int64))
    total = graph.node("ReduceSum", ["cues", axis], "cue_size", keepdims=1)
    share = graph.node("Div", ["cues", total], "share")
    share = graph.node("Unsqueeze", [share, axis], "share_row")
    add = graph.node("MatMul", [share, "cue_add"], "cue_add_mean")
    times = graph.node("MatMul", [share, "cue_times"], "cue_times_mean")
    x = graph.node("Add", ["add", add], "added")
    x = graph.node("Add", [x, graph.node("Mul", ["times", times], "product")], "both")
    gaps = graph.node("Gather", [graph.weight("pairs.gaps.weight"), "gaps"], "gap")
    x = graph.node("Add", [x, gaps], "spaced")
    last = graph.weight("axis_2", np.array([2], dtype=np.int64))
    marks = graph.node("Unsqueeze", ["cues", last], "marks")
    inside = graph.node("Mul", [marks, graph.weight("pairs.inside")], "inside")
    x = graph.norm(graph.node("Add", [x, inside], "marked"), "pairs.norm", "normed")
    x = graph.layer(x, "mask", "pairs.mix", heads=PAIR_HEADS)
    graph.linear(x, ["pairs.tags"], "tags")
    real = TensorProto.FLOAT
    graph.save(
        [
            ("projected", real, ["n", "length", 4 * PAIR_WIDTH]),
            ("cues", real, ["n", "length"]),
            ("gaps", TensorProto.INT64, ["n", "length"]),
            ("mask", TensorProto.INT32, ["n", "length"]),
        ],
        [("tags", real, ["n", "length", len(PAIR_TAGS)])],
        path,
    )


def check(network: ReaderNetwork, folder: Path) -> float:
    """Return the largest difference between the network and its fp32 graphs."""
    rng = np.random.default_rng(1)
    ids = rng.integers(1000, 30000, (2, 40))
    codes = rng.integers(0, 3, (2, 40, 3))
    mask = np.ones((2, 40), bool)
    mask[1, 30:] = False
    cues = np.zeros((2, 40), np.float32)
    cues[:, 10:12] = 1
    encoder = onnxruntime.InferenceSession(folder / "encoder.onnx")
    pairs = onnxruntime.InferenceSession(folder / "pairs.onnx")
    feed = {"ids": ids, "codes": codes, "mask": mask.astype(np.int32)}
    tags, projected = encoder.run(None, feed)
    gaps = np.arange(40)[None] - cues.argmax(1)[:, None] + MAX_GAP
    feed = {"projected": projected, "cues": cues, "gaps": gaps, "mask": feed["mask"]}
    pair_tags = pairs.run(None, feed)[0]
    with torch.inference_mode():
        tensors = [torch.from_numpy(a) for a in (ids, codes, mask, cues)]
        states = network.encoder(*tensors[:3])
        wanted = torch.cat(
            [network.roles(states), network.names(states), network.nominals(states)], 2
        )
        wanted_pairs = network.pairs(
            states, tensors[3], rows=torch.arange(2), mask=tensors[2]
        )
    return max(
        float(np.abs(tags - wanted.numpy())[mask].max()),
        float(np.abs(pair_tags - wanted_pairs.numpy())[mask].max()),
    )


def export(weights: list[Path], backbone: Path, out: Path) -> None:
    """Average the given weights, write both graphs in int8 and the tokenizer."""
    states = [torch.load(path) for path in weights]
    state = {k: sum(s[k] for s in states) / len(states) for k in states[0]}
    network = ReaderNetwork().eval()
    network.load_state_dict(state)
    precise = out / "fp32"
    precise.mkdir(parents=True, exist_ok=True)
    encoder_graph(state, precise / "encoder.onnx")
    pair_graph(state, precise / "pairs.onnx")
    print(f"largest difference of the fp32 graphs: {check(network, precise):.2e}")
    for name in ("encoder", "pairs"):
        quantize_dynamic(
            precise / f"{name}.onnx",
            out / f"{name}.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
            nodes_to_exclude=[
                "tags_product",
                "gap",
                "of_shapes",
                "of_breaks",
                "of_quotes",
            ],
        )
    shutil.copy(backbone / "tokenizer.json", out / "tokenizer.json")
    shutil.rmtree(precise)
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "pairs.onnx", "tokenizer.json"):
        digest.update((out / name).read_bytes())
    card = {"revision": digest.hexdigest()[:12], "made_from": [p.name for p in weights]}
    plan = weights[0].parent / "plan.json"
    if plan.exists():
        settings = json.loads(plan.read_text())
        card["plan"] = {k: v for k, v in settings.items() if k not in _PLACES}
    (out / "weights.json").write_text(json.dumps(card, indent=1) + "\n")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", required=True, type=Path, nargs="+")
    parser.add_argument("--backbone", default=backbone_folder(), type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    export(args.weights, args.backbone, args.out)


if __name__ == "__main__":
    main()

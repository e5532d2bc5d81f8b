"""An encoder of RoBERTa-base size with random weights, to measure speed against.

Speed does not depend on what the weights are. The graph uses ONNX Runtime's fused
operators, the same as the built-in reader's, so that the comparison is of sizes and
number formats and not of how well a graph was written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

LAYERS = 12
WIDTH = 768
HEADS = 12
INNER = 3072
VOCABULARY = 50_265
POSITIONS = 514
WINDOW = 512

_MICROSOFT = "com.microsoft"
_FUSED = frozenset({"Attention", "BiasGelu"})
# See `onrecord.read.onnx_network`: the joined operator would slow the yardstick.
_SLOWER = ["SkipLayerNormFusion"]
_OPSETS = (("", 17), (_MICROSOFT, 1))
_EPSILON = 1e-5
_SEED = 1
_SPREAD = 0.02

IntArray = npt.NDArray[np.int64]


class _Graph:
    """Collects nodes and random weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._random = np.random.default_rng(_SEED)

    def weight(self, name: str, *shape: int) -> str:
        values = self._random.standard_normal(shape, dtype=np.float32) * _SPREAD
        self.weights.append(numpy_helper.from_array(values, name))
        return name

    def constant(self, name: str, value: int) -> str:
        array = np.array([value], dtype=np.int64)
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def node(
        self, kind: str, inputs: Sequence[str], name: str, **more: int | float
    ) -> str:
        domain = _MICROSOFT if kind in _FUSED else ""
        node = helper.make_node(kind, inputs, [name], name=name, domain=domain)
        node.attribute.extend(helper.make_attribute(k, v) for k, v in more.items())
        self.nodes.append(node)
        return name

    def matrix(self, x: str, name: str, *shape: int) -> str:
        return self.node("MatMul", [x, self.weight(f"{name}_weight", *shape)], name)

    def skip_norm(self, new: str, old: str, name: str) -> str:
        biased = self.node(
            "Add", [new, self.weight(f"{name}_bias", WIDTH)], f"{name}_biased"
        )
        total = self.node("Add", [biased, old], f"{name}_sum")
        inputs = [total, *(self.weight(f"{name}_{i}", WIDTH) for i in range(2))]
        return self.node("LayerNormalization", inputs, name, epsilon=_EPSILON)

    def layer(self, x: str, name: str) -> str:
        weights = [
            self.weight(f"{name}_qkv", WIDTH, 3 * WIDTH),
            self.weight(f"{name}_qkv_bias", 3 * WIDTH),
        ]
        mixed = self.node("Attention", [x, *weights], f"{name}_mixed", num_heads=HEADS)
        mixed = self.matrix(mixed, f"{name}_out", WIDTH, WIDTH)
        x = self.skip_norm(mixed, x, f"{name}_norm")
        grown = self.matrix(x, f"{name}_grow", WIDTH, INNER)
        bias = self.weight(f"{name}_grow_bias", INNER)
        grown = self.node("BiasGelu", [grown, bias], f"{name}_gelu")
        shrunk = self.matrix(grown, f"{name}_shrink", INNER, WIDTH)
        return self.skip_norm(shrunk, x, f"{name}_out_norm")


def write_encoder(path: Path, *, layers: int = LAYERS) -> None:
    """Write the encoder: ``ids (n, length)`` in, ``states (n, length, 768)`` out.

    Args:
        path: The file to write; some 500 MB with all layers.
        layers: How many; fewer for a test.
    """
    graph = _Graph()
    zero = graph.constant("zero", 0)
    shape = graph.node("Shape", ["ids"], "shape", start=1, end=2)
    table = graph.weight("positions", POSITIONS, WIDTH)
    places = graph.node("Slice", [table, zero, shape, zero], "places")
    words = graph.weight("words", VOCABULARY, WIDTH)
    x = graph.node("Gather", [words, "ids"], "found")
    x = graph.node("Add", [x, places], "placed")
    scales = [graph.weight(name, WIDTH) for name in ("scale", "shift")]
    x = graph.node("LayerNormalization", [x, *scales], "embedded", epsilon=_EPSILON)
    for i in range(layers):
        x = graph.layer(x, f"layer{i}")
    graph.node("Identity", [x], "states")
    info = helper.make_tensor_value_info
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "yardstick",
            [info("ids", TensorProto.INT64, ["n", "length"])],
            [info("states", TensorProto.FLOAT, ["n", "length", WIDTH])],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid(*opset) for opset in _OPSETS],
        ir_version=8,
    )
    onnx.save(model, path)


def cut_windows(n_pieces: int) -> list[int]:
    """Give the lengths of the windows that a text of so many pieces is read in.

    Without overlap, which is fewer windows than pipelines use.

    Example:
        >>> cut_windows(1100)
        [512, 512, 76]
    """
    full, rest = divmod(n_pieces, WINDOW)
    return [WINDOW] * full + [rest] * bool(rest)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The encoder, opened.

    Attributes:
        session: Of ONNX Runtime.
    """

    session: onnxruntime.InferenceSession

    @classmethod
    def open(cls, path: Path, *, threads: int) -> "Yardstick":
        """Open what `write_encoder` wrote."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            str(path),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=_SLOWER,
        )
        return cls(session)

    def encode(self, ids: IntArray) -> None:
        """Encode one text, window by window, so that nothing is padded.

        Args:
            ids: Its pieces, shape ``(n,)``.
        """
        place = 0
        for length in cut_windows(len(ids)):
            window = ids[None, place : place + length] % VOCABULARY
            self.session.run(None, {"ids": window})
            place += length

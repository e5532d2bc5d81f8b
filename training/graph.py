"""ONNX graphs put together node by node, with fused operators.

They are not traced, because ONNX Runtime's fused operators (MultiHeadAttention,
FastGelu) are twice as fast as what a trace gives, and naming them is surer than hoping
that a pattern is found.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
EPSILON = 1e-12
INTEGER, REAL = TensorProto.INT64, TensorProto.FLOAT
Port = tuple[str, int, Sequence[str | int]]


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
        fused = op in {"MultiHeadAttention", "FastGelu"}
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

    def gather(self, table: str, index: str, output: str, *, axis: int = 0) -> str:
        """Take rows of a table."""
        return self.node("Gather", [table, index], output, axis=axis)

    def number(self, value: int | Sequence[int]) -> str:
        """Add a constant of whole numbers; return its name."""
        return self.weight(f"number_{value}", np.array(value, dtype=np.int64))

    def gelu(self, x: str, output: str) -> str:
        """Add the exact GELU, of few values: not worth a fused operator."""
        half = self.weight("half", np.array(0.5, dtype=np.float32))
        root = self.weight("root_2", np.array(2**0.5, dtype=np.float32))
        one = self.weight("one", np.array(1.0, dtype=np.float32))
        turned = self.node(
            "Erf", [self.node("Div", [x, root], f"{output}_in")], f"{output}_erf"
        )
        share = self.node(
            "Mul",
            [self.node("Add", [turned, one], f"{output}_up"), half],
            f"{output}_share",
        )
        return self.node("Mul", [x, share], output)

    def split(self, x: str, parts: list[str], *, axis: int) -> list[str]:
        """Cut a tensor into equal parts; return their names."""
        self.nodes.append(
            helper.make_node("Split", [x], parts, name=f"split_{x}", axis=axis)
        )
        return parts

    def layer(self, x: str, name: str, *, heads: int) -> str:
        """Add one transformer layer of `training.encoder`; nothing is masked."""
        joined = self.linear(x, [f"{name}.query_key_value"], f"{name}_qkv")
        parts = self.split(joined, [f"{name}_{part}" for part in "qkv"], axis=2)
        mixed = self.node("MultiHeadAttention", parts, f"{name}_mixed", num_heads=heads)
        mixed = self.linear(mixed, [f"{name}.output"], f"{name}_out", bias=False)
        x = self.skip_norm(mixed, x, name=name, norm="attention_norm", bias="output")
        grown = self.linear(x, [f"{name}.grow"], f"{name}_grown", bias=False)
        grown = self.node(
            "FastGelu", [grown, self.weight(f"{name}.grow.bias")], f"{name}_gelu"
        )
        shrunk = self.linear(grown, [f"{name}.shrink"], f"{name}_shrunk", bias=False)
        return self.skip_norm(shrunk, x, name=name, norm="output_norm", bias="shrink")

    def skip_norm(self, new: str, old: str, *, name: str, norm: str, bias: str) -> str:
        """Add ``norm(old + new + bias)``, by parts: the fused operator is slower."""
        result = f"{name}_{norm}"
        biased = self.node(
            "Add", [new, self.weight(f"{name}.{bias}.bias")], f"{result}_biased"
        )
        total = self.node("Add", [biased, old], f"{result}_sum")
        return self.norm(total, f"{name}.{norm}", result)

    def norm(self, x: str, name: str, output: str) -> str:
        """Add a layer normalisation."""
        return self.node(
            "LayerNormalization",
            [x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias")],
            output,
            epsilon=EPSILON,
        )

    def save(self, inputs: list[Port], outputs: list[Port], path: Path) -> None:
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

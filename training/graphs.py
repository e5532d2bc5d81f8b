"""The reader's three ONNX graphs: encoder, anchors, mentions."""

from pathlib import Path

import numpy as np
import torch

from onrecord.read.mention_pairs import FEATURES
from onrecord.read.tags import ANCHOR_LABELS, CONTACT_TAGS, PAIR_TAGS, TOKEN_HEADS
from training.encoder import MINILM
from training.graph import INTEGER, REAL, Graph
from training.heads import PAIR_HEADS, PAIR_WIDTH, PROJECTIONS

State = dict[str, torch.Tensor]


def encoder_graph(state: State, path: Path) -> None:
    """Write the encoder with the token heads and the anchor head's projection."""
    graph = Graph(state)
    table = graph.state["encoder.positions.weight"] + graph.state["encoder.segment"]
    graph.weight("positions", table)
    shape = graph.node("Shape", ["ids"], "shape", start=1, end=2)
    zero = graph.number([0])
    places = graph.node("Slice", ["positions", zero, shape, zero], "places")
    words = graph.gather(graph.weight("encoder.words.weight"), "ids", "words")
    total = graph.node("Add", [words, places], "placed")
    for i, name in enumerate(("shapes", "breaks", "quotes")):
        code = graph.gather("codes", graph.number(i), f"code_{name}", axis=2)
        own = graph.gather(graph.weight(f"encoder.{name}.weight"), code, f"of_{name}")
        total = graph.node("Add", [total, own], f"with_{name}")
    x = graph.norm(total, "encoder.norm", "embedded")
    for i in range(MINILM.layers):
        x = graph.layer(x, f"encoder.layers.{i}", heads=MINILM.heads)
    graph.linear(x, list(TOKEN_HEADS), "tags")
    graph.linear(x, ["anchors.project"], "projected")
    graph.node("Identity", [x], "states")
    n_tags = sum(map(len, TOKEN_HEADS.values()))
    graph.save(
        [
            ("ids", INTEGER, ["n", "length"]),
            ("codes", INTEGER, ["n", "length", 3]),
        ],
        [
            ("tags", REAL, ["n", "length", n_tags]),
            ("projected", REAL, ["n", "length", PROJECTIONS * PAIR_WIDTH]),
            ("states", REAL, ["n", "length", MINILM.width]),
        ],
        path,
    )


def anchor_graph(state: State, path: Path) -> None:
    """Write the head that reads a window for one anchor."""
    graph = Graph(state)
    parts = ["add", "times", "anchor_add", "anchor_times", "plain"]
    graph.split("projected", parts, axis=2)
    size = graph.node("ReduceSum", ["anchors", graph.number([1])], "size", keepdims=1)
    share = graph.node("Div", ["anchors", size], "share")
    share = graph.node("Unsqueeze", [share, graph.number([1])], "share_row")
    add = graph.node("MatMul", [share, "anchor_add"], "anchor_add_mean")
    times = graph.node("MatMul", [share, "anchor_times"], "anchor_times_mean")
    x = graph.node("Add", ["add", add], "added")
    x = graph.node("Add", [x, graph.node("Mul", ["times", times], "product")], "both")
    gap = graph.gather(graph.weight("anchors.gaps.weight"), "gaps", "gap")
    x = graph.node("Add", [x, gap], "spaced")
    marks = graph.node("Unsqueeze", ["anchors", graph.number([2])], "marks")
    task = graph.gather(graph.weight("anchors.inside.weight"), "tasks", "task")
    task = graph.node("Unsqueeze", [task, graph.number([1])], "task_row")
    inside = graph.node("Mul", [marks, task], "inside")
    x = graph.norm(graph.node("Add", [x, inside], "marked"), "anchors.norm", "normed")
    x = graph.layer(x, "anchors.mix", heads=PAIR_HEADS)
    graph.linear(x, ["anchors.roles"], "roles")
    graph.linear(x, ["anchors.contacts"], "contacts")
    _classes(graph, x, share)
    n_labels = sum(map(len, ANCHOR_LABELS.values()))
    graph.save(
        [
            ("projected", REAL, ["n", "length", PROJECTIONS * PAIR_WIDTH]),
            ("anchors", REAL, ["n", "length"]),
            ("gaps", INTEGER, ["n", "length"]),
            ("tasks", INTEGER, ["n"]),
        ],
        [
            ("roles", REAL, ["n", "length", len(PAIR_TAGS)]),
            ("contacts", REAL, ["n", "length", len(CONTACT_TAGS)]),
            ("labels", REAL, ["n", n_labels]),
        ],
        path,
    )


def _classes(graph: Graph, x: str, share: str) -> None:
    """Add the classes of a whole anchor, from its own pieces and its roles'."""
    parts = graph.node("Concat", [x, "plain"], "parts", axis=2)
    at_anchor = graph.node("MatMul", [share, parts], "at_anchor")
    probs = graph.node("Softmax", ["roles"], "role_probs", axis=2)
    outside = graph.gather(probs, graph.number(0), "outside", axis=2)
    one = graph.weight("one", np.array(1.0, dtype=np.float32))
    inside = graph.node("Sub", [one, outside], "in_roles")
    total = graph.node("ReduceSum", [inside, graph.number([1])], "in_sum", keepdims=1)
    least = graph.weight("least", np.array(1e-3, dtype=np.float32))
    inside = graph.node(
        "Div", [inside, graph.node("Max", [total, least], "in_size")], "in_share"
    )
    inside = graph.node("Unsqueeze", [inside, graph.number([1])], "in_row")
    in_roles = graph.node("MatMul", [inside, parts], "at_roles")
    both = graph.node("Concat", [at_anchor, in_roles], "at_both", axis=2)
    both = graph.node("Squeeze", [both, graph.number([1])], "at_both_row")
    hidden = graph.gelu(graph.linear(both, ["anchors.classes"], "classes"), "hidden")
    graph.linear(hidden, ["anchors.labels"], "labels")


def mention_graph(state: State, path: Path) -> None:
    """Write the head that scores whom mentions mean."""
    graph = Graph(state)
    first = graph.linear("first", ["mentions.first"], "of_first")
    last = graph.linear("last", ["mentions.last"], "of_last")
    joined = graph.node("Add", [first, last], "joined")
    asks, asks_times, answers, answers_times = graph.split(
        joined, ["asks", "asks_times", "answers", "answers_times"], axis=1
    )
    row = graph.number([1])
    asking = graph.gather(asks, "queries", "asking")
    asking_times = graph.gather(asks_times, "queries", "asking_times")
    there = graph.node("Max", ["mentions", graph.number(0)], "there")
    x = graph.node(
        "Add",
        [
            graph.node("Unsqueeze", [asking, row], "asking_row"),
            graph.gather(answers, there, "answering"),
        ],
        "with_answers",
    )
    product = graph.node(
        "Mul",
        [
            graph.node("Unsqueeze", [asking_times, row], "asking_times_row"),
            graph.gather(answers_times, there, "answering_times"),
        ],
        "product",
    )
    x = graph.node("Add", [x, product], "with_product")
    for i, name in enumerate(FEATURES):
        code = graph.gather("features", graph.number(i), f"code_{name}", axis=2)
        table = graph.weight(f"mentions.features.{i}.weight")
        own = graph.gather(table, code, f"of_{name}")
        x = graph.node("Add", [x, own], f"with_{name}")
    graph.linear(graph.gelu(x, "hidden"), ["mentions.score"], "scores")
    own = graph.gelu(graph.node("Add", [asking, asking_times], "own"), "own_hidden")
    graph.linear(own, ["mentions.none"], "none")
    graph.save(
        [
            ("first", REAL, ["n", MINILM.width]),
            ("last", REAL, ["n", MINILM.width]),
            ("queries", INTEGER, ["q"]),
            ("mentions", INTEGER, ["q", "c"]),
            ("features", INTEGER, ["q", "c", len(FEATURES)]),
        ],
        [("scores", REAL, ["q", "c", 1]), ("none", REAL, ["q", 1])],
        path,
    )

"""The reader's encoder in plain PyTorch, with codes for case and layout added.

Two sizes of one form: MiniLM-L6, which the reader runs, and MPNet, which only teaches.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.read.pieces import BREAKS, CLS_ID, QUOTES, SEP_ID, SHAPES

VOCABULARY = 30522
MASK_ID = 103


@dataclass(frozen=True, slots=True)
class Size:
    """The form of an encoder.

    Attributes:
        width: Of the states.
        layers: How many.
        heads: Of the attention.
        inner: Width inside of each layer.
        epsilon: Of the norms.
        buckets: Distances told apart by the attention; 0 where only the positions
            added to the input tell places.
    """

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    buckets: int = 0


MINILM = Size(width=384, layers=6, heads=12, inner=1536, epsilon=1e-12)
MPNET = Size(768, layers=12, heads=12, inner=3072, epsilon=1e-5, buckets=32)
SIZES = {"minilm": MINILM, "mpnet": MPNET}


class Layer(nn.Module):
    """One post-norm transformer layer, named as in the original BERT."""

    def __init__(
        self,
        width: int,
        *,
        heads: int,
        inner: int,
        dropout: float,
        epsilon: float = 1e-12,
    ) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=epsilon)
        self.grow = nn.Linear(width, inner)
        self.shrink = nn.Linear(inner, width)
        self.output_norm = nn.LayerNorm(width, eps=epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map ``(batch, length, width)`` to the same.

        Args:
            x: The states.
            mask: ``(batch, length)`` True at real pieces, or what is added to the
                scores of the attention, ``(batch, heads, length, length)``.
        """
        b, t, w = x.shape
        qkv = self.query_key_value(x).view(b, t, 3, self.heads, w // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        added = mask[:, None, None, :] if mask.ndim == 2 else mask.to(q.dtype)  # noqa: PLR2004
        # No dropout on attention: the fused kernel for CPUs is taken only without.
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=added)
        mixed = self.output(mixed.transpose(1, 2).reshape(b, t, w))
        x = self.attention_norm(x + self.dropout(mixed))
        grown = self.shrink(functional.gelu(self.grow(x)))
        return self.output_norm(x + self.dropout(grown))


class Encoder(nn.Module):
    """A BERT-like encoder with shape, break and quotation codes added to its input."""

    def __init__(self, dropout: float = 0.1, size: Size = MINILM) -> None:
        super().__init__()
        self.size = size
        self.words = nn.Embedding(VOCABULARY, size.width)
        self.positions = nn.Embedding(512, size.width)
        self.segment = nn.Parameter(torch.zeros(size.width))
        self.shapes = nn.Embedding(len(SHAPES), size.width)
        self.breaks = nn.Embedding(len(BREAKS), size.width)
        self.quotes = nn.Embedding(len(QUOTES), size.width)
        self.norm = nn.LayerNorm(size.width, eps=size.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.distances = (
            nn.Embedding(size.buckets, size.heads) if size.buckets else None
        )
        self.layers = nn.ModuleList(
            Layer(
                size.width,
                heads=size.heads,
                inner=size.inner,
                dropout=dropout,
                epsilon=size.epsilon,
            )
            for _ in range(size.layers)
        )
        for table in (self.shapes, self.breaks, self.quotes):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, ids: Tensor, codes: Tensor, mask: Tensor) -> Tensor:
        """Encode pieces.

        Args:
            ids: ``(batch, length)`` vocabulary indices.
            codes: ``(batch, length, 3)`` shape, break and quotation codes.
            mask: ``(batch, length)`` True at real pieces.

        Returns:
            ``(batch, length, width)`` hidden states.
        """
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.segment
        x = x + self.shapes(codes[..., 0]) + self.breaks(codes[..., 1])
        x = self.dropout(self.norm(x + self.quotes(codes[..., 2])))
        added = self._added(mask)
        for layer in self.layers:
            x = layer(x, added)
        return x

    def _added(self, mask: Tensor) -> Tensor:
        """Turn the mask and the distances into what the attention adds."""
        if self.distances is None:
            return mask
        places = torch.arange(mask.shape[1], device=mask.device)
        apart = distance_bucket(places[None] - places[:, None], self.size.buckets)
        near = self.distances(apart).permute(2, 0, 1)[None]  # (1, heads, t, t)
        return near.masked_fill(~mask[:, None, None, :], -1e4)

    def load_backbone(self, path: Path) -> None:
        """Copy the weights of a Hugging Face BERT or MPNet file (``.safetensors``)."""
        state = load_file(path)
        state = {key.removeprefix("bert."): value for key, value in state.items()}
        with torch.no_grad():
            if self.size.buckets:
                self._load_mpnet_tables(state)
            else:
                for table in ("words", "positions"):
                    own = state[f"embeddings.{table[:-1]}_embeddings.weight"]
                    getattr(self, table).weight.copy_(own)
                self.segment.copy_(state["embeddings.token_type_embeddings.weight"][0])
            for part in ("weight", "bias"):
                norm = state[f"embeddings.LayerNorm.{part}"]
                getattr(self.norm, part).copy_(norm)
                for i, layer in enumerate(self.layers):
                    _load_layer(layer, state, root=f"encoder.layer.{i}.", part=part)

    def _load_mpnet_tables(self, state: dict[str, Tensor]) -> None:
        """Copy MPNet's tables, its words in the order of BERT's vocabulary.

        MPNet puts ``<s> <pad> </s> <unk>`` before BERT's words, ``<mask>`` after them,
        and counts positions from 2.
        """
        words = state["embeddings.word_embeddings.weight"]
        self.words.weight.copy_(words[4 : 4 + VOCABULARY])
        for ours, theirs in ((CLS_ID, 0), (SEP_ID, 2), (MASK_ID, len(words) - 1)):
            self.words.weight[ours] = words[theirs]
        places = state["embeddings.position_embeddings.weight"]
        self.positions.weight.copy_(places[2 : 2 + len(self.positions.weight)])
        if self.distances is not None:
            own = state["encoder.relative_attention_bias.weight"]
            self.distances.weight.copy_(own)


# Names of a layer's parts here, in BERT and in MPNet.
_LAYER_PARTS = (
    ("output", ("attention.output.dense", "attention.attn.o")),
    ("attention_norm", ("attention.output.LayerNorm", "attention.LayerNorm")),
    ("grow", ("intermediate.dense",)),
    ("shrink", ("output.dense",)),
    ("output_norm", ("output.LayerNorm",)),
)


def _load_layer(
    layer: Layer, state: dict[str, Tensor], *, root: str, part: str
) -> None:
    """Copy the weights or the biases (``part``) of one layer."""
    bert = f"{root}attention.self.query.{part}" in state
    names = (
        ("self.query", "self.key", "self.value")
        if bert
        else ("attn.q", "attn.k", "attn.v")
    )
    joined = torch.cat([state[f"{root}attention.{name}.{part}"] for name in names])
    getattr(layer.query_key_value, part).copy_(joined)
    for ours, theirs in _LAYER_PARTS:
        own = state[f"{root}{theirs[0 if bert else -1]}.{part}"]
        getattr(getattr(layer, ours), part).copy_(own)


def distance_bucket(apart: Tensor, buckets: int, furthest: int = 128) -> Tensor:
    """Number distances between pieces: near ones each, far ones by their logarithm.

    Args:
        apart: Place of the piece looked at less that of the one that looks.
        buckets: How many numbers there are, half of them for pieces to the right.
        furthest: From here on all distances share a number.

    Returns:
        Numbers in ``[0, buckets)``, of the same shape.

    Source:
        Raffel et al. 2020, "Exploring the Limits of Transfer Learning", section 2.1;
        MPNet (Song et al. 2020) numbers them alike.
    """
    half = buckets // 2
    exact = half // 2
    far = apart.abs()
    scaled = torch.log(far.clamp_min(1) / exact) / math.log(furthest / exact)
    coarse = exact + (scaled * (half - exact)).long()
    number = torch.where(far < exact, far, coarse.clamp_max(half - 1))
    return number + half * (apart > 0)

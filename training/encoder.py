"""The reader's encoder: MiniLM-L6 in plain PyTorch, with codes for case and layout."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.read.pieces import BREAKS, QUOTES, SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536


class Layer(nn.Module):
    """One post-norm transformer layer, named as in the original BERT."""

    def __init__(self, width: int, *, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.grow = nn.Linear(width, inner)
        self.shrink = nn.Linear(inner, width)
        self.output_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map ``(batch, length, width)`` to the same; mask is True at real pieces."""
        b, t, w = x.shape
        qkv = self.query_key_value(x).view(b, t, 3, self.heads, w // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        # No dropout on attention: the fused kernel for CPUs is taken only without.
        mixed = functional.scaled_dot_product_attention(
            q, k, v, attn_mask=mask[:, None, None, :]
        )
        mixed = self.output(mixed.transpose(1, 2).reshape(b, t, w))
        x = self.attention_norm(x + self.dropout(mixed))
        grown = self.shrink(functional.gelu(self.grow(x)))
        return self.output_norm(x + self.dropout(grown))


class Encoder(nn.Module):
    """MiniLM-L6 with codes for shape, break and quotation added to its input."""

    def __init__(self, dropout: float = 0.1, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.breaks = nn.Embedding(len(BREAKS), WIDTH)
        self.quotes = nn.Embedding(len(QUOTES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(WIDTH, heads=ATTENTION_HEADS, inner=INNER, dropout=dropout)
            for _ in range(LAYERS)
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
            ``(batch, length, 384)`` hidden states.
        """
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.segment
        x = x + self.shapes(codes[..., 0]) + self.breaks(codes[..., 1])
        x = self.dropout(self.norm(x + self.quotes(codes[..., 2])))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_backbone(self, path: Path) -> None:
        """Copy the weights of a Hugging Face BERT file (``model.safetensors``)."""
        state = load_file(path)
        base = "bert." if any(k.startswith("bert.") for k in state) else ""
        take = lambda name: state[f"{base}{name}"]  # noqa: E731
        embeddings = "embeddings."
        with torch.no_grad():
            self.words.weight.copy_(take(f"{embeddings}word_embeddings.weight"))
            self.positions.weight.copy_(take(f"{embeddings}position_embeddings.weight"))
            self.segment.copy_(take(f"{embeddings}token_type_embeddings.weight")[0])
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(take(f"{embeddings}LayerNorm.{part}"))
                for i, layer in enumerate(self.layers):
                    root = f"encoder.layer.{i}."
                    qkv = [
                        take(f"{root}attention.self.{n}.{part}")
                        for n in ("query", "key", "value")
                    ]
                    getattr(layer.query_key_value, part).copy_(torch.cat(qkv))
                    for ours, theirs in (
                        (layer.output, "attention.output.dense"),
                        (layer.attention_norm, "attention.output.LayerNorm"),
                        (layer.grow, "intermediate.dense"),
                        (layer.shrink, "output.dense"),
                        (layer.output_norm, "output.LayerNorm"),
                    ):
                        getattr(ours, part).copy_(take(f"{root}{theirs}.{part}"))

"""The reader's network: a small BERT encoder with several heads, in plain PyTorch."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.read.network import KIND_TAGS, PAIR_TAGS, ROLE_TAGS
from onrecord.read.pieces import BREAKS, QUOTES, SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
PAIR_WIDTH = 128
PAIR_HEADS = 4
MAX_GAP = 256


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


class PairHead(nn.Module):
    """Tag every piece with its role for one given cue.

    Each cue gets its own reading of the window: the pieces' states, the cue's
    state, their product and the signed distance, mixed by one narrow transformer
    layer. So a source can serve several cues and a content can come in pieces.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, 4 * PAIR_WIDTH)
        self.gaps = nn.Embedding(2 * MAX_GAP + 1, PAIR_WIDTH)
        self.inside = nn.Parameter(torch.zeros(PAIR_WIDTH))
        self.norm = nn.LayerNorm(PAIR_WIDTH, eps=1e-12)
        self.mix = Layer(
            PAIR_WIDTH, heads=PAIR_HEADS, inner=2 * PAIR_WIDTH, dropout=dropout
        )
        self.tags = nn.Linear(PAIR_WIDTH, len(PAIR_TAGS))
        nn.init.normal_(self.gaps.weight, std=0.02)

    def forward(
        self, states: Tensor, cues: Tensor, *, rows: Tensor, mask: Tensor
    ) -> Tensor:
        """Score the tags.

        Args:
            states: ``(batch, length, 384)`` from the encoder.
            cues: ``(n_cues, length)`` 1.0 at the pieces of each cue.
            rows: ``(n_cues,)`` the window each cue stands in.
            mask: ``(batch, length)`` True at real pieces.

        Returns:
            ``(n_cues, length, 5)`` logits over `PAIR_TAGS`.
        """
        return self.score(self.project(states)[rows], cues, mask[rows])

    def score(self, projected: Tensor, cues: Tensor, mask: Tensor) -> Tensor:
        """Score from projected states ``(n_cues, length, 512)``, one row a cue."""
        add, times, cue_add, cue_times = projected.split(PAIR_WIDTH, dim=-1)
        weights = (cues / cues.sum(1, keepdim=True))[:, :, None]
        cue_add = (weights * cue_add).sum(1, keepdim=True)
        cue_times = (weights * cue_times).sum(1, keepdim=True)
        length = cues.shape[1]
        first = cues.argmax(1, keepdim=True)
        gap = torch.arange(length, device=cues.device)[None] - first
        gaps = self.gaps(gap.clamp(-MAX_GAP, MAX_GAP) + MAX_GAP)
        x = add + cue_add + times * cue_times + gaps + cues[:, :, None] * self.inside
        return self.tags(self.mix(self.norm(x), mask))


class ReaderNetwork(nn.Module):
    """The encoder with its heads: roles, cue-to-role pairs, names and nominals."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(WIDTH, len(ROLE_TAGS))
        self.names = nn.Linear(WIDTH, len(KIND_TAGS))
        self.nominals = nn.Linear(WIDTH, len(KIND_TAGS))
        self.pairs = PairHead(dropout)

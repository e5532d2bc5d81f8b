"""The heads on the encoder: a reading for each anchor, and whom a mention means."""

import torch
from torch import Tensor, nn

from onrecord.read.mention_pairs import FEATURES, NOBODY
from onrecord.read.tags import ANCHOR_LABELS, ANCHOR_TASKS, CONTACT_TAGS, PAIR_TAGS
from training.encoder import Layer

PAIR_WIDTH = 128
PAIR_HEADS = 4
PROJECTIONS = 5
MAX_GAP = 256
MENTION_WIDTH = 128


class AnchorHead(nn.Module):
    """Tag every piece with its role for one given anchor, and class the anchor.

    Each anchor (the cue of an attribution, the trigger of a contact, any event) gets
    its own reading of the window: the pieces' states, the anchor's state, their
    product and the signed distance, mixed by one narrow transformer layer. So a
    source can serve several cues and a content can come in pieces.
    """

    def __init__(self, dropout: float, width: int) -> None:
        super().__init__()
        self.project = nn.Linear(width, PROJECTIONS * PAIR_WIDTH)
        self.gaps = nn.Embedding(2 * MAX_GAP + 1, PAIR_WIDTH)
        self.inside = nn.Embedding(len(ANCHOR_TASKS), PAIR_WIDTH)
        self.norm = nn.LayerNorm(PAIR_WIDTH, eps=1e-12)
        self.mix = Layer(
            PAIR_WIDTH, heads=PAIR_HEADS, inner=2 * PAIR_WIDTH, dropout=dropout
        )
        self.roles = nn.Linear(PAIR_WIDTH, len(PAIR_TAGS))
        self.contacts = nn.Linear(PAIR_WIDTH, len(CONTACT_TAGS))
        self.classes = nn.Linear(4 * PAIR_WIDTH, PAIR_WIDTH)
        self.dropout = nn.Dropout(2 * dropout)
        n_classes = sum(map(len, ANCHOR_LABELS.values()))
        self.labels = nn.Linear(PAIR_WIDTH, n_classes)
        nn.init.normal_(self.gaps.weight, std=0.02)
        nn.init.normal_(self.inside.weight, std=0.02)

    def forward(
        self,
        states: Tensor,
        anchors: Tensor,
        *,
        rows: Tensor,
        tasks: Tensor,
        mask: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Read every anchor.

        Args:
            states: ``(batch, length, width)`` from the encoder.
            anchors: ``(n, length)`` 1.0 at the pieces of each anchor.
            rows: ``(n,)`` the window each anchor stands in.
            tasks: ``(n,)`` indices into `ANCHOR_TASKS`.
            mask: ``(batch, length)`` True at real pieces.

        Returns:
            Logits over `PAIR_TAGS` ``(n, length, 5)``, over `CONTACT_TAGS`
            ``(n, length, 9)`` and over all of `ANCHOR_LABELS` ``(n, n_classes)``.
        """
        read = self.project(states).index_select(0, rows)
        add, times, anchor_add, anchor_times, plain = read.split(PAIR_WIDTH, dim=-1)
        share = (anchors / anchors.sum(1, keepdim=True))[:, None]  # (n, 1, length)
        first = anchors.argmax(1, keepdim=True)
        gap = torch.arange(anchors.shape[1], device=anchors.device)[None] - first
        x = add + share @ anchor_add + times * (share @ anchor_times)
        x = x + self.gaps(gap.clamp(-MAX_GAP, MAX_GAP) + MAX_GAP)
        x = x + anchors[:, :, None] * self.inside(tasks)[:, None]
        x = self.mix(self.norm(x), mask[rows])
        roles = self.roles(x)
        parts = torch.cat((x, plain), dim=2)
        at_anchor = (share @ parts)[:, 0]
        inside = 1 - roles.softmax(-1)[..., :1].transpose(1, 2)  # (n, 1, length)
        inside = inside * mask[rows][:, None]
        inside = inside / inside.sum(2, keepdim=True).clamp_min(1e-3)
        in_roles = (inside.detach() @ parts)[:, 0]
        hidden = nn.functional.gelu(self.classes(torch.cat((at_anchor, in_roles), 1)))
        return roles, self.contacts(x), self.labels(self.dropout(hidden))


class MentionHead(nn.Module):
    """Score which earlier mention a mention means, or that it means none.

    Source:
        The mention-ranking form of Lee et al. 2017, "End-to-end Neural Coreference
        Resolution", EMNLP, on mentions found beforehand.
    """

    def __init__(self, dropout: float, width: int) -> None:
        super().__init__()
        self.first = nn.Linear(width, 4 * MENTION_WIDTH)
        self.last = nn.Linear(width, 4 * MENTION_WIDTH)
        self.features = nn.ModuleList(
            nn.Embedding(n, MENTION_WIDTH) for n in FEATURES.values()
        )
        self.dropout = nn.Dropout(dropout)
        self.score = nn.Linear(MENTION_WIDTH, 1)
        self.none = nn.Linear(MENTION_WIDTH, 1)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)

    def forward(
        self,
        first: Tensor,
        last: Tensor,
        *,
        queries: Tensor,
        mentions: Tensor,
        features: Tensor,
    ) -> Tensor:
        """Score candidates.

        Args:
            first: ``(n_mentions, width)`` state of each mention's first piece.
            last: ``(n_mentions, width)`` state of its last piece.
            queries: ``(n_queries,)`` see `onrecord.read.mention_pairs.Candidates`.
            mentions: ``(n_queries, n_candidates)`` likewise.
            features: ``(n_queries, n_candidates, n_features)`` likewise.

        Returns:
            ``(n_queries, 1 + n_candidates)``: first the score of meaning none, then
            each candidate's, -1e4 where there is none.
        """
        asks, asks_times, answers, answers_times = (
            self.first(first) + self.last(last)
        ).split(MENTION_WIDTH, dim=1)
        there = mentions.clamp_min(0)
        x = asks[queries][:, None] + answers[there]
        x = x + asks_times[queries][:, None] * answers_times[there]
        for i, table in enumerate(self.features):
            x = x + table(features[..., i])
        scores = self.score(self.dropout(nn.functional.gelu(x)))[..., 0].float()
        scores = scores.masked_fill(mentions == NOBODY, -1e4)
        own = nn.functional.gelu(asks[queries] + asks_times[queries])
        return torch.cat((self.none(self.dropout(own)).float(), scores), dim=1)

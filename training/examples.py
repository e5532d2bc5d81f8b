"""Labelled texts, the form that every training set is brought into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.read.mention_pairs import MentionTable
from onrecord.read.pieces import IntArray, Pieces, pieces_under

Spans = Sequence[tuple[int, int]]
Labelled = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """One thing to read a text for: a cue, a trigger, an event. Spans are of pieces.

    Attributes:
        task: One of `onrecord.read.tags.ANCHOR_TASKS`.
        spans: Where it stands.
        roles: ``(role, start, end)`` of what belongs to it, None where not marked.
        labels: Of the heads in `onrecord.read.tags.ANCHOR_LABELS` that are marked,
            the label's place in its set.
    """

    task: str
    spans: Spans
    roles: Labelled | None = None
    labels: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MentionLabels:
    """Mentions of one text and which of them mean the same.

    Attributes:
        table: The mentions.
        clusters: Number of each mention's someone; negative where unknown, so that
            it is nobody's right answer, shape ``(n,)``.
        queries: Index of each mention that is to be resolved.
        weight: Of this text's loss; below 1 for automatic labels.
        none_counts: Whether "means none of these" is a label here.
    """

    table: MentionTable
    clusters: IntArray
    queries: tuple[int, ...]
    weight: float = 1.0
    none_counts: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled text; None stands for a task that is not marked in it.

    Attributes:
        name: The text's name.
        pieces: Its word-pieces.
        group: Which of the training sets it belongs to; see `training.datasets`.
        anchors: What to read it for.
        roles: Where sources, cues and contents stand.
        names: ``(kind, start, end)`` of proper names.
        nominals: Likewise of descriptions: "the ambassador", "two officials".
        triggers: Likewise of words that name a contact.
        mentions: Who is who.
        names_weight: Weight of the names; below 1 for automatic ones.
    """

    name: str
    pieces: Pieces
    group: str = ""
    anchors: tuple[Anchor, ...] = ()
    roles: Labelled | None = None
    names: Labelled | None = None
    nominals: Labelled | None = None
    triggers: Labelled | None = None
    mentions: MentionLabels | None = None
    names_weight: float = 1.0


def spans_under(pieces: Pieces, spans: Spans) -> tuple[tuple[int, int], ...]:
    """Convert spans of characters to spans of pieces, in order."""
    found = (pieces_under(pieces, start, end) for start, end in sorted(spans))
    return tuple(span for span in found if span)


def labelled_under(pieces: Pieces, spans: Sequence[tuple[str, int, int]]) -> Labelled:
    """Convert labelled spans of characters to labelled spans of pieces."""
    found = ((label, pieces_under(pieces, s, e)) for label, s, e in spans)
    return tuple((label, *span) for label, span in found if span)

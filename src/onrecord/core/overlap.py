"""What two texts have in common, word for word."""

from dataclasses import dataclass

from onrecord.core.span import Span

__all__ = ["Overlap", "SharedPassage"]


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A run of words that stands in two texts.

    Attributes:
        span: Where it stands in the one text.
        other: Where it stands in the other.
        fingerprint: Number of a sample of its words, by which an archive sees how many
            other texts have them too.
    """

    span: Span
    other: Span
    fingerprint: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of two texts is the same.

    Attributes:
        is_copy: Whether one is a copy of the other, or both are of a third.
        share: Share of the one text's words that stand in the other too, in [0, 1].
        share_of_other: The same of the other text.
        passages: The long runs of words that both have; not looked for in copies.
    """

    is_copy: bool
    share: float
    share_of_other: float
    passages: tuple[SharedPassage, ...] = ()

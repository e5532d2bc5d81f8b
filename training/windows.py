"""Texts cut into windows, and windows gathered into batches."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from training.examples import Example

BODY = 254
STRIDE = 190
# Windows of one text that go into one batch together, so that who is who can be asked
# across them.
MOST_TOGETHER = 20


@dataclass(frozen=True, slots=True)
class Cut:
    """One window of a text, half-open over its pieces."""

    example: Example
    start: int
    end: int


def window_starts(n_pieces: int, shift: int) -> list[int]:
    """Return where windows start, so that every piece is in one."""
    if n_pieces <= BODY:
        return [0]
    starts = list(range(-shift if shift else 0, n_pieces - BODY, STRIDE))
    return sorted({max(0, s) for s in starts} | {n_pieces - BODY})


def cut(example: Example, shift: int) -> list[Cut]:
    """Cut one text into windows, the first one shifted to the left."""
    n = len(example.pieces)
    starts = window_starts(n, shift)
    return [Cut(example, start, min(n, start + BODY)) for start in starts]


def batches(
    examples: Iterable[Example], *, size: int, chance: random.Random
) -> list[list[Cut]]:
    """Cut all texts into windows, a little differently each time, and mix them.

    Windows of one text stay together; texts of about the same length and the same
    marked tasks share a batch, so that little of it is padding.

    Args:
        examples: The texts.
        size: Windows to a batch.
        chance: Where the cuts and the order come from.
    """
    texts = []
    for example in examples:
        windows = cut(example, chance.randrange(STRIDE))
        texts += [
            windows[first : first + MOST_TOGETHER]
            for first in range(0, len(windows), MOST_TOGETHER)
        ]
    chance.shuffle(texts)
    texts.sort(key=lambda text: _sort_key(text[0]))
    groups = list(_fill(texts, size))
    chance.shuffle(groups)
    return groups


def _sort_key(window: Cut) -> tuple[bool, bool, int]:
    example = window.example
    return (
        example.roles is None,
        example.names is None,
        min(BODY, len(example.pieces)) // 32,
    )


def _fill(texts: Sequence[list[Cut]], size: int) -> Iterator[list[Cut]]:
    """Put whole texts into batches of about the same number of pieces."""
    group: list[Cut] = []
    room = size * BODY
    for text in texts:
        longest = max(w.end - w.start for w in (*group, *text))
        if group and longest * (len(group) + len(text)) > room:
            yield group
            group = []
        group.extend(text)
    if group:
        yield group

"""Grouping articles for the steps that do several at a time."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")

MAX_SIZE = 12
"""Enough windows to fill a small encoder's batch, few enough to show progress."""

MAX_WAIT_S = 1.0
"""What has come is not kept back longer than this for what is slow to come."""


def batches(items: Iterable[_T], *, clock: Callable[[], float]) -> Iterator[list[_T]]:
    """Group items as they come, a few at first so that a result shows soon.

    Args:
        items: Anything, perhaps slow to come.
        clock: Tells the time in seconds; ``time.monotonic`` outside tests.

    Yields:
        Groups of 1, 2, 4, 8 and then 12 items; smaller ones at the end, and where
        collecting took more than a second.

    Example:
        >>> [len(group) for group in batches(range(12), clock=lambda: 0.0)]
        [1, 2, 4, 5]
    """
    group: list[_T] = []
    size = 1
    started = clock()
    for item in items:
        group.append(item)
        if len(group) >= size or clock() - started > MAX_WAIT_S:
            yield group
            group = []
            size = min(2 * size, MAX_SIZE)
            started = clock()
    if group:
        yield group

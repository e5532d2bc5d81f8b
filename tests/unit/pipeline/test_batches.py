"""Groups start small, grow, and do not wait for what is slow."""

from collections.abc import Iterator
from itertools import count

from onrecord.pipeline.batches import MAX_WAIT_S, batches


def test_nothing_gives_no_group() -> None:
    assert list(batches([], clock=lambda: 0.0)) == []


def test_every_item_comes_once_in_order() -> None:
    groups = list(batches(range(50), clock=lambda: 0.0))
    assert [item for group in groups for item in group] == list(range(50))
    assert [len(group) for group in groups] == [1, 2, 4, 8, 12, 12, 11]


def test_items_are_taken_only_as_groups_are_asked_for() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in count():
            taken.append(item)
            yield item

    groups = batches(items(), clock=lambda: 0.0)
    assert (next(groups), taken) == ([0], [0])
    assert (next(groups), taken) == ([1, 2], [0, 1, 2])


def test_what_came_is_not_kept_back_for_what_is_slow() -> None:
    # Each look at the clock is a little later than the wait allows.
    times = count(0.0, MAX_WAIT_S * 1.1)
    groups = list(batches(range(10), clock=lambda: next(times)))
    assert [len(group) for group in groups] == [1] * 10

"""Candidates that take turns, so that a busy minute hits all of them alike."""

import time
from collections.abc import Callable, Mapping
from statistics import median

# The threads of one runtime go on spinning for a while after its last call and would
# take the cores from the next candidate.
_PAUSE_S = 0.5

Seconds = Mapping[str, tuple[float, ...]]


def take_turns(
    candidates: Mapping[str, Callable[[], object]], *, rounds: int
) -> Seconds:
    """Time candidates A B C A B C.

    Args:
        candidates: By name, what is to be timed, warmed up.
        rounds: How often each has its turn.

    Returns:
        For each, the seconds of its turns, in order of the rounds.
    """
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, run in candidates.items():
            time.sleep(_PAUSE_S)
            started = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - started)
    return {name: tuple(seconds) for name, seconds in taken.items()}


def speeds(seconds: Seconds, *, n_units: int) -> dict[str, float]:
    """Give the median of each candidate's units a second.

    Example:
        >>> speeds({"a": (2.0, 1.0, 4.0)}, n_units=10)
        {'a': 5.0}
    """
    return {name: n_units / median(turns) for name, turns in seconds.items()}


def times_faster(seconds: Seconds, yardstick: str) -> dict[str, float]:
    """Give how many times as fast as the yardstick each is, round by round, median.

    Example:
        >>> times_faster({"a": (1.0, 2.0), "slow": (4.0, 8.0)}, "slow")
        {'a': 4.0, 'slow': 1.0}
    """
    base = seconds[yardstick]
    return {
        name: median(slow / own for slow, own in zip(base, turns, strict=True))
        for name, turns in seconds.items()
    }

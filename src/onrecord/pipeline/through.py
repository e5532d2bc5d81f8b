"""Outcomes through one stage: in their order, those of lost articles among them."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from onrecord.core.errors import StageError
from onrecord.pipeline.attempt import attempt
from onrecord.pipeline.outcome import Outcome, Status
from onrecord.pipeline.stages import Stage

# So many articles that need not be read wait at the most for one that is being read.
_MOST_WAITING = 100


def through(stage: Stage, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Pass outcomes through a stage, as they are asked for.

    Args:
        stage: The stage; what is no longer open passes it by.
        outcomes: Of the stage before it.

    Yields:
        As many outcomes, in the same order. One that the stage fails on is failed.

    Raises:
        StoreError: The archive cannot be used.
    """
    if stage.is_joint:
        yield from _Joint(stage, outcomes).all()
        return
    # One by one and only when asked for: what is kept is also handed out.
    for outcome in outcomes:
        yield _alone(stage, outcome)


def _alone(stage: Stage, outcome: Outcome) -> Outcome:
    if not _is_open(outcome):
        return outcome
    applied = attempt(
        stage.name, lambda: outcome.name, lambda: list(stage.apply([outcome]))
    )
    if isinstance(applied, StageError):
        return _failed(outcome, applied)
    (only,) = applied
    return only


def _failed(outcome: Outcome, error: StageError) -> Outcome:
    return replace(outcome, status=Status.FAILED, record=None, error=error)


def _is_open(outcome: Outcome) -> bool:
    return outcome.status is Status.OPEN


class _Joint:
    """Passes outcomes through a stage that does several at a time.

    The stage takes what it likes ahead of what it gives. What it took and did not give
    yet is remembered here, with what passes it by, so that all come out in order and
    none is lost when the stage fails.

    Args:
        stage: The stage.
        outcomes: Of the stage before it.
    """

    def __init__(self, stage: Stage, outcomes: Iterator[Outcome]) -> None:
        self._stage = stage
        self._outcomes = outcomes
        self._taken = deque[Outcome]()
        self._is_taking = False
        self._is_over = False

    def all(self) -> Iterator[Outcome]:
        """Give all outcomes."""
        while not self._is_over:
            yield from self._stretch()

    def _stretch(self) -> Iterator[Outcome]:
        """Give outcomes until the stage fails or has had enough for now."""
        applied = iter(self._stage.apply(self._take()))
        while True:
            found = attempt(self._stage.name, self._names, lambda: next(applied, None))
            if isinstance(found, StageError):
                yield from self._after(found)
                return
            yield from self._passed_by()
            if found is None:
                return
            self._taken.popleft()
            yield found
            yield from self._passed_by()

    def _take(self) -> Iterator[Outcome]:
        """Take outcomes for the stage, and stop where others would wait for it."""
        while True:
            self._is_taking = True
            outcome = next(self._outcomes, None)
            self._is_taking = False
            if outcome is None:
                self._is_over = True
                return
            self._taken.append(outcome)
            if _is_open(outcome):
                yield outcome
                continue
            n_open = sum(map(_is_open, self._taken))
            if not n_open or len(self._taken) - n_open > _MOST_WAITING:
                return

    def _names(self) -> str:
        return ", ".join(one.name for one in self._taken if _is_open(one))

    def _passed_by(self) -> Iterator[Outcome]:
        """Give those that come before what the stage gives next."""
        while self._taken and not _is_open(self._taken[0]):
            yield self._taken.popleft()

    def _after(self, error: StageError) -> Iterator[Outcome]:
        """Give what the stage had taken when it failed."""
        if self._is_taking:
            # Not the stage: those before it can give no more.
            raise error.__cause__ or error
        n_open = sum(map(_is_open, self._taken))
        while self._taken:
            outcome = self._taken.popleft()
            if n_open == 1 and _is_open(outcome):
                yield _failed(outcome, error)
            else:
                # One of them is to blame; apart, only that one is lost.
                yield _alone(self._stage, outcome)

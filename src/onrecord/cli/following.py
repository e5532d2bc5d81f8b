"""Following a run: what is said while it goes on, and how it ended."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from onrecord.cli.exit_codes import ExitCode
from onrecord.cli.terminal import printable, wants_colour
from onrecord.core.record import Record
from onrecord.ingest import count_sources
from onrecord.pipeline import Outcome, Status


class Following:
    """Counts outcomes, names each that was lost, and sums up at the end.

    Use it in a ``with`` block. On a terminal it draws a progress bar on standard error.

    Args:
        sources: What is read, for the length of the bar.
        has_bar: Whether a bar would be in nobody's way.
    """

    def __init__(self, sources: Sequence[str], *, has_bar: bool) -> None:
        self._counts: Counter[Status] = Counter()
        self._reasons: Counter[str] = Counter()
        self._n_versions = 0
        self._n_copies = 0
        self._sources = sources
        self._bar = _make_bar() if has_bar and sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        """Draw the bar."""
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("", total=count_sources(self._sources))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away and sum up."""
        if self._bar is not None:
            self._bar.stop()
        if not isinstance(error, BrokenPipeError | GeneratorExit):
            self._sum_up(is_stopped=error is not None)

    def follow(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Pass outcomes on, and name those that were lost.

        Args:
            outcomes: What a run gives.

        Yields:
            The same outcomes.
        """
        for outcome in outcomes:
            self._counts[outcome.status] += 1
            self._n_versions += outcome.version is not None
            self._n_copies += bool(outcome.copies) and outcome.version is None
            if outcome.error is not None:
                self._reasons[outcome.error.code] += 1
            self._advance()
            if outcome.is_lost:
                self._say(_lost(outcome))
            yield outcome

    def _advance(self) -> None:
        if self._bar is None:
            return
        task = self._bar.tasks[self._task]
        # A feed was counted as one source; how many articles it names nobody knew.
        if task.total is not None and task.completed >= task.total:
            self._bar.update(self._task, total=None)
        self._bar.advance(self._task)

    def records(self, outcomes: Iterable[Outcome]) -> Iterator[Record]:
        """Pass on the records of those that were read.

        Args:
            outcomes: What a run gives.

        Yields:
            Their records.
        """
        for outcome in self.follow(outcomes):
            if outcome.record is not None:
                yield outcome.record

    def line(self, words: str) -> None:
        """Print a line of a command's own output, without cutting the bar in two.

        Args:
            words: The line.
        """
        if self._bar is not None and sys.stdout.isatty():
            self._say(words)
        else:
            click.echo(printable(words))

    @property
    def exit_code(self) -> ExitCode:
        """Say how the run went."""
        n_lost = self._counts[Status.REFUSED] + self._counts[Status.FAILED]
        if n_lost == self._counts.total():
            return ExitCode.FAILED
        return ExitCode.ISSUES if n_lost else ExitCode.DONE

    def _say(self, words: str) -> None:
        if self._bar is not None:
            self._bar.console.print(
                printable(words), markup=False, highlight=False, soft_wrap=True
            )
        else:
            click.echo(printable(words), err=True)

    def _sum_up(self, *, is_stopped: bool) -> None:
        summary = ", ".join(self._counted()) or "nothing was read"
        if is_stopped:
            self._say(f"Stopped. Until then: {summary}.")
        elif self._counts.total() != 1 or self.exit_code is not ExitCode.DONE:
            self._say(f"{summary[0].upper()}{summary[1:]}.")
        if self._reasons.total() > 1:
            reasons = (f"{code} {n}" for code, n in self._reasons.most_common())
            self._say(f"Not read: {', '.join(reasons)}.")

    def _counted(self) -> Iterator[str]:
        for status in Status:
            if self._counts[status]:
                yield f"{self._counts[status]} {status}"
        if self._n_versions:
            yield f"{self._n_versions} of them new versions"
        if self._n_copies:
            yield f"{self._n_copies} of them copies"


def _lost(outcome: Outcome) -> str:
    if outcome.status is Status.FAILED:
        # The error names the document itself.
        return f"Failed: {outcome.error}"
    return f"Refused: {outcome.name} {outcome.error}"


def _make_bar() -> Progress:
    console = Console(file=sys.stderr, no_color=not wants_colour(sys.stderr))
    return Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        # Standard output may be a file: what goes there is none of the bar's business.
        redirect_stdout=False,
        redirect_stderr=False,
    )

"""An archive that questions are put to, in Python: ``onrecord.open("news.db")``."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.core.identities import Judgement, Verdict
from onrecord.query.answers import ContactShown, Dossier, EntityShown, Statement
from onrecord.query.asking import ANYTHING, Wanted, in_touch, said, timeline
from onrecord.query.catching_up import Progress, catch_up, rebuild
from onrecord.query.dossier import who
from onrecord.query.judging import (
    Judge,
    judge_finding,
    judge_identities,
    judgements,
    undo,
)
from onrecord.query.listing import load_list
from onrecord.query.naming import candidates
from onrecord.query.network import HAPPENED, Node, Step, network, paths
from onrecord.query.period import ALWAYS, Period
from onrecord.query.searching import EVERYWHERE, Hit, Where, search
from onrecord.store import Archive


class OpenArchive:
    """An archive with its questions. Every answer names who says what, and where.

    What came in since the last question is worked out first, so answers are always
    those of the whole archive. Use it in a ``with`` block.

    Args:
        archive: The archive.
        progress: Is told while what is new is worked out.

    Example:
        >>> import onrecord
        >>> with onrecord.open("news.db") as archive:  # doctest: +SKIP
        ...     dossier = archive.who("Ilse Maarten")
        ...     denied = archive.said("Maarten", stance="denies")
    """

    def __init__(self, archive: Archive, progress: Progress | None = None) -> None:
        self._archive = archive
        self._progress = progress

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def who(self, name: str) -> Dossier:
        """Give what is on record about somebody; see `onrecord.query.dossier.who`."""
        with self._current().reading() as connection:
            return who(connection, name)

    def candidates(self, name: str) -> tuple[EntityShown, ...]:
        """Give everybody whom a name may mean."""
        with self._current().reading() as connection:
            return candidates(connection, name)

    def said(self, name: str, wanted: Wanted = ANYTHING) -> tuple[Statement, ...]:
        """Give what somebody is given as saying; see `onrecord.query.asking.said`."""
        with self._current().reading() as connection:
            return said(connection, name, wanted)

    def contacts(
        self, names: Sequence[str] = (), wanted: Wanted = ANYTHING
    ) -> tuple[ContactShown, ...]:
        """Give contacts, also denied ones; see `onrecord.query.asking.in_touch`."""
        with self._current().reading() as connection:
            return in_touch(connection, names, wanted)

    def timeline(
        self, name: str, wanted: Wanted = ANYTHING
    ) -> tuple[ContactShown | Statement, ...]:
        """Give contacts and statements of somebody in the order of their days."""
        with self._current().reading() as connection:
            return timeline(connection, name, wanted)

    def network(
        self, *, modality: str = HAPPENED, period: Period = ALWAYS, limit: int = 50
    ) -> tuple[Node, ...]:
        """Give those in touch with most others; see `onrecord.query.network`."""
        with self._current().reading() as connection:
            return network(connection, modality=modality, period=period, limit=limit)

    def paths(
        self, one: str, other: str, *, modality: str = HAPPENED
    ) -> tuple[tuple[Step, ...], ...]:
        """Give the shortest ways from one to another over contacts."""
        with self._current().reading() as connection:
            return paths(connection, (one, other), modality=modality)

    def search(self, words: str, where: Where = EVERYWHERE) -> tuple[Hit, ...]:
        """Find passages by their words; see `onrecord.query.searching.search`."""
        with self._current().reading() as connection:
            return search(connection, words, where)

    def judge(
        self, verdict: Verdict, one: str, other: str, *, judge: Judge
    ) -> Judgement:
        """Decide whether two identities are one."""
        return judge_identities(self._current(), verdict, (one, other), judge=judge)

    def judge_finding(
        self,
        verdict: Verdict,
        finding: str,
        *,
        judge: Judge,
        correction: tuple[str, str] | None = None,
    ) -> Judgement:
        """Accept, correct or reject an attribution or a contact."""
        return judge_finding(
            self._current(), verdict, finding, judge=judge, correction=correction
        )

    def undo(self, number: int, *, judge: Judge) -> Judgement:
        """Say that an earlier judgement no longer holds."""
        return undo(self._archive, number, judge=judge)

    def judgements(self) -> tuple[Judgement, ...]:
        """Give every judgement, oldest first."""
        with self._archive.reading() as connection:
            return judgements(connection)

    def load_list(self, path: Path, mapping: Sequence[str] = ()) -> int | None:
        """Load a reference list; see `onrecord.query.listing.load_list`."""
        return load_list(self._archive, path, mapping)

    def catch_up(self) -> int:
        """Work out what came in since the last time; every question does so first."""
        return catch_up(self._archive, self._progress)

    def rebuild(self) -> int:
        """Work everything out anew, with the same result."""
        return rebuild(self._archive, self._progress)

    def _current(self) -> Archive:
        catch_up(self._archive, self._progress)
        return self._archive


def open(location: str, *, progress: Progress | None = None) -> OpenArchive:
    """Open an archive to put questions to.

    Args:
        location: A file that `onrecord add` made.
        progress: Is told while what is new is worked out.

    Returns:
        The open archive.

    Raises:
        NotFoundError: There is no such archive.
        StoreError: It cannot be opened.
    """
    return OpenArchive(Archive.open(location, create=False), progress)

"""The texts and labels that readers are measured on; never part of the repository."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.core import Document, make_document


@dataclass(frozen=True, slots=True)
class Corpus:
    """The evaluation texts with their labels, in the shared folder.

    Attributes:
        shared: Holds ``data/`` and ``eval/``.
    """

    shared: Path

    @property
    def polnear(self) -> Path:
        """Folder of the development articles (``text/``) and ``attributions/``."""
        return self.shared / "data" / "polnear" / "dev"

    @property
    def contacts(self) -> Path:
        """File with speakers, stances and contacts, one article a line."""
        return self.shared / "data" / "contacts" / "dev.jsonl"

    def scorer(self, name: str) -> Path:
        """Give the path of a scorer, such as ``attribution``."""
        return self.shared / "eval" / f"{name}_score.py"

    def missing(self, patterns: Iterable[str]) -> tuple[str, ...]:
        """List the patterns that nothing below the shared folder fits."""
        return tuple(one for one in patterns if not any(self.shared.glob(one)))

    def documents(self, *, limit: int | None = None) -> list[Document]:
        """Load the development articles, in the order of their names.

        Args:
            limit: How many; all of them by default.
        """
        paths = sorted((self.polnear / "text").glob("*.txt"))[:limit]
        # Bytes are decoded as they are: offsets count the line ends of the file.
        return [make_document(path.name, path.read_bytes().decode()) for path in paths]

    def digest(self, patterns: Iterable[str]) -> str:
        """Give the SHA-256 of files, names and contents, in order.

        Args:
            patterns: Which files, below the shared folder.
        """
        total = hashlib.sha256()
        paths = {path for one in patterns for path in self.shared.glob(one)}
        for path in sorted(paths):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            name = path.relative_to(self.shared).as_posix()
            total.update(f"{name} {content}\n".encode())
        return total.hexdigest()

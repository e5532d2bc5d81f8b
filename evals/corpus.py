"""The texts and labels that readers are measured on; never part of the repository."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from onrecord.core import Document, make_document


@dataclass(frozen=True, slots=True)
class Corpus:
    """The development articles with their labels, in the shared folder.

    Attributes:
        shared: Holds ``data/`` and ``eval/``.
    """

    shared: Path

    @property
    def polnear(self) -> Path:
        """Folder of the articles (``text/``) and attributions (``attributions/``)."""
        return self.shared / "data" / "polnear" / "dev"

    @property
    def contacts(self) -> Path:
        """File with speakers, stances and contacts, one article a line."""
        return self.shared / "data" / "contacts" / "dev.jsonl"

    def scorer(self, name: str) -> Path:
        """Give the path of a scorer, such as ``attribution``."""
        return self.shared / "eval" / f"{name}_score.py"

    def missing(self) -> tuple[Path, ...]:
        """List what a measurement needs and the folder lacks."""
        needed = (
            self.polnear / "text",
            self.polnear / "attributions",
            self.contacts,
            self.scorer("attribution"),
            self.scorer("record"),
        )
        return tuple(path for path in needed if not path.exists())

    def documents(self, *, limit: int | None = None) -> list[Document]:
        """Load the articles, in the order of their names.

        Args:
            limit: How many; all of them by default.
        """
        paths = sorted((self.polnear / "text").glob("*.txt"))[:limit]
        # Bytes are decoded as they are: offsets count the line ends of the file.
        return [make_document(path.name, path.read_bytes().decode()) for path in paths]

    def digest(self) -> str:
        """Give the SHA-256 of all texts and labels, names and contents, in order."""
        paths = [
            *(self.polnear / "text").glob("*.txt"),
            *(self.polnear / "attributions").glob("*.ann"),
            self.contacts,
        ]
        total = hashlib.sha256()
        for path in sorted(paths):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            name = path.relative_to(self.shared).as_posix()
            total.update(f"{name} {content}\n".encode())
        return total.hexdigest()

"""What a feed or a sitemap names: addresses still to be opened, each once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core.errors import InputError
from onrecord.ingest.options import Refused

__all__ = ["Link", "Trail", "Unmodified"]

#: An outline names feeds, a feed articles; sitemaps are nested once.
_MAX_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a source names in place of a document.

    Attributes:
        address: Where to go on.
        source: Path or address of the list that names it.
    """

    address: str
    source: str


@dataclass(frozen=True, slots=True)
class Unmodified:
    """An address whose server says that its text is the one that is kept.

    Attributes:
        name: The address.
    """

    name: str


class Trail:
    """The sources of a run and what they lead to, in order, no address twice.

    Add what an opened source names before going on; it comes next.

    Args:
        sources: As they were given; these may repeat.
        seen: Addresses that were named before, to be added to.

    Example:
        >>> trail = Trail(["feed.xml", "b.txt"])
        >>> steps = []
        >>> for source in trail:
        ...     steps.append(source)
        ...     if source == "feed.xml":
        ...         _ = trail.add(Link("https://example.org/a", "feed.xml"))
        >>> steps
        ['feed.xml', 'https://example.org/a', 'b.txt']
    """

    def __init__(self, sources: Iterable[str], *, seen: set[str] | None = None) -> None:
        self._sources = sources
        self._waiting: list[tuple[str, int]] = []
        self._named: list[tuple[str, int]] = []
        self._seen = set() if seen is None else seen
        self._depth = 0

    def __iter__(self) -> Iterator[str]:
        """Give each source, then what it named."""
        for source in self._sources:
            self._waiting = [(source, 0)]
            while self._waiting:
                address, self._depth = self._waiting.pop()
                self._named = []
                yield address
                self._waiting += reversed(self._named)

    def add(self, link: Link) -> Refused | None:
        """Go on to an address, unless a run has been there.

        Args:
            link: What the source being opened names.

        Returns:
            Why not, if lists lead to lists without end.
        """
        if link.address in self._seen:
            return None
        if self._depth >= _MAX_DEPTH:
            return Refused(
                link.address,
                InputError(
                    f"stands in {link.source!r}, a list in a list in a list; give it "
                    "by itself"
                ),
            )
        self._seen.add(link.address)
        self._named.append((link.address, self._depth + 1))
        return None

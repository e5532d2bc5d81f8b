"""What a section of `make eval` is: data, a reader's records of them, figures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from evals.corpus import Corpus
from onrecord.core import Document, Record
from onrecord.read import Reader

READERS = ("onrecord", "rules")

Figures = Mapping[str, float]
Texts = Callable[[Corpus], Sequence[Document]]


class Readings:
    """A reader's records of the corpus's texts, every set of texts read once.

    Args:
        reader: Reads them.
        corpus: Holds them.
    """

    def __init__(self, reader: Reader, corpus: Corpus) -> None:
        self.reader = reader
        self.corpus = corpus
        self._records: dict[Texts, tuple[Record, ...]] = {}

    def of(self, texts: Texts) -> tuple[Record, ...]:
        """Give the records of a set of texts, in the order of the texts.

        Args:
            texts: Loads them; sections that name the same function share the reading.
        """
        if texts not in self._records:
            documents = texts(self.corpus)
            self._records[texts] = tuple(self.reader.read(documents))
        return self._records[texts]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a section measured of one reader.

    Attributes:
        figures: Every figure that ``figures.yaml`` lists for the section, by name.
        notes: Counts and tables behind them, as lines of text.
    """

    figures: Figures = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One part of `make eval`.

    Attributes:
        name: As ``--only`` takes it and ``figures.yaml`` names it.
        data: Patterns below the shared folder: all texts and labels that it reads.
            Their digest is pinned with the floors.
        score: Measures a reader.
        scorers: Files below the shared folder that it needs besides.
        readers: Names of the readers that it means something for.
        optional: Run only when ``--only`` names it.
    """

    name: str
    data: tuple[str, ...]
    score: Callable[[Corpus, Readings], Measured]
    scorers: tuple[str, ...] = ()
    readers: tuple[str, ...] = READERS
    optional: bool = False

"""The words that make somebody's words or views: the cue lexicon."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from onrecord.core import Stance
from onrecord.read.lexicon import load_rows


class CueKind(StrEnum):
    """What sort of words a cue is.

    Attributes:
        VERB: One word that has a subject ("denied").
        PHRASE: Several words ("declined to comment"), or one that is no verb ("per").
        NOUN: A thing said or held ("the claim that").
    """

    VERB = "verb"
    PHRASE = "phrase"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon.

    Attributes:
        form: The words as they stand in a text, lower case, straight apostrophes.
        lemma: What it is a form of.
        stance: What a source mostly does with a content by these words.
        kind: Verb, phrase or noun.
        takes: What may follow it as content: ``clause`` (with or without "that"),
            ``that``, ``whether``, ``to`` (a verb), ``object`` (a noun phrase),
            ``quote`` (nothing but a quotation); empty for ``none``. A quotation may
            go with any verb that takes ``clause``, ``that``, ``whether`` or ``quote``.
    """

    form: str
    lemma: str
    stance: Stance
    kind: CueKind
    takes: frozenset[str]

    @property
    def is_speech(self) -> bool:
        """Tell whether a quotation may be its content."""
        return not self.takes.isdisjoint({"clause", "that", "whether", "quote"})


@dataclass(frozen=True, slots=True)
class CueFound:
    """Where a cue of the lexicon stands among the words of a text.

    Attributes:
        first: Index of its first word.
        last: Index past its last word.
        cues: The rows that have this form: a verb and a noun may share one.
    """

    first: int
    last: int
    cues: tuple[Cue, ...]


@cache
def cue_table() -> Mapping[str, tuple[Cue, ...]]:
    """Load the lexicon: each form with its rows.

    Source:
        Written for onrecord (``data/cues.csv``). The stance is the one that the
        guidelines of the contacts data give the word; where several fit, the one that
        most of their training labels have.

    Example:
        >>> [cue.stance.value for cue in cue_table()["declined to comment"]]
        ['declines']
    """
    table: dict[str, tuple[Cue, ...]] = {}
    for row in load_rows("cues.csv"):
        cue = Cue(
            form=row["form"],
            lemma=row["lemma"],
            stance=Stance(row["stance"]),
            kind=CueKind(row["kind"]),
            takes=frozenset(row["takes"].split()) - {"none"},
        )
        table[cue.form] = (*table.get(cue.form, ()), cue)
    return MappingProxyType(table)


def find_cues(words: Sequence[str]) -> Iterator[CueFound]:
    """Find the cues among words, the longest at each place, without overlaps.

    Args:
        words: Lower case, straight apostrophes.

    Yields:
        Each cue in order.

    Example:
        >>> [(c.first, c.last) for c in find_cues("she declined to comment".split())]
        [(1, 4)]
    """
    table, lengths = cue_table(), _lengths()
    place = 0
    while place < len(words):
        for length in lengths.get(words[place], (1,)):
            taken = words[place : place + length]
            form = " ".join(taken)
            if len(taken) == length and form in table:
                yield CueFound(place, place + length, table[form])
                place += length - 1
                break
        place += 1


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """Give for each first word of a form the numbers of words to try, longest first."""
    lengths: dict[str, set[int]] = {}
    for form in cue_table():
        words = form.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return MappingProxyType(
        {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
    )

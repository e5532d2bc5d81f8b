"""What a source does with its content: confirms, denies, accuses and so on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord.core import QuoteForm, Stance
from onrecord.read.lexicon import load_rows, load_yaml

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_NEGATION = re.compile(r"\b(?:not|never|n't|neither|nor|without|no)\b|n't\b")
# A negated cue turns around: who does not deny does not deny, who would not confirm
# declines. The others keep their word ("did not accuse" still speaks of an accusal).
_NEGATED = MappingProxyType(
    {
        Stance.DENIES: Stance.STATES,
        Stance.CONFIRMS: Stance.DECLINES,
        Stance.STATES: Stance.DECLINES,
        Stance.PROMISES: Stance.DECLINES,
        Stance.DEMANDS: Stance.OPINES,
    }
)
_STRONG = (
    Stance.CONFIRMS,
    Stance.DENIES,
    Stance.DECLINES,
    Stance.ACCUSES,
    Stance.PROMISES,
    Stance.DEMANDS,
)
_TAIL_CHARS = 400


@dataclass(frozen=True, slots=True)
class StanceWords:
    """The lists that stances are read off.

    Attributes:
        cues: Lower-case words of a cue to its stance.
        longest: Words in the longest cue of the list.
        contents: Patterns on the content by stance, in order of trial.
        negations: Negations at a content's start, which deny when they are said.
        said: Words of plain saying.
    """

    cues: Mapping[tuple[str, ...], Stance]
    longest: int
    contents: Mapping[Stance, re.Pattern[str]]
    negations: re.Pattern[str]
    said: frozenset[str]


@cache
def stance_words() -> StanceWords:
    """Load the lists.

    Source:
        Written for onrecord: ``data/cues.csv``, ``data/stances.yaml``.
    """
    rows = load_rows("cues.csv")
    cues = {tuple(_words(row["form"])): Stance(row["stance"]) for row in rows}
    lists = load_yaml("stances.yaml")
    said, negations = lists.pop("said"), lists.pop("denies_if_said")
    contents = {Stance(name): _any_of(patterns) for name, patterns in lists.items()}
    return StanceWords(
        cues=MappingProxyType(cues),
        longest=max(map(len, cues)),
        contents=MappingProxyType(contents),
        negations=_any_of(negations),
        said=frozenset(said),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def find_stance(cue: str, content: str, form: QuoteForm) -> Stance:
    """Tell what a source does with a content.

    The cue decides where it can ("denied"). "Said" and its like leave it to the
    content ("the answer is no"); what neither tells is an opinion when quoted word for
    word, which is what papers quote, and else a statement.

    Args:
        cue: The words of the cue.
        content: The words of the content.
        form: How the content is quoted.

    Example:
        >>> find_stance("denied", "that he met her", QuoteForm.INDIRECT)
        <Stance.DENIES: 'denies'>
        >>> find_stance("said", "there were no meetings", QuoteForm.INDIRECT)
        <Stance.DENIES: 'denies'>
    """
    told = cue_stance(cue)
    if told in _STRONG:
        return told
    plain = _plain(content)[:_TAIL_CHARS]
    lists = stance_words()
    if lists.said.intersection(_words(cue)) and lists.negations.search(plain):
        return Stance.DENIES
    for stance, pattern in lists.contents.items():
        if pattern.search(plain):
            return stance
    if told is Stance.OPINES or form is not QuoteForm.INDIRECT:
        return Stance.OPINES
    return Stance.STATES


def cue_stance(cue: str) -> Stance:
    """Tell what a cue says by itself; `Stance.STATES` where it says nothing.

    Of several words with a stance the strongest counts, in the order of `Stance`.
    """
    plain = _plain(cue)
    words = tuple(_words(plain))
    lists = stance_words()
    found = set()
    at = 0
    while at < len(words):
        sizes = range(min(lists.longest, len(words) - at), 0, -1)
        size = next((n for n in sizes if words[at : at + n] in lists.cues), 0)
        if size:
            found.add(lists.cues[words[at : at + size]])
        at += size or 1
    strongest = next((s for s in Stance if s in found), Stance.STATES)
    whole = words in lists.cues
    if not whole and found and _NEGATION.search(plain):
        return _NEGATED.get(strongest, strongest)
    return strongest


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())

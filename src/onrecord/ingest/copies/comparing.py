"""The verified comparison: is one text a copy of the other, and what do they share?"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.core.overlap import Overlap, SharedPassage
from onrecord.ingest.copies.fingerprints import (
    RUN_WORDS,
    SURE_WORDS,
    fingerprints,
    run_numbers,
)
from onrecord.ingest.copies.words import Numbers, Words, hash_runs

__all__ = ["compare"]

_SHINGLE_WORDS = 4
# Chance makes shorter ones: "a spokesman for the ministry said on Thursday".
_MIN_RUN_WORDS = 6
# Chosen on the articles that `make eval` does not measure copies on.
_MIN_SHARE = 0.5
_MIN_SHARE_SAME_AGENCY = 0.35
_MIN_SHARE_OF_LONGER = 0.2
_MIN_SHARED_WORDS = 40
# Even where every tenth word was changed, more runs of eight are the same.
_MIN_KNOWN = 0.05
_TOP_WORDS = 200
_MIN_SHARE_OF_TOP = 0.1
# With fewer words of its own a text is a quotation and nothing else.
_MIN_OWN_WORDS = 30
# A text that repeats itself is followed in so many places at most.
_MAX_PLACES = 16


def compare(words: Words, other: Words, *, same_agency: bool = False) -> Overlap:
    """Compare two texts word for word.

    A copy is a text of which at least half stands in the other, in runs of six words
    or more, and that makes up at least a fifth of the other: a brief quoted within a
    round-up is a passage of it, no copy. The same holds of the words outside quotation
    marks, since two reporters who heard one speech quote the same words; and something
    of the first 200 words of each is shared, since a notice or a row of captions under
    two stories does not make them one. Two texts that credit the same agency are copies
    with less in common: desks rewrite the agency's own updates.

    Args:
        words: The one text's.
        other: The other's.
        same_agency: Whether both credit the same news agency.

    Returns:
        What they share; long passages only where neither is a copy of the other.
    """
    runs, other_runs = run_numbers(words), run_numbers(other)
    n_known = int(np.isin(runs, other_runs).sum())
    if n_known < _MIN_KNOWN * min(len(runs), len(other_runs)):
        # Most texts that share a fingerprint share a quotation and nothing else.
        share, share_of_other = n_known / len(words), n_known / len(other)
        passages = _passages(words, other)
        return Overlap(
            is_copy=False,
            share=share,
            share_of_other=share_of_other,
            passages=passages,
        )
    here = _Covered(words, _covered(words, other))
    there = _Covered(other, _covered(other, words))
    needed = _MIN_SHARE_SAME_AGENCY if same_agency else _MIN_SHARE
    is_copy = _is_copy(here, there, needed=needed)
    passages = () if is_copy else _passages(words, other)
    return Overlap(is_copy, here.share, there.share, passages)


@dataclass(frozen=True, slots=True)
class _Covered:
    """A text's words, and which of them stand in the other text too."""

    words: Words
    marks: NDArray[np.bool_]

    @property
    def share(self) -> float:
        return _share(self.marks)

    @property
    def share_of_own(self) -> float:
        own = self.marks[self.words.own]
        return _share(own if len(own) >= _MIN_OWN_WORDS else self.marks)

    @property
    def share_of_top(self) -> float:
        return _share(self.marks[:_TOP_WORDS])


def _is_copy(here: _Covered, there: _Covered, *, needed: float) -> bool:
    shorter, longer = sorted((here, there), key=lambda one: len(one.words))
    if shorter.marks.sum() < _MIN_SHARED_WORDS:
        return False
    # The cheap ones first: most pairs fail here.
    if shorter.share < needed or longer.share < _MIN_SHARE_OF_LONGER:
        return False
    if shorter.share_of_own < needed or longer.share_of_own < _MIN_SHARE_OF_LONGER:
        return False
    return min(shorter.share_of_top, longer.share_of_top) >= _MIN_SHARE_OF_TOP


def _share(covered: NDArray[np.bool_]) -> float:
    return float(covered.mean()) if len(covered) else 0.0


def _covered(words: Words, other: Words) -> NDArray[np.bool_]:
    """Mark the words that stand in runs which the other text has too."""
    known = np.isin(
        hash_runs(words.numbers, _SHINGLE_WORDS),
        hash_runs(other.numbers, _SHINGLE_WORDS),
    )
    marked = np.zeros(len(words), bool)
    for first, after in _stretches(known):
        last = after + _SHINGLE_WORDS - 1
        if last - first >= _MIN_RUN_WORDS:
            marked[first:last] = True
    return marked


def _stretches(marks: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Give where each row of marks begins, and where it has ended."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marks, [False]))))
    return [(int(first), int(after)) for first, after in edges.reshape(-1, 2)]


def _passages(words: Words, other: Words) -> tuple[SharedPassage, ...]:
    """Give the runs of at least ``SURE_WORDS`` words that both texts have."""
    runs, other_runs = run_numbers(words), run_numbers(other)
    known = np.isin(runs, other_runs)
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place in np.flatnonzero(np.isin(other_runs, runs)).tolist():
        places[int(other_runs[place])].append(place)
    kept = np.array(fingerprints(words), np.uint64)
    found = []
    after = 0
    for first in np.flatnonzero(known).tolist():
        if first < after:
            continue
        # Of a passage that stands there twice, the one that goes on longest.
        starts = places[int(runs[first])][:_MAX_PLACES]
        lengths = [_length(runs[first:], other_runs[start:]) for start in starts]
        n_runs = max(lengths)
        n_words = n_runs + RUN_WORDS - 1
        after = first + n_runs
        if n_words >= SURE_WORDS:
            at = starts[lengths.index(n_runs)]
            here = runs[first:after]
            found.append(
                SharedPassage(
                    words.span(first, first + n_words - 1),
                    other.span(at, at + n_words - 1),
                    int(here[np.isin(here, kept)][0]),
                )
            )
    return tuple(found)


def _length(runs: Numbers, other: Numbers) -> int:
    """Count the runs that two texts share from their starts on."""
    n_both = min(len(runs), len(other))
    differs = np.flatnonzero(runs[:n_both] != other[:n_both])
    return int(differs[0]) if len(differs) else n_both

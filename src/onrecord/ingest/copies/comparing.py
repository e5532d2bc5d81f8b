"""The verified comparison: is one text a copy of the other, and what do they share?"""

import numpy as np
from numpy.typing import NDArray

from onrecord.core.overlap import Overlap, SharedPassage
from onrecord.ingest.copies.fingerprints import (
    RUN_WORDS,
    SURE_WORDS,
    fingerprints,
    run_numbers,
)
from onrecord.ingest.copies.words import Words, hash_runs

__all__ = ["compare"]

_SHINGLE_WORDS = 4
# Chance makes shorter ones: "a spokesman for the ministry said on Thursday".
_MIN_RUN_WORDS = 6
# Chosen on the articles that `make eval` does not measure copies on.
_MIN_SHARE = 0.5
_MIN_SHARE_SAME_AGENCY = 0.35
_MIN_SHARE_OF_LONGER = 0.2
_MIN_SHARED_WORDS = 40


def compare(words: Words, other: Words, *, same_agency: bool = False) -> Overlap:
    """Compare two texts word for word.

    A copy is a text of which at least half stands in the other, in runs of six words
    or more, and that makes up at least a fifth of the other: a brief quoted within a
    round-up is a passage of it, no copy. Two texts that credit the same agency are
    copies with less in common, since desks rewrite the agency's own updates.

    Args:
        words: The one text's.
        other: The other's.
        same_agency: Whether both credit the same news agency.

    Returns:
        What they share; long passages only where neither is a copy of the other.
    """
    here = _covered(words, other)
    there = _covered(other, words)
    share, share_of_other = _share(here), _share(there)
    n_shared = min(int(here.sum()), int(there.sum()))
    shorter, longer = share, share_of_other
    if len(words) > len(other):
        shorter, longer = longer, shorter
    needed = _MIN_SHARE_SAME_AGENCY if same_agency else _MIN_SHARE
    is_copy = (
        n_shared >= _MIN_SHARED_WORDS
        and shorter >= needed
        and longer >= _MIN_SHARE_OF_LONGER
    )
    passages = () if is_copy else _passages(words, other)
    return Overlap(is_copy, share, share_of_other, passages)


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
    # Of a run that the other text repeats, its first place counts.
    distinct, places = np.unique(other_runs, return_index=True)
    if not len(runs) or not len(distinct):
        return ()
    slots = np.minimum(np.searchsorted(distinct, runs), len(distinct) - 1)
    known = distinct[slots] == runs
    where = np.where(known, places[slots], -1)
    # A passage goes on as long as both texts go on by one word.
    goes_on = np.concatenate(([False], known[1:] & (np.diff(where) == 1)))
    kept = np.array(fingerprints(words), np.uint64)
    found = []
    for first in np.flatnonzero(known & ~goes_on).tolist():
        n_runs = 1 + int(np.argmin(np.append(goes_on[first + 1 :], False)))
        last = first + n_runs + RUN_WORDS - 2
        if last - first + 1 < SURE_WORDS:
            continue
        at = int(where[first])
        here = runs[first : first + n_runs]
        found.append(
            SharedPassage(
                words.span(first, last),
                other.span(at, at + last - first),
                int(here[np.isin(here, kept)][0]),
            )
        )
    return tuple(found)

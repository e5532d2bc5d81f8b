"""Which of a text's runs of words an archive keeps, to find the text again by."""

import numpy as np

from onrecord.ingest.copies.words import Numbers, Words, hash_runs

__all__ = ["RUN_WORDS", "SURE_WORDS", "WINDOW_RUNS", "fingerprints", "run_numbers"]

RUN_WORDS = 8
"""A run this long is seldom written twice by chance."""

WINDOW_RUNS = 24
"""Of so many runs in a row one at least is kept."""

SURE_WORDS = RUN_WORDS + WINDOW_RUNS - 1
"""Two texts that share so many words in a row share a fingerprint for certain."""

# 48 bits: six bytes a number in SQLite, and never negative.
_DROPPED_BITS = np.uint64(16)


def fingerprints(words: Words) -> tuple[int, ...]:
    """Choose the runs of words by which a text is found again.

    The choice depends on the words around a run alone: a passage has the same
    fingerprints wherever it stands, so that a cut copy, one with a new lead and a long
    quotation are found as well as a reprint.

    Args:
        words: Those of the text.

    Returns:
        Their numbers, below 2 ** 48, each once, in order; about one for every twelve
        words, and none for a text of fewer than eight.

    Source:
        Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
        Fingerprinting", SIGMOD 2003.
    """
    runs = run_numbers(words)
    if not len(runs):
        return ()
    window = min(WINDOW_RUNS, len(runs))
    least = np.lib.stride_tricks.sliding_window_view(runs, window).min(axis=1)
    return tuple(np.unique(least).tolist())


def run_numbers(words: Words) -> Numbers:
    """Give the number of every run of words, of which `fingerprints` are some.

    Args:
        words: Those of the text.

    Returns:
        One number a run, by its first word. (n_words - 7,)
    """
    return hash_runs(words.numbers, RUN_WORDS) >> _DROPPED_BITS

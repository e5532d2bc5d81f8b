"""Coreference measures over clusters of mentions: MUC, B-cubed, CEAF-phi4, CoNLL F1.

Every measure gives the sums that recall and precision divide, so that documents add up
before anything is divided, as the reference scorer does.

Source:
    Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions: A Reference
    Implementation" (ACL 2014), for the three as they count mentions of one side only
    and for their average, the CoNLL-2012 score. The measures themselves: Vilain et
    al., "A Model-Theoretic Coreference Scoring Scheme" (MUC-6, 1995); Bagga and
    Baldwin, "Algorithms for Scoring Coreference Chains" (1998); Luo, "On Coreference
    Resolution Performance Metrics" (EMNLP 2005), phi 4.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from statistics import mean

import numpy as np
from scipy.optimize import linear_sum_assignment

from evals.measures.counts import Counts

Cluster = frozenset[Hashable]
Clusters = Sequence[Cluster]


def muc(gold: Clusters, given: Clusters) -> Counts:
    """Count links: a cluster of n mentions needs n - 1, less one a part it falls into.

    Example:
        >>> one, two = frozenset("abc"), frozenset("ab")
        >>> muc([one], [two])
        Counts(n_gold=2, n_found=1, n_given=1, n_right=1)
    """
    found, n_gold = _links(gold, given)
    right, n_given = _links(given, gold)
    return Counts(n_gold=n_gold, n_found=found, n_given=n_given, n_right=right)


def _links(clusters: Clusters, others: Clusters) -> tuple[int, int]:
    home = _homes(others)
    kept = total = 0
    for cluster in clusters:
        # A mention that the other side lacks is a part of its own.
        parts = {home.get(mention, (mention,)) for mention in cluster}
        kept += len(cluster) - len(parts)
        total += len(cluster) - 1
    return kept, total


def b_cubed(gold: Clusters, given: Clusters) -> Counts:
    """Count mentions, each by the share of its own cluster that the other side keeps.

    Example:
        >>> b_cubed([frozenset("abcd")], [frozenset("ab"), frozenset("cd")])
        Counts(n_gold=4, n_found=2.0, n_given=4, n_right=4.0)
    """
    found, n_gold = _shares(gold, given)
    right, n_given = _shares(given, gold)
    return Counts(n_gold=n_gold, n_found=found, n_given=n_given, n_right=right)


def _shares(clusters: Clusters, others: Clusters) -> tuple[float, int]:
    home = _homes(others)
    kept = 0.0
    for cluster in clusters:
        parts: dict[int, int] = {}
        for mention in cluster:
            if mention in home:
                parts[home[mention]] = parts.get(home[mention], 0) + 1
        kept += sum(n * n for n in parts.values()) / len(cluster)
    return kept, sum(map(len, clusters))


def _homes(clusters: Clusters) -> Mapping[Hashable, int]:
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}


def ceaf_phi4(gold: Clusters, given: Clusters) -> Counts:
    """Pair clusters one to one so that their Dice coefficients sum to the most.

    Example:
        >>> ceaf_phi4([frozenset("abc")], [frozenset("ab"), frozenset("cd")])
        Counts(n_gold=1, n_found=0.8, n_given=2, n_right=0.8)
    """
    if not gold or not given:
        return Counts(n_gold=len(gold), n_given=len(given))
    alike = np.array([[_dice(one, other) for other in given] for one in gold])
    rows, columns = linear_sum_assignment(alike, maximize=True)
    best = float(alike[rows, columns].sum())
    return Counts(n_gold=len(gold), n_found=best, n_given=len(given), n_right=best)


def _dice(one: Cluster, other: Cluster) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


MEASURES: Mapping[str, Callable[[Clusters, Clusters], Counts]] = {
    "MUC": muc,
    "B-cubed": b_cubed,
    "CEAF-phi4": ceaf_phi4,
}


def score_clusters(
    documents: Iterable[tuple[Clusters, Clusters]],
) -> Mapping[str, float]:
    """Score documents together.

    Args:
        documents: For each, the gold clusters and the given ones. Within a side no
            mention stands in two clusters; a mention is the same on both sides where
            the two compare equal.

    Returns:
        F1 of each of `MEASURES` by its name, and their mean as ``"CoNLL"``.

    Raises:
        ValueError: A mention stands in two clusters of one side.
    """
    totals = dict.fromkeys(MEASURES, Counts())
    for gold, given in documents:
        _check_apart(gold)
        _check_apart(given)
        for name, measure in MEASURES.items():
            totals[name] += measure(gold, given)
    scores = {name: counts.f1 for name, counts in totals.items()}
    return {**scores, "CoNLL": mean(scores.values())}


def _check_apart(clusters: Clusters) -> None:
    if len(_homes(clusters)) != sum(map(len, clusters)):
        raise ValueError("a mention stands in two clusters; a mention has one entity")

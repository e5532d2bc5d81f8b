"""The measures against cases worked out by hand and against other implementations."""

import doctest
import random
from types import ModuleType

import numpy as np
import pytest
import scorch.scores
from sklearn.calibration import calibration_curve

from evals.measures import clusters, counts, reliability
from evals.measures.clusters import Clusters, b_cubed, ceaf_phi4, muc, score_clusters
from evals.measures.counts import Counts
from evals.measures.reliability import (
    N_BINS,
    calibration_error,
    equal_mass,
    equal_width,
    reliability_table,
)

# Mentions 1 to 7; the example of Luo (2005) has this shape.
GOLD = [frozenset({1, 2, 3}), frozenset({4, 5, 6, 7})]
GIVEN = [frozenset({1, 2}), frozenset({3, 4, 5}), frozenset({6, 7, 8})]


@pytest.mark.parametrize("module", [clusters, counts, reliability])
def test_examples_run(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0


def test_muc_by_hand() -> None:
    # {1,2,3} falls into 2 parts, {4,5,6,7} into 2: 1 + 2 links of 2 + 3 are kept.
    # {1,2} 1 part, {3,4,5} 2 parts, {6,7,8} 2 parts: 1 + 1 + 1 of 1 + 2 + 2.
    assert muc(GOLD, GIVEN) == Counts(n_gold=5, n_found=3, n_given=5, n_right=3)


def test_b_cubed_by_hand() -> None:
    both = b_cubed(GOLD, GIVEN)
    assert both.n_found == pytest.approx((4 + 1) / 3 + (4 + 4) / 4)
    assert both.n_right == pytest.approx(4 / 2 + (1 + 4) / 3 + 4 / 3)
    assert (both.n_gold, both.n_given) == (7, 8)


def test_ceaf_pairs_each_cluster_once() -> None:
    # Best: {1,2,3} with {1,2} (4/5) and {4,5,6,7} with either of the others (4/7).
    both = ceaf_phi4(GOLD, GIVEN)
    assert both.n_found == pytest.approx(4 / 5 + 4 / 7)
    assert (both.n_gold, both.n_given) == (2, 3)


def test_the_conll_score_is_the_mean_of_the_three() -> None:
    scores = score_clusters([(GOLD, GIVEN)])
    three = [scores[name] for name in ("MUC", "B-cubed", "CEAF-phi4")]
    assert scores["CoNLL"] == pytest.approx(sum(three) / 3)
    assert score_clusters([(GOLD, GOLD)])["CoNLL"] == 1.0
    assert score_clusters([(GOLD, [])])["CoNLL"] == 0.0


def test_documents_add_up_before_the_division() -> None:
    scores = score_clusters([(GOLD, GIVEN), ([frozenset("ab")], [])])
    # MUC: 3 of 5 + 1 gold links, 3 of 5 given ones.
    assert scores["MUC"] == pytest.approx(2 * 0.5 * 0.6 / 1.1)


def test_a_mention_in_two_clusters_is_refused() -> None:
    with pytest.raises(ValueError, match="two clusters"):
        score_clusters([(GOLD, [frozenset({1, 2}), frozenset({2, 3})])])


def random_clusters(chance: random.Random) -> Clusters:
    mentions = [n for n in range(30) if chance.random() < 0.7]
    groups: dict[int, set[int]] = {}
    for mention in mentions:
        groups.setdefault(chance.randrange(9), set()).add(mention)
    return [frozenset(group) for group in groups.values() if len(group) > 1]


@pytest.mark.parametrize("seed", range(20))
def test_clusters_score_as_another_implementation_says(seed: int) -> None:
    chance = random.Random(seed)
    gold, given = random_clusters(chance), random_clusters(chance)
    scores = score_clusters([(gold, given)])
    assert scores["MUC"] == pytest.approx(scorch.scores.muc(gold, given)[2])
    assert scores["B-cubed"] == pytest.approx(scorch.scores.b_cubed(gold, given)[2])
    assert scores["CEAF-phi4"] == pytest.approx(scorch.scores.ceaf_e(gold, given)[2])


def test_calibration_error_by_hand() -> None:
    # Bins of width 0.5: (0.2, 0.4) of which one is right, (0.9) which is.
    judged = [(0.2, True), (0.4, False), (0.9, True)]
    bins = equal_width(judged, n_bins=2)
    assert [(one.n, one.accuracy) for one in bins] == [(2, 0.5), (1, 1.0)]
    assert calibration_error(bins) == pytest.approx((2 * 0.2 + 1 * 0.1) / 3)


def test_a_bin_holds_its_upper_edge() -> None:
    bins = equal_width([(0.0, False), (0.5, True), (1.0, True)], n_bins=2)
    assert [one.n for one in bins] == [2, 1]


def test_equal_mass_bins_differ_by_one_at_most() -> None:
    judged = [(n / 100, n % 3 == 0) for n in range(100)]
    sizes = [one.n for one in equal_mass(judged)]
    assert len(sizes) == N_BINS
    assert sum(sizes) == 100
    assert max(sizes) - min(sizes) == 1


def test_perfect_confidence_has_no_error() -> None:
    judged = [(1.0, True)] * 5 + [(0.0, False)] * 5
    assert calibration_error(equal_width(judged)) == 0.0
    assert calibration_error(equal_mass(judged, n_bins=2)) == 0.0
    assert calibration_error(()) == 0.0


@pytest.mark.parametrize("seed", range(5))
def test_bins_are_those_of_another_implementation(seed: int) -> None:
    chance = np.random.default_rng(seed)
    confidences = chance.random(200)
    rights = chance.random(200) < confidences
    judged = list(zip(confidences.tolist(), rights.tolist(), strict=True))
    bins = equal_width(judged)
    accuracy, confidence = calibration_curve(rights, confidences, n_bins=N_BINS)
    assert [one.accuracy for one in bins] == pytest.approx(accuracy)
    assert [one.confidence for one in bins] == pytest.approx(confidence)


def test_the_table_shows_every_bin() -> None:
    lines = reliability_table(equal_width([(0.7, True), (0.7, False), (0.1, False)]))
    assert len(lines) == 3
    assert lines[2].split() == ["2", "70.0", "50.0", "-20.0"]

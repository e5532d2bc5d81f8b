"""Whom a mention may mean, laid out for the mention head."""

import numpy as np

from onrecord.read.mention_pairs import (
    FEATURES,
    FORMS,
    KINDS,
    N_AFTER,
    N_BEFORE,
    NOBODY,
    MentionTable,
    candidates,
)


def table(*mentions: tuple[int, int, str, str]) -> MentionTable:
    """Lay out ``(first piece, end, form, words)``, all of them people."""
    starts, ends, forms, words = zip(*mentions, strict=True)
    return MentionTable(
        starts=np.array(starts),
        ends=np.array(ends),
        forms=np.array([FORMS.index(form) for form in forms]),
        kinds=np.full(len(starts), KINDS.index("person")),
        words=tuple(tuple(w.split()) for w in words),
    )


def test_mentions_before_are_candidates_and_names_after() -> None:
    mentions = table(
        (0, 1, "name", "orr"),
        (5, 6, "pronoun", "she"),
        (9, 10, "pronoun", "he"),
        (12, 13, "name", "vell"),
    )
    found = candidates(mentions, [1])
    assert found.mentions.shape == (1, N_BEFORE + N_AFTER)
    assert set(found.mentions[0].tolist()) == {NOBODY, 0, 3}


def test_a_mention_inside_another_is_no_candidate_of_it() -> None:
    mentions = table((0, 4, "nominal", "the aide"), (3, 4, "name", "orr"))
    assert set(candidates(mentions, [0, 1]).mentions.ravel().tolist()) == {NOBODY}


def test_likeness_tells_all_last_some_and_no_words_apart() -> None:
    mentions = table(
        (0, 1, "name", "bea orr"),
        (2, 3, "name", "dan orr"),
        (4, 5, "name", "bea vell"),
        (6, 7, "name", "cy dunn"),
        (8, 9, "name", "bea orr"),
    )
    found = candidates(mentions, [4])
    likeness = found.features[0, :, list(FEATURES).index("likeness")]
    of = dict(zip(found.mentions[0].tolist(), likeness.tolist(), strict=True))
    assert [of[i] for i in range(4)] == [3, 2, 1, 0]


def test_every_feature_stays_in_its_range() -> None:
    rng = np.random.default_rng(7)
    starts = np.sort(rng.choice(90_000, 400, replace=False))
    mentions = MentionTable(
        starts,
        starts + 1,
        forms=rng.integers(0, len(FORMS), 400),
        kinds=rng.integers(0, len(KINDS), 400),
        words=tuple((f"w{i % 3}",) for i in range(400)),
    )
    features = candidates(mentions, range(400)).features
    for column, size in enumerate(FEATURES.values()):
        assert features[..., column].min() >= 0
        assert features[..., column].max() < size


def test_farther_mentions_have_higher_distances() -> None:
    mentions = table(
        (0, 1, "name", "orr"), (700, 701, "name", "vell"), (710, 711, "pronoun", "he")
    )
    found = candidates(mentions, [2])
    distance = found.features[0, :, list(FEATURES).index("distance")]
    of = dict(zip(found.mentions[0].tolist(), distance.tolist(), strict=True))
    assert of[0] > of[1]

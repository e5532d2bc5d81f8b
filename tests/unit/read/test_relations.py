"""From scores to attributions, on scores made by hand."""

import numpy as np
import pytest

from onrecord.read.anchors import Anchor, Reading
from onrecord.read.cue_scores import CueScores
from onrecord.read.relations import Linked, link_cues
from onrecord.read.tags import CONTACT_TAGS, PAIR_TAGS, ROLE_TAGS
from onrecord.read.unlinked import unlinked_contents

LENGTH = 12


def scores_of(
    *cues: dict[int, tuple[str, float]], starts: tuple[int, ...]
) -> CueScores:
    """Give each cue's tags by column with how much they outweigh O."""
    scores = np.zeros((len(cues), LENGTH, len(PAIR_TAGS)), dtype=np.float32)
    for row, tags in enumerate(cues):
        for column, (tag, weight) in tags.items():
            scores[row, column, PAIR_TAGS.index(tag)] = weight
    made = tuple(
        reading_at((row, row + 1), start=start) for row, start in enumerate(starts)
    )
    return CueScores(made, scores, np.zeros((len(cues), LENGTH), dtype=bool))


def reading_at(span: tuple[int, int], *, start: int = 0) -> Reading:
    """Read nothing for an anchor."""
    roles, contacts = (
        np.zeros((LENGTH, len(tags)), dtype=np.float32)
        for tags in (PAIR_TAGS, CONTACT_TAGS)
    )
    return Reading(Anchor(0, span, 0.9, 0), start, roles, contacts, {})


def content(first: int, last: int, weight: float) -> dict[int, tuple[str, float]]:
    inside = dict.fromkeys(range(first + 1, last + 1), ("I-content", weight))
    return {first: ("B-content", weight), **inside}


def test_a_cue_has_its_source_and_content_where_the_window_stands() -> None:
    tags = {0: ("B-source", 3.0), 1: ("I-source", 3.0), **content(4, 6, 3.0)}
    (link,) = link_cues(scores_of(tags, starts=(100,)))
    assert (link.source, link.content) == (((100, 102),), ((104, 107),))
    assert 0.5 < link.content_prob <= 1


def test_a_piece_is_content_of_the_cue_that_wants_it_most() -> None:
    wide, narrow = content(2, 9, 1.0), content(6, 9, 5.0)
    one, other = link_cues(scores_of(wide, narrow, starts=(0, 0)))
    assert one.content == ((2, 6),)
    assert other.content == ((6, 10),)


def test_windows_that_start_apart_share_pieces() -> None:
    one, other = link_cues(
        scores_of(content(5, 8, 1.0), content(0, 3, 5.0), starts=(0, 5))
    )
    assert (one.content, other.content) == ((), ((5, 9),))


def test_two_cues_may_share_a_source() -> None:
    source = {0: ("B-source", 3.0)}
    found = link_cues(
        scores_of(
            {**source, **content(2, 3, 3.0)},
            {**source, **content(6, 7, 3.0)},
            starts=(0, 0),
        )
    )
    assert [link.source for link in found] == [((0, 1),), ((0, 1),)]


def test_of_two_sources_the_weightier_is_kept() -> None:
    tags = {0: ("B-source", 1.0), 3: ("B-source", 4.0), **content(6, 7, 3.0)}
    (link,) = link_cues(scores_of(tags, starts=(0,)))
    assert link.source == ((3, 4),)


def test_a_content_may_be_in_pieces() -> None:
    tags = {**content(1, 2, 3.0), **content(6, 8, 3.0)}
    (link,) = link_cues(scores_of(tags, starts=(0,)))
    assert link.content == ((1, 3), (6, 9))


@pytest.mark.parametrize(
    ("prob", "claimed", "found"),
    [
        pytest.param(0.95, (), [(2, 8)], id="sure and nobody's"),
        pytest.param(0.5, (), [], id="unsure"),
        pytest.param(0.95, ((3, 7),), [], id="somebody's already"),
        pytest.param(0.95, ((9, 11),), [(2, 8)], id="another is somebody's"),
    ],
)
def test_sure_contents_without_a_cue_are_kept(
    prob: float, *, claimed: tuple[tuple[int, int], ...], found: list[tuple[int, int]]
) -> None:
    roles = np.full((LENGTH, len(ROLE_TAGS)), np.log(0.01), dtype=np.float32)
    inside = [ROLE_TAGS.index("B-content"), *[ROLE_TAGS.index("I-content")] * 5]
    roles[range(2, 8), inside] = np.log(prob)
    tagged = np.zeros(LENGTH, dtype=np.int64)
    tagged[2:8] = inside
    links = [Linked(reading_at((11, 12)), (), claimed, 0.9)] if claimed else []
    assert [span for span, _ in unlinked_contents(roles, tagged, links)] == found


def test_a_short_content_without_a_cue_is_left_out() -> None:
    roles = np.full((LENGTH, len(ROLE_TAGS)), np.log(0.01), dtype=np.float32)
    tagged = np.zeros(LENGTH, dtype=np.int64)
    tagged[2:4] = [ROLE_TAGS.index("B-content"), ROLE_TAGS.index("I-content")]
    roles[[2, 3], tagged[2:4]] = np.log(0.99)
    assert list(unlinked_contents(roles, tagged, [])) == []

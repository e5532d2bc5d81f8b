"""Stances where a trained reader has an opinion of its own."""

from dataclasses import replace

import pytest

from onrecord.core import Stance
from onrecord.read.claims import claim_all
from onrecord.read.found import Judged
from onrecord.read.scene import set_scene
from tests.unit.read.stage import stage


def stance_of(marked: str, **probs: float) -> Stance:
    """Give the stance of a text's one attribution, as the network judges it."""
    text = stage(marked)
    left = (1 - sum(probs.values())) / (len(Stance) - len(probs))
    stances = {s: probs.get(s.value, left) for s in Stance}
    judged = Judged(stances, {"named": 1.0})
    said = tuple(replace(one, judged=judged) for one in text.findings.said)
    scene = set_scene(replace(text.findings, said=said), text.cast)
    (claim,) = claim_all(scene)
    return claim.stance


@pytest.mark.parametrize(
    ("probs", "stance"),
    [
        pytest.param({"opines": 0.9}, Stance.OPINES, id="sure"),
        pytest.param({"opines": 0.4, "states": 0.35}, Stance.STATES, id="a close call"),
    ],
)
def test_the_words_are_one_more_opinion(
    probs: dict[str, float], stance: Stance
) -> None:
    assert stance_of("<s>Bea Orr</> <c>said</> <t>it rained</>.", **probs) is stance


def test_a_cue_that_denies_needs_little_agreement() -> None:
    text = "<s>Bea Orr</> <c>denied</> <t>the charge</>."
    assert stance_of(text, states=0.6, denies=0.25) is Stance.DENIES

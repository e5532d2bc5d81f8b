"""Confidence that means a share of right answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.calibration import UNCALIBRATED, Calibration, read_calibrations

PROBS = st.floats(0, 1)


@given(PROBS)
def test_uncalibrated_stays_as_it_is(prob: float) -> None:
    assert UNCALIBRATED.attribution.of(prob) == pytest.approx(prob, abs=1e-3)


@given(st.tuples(PROBS, PROBS), st.floats(0.1, 3), st.floats(-3, 3))
def test_surer_stays_surer(
    pair: tuple[float, float], slope: float, offset: float
) -> None:
    line = Calibration(slope, offset)
    low, high = sorted(pair)
    assert 0 <= line.of(low) <= line.of(high) <= 1


def test_a_card_without_calibration_changes_nothing() -> None:
    assert read_calibrations({}) == UNCALIBRATED


def test_a_card_calibrates_what_it_names() -> None:
    found = read_calibrations(
        {"calibration": {"contact": {"slope": 0.5, "offset": 0.0}}}
    )
    assert found.contact.of(0.9) == 0.75
    assert found.attribution.of(0.9) == 0.9

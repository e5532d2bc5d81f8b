"""Floors rise freely, fall only with a reason, and catch what is below them."""

import json
from pathlib import Path

import pytest

from evals.figures import load_figures
from evals.floors import MARGIN, Floors

FLOORS = Floors("data-1", {"rules": {"link": 0.400, "alpha": 0.500}})


def test_a_figure_at_its_floor_holds() -> None:
    assert FLOORS.broken({"rules": {"link": 0.400, "alpha": 0.9}}) == ()


@pytest.mark.parametrize(
    "figures",
    [{"link": 0.3999, "alpha": 0.5}, {"alpha": 0.5}],
    ids=["below", "missing"],
)
def test_a_figure_below_its_floor_or_missing_is_named(figures: dict) -> None:
    (broken,) = FLOORS.broken({"rules": figures})
    assert "rules: link" in broken
    assert "0.400" in broken


def test_a_reader_that_was_not_measured_is_left_alone() -> None:
    measured = {"onrecord": {"link": 0.7}}
    assert FLOORS.broken(measured) == ()
    updated = FLOORS.updated(measured, corpus="data-1", reason=None)
    assert updated.readers["rules"] == FLOORS.readers["rules"]


def test_floors_rise_to_a_margin_below_the_figure() -> None:
    measured = {"rules": {"link": 0.6, "alpha": 0.501}}
    readers = FLOORS.updated(measured, corpus="data-1", reason=None).readers
    assert readers["rules"]["link"] == pytest.approx(0.6 - MARGIN, abs=0.001)
    assert readers["rules"]["link"] <= 0.6 - MARGIN
    assert readers["rules"]["alpha"] == 0.5


def test_floors_do_not_fall_without_a_reason() -> None:
    measured = {"rules": {"link": 0.2, "alpha": 0.5}}
    updated = FLOORS.updated(measured, corpus="data-1", reason=None)
    assert updated.readers == FLOORS.readers
    assert updated.broken(measured)


def test_a_fall_is_kept_with_its_reason() -> None:
    measured = {"rules": {"link": 0.2, "alpha": 0.5}}
    updated = FLOORS.updated(measured, corpus="data-2", reason="a bug scored twice")
    assert not updated.broken(measured)
    assert updated.corpus == "data-2"
    (fall,) = updated.lowered
    assert (fall["figure"], fall["from"]) == ("link", 0.4)
    assert fall["reason"] == "a bug scored twice"
    assert FLOORS.lowered == ()


def test_floors_survive_their_file(tmp_path: Path) -> None:
    fall = {"reader": "rules", "figure": "link", "from": 1.0, "to": 0.4, "reason": "é"}
    floors = Floors("data-1", FLOORS.readers, (fall,))
    floors.save(tmp_path / "floors.json")
    assert Floors.load(tmp_path / "floors.json") == floors
    assert Floors.load(tmp_path / "none.json") == Floors("", {})


def test_every_figure_of_every_reader_has_a_floor(repository: Path) -> None:
    data = json.loads((repository / "evals" / "floors.json").read_text("utf-8"))
    names = [figure.name for figure in load_figures()]
    assert len(data["corpus"]) == 64
    assert {reader: list(floors) for reader, floors in data["readers"].items()} == {
        "onrecord": names,
        "rules": names,
    }


def test_every_figure_is_explained(repository: Path) -> None:
    page = (repository / "evals" / "README.md").read_text("utf-8")
    for figure in load_figures():
        kind, _, last = figure.name.partition(" ")
        assert figure.name in page or (kind in page and last in page), figure.name

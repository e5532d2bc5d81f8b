"""Floors rise freely, fall only with a reason, and catch what is below them."""

import json
from pathlib import Path

import pytest

from evals.figures import figures_of, load_figures
from evals.floors import MARGIN, Floors
from evals.section import READERS
from evals.sections import SECTIONS

FLOORS = Floors({"said": "data-1"}, {"rules": {"link": 0.400, "alpha": 0.500}})
CEILINGS = Floors({}, {"rules": {"gap": 0.100}}, errors={"gap"})


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
    updated = FLOORS.updated(measured, data={}, reason=None)
    assert updated.readers["rules"] == FLOORS.readers["rules"]


def test_floors_rise_to_a_margin_below_the_figure() -> None:
    measured = {"rules": {"link": 0.6, "alpha": 0.501}}
    readers = FLOORS.updated(measured, data={}, reason=None).readers
    assert readers["rules"]["link"] == pytest.approx(0.6 - MARGIN, abs=0.001)
    assert readers["rules"]["link"] <= 0.6 - MARGIN
    assert readers["rules"]["alpha"] == 0.5


def test_floors_do_not_fall_without_a_reason() -> None:
    measured = {"rules": {"link": 0.2, "alpha": 0.5}}
    updated = FLOORS.updated(measured, data={}, reason=None)
    assert updated.readers == FLOORS.readers
    assert updated.broken(measured)


def test_a_fall_is_kept_with_its_reason() -> None:
    measured = {"rules": {"link": 0.2, "alpha": 0.5}}
    updated = FLOORS.updated(
        measured, data={"said": "data-2"}, reason="a bug scored twice"
    )
    assert not updated.broken(measured)
    assert updated.data == {"said": "data-2"}
    (fall,) = updated.lowered
    assert (fall["figure"], fall["from"]) == ("link", 0.4)
    assert fall["reason"] == "a bug scored twice"
    assert FLOORS.lowered == ()


def test_floors_survive_their_file(tmp_path: Path) -> None:
    fall = {"reader": "rules", "figure": "link", "from": 1.0, "to": 0.4, "reason": "é"}
    floors = Floors({"said": "data-1"}, FLOORS.readers, (fall,))
    floors.save(tmp_path / "floors.json")
    assert Floors.load(tmp_path / "floors.json") == floors
    assert Floors.load(tmp_path / "none.json") == Floors({}, {})


def test_figures_that_were_not_to_be_measured_are_left_alone() -> None:
    measured = {"rules": {"alpha": 0.5}}
    assert FLOORS.broken(measured, expected={"alpha"}) == ()
    assert FLOORS.broken(measured, expected={"alpha", "link"})
    updated = FLOORS.updated(measured, data={"more": "data-3"}, reason=None)
    assert updated.readers["rules"]["link"] == 0.400
    assert updated.data == {"said": "data-1", "more": "data-3"}


def test_an_error_is_held_to_a_ceiling() -> None:
    assert CEILINGS.broken({"rules": {"gap": 0.100}}) == ()
    (broken,) = CEILINGS.broken({"rules": {"gap": 0.101}})
    assert broken == "rules: gap is 0.101, its ceiling is 0.100"


@pytest.mark.parametrize(
    ("figure", "reason", "ceiling"),
    [
        (0.050, None, 0.053),
        (0.099, None, 0.100),
        (0.200, None, 0.100),
        (0.200, "harder data", 0.203),
    ],
)
def test_ceilings_fall_freely_and_rise_with_a_reason(
    figure: float, reason: str | None, ceiling: float
) -> None:
    updated = CEILINGS.updated({"rules": {"gap": figure}}, data={}, reason=reason)
    assert updated.readers["rules"]["gap"] == pytest.approx(ceiling)
    assert len(updated.lowered) == (reason is not None)


def test_every_figure_of_every_reader_has_a_floor(repository: Path) -> None:
    data = json.loads((repository / "evals" / "floors.json").read_text("utf-8"))
    sections = [one for one in SECTIONS if not one.optional]
    assert set(data["data"]) == {one.name for one in sections}
    assert all(len(digest) == 64 for digest in data["data"].values())
    for reader in READERS:
        names = {
            figure.name
            for section in sections
            if reader in section.readers
            for figure in figures_of(section.name)
        }
        assert set(data["readers"][reader]) == names


def test_every_figure_has_a_name_and_a_section_of_its_own() -> None:
    names = [figure.name for figure in load_figures()]
    assert len(names) == len(set(names))
    assert {figure.section for figure in load_figures()} == {
        section.name for section in SECTIONS if not section.optional
    }


def test_every_figure_and_section_is_explained(repository: Path) -> None:
    page = (repository / "evals" / "README.md").read_text("utf-8")
    for section in SECTIONS:
        assert f"`{section.name}`" in page, section.name
    for figure in load_figures():
        kind, _, last = figure.name.partition(" ")
        assert figure.name in page or (kind in page and last in page), figure.name

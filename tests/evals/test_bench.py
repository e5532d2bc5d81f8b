"""The benchmark's parts; nothing here asks how fast this machine is."""

import doctest
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from evals import turns, yardstick
from evals.bench import table
from evals.processes import CommandError, first_result_s, peak_memory_mb
from evals.turns import speeds, take_turns, times_faster
from evals.yardstick import WIDTH, Yardstick, cut_windows, write_encoder


def test_candidates_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evals.turns._PAUSE_S", 0)
    calls: list[str] = []
    candidates = {name: lambda name=name: calls.append(name) for name in "ab"}
    seconds = take_turns(candidates, rounds=2)
    assert calls == ["a", "b", "a", "b"]
    assert [len(turns) for turns in seconds.values()] == [2, 2]
    assert all(turn >= 0 for turns in seconds.values() for turn in turns)


def test_ratios_are_of_the_same_round() -> None:
    # The machine was ten times as slow in the second round: no ratio changes.
    seconds = {"quick": (1.0, 10.0, 1.0), "slow": (6.0, 60.0, 6.0)}
    assert times_faster(seconds, "slow") == {"quick": 6.0, "slow": 1.0}
    assert speeds(seconds, n_units=12) == {"quick": 12.0, "slow": 2.0}


@pytest.mark.parametrize(
    ("n_pieces", "lengths"),
    [(0, []), (1, [1]), (512, [512]), (513, [512, 1])],
)
def test_windows_cover_all_pieces_once(n_pieces: int, lengths: list[int]) -> None:
    assert cut_windows(n_pieces) == lengths


@pytest.mark.slow
def test_the_yardstick_encodes_every_piece_by_its_surroundings(tmp_path: Path) -> None:
    write_encoder(tmp_path / "small.onnx", layers=1)
    session = Yardstick.open(tmp_path / "small.onnx", threads=1).session
    ids = np.array([[5, 6, 5, 7]])
    states = session.run(None, {"ids": ids})[0]
    assert states.shape == (1, 4, WIDTH)
    assert np.isfinite(states).all()
    other = session.run(None, {"ids": np.array([[5, 6, 5, 8]])})[0]
    assert not np.allclose(states[0, 0], other[0, 0], atol=1e-6)
    assert not np.allclose(states[0, 0], states[0, 2], atol=1e-6)


def test_a_candidate_without_a_figure_gets_a_dash() -> None:
    lines = table({"rules": {"articles/s": 12.345}, "yardstick": {}}).splitlines()
    assert lines[0].split() == ["rules", "yardstick"]
    assert lines[1].split() == ["articles/s", "12.35", "–"]


def test_a_process_is_measured(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text('"We met," Arno Vell said of his talks with Bea Orr in May.')
    assert 0 < first_result_s("rules", article) < 600
    # An interpreter alone takes some megabytes.
    assert 5 < peak_memory_mb("rules", [article]) < 2_000


def test_memory_of_the_measuring_process_is_not_counted(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Arno Vell met Bea Orr.")
    before = peak_memory_mb("rules", [article])
    held = np.ones(100_000_000 // 2)  # 400 MB
    after = peak_memory_mb("rules", [article])
    assert after < before + held.nbytes / 1_000_000 / 2


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        first_result_s("rules", tmp_path / "missing.txt")
    with pytest.raises(CommandError):
        peak_memory_mb("rules", [tmp_path / "missing.txt"])


@pytest.mark.parametrize("module", [turns, yardstick], ids=lambda one: one.__name__)
def test_examples_run(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0

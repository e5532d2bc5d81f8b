"""Runs of training: kept, gone on with, taught."""

import json
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is needed for training only")

from tests.training.examples import make_example  # noqa: E402
from training import train  # noqa: E402
from training.encoder import MINILM  # noqa: E402
from training.model import ReaderNetwork  # noqa: E402
from training.train import Plan, optimiser, run  # noqa: E402


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    texts = tmp_path / "texts.pkl"
    bare = replace(make_example(labelled=False), group="unlabelled")
    texts.write_bytes(
        pickle.dumps({"train": [make_example()] * 3 + [bare], "dev": [make_example()]})
    )
    torch.manual_seed(1)
    start = tmp_path / "start.pt"
    torch.save(ReaderNetwork(0.1, MINILM).state_dict(), start)
    return Plan(str(texts), str(tmp_path / "run"), start=str(start), batch=1, epochs=2)


def test_a_run_keeps_weights_and_a_report_of_each_epoch(plan: Plan) -> None:
    run(plan)
    out = Path(plan.out)
    lines = (out / "report.jsonl").read_text().splitlines()
    assert [json.loads(line)["epoch"] for line in lines] == [1, 2]
    assert (out / "epoch-1.pt").exists()
    assert (out / "averaged-2.pt").exists()


def test_a_run_that_was_stopped_goes_on_as_if_it_had_not_been(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = replace(plan, out=str(tmp_path / "whole"), dropout=0.0)
    run(whole)
    stopped = replace(plan, dropout=0.0)

    def stop(*_: object) -> dict[str, float]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(train, "_measure", stop)
        with pytest.raises(KeyboardInterrupt):
            run(stopped)
    run(stopped)
    first, second = (
        torch.load(Path(p.out) / "epoch-2.pt")["roles.bias"] for p in (whole, stopped)
    )
    # The pieces that are hidden are drawn anew; all else is the same.
    torch.testing.assert_close(first, second, atol=2e-3, rtol=0)


def test_texts_without_labels_are_seen_only_with_a_teacher(
    plan: Plan, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(replace(plan, epochs=1))
    assert capsys.readouterr().out.startswith("3 texts")
    teacher = Path(plan.out) / "epoch-1.pt"
    taught = replace(plan, out=str(tmp_path / "taught"), teachers=str(teacher))
    run(replace(taught, epochs=1))
    assert capsys.readouterr().out.startswith("4 texts")


def test_lower_layers_learn_more_slowly_and_share_groups() -> None:
    plan = Plan("", "", layer_decay=0.5, encoder_rate=1.0, head_rate=2.0)
    rates = {group["lr"] for group in optimiser(ReaderNetwork(), plan).param_groups}
    assert rates == {2.0, *(0.5**n for n in range(7))}

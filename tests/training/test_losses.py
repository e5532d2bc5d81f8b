"""What is learned from people's labels and from teachers."""

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is needed for training only")

from tests.training.examples import make_example  # noqa: E402
from training.collate import collate  # noqa: E402
from training.losses import Weights, labelled_losses, losses, taught_losses  # noqa: E402
from training.model import ReaderNetwork, chances  # noqa: E402
from training.windows import cut  # noqa: E402


@pytest.fixture(scope="module")
def network() -> ReaderNetwork:
    torch.manual_seed(1)
    return ReaderNetwork(0.0).eval()


def test_each_task_counts_only_where_its_labels_are(network: ReaderNetwork) -> None:
    batch = collate(cut(make_example(), 0))
    with torch.no_grad():
        found = labelled_losses(network(batch, batch.ids), batch)
    marked = {"roles", "names", "pairs", "contacts", "stance", "mentions"}
    assert {task for task, loss in found.items() if loss > 0} == marked


def test_a_text_without_labels_teaches_nothing_by_itself(
    network: ReaderNetwork,
) -> None:
    batch = collate(cut(make_example(labelled=False), 0))
    with torch.no_grad():
        found = labelled_losses(network(batch, batch.ids), batch)
    assert not any(loss > 0 for loss in found.values())


def test_a_network_has_nothing_to_learn_from_itself_and_much_from_another(
    network: ReaderNetwork,
) -> None:
    batch = collate(cut(make_example(labelled=False), 0))
    torch.manual_seed(2)
    other = ReaderNetwork(0.0).eval()
    with torch.no_grad():
        own = network(batch, batch.ids)
        same = taught_losses(own, chances([own, own]), batch)
        apart = taught_losses(own, chances([other(batch, batch.ids)]), batch)
    assert all(abs(loss) < 1e-5 for loss in same.values())
    assert {"roles", "pairs", "contacts", "stance", "modality", "mentions"} <= {
        task for task, loss in apart.items() if loss > 1e-4
    }


def test_learning_brings_a_network_nearer_to_its_teacher(
    network: ReaderNetwork,
) -> None:
    torch.manual_seed(3)
    learner = ReaderNetwork(0.0)
    batch = collate(cut(make_example(labelled=False), 0))
    adam = torch.optim.Adam(learner.parameters(), lr=1e-3)
    weights = Weights(masked_share=0.0)
    seen = []
    for _ in range(6):
        parts = losses(learner, batch, weights, teachers=[network])
        total = torch.stack(list(parts.values())).sum()
        seen.append(float(total.detach()))
        adam.zero_grad()
        total.backward()
        adam.step()
    assert seen[-1] < 0.5 * seen[0]


def test_windows_without_anchors_are_read_as_well(network: ReaderNetwork) -> None:
    example = make_example()
    bare = type(example)("bare", example.pieces, roles=())
    batch = collate(cut(bare, 0))
    with torch.no_grad():
        answers = network(batch, batch.ids)
    assert answers.pairs.shape[0] == 0
    assert "pairs" not in labelled_losses(answers, batch)

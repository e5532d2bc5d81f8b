"""The encoders: their sizes, and what their attention sees."""

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is needed for training only")

from training.encoder import MINILM, MPNET, Encoder, distance_bucket  # noqa: E402


@pytest.mark.parametrize("size", [MINILM, MPNET], ids=["minilm", "mpnet"])
def test_padding_changes_nothing_of_the_real_pieces(size) -> None:
    torch.manual_seed(1)
    encoder = Encoder(0.0, size).eval()
    ids = torch.randint(1000, 2000, (1, 9))
    codes = torch.zeros(1, 9, 3, dtype=torch.long)
    whole = torch.ones(1, 9, dtype=torch.bool)
    padded = torch.nn.functional.pad
    with torch.no_grad():
        alone = encoder(ids, codes, whole)
        beside = encoder(
            padded(ids, (0, 4)), padded(codes, (0, 0, 0, 4)), padded(whole, (0, 4))
        )
    assert alone.shape == (1, 9, size.width)
    torch.testing.assert_close(beside[:, :9], alone, atol=1e-4, rtol=1e-4)


def test_near_distances_have_numbers_of_their_own_and_sides_differ() -> None:
    apart = torch.arange(-300, 301)
    numbers = distance_bucket(apart, 32)
    assert numbers.min() >= 0
    assert numbers.max() < 32
    near = distance_bucket(torch.arange(-7, 8), 32)
    assert len(near.unique()) == 15
    assert distance_bucket(torch.tensor([200]), 32) == distance_bucket(
        torch.tensor([299]), 32
    )
    assert distance_bucket(torch.tensor([-9]), 32) != distance_bucket(
        torch.tensor([9]), 32
    )

"""Weights that lack a head: rules do its work."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.core import make_document
from onrecord.read.model import OPTIONAL_HEADS, Model, load_model
from onrecord.read.neural import find_in

TEXT = "Bea Orr met Arno Vell in Port Null. She said that the talks went well."


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(Path(str(files("onrecord.read") / "weights")))


@pytest.mark.models
@pytest.mark.parametrize("head", sorted(OPTIONAL_HEADS))
def test_a_head_that_is_not_trained_is_not_asked(model: Model, head: str) -> None:
    found = find_in(
        replace(model, heads=OPTIONAL_HEADS - {head}), make_document("a.txt", TEXT)
    )
    asked = {
        "classes": any(said.judged for said in found.said),
        "contacts": found.contacts is not None,
        "mentions": found.ranker is not None,
    }
    assert found.said
    assert asked == {name: name != head for name in OPTIONAL_HEADS}

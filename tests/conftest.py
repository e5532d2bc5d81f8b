"""What every test shares: no network (see pyproject.toml) and no clock."""

from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is not a wrong answer. A failing case prints what repeats it.
settings.register_profile("onrecord", deadline=None, print_blob=True)
settings.load_profile("onrecord")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Name the folder that holds pyproject.toml."""
    return Path(__file__).resolve().parents[1]

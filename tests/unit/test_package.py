"""What ``import onrecord`` gives."""

import pytest

import onrecord
from onrecord.query import opened


def test_open_is_loaded_when_it_is_used() -> None:
    assert onrecord.open is opened.open


def test_other_names_are_missing_as_in_any_package() -> None:
    with pytest.raises(AttributeError, match="no attribute 'close'"):
        _ = onrecord.close

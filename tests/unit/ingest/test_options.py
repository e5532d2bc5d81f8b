"""Choices that cannot be meant are refused at once."""

import pytest

from onrecord.core.errors import InputError
from onrecord.ingest import DEFAULT_MAX_BYTES, IngestOptions


@pytest.mark.parametrize(
    ("choice", "named"),
    [
        ({"max_bytes": 0}, "size limit is 0"),
        ({"timeout_s": 0}, "time limit is 0"),
        ({"timeout_s": float("nan")}, "time limit is nan"),
        ({"mapping": {"headline": "h"}}, "'headline'.*title"),
        ({"encoding": "klingon"}, "'klingon'"),
        ({"encoding": "base64"}, "'base64'"),
        ({"encoding": "a\0b"}, "no text encoding"),
    ],
    ids=str,
)
def test_choice_is_refused_with_its_value(
    choice: dict[str, object], named: str
) -> None:
    with pytest.raises(InputError, match=named):
        IngestOptions(**choice)  # type: ignore[arg-type]


def test_default_limit_is_ten_megabytes() -> None:
    assert IngestOptions().max_bytes == DEFAULT_MAX_BYTES == 10_000_000

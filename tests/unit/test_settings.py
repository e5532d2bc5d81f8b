"""The environment is read once, and what it cannot mean is refused."""

import pytest

from onrecord.core.errors import InputError
from onrecord.settings import Settings, parse_seconds, parse_size, parse_threads


def test_nothing_set_gives_the_defaults() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings().archive == "onrecord.db"


def test_every_setting_is_read() -> None:
    settings = Settings.from_env(
        {
            "ONRECORD_ARCHIVE": "news.db",
            "ONRECORD_READER": "rules",
            "ONRECORD_THREADS": "2",
            "ONRECORD_MAX_SIZE": "50MB",
            "ONRECORD_TIMEOUT": "5",
            "OTHER": "ignored",
        }
    )
    assert settings == Settings("news.db", "rules", 2, 50_000_000, 5.0)


def test_an_empty_variable_changes_nothing() -> None:
    names = ("ARCHIVE", "READER", "THREADS", "MAX_SIZE", "TIMEOUT")
    assert Settings.from_env({f"ONRECORD_{name}": "" for name in names}) == Settings()


@pytest.mark.parametrize(
    ("name", "words"),
    [("THREADS", "many"), ("MAX_SIZE", "-1"), ("TIMEOUT", "soon")],
)
def test_a_bad_value_is_refused_by_name(name: str, words: str) -> None:
    with pytest.raises(InputError, match=f"ONRECORD_{name}.*{words}"):
        Settings.from_env({f"ONRECORD_{name}": words})


@pytest.mark.parametrize(
    ("words", "size_bytes"),
    [
        ("1", 1),
        ("800KB", 800_000),
        ("800 kb", 800_000),
        ("50MB", 50_000_000),
        ("5M", 5_000_000),
        ("1.5GB", 1_500_000_000),
        (" 7B ", 7),
    ],
)
def test_sizes(words: str, size_bytes: int) -> None:
    assert parse_size(words) == size_bytes


@pytest.mark.parametrize(
    "words", ["", "0", "MB", "-5MB", "5TB", "1e9", "0.1", "9" * 99]
)
def test_what_is_no_size(words: str) -> None:
    with pytest.raises(ValueError, match="write it like"):
        parse_size(words)


@pytest.mark.parametrize("words", ["", "0", "-1", "1.5", "many", "9" * 99])
def test_what_is_no_number_of_threads(words: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        parse_threads(words)


@pytest.mark.parametrize("words", ["", "0", "0.0", "-1", "nan", "inf", "1e3"])
def test_what_is_no_time_limit(words: str) -> None:
    with pytest.raises(ValueError, match="above 0"):
        parse_seconds(words)

"""Stored text is readable, and comes back code point for code point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.escapes import escape, unescape


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        pytest.param("Zoë said: “no” 🙂\n", "Zoë said: “no” 🙂\n", id="unchanged"),
        pytest.param("a\x00b", r"a\u0000b", id="nul"),
        pytest.param("\ud83d\ude42", r"\ud83d\ude42", id="surrogates"),
        pytest.param(r"C:\u0000", r"C:\\u0000", id="backslash"),
        pytest.param("", "", id="empty"),
    ],
)
def test_escape(text: str, stored: str) -> None:
    assert escape(text) == stored
    assert unescape(stored) == text


@given(st.text(st.sampled_from("\\\x00\ud83d\ude00u0d8a🙂"), max_size=30))
def test_every_text_comes_back(text: str) -> None:
    stored = escape(text)
    assert unescape(stored) == text
    assert "\x00" not in stored.encode().decode()

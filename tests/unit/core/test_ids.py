from datetime import date

import pytest

from onrecord.core import Party, Span, Stance, content_id, document_id, text_sha256

# Digests in this file were worked out with sha256sum on the bytes named beside them.


def test_document_id_is_the_digest_of_the_text() -> None:
    assert document_id("Ann met Bo.") == "doc_64ac20dcd90b7112"


def test_content_id_is_the_digest_of_canonical_json() -> None:
    # The bytes: ["doc_0123456789abcdef","person","Ann Example"].
    parts = ("doc_0123456789abcdef", "person", "Ann Example")
    assert content_id("ety", *parts) == "ety_7c8333cf8b819739"


def test_letters_of_every_script_are_hashed_as_utf8() -> None:
    # The bytes: Zoë.
    assert text_sha256("Zoë") == (
        "c6a12698582fc1104ea24107a2d7268145ff06ef859707729d01fd060897f067"
    )


def test_labels_spans_and_dates_are_hashed_as_json_writes_them() -> None:
    parts = (Stance.DENIES, (Span(0, 3), Span(5, 7)), date(2017, 2, 14), None)
    plain = ("denies", [[0, 3], [5, 7]], "2017-02-14", None)
    assert content_id("att", *parts) == content_id("att", *plain)


def test_data_classes_are_hashed_by_their_values() -> None:
    assert content_id("con", Party(Span(0, 3), "ety_1")) == content_id(
        "con", [[0, 3], "ety_1"]
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("ab", "c"), ("a", "bc"), id="where a part ends"),
        pytest.param((None,), ("null",), id="None and a word"),
        pytest.param((1,), ("1",), id="number and digits"),
        pytest.param(("a", "b"), ("b", "a"), id="order"),
        pytest.param(("\ud83d\ude42",), ("🙂",), id="surrogates and a letter"),
    ],
)
def test_different_content_has_different_ids(one: tuple, other: tuple) -> None:
    assert content_id("ety", *one) != content_id("ety", *other)


def test_what_has_no_canonical_form_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot be part of an id"):
        content_id("ety", {1, 2})

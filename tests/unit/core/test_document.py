from datetime import UTC, datetime
from hashlib import sha256

import pytest

from onrecord.core import DataError, Document, Span, SpanError
from tests.builders import make_doc


def test_the_same_text_is_the_same_document_under_any_name() -> None:
    assert make_doc("Ann met Bo.", name="a").id == make_doc("Ann met Bo.", name="b").id


def test_one_letter_makes_another_document() -> None:
    assert make_doc("Ann met Bo.").id != make_doc("Ann met Bo").id


def test_the_digest_is_of_the_text_alone() -> None:
    doc = make_doc("Zoë met Bo.", title="Ignored")
    assert doc.sha256 == sha256("Zoë met Bo.".encode()).hexdigest()
    assert doc.id == f"doc_{doc.sha256[:16]}"


def test_length_counts_code_points() -> None:
    assert make_doc("🙂 e\u0301").length == 4


def test_a_lone_surrogate_has_a_digest() -> None:
    assert make_doc("a\ud800").sha256 != make_doc("a\ud801").sha256


def test_a_text_that_was_changed_is_refused() -> None:
    doc = make_doc("Ann met Bo.")
    with pytest.raises(DataError, match=doc.id):
        Document(doc.id, doc.name, "Ann never met Bo.")


def test_publication_is_a_day() -> None:
    with pytest.raises(DataError, match="plain date"):
        make_doc(published=datetime(2017, 3, 12, tzinfo=UTC))


def test_a_quotation_holds_its_words() -> None:
    doc = make_doc("Ann met Bo.")
    evidence = doc.quote(Span(4, 7))
    assert (evidence.document_id, evidence.words) == (doc.id, "met")


def test_a_quotation_past_the_end_is_refused() -> None:
    with pytest.raises(SpanError):
        make_doc("Ann").quote(Span(2, 4))


def test_the_text_stays_out_of_the_repr() -> None:
    assert "secret" not in repr(make_doc("a secret text"))

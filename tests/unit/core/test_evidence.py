import pytest

from onrecord.core import Evidence, EvidenceError, Span, SpanError, make_evidence
from tests.builders import make_doc

DOC = make_doc("Ann met Bo. Ann met Cy.")


def test_the_words_at_the_span_are_taken() -> None:
    assert make_evidence(DOC, Span(12, 15), "Ann") == Evidence(
        DOC.id, Span(12, 15), "Ann"
    )


@pytest.mark.parametrize("words", ["Bob", "ann", "An", "Ann "])
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(EvidenceError, match=repr(words)):
        make_evidence(DOC, Span(0, 3), words)


def test_words_past_the_end_are_refused() -> None:
    with pytest.raises(SpanError):
        make_evidence(DOC, Span(21, 24), "y. ")


def test_words_of_another_length_are_refused_even_without_the_text() -> None:
    with pytest.raises(EvidenceError, match="2 code points"):
        Evidence(DOC.id, Span(0, 3), "An")


def test_evidence_is_checked_against_its_own_document_only() -> None:
    evidence = DOC.quote(Span(0, 3))
    other = make_doc("Ann met Bo.")
    with pytest.raises(EvidenceError, match=other.id):
        evidence.check(other)


def test_evidence_from_a_store_is_checked_against_the_text() -> None:
    Evidence(DOC.id, Span(4, 7), "met").check(DOC)
    with pytest.raises(EvidenceError, match="'met'"):
        Evidence(DOC.id, Span(4, 7), "hit").check(DOC)

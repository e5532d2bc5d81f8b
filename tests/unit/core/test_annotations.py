from datetime import date

import pytest

from onrecord.core import DataError, Party, Role, Span
from tests.builders import (
    find,
    make_attribution,
    make_contact,
    make_doc,
    make_entity,
    make_event,
    make_tenure,
)

DOC = make_doc("Ann said Bo met Cy in Port Null.")


@pytest.mark.parametrize("words", [{"cue": "said"}, {"content": "Bo met Cy"}])
def test_a_cue_or_a_content_makes_an_attribution(words: dict[str, str]) -> None:
    assert make_attribution(DOC, source="Ann", **words).source == (Span(0, 3),)


def test_a_source_alone_makes_none() -> None:
    with pytest.raises(DataError, match="neither cue nor content"):
        make_attribution(DOC, source="Ann")


@pytest.mark.parametrize("role", ["source", "cue", "content"])
@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param(("met Cy", "Bo"), id="out of order"),
        pytest.param(("Bo met", "met Cy"), id="overlapping"),
        pytest.param(("Bo", "Bo"), id="twice"),
    ],
)
def test_spans_of_a_role_are_in_order_and_apart(
    role: str, pieces: tuple[str, str]
) -> None:
    words: dict[str, str | tuple[str, ...]] = {"cue": "said", role: pieces}
    with pytest.raises(DataError, match="sort the spans"):
        make_attribution(DOC, **words)


def test_spans_of_a_role_may_touch() -> None:
    attribution = make_attribution(DOC, cue="said", content=("Bo met", " Cy"))
    assert attribution.content == (Span(9, 15), Span(15, 18))


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan"), float("inf"), "1"])
def test_a_confidence_is_a_number_from_0_to_1(confidence: object) -> None:
    party = (Party(find(DOC, "Bo")),)
    with pytest.raises(DataError, match="from 0 to 1"):
        make_attribution(DOC, cue="said", confidence=confidence)
    with pytest.raises(DataError, match="from 0 to 1"):
        make_contact(DOC, "met", party, confidence=confidence)
    with pytest.raises(DataError, match="from 0 to 1"):
        make_event(DOC, "met", (), confidence=confidence)


@pytest.mark.parametrize("confidence", [0, 1, 0.5])
def test_the_bounds_of_a_confidence_are_in(confidence: float) -> None:
    attribution = make_attribution(DOC, cue="said", confidence=confidence)
    assert attribution.confidence == confidence


def test_a_contact_has_a_party() -> None:
    with pytest.raises(DataError, match="no party"):
        make_contact(DOC, "met", ())


def test_a_party_is_somebody() -> None:
    with pytest.raises(DataError, match="span or an entity"):
        Party()


def test_a_role_is_filled() -> None:
    with pytest.raises(DataError, match="'holder'"):
        Role("holder")


def test_a_tenure_ends_after_it_starts() -> None:
    ann = make_entity(DOC, "Ann")
    with pytest.raises(DataError, match="2017-01-02"):
        make_tenure(DOC, ann, "Cy", earliest=date(2017, 1, 2), latest=date(2017, 1, 1))

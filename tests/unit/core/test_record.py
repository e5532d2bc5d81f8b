import time
from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from onrecord.core import (
    Attribution,
    Contact,
    ContactKind,
    DataError,
    DateRange,
    Event,
    EventKind,
    Issue,
    Mention,
    MentionForm,
    Modality,
    Party,
    QuoteForm,
    Record,
    Role,
    Span,
    SpanError,
    Stance,
    Tenure,
    TimeExpression,
)
from tests.builders import (
    find,
    make_attribution,
    make_contact,
    make_doc,
    make_entity,
    make_full_record,
    make_record,
)

DOC = make_doc("Ann said Bo met Cy.")
ANN = make_entity(DOC, "Ann")
PAST = Span(15, 20)
HERE = Span(0, 3)
BO = (Party(find(DOC, "Bo")),)
MET = (ContactKind.MEETING,)
HAPPENED = Modality.HAPPENED


def contact(trigger: Span = HERE, **more: object) -> Contact:
    values = {"parties": BO, "modality": HAPPENED, **more}
    return Contact("con", trigger, ContactKind.MEETING, **values)  # type: ignore[arg-type]


def attribution(**roles: tuple[Span, ...]) -> Attribution:
    spans = {"source": (), "cue": (HERE,), "content": (), **roles}
    return Attribution("att", **spans, form=QuoteForm.DIRECT, stance=Stance.STATES)


def event(trigger: Span = HERE, roles: tuple[Role, ...] = (), **more: str) -> Event:
    return Event("evt", EventKind.VOTE, trigger, roles, HAPPENED, **more)  # type: ignore[arg-type]


UNKNOWN = DateRange(None, None)


@pytest.mark.parametrize(
    ("parts", "role"),
    [
        ({"mentions": (Mention("men", PAST, MentionForm.NAME),)}, "mention"),
        ({"times": (TimeExpression("tim", PAST, UNKNOWN),)}, "time"),
        ({"attributions": (attribution(source=(PAST,)),)}, "source"),
        ({"attributions": (attribution(cue=(HERE, PAST)),)}, "cue"),
        ({"attributions": (attribution(content=(PAST,)),)}, "content"),
        ({"contacts": (contact(PAST),)}, "trigger"),
        ({"contacts": (contact(parties=(Party(PAST),)),)}, "party"),
        ({"contacts": (contact(place=PAST),)}, "place"),
        ({"contacts": (contact(topic=PAST),)}, "topic"),
        ({"events": (event(PAST),)}, "trigger"),
        ({"events": (event(roles=(Role("holder", PAST),)),)}, "holder"),
        ({"entities": (ANN,), "tenures": (Tenure("ten", ANN.id, PAST),)}, "title"),
        ({"issues": (Issue("unread", PAST, "no"),)}, "issue"),
    ],
)
def test_every_span_is_inside_the_text(parts: dict[str, object], role: str) -> None:
    with pytest.raises(SpanError, match=f"the {role} .*Span.start=15, end=20"):
        make_record(DOC, **parts)


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"mentions": (Mention("m", HERE, MentionForm.NAME, "gone"),)}, "entity"),
        ({"attributions": (replace(attribution(), speaker="gone"),)}, "entity"),
        ({"attributions": (replace(attribution(), addressee="gone"),)}, "entity"),
        ({"attributions": (replace(attribution(), time="gone"),)}, "time"),
        ({"contacts": (contact(parties=(Party(None, "gone"),)),)}, "entity"),
        ({"contacts": (contact(time="gone"),)}, "time"),
        ({"contacts": (contact(by="gone"),)}, "attribution"),
        ({"events": (event(roles=(Role("holder", None, "gone"),)),)}, "entity"),
        ({"events": (event(time="gone"),)}, "time"),
        ({"events": (event(by="gone"),)}, "attribution"),
        ({"tenures": (Tenure("ten", "gone", HERE),)}, "entity"),
        (
            {"entities": (ANN,), "tenures": (Tenure("ten", ANN.id, HERE, "gone"),)},
            "entity",
        ),
    ],
)
def test_every_reference_is_to_something_in_the_record(
    parts: dict[str, object], kind: str
) -> None:
    with pytest.raises(DataError, match=f"the {kind} 'gone'"):
        make_record(DOC, **parts)


def test_an_id_of_the_wrong_kind_is_no_reference() -> None:
    with pytest.raises(DataError, match="the time 'ety_"):
        make_record(DOC, entities=(ANN,), contacts=(contact(time=ANN.id),))


def test_no_two_things_share_an_id() -> None:
    with pytest.raises(DataError, match="stands twice"):
        make_record(DOC, entities=(ANN, ANN))
    with pytest.raises(DataError, match="stands twice"):
        make_record(DOC, contacts=(contact(), contact(place=HERE)))


def test_a_span_may_end_with_the_text() -> None:
    last = Span(18, 19)
    record = make_record(
        DOC, contacts=(contact(last),), issues=(Issue("unread", last, "no"),)
    )
    assert [evidence.words for *_, evidence in record.evidence()] == [".", "Bo", "."]


def test_a_record_does_not_change() -> None:
    record = make_record()
    with pytest.raises(FrozenInstanceError):
        record.mentions = ()  # type: ignore[misc]


def test_a_changed_copy_is_checked_again() -> None:
    with pytest.raises(SpanError):
        replace(make_record(DOC), contacts=(contact(PAST),))


def test_an_entity_is_found_by_its_id() -> None:
    assert make_record(DOC, entities=(ANN,)).entity(ANN.id) is ANN


def test_an_entity_of_another_record_is_refused() -> None:
    with pytest.raises(DataError, match="valid within one record only"):
        make_record(DOC).entity(ANN.id)


def test_words_of_several_passages_stand_in_one_line() -> None:
    record = make_record(DOC)
    assert record.words((find(DOC, "Bo"), find(DOC, "Cy"))) == "Bo … Cy"
    assert record.words((find(DOC, "Bo met"),)) == "Bo met"
    assert record.words(()) == ""


def test_two_equal_sentences_keep_their_own_spans() -> None:
    doc = make_doc("Bo said no. Bo said no.")
    first = make_attribution(doc, source="Bo", cue="said", content="no")
    spans = (find(doc, "Bo", 1),), (find(doc, "said", 1),), (find(doc, "no", 1),)
    second = replace(first, id="att_2", source=spans[0], cue=spans[1], content=spans[2])
    record = make_record(doc, attributions=(first, second))
    assert len({evidence.span for _, _, evidence in record.evidence()}) == 6


def test_evidence_gives_every_span_with_its_words() -> None:
    record = make_full_record()
    ids = {item.id: type(item).__name__ for item in record.annotations()}
    listed = [
        (ids.get(owner, owner), role, evidence.words)
        for owner, role, evidence in record.evidence()
    ]
    assert listed == [
        ("Mention", "mention", "Ann Example"),
        ("Mention", "mention", "she"),
        ("Mention", "mention", "aides"),
        ("TimeExpression", "time", "in February"),
        ("Attribution", "source", "she"),
        ("Attribution", "cue", "told"),
        ("Attribution", "content", '"I never met Bo,"'),
        ("Attribution", "source", "aides"),
        ("Attribution", "cue", "said"),
        ("Attribution", "content", "they met in Port Null"),
        ("Attribution", "content", "about tariffs"),
        ("Contact", "trigger", "met Bo"),
        ("Contact", "party", "I"),
        ("Contact", "party", "Bo"),
        ("Contact", "trigger", "met in"),
        ("Contact", "party", "they"),
        ("Contact", "place", "Port Null"),
        ("Contact", "topic", "tariffs"),
        ("Event", "trigger", "resigned"),
        ("Event", "holder", "Ann Example"),
        ("Tenure", "title", "foreign minister"),
        ("unresolved", "issue", "they"),
    ]


def test_evidence_names_its_document() -> None:
    record = make_full_record()
    for _, _, evidence in record.evidence():
        evidence.check(record.document)


def test_a_record_with_equal_content_is_equal() -> None:
    assert make_full_record() == make_full_record()
    assert make_full_record() != make_record(make_full_record().document)


def large_record() -> Record:
    doc = make_doc("word " * 10_000, published=date(2017, 3, 12))
    ann = make_entity(doc, "Ann")
    spans = [Span(5 * index, 5 * index + 4) for index in range(10_000)]
    return make_record(
        doc,
        entities=(ann,),
        mentions=tuple(
            Mention(f"men_{index}", span, MentionForm.NAME, ann.id)
            for index, span in enumerate(spans[:2000])
        ),
        attributions=tuple(
            replace(
                attribution(cue=(span,), content=(spans[index + 1],)),
                id=f"att_{index}",
                speaker=ann.id,
            )
            for index, span in enumerate(spans[:500])
        ),
    )


def test_checks_cost_little() -> None:
    record = large_record()
    best_s = min(timed(lambda: replace(record)) for _ in range(5))
    # A few milliseconds on an idle machine; the margin is for a busy one.
    assert best_s < 0.1


def timed(work: object) -> float:
    start = time.thread_time()
    work()  # type: ignore[operator]
    return time.thread_time() - start


def test_contacts_of_different_parties_differ_in_id() -> None:
    cy = (Party(find(DOC, "Cy")),)
    assert make_contact(DOC, "met", BO).id != make_contact(DOC, "met", cy).id

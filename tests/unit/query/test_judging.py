"""Judgements: kept, obeyed, never overwritten, undone."""

import pytest

from onrecord.core import Verdict
from onrecord.core.errors import ConflictError, InputError, NotFoundError
from onrecord.query.asking import Wanted
from onrecord.query.judging import Judge
from onrecord.query.opened import OpenArchive
from tests.unit.query.archives import members

ANN = Judge("Ann", "read both")


def profile_of(archive: OpenArchive, name: str, words: str) -> str:
    return next(one.profile for one in archive.who(name).links if one.words == words)


def test_a_judgement_says_who_when_and_why(archive: OpenArchive) -> None:
    archive.judge(Verdict.UNSURE, "Osei", "Maarten", judge=ANN)
    [kept] = archive.judgements()
    assert (kept.id, kept.by, kept.why) == (1, "Ann", "read both")
    assert kept.made_at is not None
    assert kept.made_at.tzinfo is not None


def test_same_merges_across_surnames_and_undo_parts_again(archive: OpenArchive) -> None:
    before = members(archive)
    judgement = archive.judge(Verdict.SAME, "Maarten", "Lindqvist", judge=ANN)
    merged = archive.who("Maarten")
    assert merged.entity == archive.who("Lindqvist").entity
    assert merged.entity.n_documents == 4
    archive.undo(judgement.id, judge=ANN)
    assert members(archive) == before
    assert [one.is_undone for one in archive.judgements()] == [True, False]


def test_a_merge_survives_new_articles_and_rebuilds(archive: OpenArchive) -> None:
    archive.judge(Verdict.SAME, "Maarten", "Lindqvist", judge=ANN)
    before = members(archive)
    archive.rebuild()
    assert members(archive) == before


def test_different_takes_a_document_out_for_ever(archive: OpenArchive) -> None:
    profile = profile_of(archive, "Kostin", "Kostin")
    archive.judge(Verdict.DIFFERENT, "Kostin", profile, judge=ANN)
    found = [one.n_documents for one in archive.candidates("Kostin")]
    assert found == [3, 1]
    archive.rebuild()
    assert {frozenset({profile})} <= members(archive)


def test_different_holds_for_who_is_only_described(archive: OpenArchive) -> None:
    profile = profile_of(archive, "Kostin", "The Norwegian ambassador")
    archive.judge(Verdict.DIFFERENT, "Kostin", profile, judge=ANN)
    assert archive.who("Kostin").described == ()


def test_a_merge_that_contradicts_an_earlier_different_is_refused(
    archive: OpenArchive,
) -> None:
    archive.judge(Verdict.DIFFERENT, "Osei", "Maarten", judge=Judge("Bo", "two people"))
    with pytest.raises(ConflictError, match=r"different by Bo .*two people.*undo"):
        archive.judge(Verdict.SAME, "Maarten", "Osei", judge=ANN)
    assert len(archive.judgements()) == 1


def test_a_rejected_contact_is_shown_nowhere(archive: OpenArchive) -> None:
    contact = archive.contacts(["Kostin", "Lindqvist"])[0]
    archive.judge_finding(Verdict.REJECT, contact.id, judge=ANN)
    assert archive.contacts(["Kostin", "Lindqvist"]) == ()
    assert "Petra Lindqvist" not in {
        one.name for one in archive.who("Kostin").counterparts
    }
    assert archive.paths("Osei", "Lindqvist") == ()


def test_a_corrected_speaker_is_who_said_it(archive: OpenArchive) -> None:
    [denial] = archive.said("Osei")
    judgement = archive.judge_finding(
        Verdict.CORRECT, denial.id, judge=ANN, correction=("speaker", "Ilse Maarten")
    )
    assert archive.said("Osei") == ()
    assert denial.id in {one.id for one in archive.said("Maarten")}
    [shown] = [one for one in archive.said("Maarten") if one.id == denial.id]
    assert shown.claimant.name == "Ilse Maarten"
    assert shown.judgement == "correct by Ann: read both"
    archive.undo(judgement.id, judge=ANN)
    assert len(archive.said("Osei")) == 1


def test_a_corrected_modality_is_what_is_shown(archive: OpenArchive) -> None:
    contact = archive.contacts(["Kostin", "Lindqvist"])[0]
    archive.judge_finding(
        Verdict.CORRECT, contact.id, judge=ANN, correction=("modality", "planned")
    )
    assert archive.contacts(["Kostin", "Lindqvist"])[0].modality == "planned"
    pair = ["Kostin", "Lindqvist"]
    assert archive.contacts(pair, Wanted(modality="happened")) == ()
    assert len(archive.contacts(pair, Wanted(modality="planned"))) == 1
    assert archive.paths("Osei", "Lindqvist") == ()


@pytest.mark.parametrize(
    "correction", [("stance", "happened"), ("modality", "denied"), ("name", "Bo"), None]
)
def test_a_correction_has_to_fit(
    archive: OpenArchive, correction: tuple[str, str] | None
) -> None:
    [denial] = archive.said("Osei")
    with pytest.raises(InputError):
        archive.judge_finding(
            Verdict.CORRECT, denial.id, judge=ANN, correction=correction
        )


@pytest.mark.parametrize("finding", ["att_0", "con_0"])
def test_no_such_finding(archive: OpenArchive, finding: str) -> None:
    with pytest.raises(NotFoundError):
        archive.judge_finding(Verdict.ACCEPT, finding, judge=ANN)


def test_no_such_identity_and_no_such_judgement(archive: OpenArchive) -> None:
    with pytest.raises(NotFoundError):
        archive.judge(Verdict.SAME, "Osei", "ety_0", judge=ANN)
    with pytest.raises(NotFoundError):
        archive.undo(7, judge=ANN)


def test_an_undo_is_not_undone(archive: OpenArchive) -> None:
    first = archive.judge(Verdict.UNSURE, "Osei", "Maarten", judge=ANN)
    undo = archive.undo(first.id, judge=ANN)
    for number in (first.id, undo.id):
        with pytest.raises(ConflictError):
            archive.undo(number, judge=ANN)


def test_nobody_judges_without_a_name() -> None:
    with pytest.raises(InputError):
        Judge(" ")

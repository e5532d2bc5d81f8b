"""The cue lexicon; the sentences are invented."""

import pytest

from onrecord.core import Stance
from onrecord.read.cues import CueKind, cue_table, find_cues
from onrecord.read.lexicon import load_rows

TAKES = {"clause", "that", "whether", "to", "object", "quote", "none"}


def test_no_row_stands_twice() -> None:
    rows = [(row["form"], row["kind"]) for row in load_rows("cues.csv")]
    assert len(rows) == len(set(rows))


def test_rows_are_in_the_form_that_is_looked_up() -> None:
    for row in load_rows("cues.csv"):
        assert row["form"] == " ".join(row["form"].casefold().split()), row
        assert set(row["takes"].split()) <= TAKES, row
        assert row["takes"].split(), row
        assert row["kind"] != CueKind.VERB or " " not in row["form"], row


@pytest.mark.parametrize("stance", Stance, ids=str)
def test_every_stance_has_cues(stance: Stance) -> None:
    assert any(cue.stance is stance for cues in cue_table().values() for cue in cues)


@pytest.mark.parametrize(
    ("form", "stance"),
    [
        ("acknowledged", Stance.CONFIRMS),
        ("denies", Stance.DENIES),
        ("blasted", Stance.ACCUSES),
        ("declined to comment", Stance.DECLINES),
        ("vowing", Stance.PROMISES),
        ("called on", Stance.DEMANDS),
        ("hopes", Stance.OPINES),
        ("according to", Stance.STATES),
    ],
)
def test_form_has_its_stance(form: str, stance: Stance) -> None:
    assert {cue.stance for cue in cue_table()[form]} == {stance}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("orr declined to comment on it", ["declined to comment"]),
        ("orr declined to go", ["declined"]),
        ("orr called for calm and said so", ["called for", "said"]),
        ("orr did not deny it", ["did not deny"]),
        ("nothing here", []),
        ("", []),
    ],
)
def test_the_longest_cue_is_taken(sentence: str, found: list[str]) -> None:
    words = sentence.split()
    assert [" ".join(words[c.first : c.last]) for c in find_cues(words)] == found


def test_a_short_form_at_the_end_ends_there() -> None:
    (found,) = find_cues(["orr", "declined"])
    assert (found.first, found.last) == (1, 2)


def test_one_form_may_be_a_noun_and_a_verb() -> None:
    assert {cue.kind for cue in cue_table()["claims"]} == {CueKind.NOUN, CueKind.VERB}

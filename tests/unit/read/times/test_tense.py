import pytest

from onrecord.read.times.tense import Tense, tense_around


@pytest.mark.parametrize(
    ("before", "after", "tense"),
    [
        ("They met on ", "", Tense.PAST),
        ("They will meet on ", "", Tense.FUTURE),
        ("He said that she will be charged on ", "", Tense.FUTURE),
        ("He will see her, who resigned on ", "", Tense.PAST),
        ("On ", ", she will resign", Tense.FUTURE),
        ("He went to vote on ", "", Tense.PAST),
        ("The talks are scheduled for ", "", Tense.FUTURE),
        ("A cold ", " in the north", Tense.UNKNOWN),
        ("He will say what the court on ", " ruled", Tense.PAST),
        ("The firm will sell it, the board on ", " will say", Tense.FUTURE),
        ("They postponed the talks until ", "", Tense.FUTURE),
        ("Until ", ", they had said nothing", Tense.PAST),
        ("He was named, effective ", "", Tense.FUTURE),
        ("Ahead of her trip, the office on ", " warned them", Tense.PAST),
        ("It would be paid on a still undecided date in ", "", Tense.FUTURE),
        ("The expected visit in ", "", Tense.FUTURE),
        ("The disputed vote in ", "", Tense.UNKNOWN),
    ],
)
def test_the_nearest_cue_counts(before: str, after: str, tense: Tense) -> None:
    assert tense_around(before, after) is tense

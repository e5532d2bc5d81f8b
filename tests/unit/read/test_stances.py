"""What a source does with a content: a denial must not read as anything else."""

import pytest

from onrecord.core import QuoteForm, Stance
from onrecord.read.stances import cue_stance, find_stance


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("denied", Stance.DENIES),
        ("has repeatedly denied", Stance.DENIES),
        ("did not deny", Stance.STATES),
        ("confirmed", Stance.CONFIRMS),
        ("would not confirm", Stance.DECLINES),
        ("could neither confirm", Stance.DECLINES),
        ("accused", Stance.ACCUSES),
        ("did not accuse", Stance.ACCUSES),
        ("declined to comment", Stance.DECLINES),
        ("promised", Stance.PROMISES),
        ("demanded", Stance.DEMANDS),
        ("said", Stance.STATES),
        ("shrugged", Stance.STATES),
    ],
)
def test_a_cue_tells_its_stance(cue: str, stance: Stance) -> None:
    assert cue_stance(cue) is stance


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("“The answer is simple, no.”", Stance.DENIES),
        ("“No. We were at sea.”", Stance.DENIES),
        ("“No one doubts it.”", Stance.OPINES),
        ("“There were no talks about the ferry.”", Stance.DENIES),
        ("“There is no doubt that they met.”", Stance.OPINES),
        ("“I never met her.”", Stance.DENIES),
        ("“That’s a lie.”", Stance.DENIES),
        ("“Yes, we met.”", Stance.CONFIRMS),
        ("“No comment.”", Stance.DENIES),
        ("“We will open the books.”", Stance.PROMISES),
        ("“They must open the books.”", Stance.DEMANDS),
        ("“He cheated the port.”", Stance.ACCUSES),
        ("“It was a fine crossing.”", Stance.OPINES),
    ],
)
def test_a_quotation_tells_where_said_does_not(content: str, stance: Stance) -> None:
    assert find_stance("said", content, QuoteForm.DIRECT) is stance


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("that she never met him", Stance.DENIES),
        ("he did not meet her", Stance.DENIES),
        ("he did not only meet her", Stance.STATES),
        ("the ferry sank", Stance.STATES),
        ("he would not comment", Stance.DECLINES),
    ],
)
def test_so_does_a_report(content: str, stance: Stance) -> None:
    assert find_stance("said", content, QuoteForm.INDIRECT) is stance


def test_a_strong_cue_outweighs_the_content() -> None:
    assert find_stance("confirmed", "there were no talks", QuoteForm.INDIRECT) is (
        Stance.CONFIRMS
    )


def test_negations_deny_only_where_somebody_says_them() -> None:
    content = "he did not meet her"
    assert find_stance("showed", content, QuoteForm.INDIRECT) is Stance.STATES

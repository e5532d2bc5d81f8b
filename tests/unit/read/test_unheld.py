"""Contacts that did not take place must never be read as held; all people invented."""

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.core import Modality, Record, make_document
from onrecord.read import open_reader

Read = Callable[[str], Record]

NOT_HELD = (
    "Holm's lawyer said the two had never spoken.",
    "A spokesman for Ada Holm said no meeting took place between her and Rausch.",
    "Ada Holm's dinner with Piet Rausch did not happen.",
    "Ada Holm was to meet Piet Rausch on Monday but the meeting fell through.",
    "Reports that Ada Holm met Piet Rausch are false, her office said.",
    "“I did not speak to Piet Rausch, period,” Ada Holm said.",
    "Ada Holm insisted she was not at the dinner with Piet Rausch.",
    "Ada Holm disputed a report that she had called Piet Rausch.",
    "Ada Holm is accused of meeting Piet Rausch in secret.",
    "It is unclear whether Ada Holm met Piet Rausch.",
    "Ada Holm might have met Piet Rausch in May, officials said.",
    "Ada Holm tried to call Piet Rausch but could not reach him.",
    "Ada Holm was due to have talks with Piet Rausch in Lennport on Friday.",
    "Ada Holm turned down an invitation to meet Piet Rausch.",
    "The meeting between Ada Holm and Piet Rausch never took place.",
    "The meeting of Ada Holm and Piet Rausch, set for Monday, did not go ahead.",
    "Contrary to reports, Ada Holm did not attend the meeting with Piet Rausch.",
    "Ada Holm said she had no contact with Piet Rausch or his staff.",
    "Ada Holm has yet to meet Piet Rausch.",
    "Ada Holm stopped short of meeting Piet Rausch.",
    "Asked if she had met Piet Rausch, Ada Holm said no.",
    "“Did you meet Rausch?” “No,” Ada Holm said.",
    "Ada Holm has not spoken with Piet Rausch since May.",
    "Ada Holm wants to meet Piet Rausch.",
    "Ada Holm urged Piet Rausch to meet her.",
    "Ada Holm and Piet Rausch are expected to hold talks in Lennport.",
    "Ada Holm would not say whether she had met Piet Rausch.",
    "Ada Holm denies ever having met Piet Rausch.",
    "Ada Holm denied a meeting with Piet Rausch.",
    "Ada Holm rejected claims that she had met Piet Rausch.",
    "“There was no meeting with Piet Rausch,” Ada Holm said.",
    "“I've never spoken to Piet Rausch in my life,” said Ada Holm.",
    "Ada Holm says she cannot recall meeting Piet Rausch.",
    "Ada Holm, who has never met Piet Rausch, praised him.",
    "Neither Ada Holm nor her aides met Piet Rausch, a spokesman said.",
    "No one in Ada Holm's office spoke to Piet Rausch.",
    "Ada Holm's office said claims of a call with Piet Rausch were fabricated.",
    "It was not Ada Holm who met Piet Rausch.",
    "Ada Holm abandoned plans to meet Piet Rausch.",
    "Ada Holm scrapped a planned call with Piet Rausch.",
    "Plans for Ada Holm to meet Piet Rausch were dropped.",
    "Piet Rausch snubbed Ada Holm's request for a meeting.",
    "A proposed meeting between Ada Holm and Piet Rausch failed to materialise.",
    "Ada Holm would have met Piet Rausch had the storm not come.",
    "Had Ada Holm met Piet Rausch, the deal would have held.",
    "Ada Holm's talks with Piet Rausch have been postponed until June.",
    "The summit between Ada Holm and Piet Rausch is off.",
    "Ada Holm has no plans to meet Piet Rausch.",
    "Ada Holm said it was a lie that she met Piet Rausch.",
    "Rausch's claim that Ada Holm met him in May is untrue, her lawyer said.",
    "Ada Holm was barred from meeting Piet Rausch.",
    "Ada Holm avoided meeting Piet Rausch.",
    "Ada Holm was prevented from calling Piet Rausch.",
    "Far from meeting Piet Rausch, Ada Holm stayed at home.",
    "Ada Holm failed to reach Piet Rausch by phone.",
    "Instead of meeting Piet Rausch, Ada Holm flew to Lennport.",
    "Ada Holm almost met Piet Rausch in May.",
    "Ada Holm is expected to call Piet Rausch on Monday.",
    "Ada Holm is considering meeting Piet Rausch.",
    "Ada Holm agreed to meet Piet Rausch.",
    "Ada Holm asked to meet Piet Rausch.",
    "Ada Holm called on Piet Rausch to resign.",
    "Ada Holm welcomes Piet Rausch sending a letter to her.",
    "Ada Holm backs Lena Brandt meeting Piet Rausch.",
)
HELD = (
    "Ada Holm met Piet Rausch and the vote was cancelled.",
    "Ada Holm met Piet Rausch and the deal is off.",
    "Ada Holm held talks with Piet Rausch and the vote was cancelled.",
    "After her talks with Piet Rausch the vote was cancelled, Ada Holm said.",
    "Ada Holm met Piet Rausch in May.",
    "Ada Holm did not say that she met Piet Rausch in May.",
    "Ada Holm failed to disclose that she met Piet Rausch.",
    "Ada Holm did not disclose her meeting with Piet Rausch.",
    "Ada Holm admitted that she met Piet Rausch, after denying it for a year.",
    "Ada Holm denied lying about her meeting with Piet Rausch.",
    "Ada Holm denied discussing sanctions when she met Piet Rausch.",
    "Ada Holm met Piet Rausch but not his lawyer.",
    "Ada Holm's meeting with Piet Rausch lasted an hour.",
    "The meeting between Ada Holm and Piet Rausch took place in Lennport.",
    "The meeting between Ada Holm and Piet Rausch did not go well.",
    "The call between Ada Holm and Piet Rausch did not last long.",
    "Ada Holm attended a dinner with Piet Rausch.",
    "Ada Holm confirmed on Sunday that she met Piet Rausch.",
    "Ada Holm forgot to mention meeting Piet Rausch.",
    "Ada Holm never told the court that she had met Piet Rausch.",
    "Ada Holm went to Lennport to meet Piet Rausch.",
    "Ada Holm and Piet Rausch spoke by phone on Monday.",
    "Ada Holm met Piet Rausch without telling her staff.",
    "After meeting Piet Rausch, Ada Holm did not comment.",
)


@pytest.fixture(
    scope="module",
    params=["rules", pytest.param("onrecord", marks=pytest.mark.models)],
)
def read(request: pytest.FixtureRequest) -> Read:
    reader = open_reader(request.param, threads=1)

    def one(text: str) -> Record:
        doc = make_document("contact.txt", text, published=date(2031, 4, 2))
        return next(iter(reader.read([doc])))

    return one


@pytest.mark.parametrize("text", NOT_HELD)
def test_it_is_not_shown_as_held(read: Read, text: str) -> None:
    told = {contact.modality for contact in read(text).contacts}
    assert Modality.HAPPENED not in told


@pytest.mark.parametrize("text", HELD)
def test_it_is_shown_as_held(read: Read, text: str) -> None:
    told = {contact.modality for contact in read(text).contacts}
    assert told == {Modality.HAPPENED}

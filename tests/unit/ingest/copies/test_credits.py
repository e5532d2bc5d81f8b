"""Wire credits, read where they credit the whole article and nowhere else."""

import pytest

from onrecord.ingest.copies import credited_agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("HALLIN, Skarne (AP) — The ferry sank.", "Associated Press"),
        ("HALLIN (Reuters) - The ferry sank.", "Reuters"),
        ("HALLIN, March 12 (UPI) -- The ferry sank.", "United Press International"),
        ("(AFP) – The ferry sank.", "Agence France-Presse"),
        ("(Bloomberg) -- The ferry sank.", "Bloomberg News"),
        ("By Ann Sample\nHALLIN (AP/Reuters) – It sank.", "Associated Press"),
        ("The Associated Press\n\nThe ferry sank.", "Associated Press"),
        ("It sank.\n\nCopyright 2024 The Associated Press.", "Associated Press"),
        ("It sank.\n\n— Reuters", "Reuters"),
        ("It sank.\n\n(Reporting by Ann Sample; Editing by Bo Example)", "Reuters"),
    ],
)
def test_a_credit_in_the_text(text: str, agency: str) -> None:
    assert credited_agency(text) == agency


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("By ANN SAMPLE, Associated Press", "Associated Press"),
        ("Ann Sample | Reuters", "Reuters"),
        ("Ann Sample, Staff Writer", None),
        ("Ann Bloomberg", None),
        (None, None),
    ],
)
def test_a_credit_in_the_byline(byline: str | None, agency: str | None) -> None:
    assert credited_agency("The ferry sank.", byline=byline) == agency


def test_an_agency_s_own_site() -> None:
    found = credited_agency("The ferry sank.", publisher="Associated Press")
    assert found == "Associated Press"


@pytest.mark.parametrize(
    "text",
    [
        "Rehn told Reuters that the ferry sank.",
        "Bloomberg: the former mayor has not said whether he will run.",
        "The ferry sank.\n\nThe Associated Press contributed to this report.",
        "A court ruled for Reuters (the agency) on Monday.",
        "The PA – a public announcement – was not heard.",
        "Map of the area (apart from the harbour) – see below.",
    ],
)
def test_a_mention_is_no_credit(text: str) -> None:
    assert credited_agency(text) is None

"""The commands that ask an archive: text, JSON and CSV, and how they end."""

import csv
import io
import json
from pathlib import Path

import pytest

from onrecord.store import Archive
from tests.cli.running import Command
from tests.newsroom import envoy_records

ASKING = {
    "who": ("who", "Kostin"),
    "said": ("said", "Osei"),
    "contacts": ("contacts", "--of", "Kostin"),
    "timeline": ("timeline", "Osei"),
    "search": ("search", "pipeline"),
    "paths": ("network", "--between", "Osei", "--and", "Lindqvist"),
}


@pytest.fixture(autouse=True)
def stories(workplace: Path) -> None:
    with Archive.open("onrecord.db") as archive:
        for record in envoy_records():
            archive.add(record)


def claims(value: object) -> list[dict[str, object]]:
    """Give everything in an answer that has words of somebody."""
    found: list[dict[str, object]] = []
    if isinstance(value, dict):
        if "quote" in value or "snippet" in value:
            found.append(value)
        for part in value.values():
            found += claims(part)
    elif isinstance(value, list):
        for part in value:
            found += claims(part)
    return found


@pytest.mark.parametrize("question", ASKING)
def test_no_claim_is_printed_without_its_claimant(
    onrecord: Command, question: str
) -> None:
    out = onrecord(*ASKING[question], "--json").out
    found = claims([json.loads(line) for line in out.splitlines()])
    assert found
    for claim in found:
        told = claim.get("claimants") or [claim.get("claimant")]
        assert all(one["name"] for one in told)  # type: ignore[index, union-attr]


@pytest.mark.parametrize("question", ASKING)
def test_every_row_of_a_table_has_its_claimant(
    onrecord: Command, question: str
) -> None:
    out = onrecord(*ASKING[question], "--csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert rows
    for row in rows:
        if row.get("quote") or row.get("snippet") or row.get("stance"):
            assert row.get("claimant") or row.get("claimants")


@pytest.mark.parametrize("question", ASKING)
def test_text_is_for_people(onrecord: Command, question: str) -> None:
    result = onrecord(*ASKING[question])
    assert (result.code, result.err) == (0, "")
    assert "2017-0" in result.out


def test_a_dossier_has_its_parts(onrecord: Command) -> None:
    out = onrecord("who", "Kostin").out
    assert "The Norwegian ambassador" in out
    assert "ambassador of Norway: said in" in out
    assert "Daniel Osei: 2 reported, 1 denied" in out
    assert "WHY THEY ARE TAKEN FOR ONE" in out


def test_a_denied_contact_is_shown_as_denied(onrecord: Command) -> None:
    out = onrecord("contacts", "--of", "Kostin", "--modality", "denied").out
    assert out.startswith("denied        meeting: Daniel Osei, ")
    assert "Daniel Osei denies:" in out
    assert "reported" not in out


def test_candidates_of_an_ambiguous_name_are_listed(onrecord: Command) -> None:
    onrecord("judge", "different", "Kostin", _profile(onrecord))
    result = onrecord("who", "Kostin")
    assert result.code == 1
    assert result.err.count("  ent_") == 2


def test_nothing_found_is_said(onrecord: Command) -> None:
    assert onrecord("said", "Osei", "--about", "barley").out == "Nothing on record.\n"
    assert onrecord("search", "barley").out == "No passage has these words.\n"
    assert onrecord("contacts", "--kind", "call").out == "No contact on record.\n"


def test_a_phrase_that_the_shell_kept_together(onrecord: Command) -> None:
    assert "»pipeline sanctions«" in onrecord("search", "pipeline sanctions").out
    assert "No passage" in onrecord("search", "sanctions pipeline").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("said", "Osei", "--json", "--csv"),
        ("said", "Osei", "--from", "soon"),
        ("said", "Osei", "--from", "2018", "--to", "2017"),
        ("contacts", "--between", "Osei"),
        ("network", "--and", "Osei"),
    ],
    ids=" ".join,
)
def test_misuse(onrecord: Command, arguments: tuple[str, ...]) -> None:
    assert onrecord(*arguments).code == 2


def test_what_is_cut_off_is_said(onrecord: Command) -> None:
    result = onrecord("contacts", "--of", "Kostin", "--limit", "2")
    assert "Stopped at 2; --limit gives more." in result.err
    assert "Stopped" not in onrecord("contacts", "--of", "Kostin").err


def test_dates_are_months_and_years_too(onrecord: Command) -> None:
    assert "denies" in onrecord("said", "Osei", "--from", "2017-02", "--to", "2017").out
    assert "Nothing" in onrecord("said", "Osei", "--from", "2017-03").out


def test_a_cell_is_never_a_formula(onrecord: Command) -> None:
    onrecord("judge", "accept", _finding(onrecord), "--why", "=1+1", "--by", "@ann")
    out = onrecord("judge", "list", "--csv").out
    assert "'=1+1" in out
    assert "'@ann" in out


def test_judgements_are_listed_and_undone(onrecord: Command) -> None:
    judged = onrecord("judge", "same", "Osei", "Maarten", "--by", "Ann", "--why", "kin")
    assert judged.code == 0
    assert "1  same ent_" in judged.out
    assert onrecord("judge", "undo", "1", "--by", "Bo").code == 0
    first, second = onrecord("judge", "list").out.splitlines()
    assert first.endswith("by Ann, " + first.split("by Ann, ")[1])
    assert "(undone)" in first
    assert "undo 1" in second


def test_a_contradicting_merge_is_refused(onrecord: Command) -> None:
    onrecord("judge", "different", "Osei", "Maarten", "--by", "Ann")
    result = onrecord("judge", "same", "Osei", "Maarten", "--by", "Bo")
    assert result.code == 1
    assert "were judged different by Ann" in result.err


def test_corrections_and_unsure(onrecord: Command) -> None:
    finding = _finding(onrecord)
    assert onrecord("judge", "correct", finding, "stance", "states").code == 0
    assert onrecord("said", "Osei", "--stance", "denies").code == 0
    assert onrecord("judge", "reject", finding).code == 0
    assert onrecord("said", "Osei").out == "Nothing on record.\n"
    assert onrecord("judge", "unsure", "Osei", "Maarten").code == 0


def test_reference_lists(onrecord: Command) -> None:
    Path("a.csv").write_text(
        "name,title,of,from\nSergey Kostin,Ambassador,Norway,2008\n"
    )
    result = onrecord("reference", "a.csv", "none.csv")
    assert result.code == 3
    assert result.out == "a.csv: 1 rows\n"
    assert "Refused: none.csv" in result.err
    assert "loaded before" in onrecord("reference", "a.csv").out
    assert "2008-01-01.. by a.csv, line 2" in onrecord("who", "Kostin").out


def test_resolve_ahead_of_questions(onrecord: Command) -> None:
    assert onrecord("resolve").out == "4 records worked out.\n"
    assert onrecord("resolve").out == "0 records worked out.\n"
    assert onrecord("resolve", "--rebuild").out == "4 records worked out.\n"


def test_network_is_a_table(onrecord: Command) -> None:
    out = onrecord("network").out
    assert out.splitlines()[0].split() == ["name", "others", "contacts", "brokerage"]
    assert len(out.splitlines()) == 4


def _profile(onrecord: Command) -> str:
    dossier = json.loads(onrecord("who", "Kostin", "--json").out)
    return next(one["profile"] for one in dossier["links"] if one["words"] == "Kostin")


def _finding(onrecord: Command) -> str:
    return str(json.loads(onrecord("said", "Osei", "--json").out)["id"])

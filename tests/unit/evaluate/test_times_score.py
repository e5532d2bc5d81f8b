from datetime import date
from pathlib import Path

import pytest

from onrecord.core.dates import DateRange
from onrecord.evaluate.times_score import (
    development_files,
    main,
    read_timeml,
    score_times,
    value_agrees,
)

# Invented for this test.
TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-03-12">20170312</TIMEX3></DCT>
<TEXT>Ann <EVENT eid="e1">met</EVENT> Bo on
<TIMEX3 tid="t1" type="DATE" value="2017-03-10">Friday</TIMEX3> and in
<TIMEX3 tid="t2" type="DATE" value="2015-05">May 2016</TIMEX3> for
<TIMEX3 tid="t3" type="DURATION" value="P2D">two days</TIMEX3>.</TEXT></TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.tml", "b.tml", "c.tml", "d.tml"):
        (tmp_path / name).write_text(TIMEML, "utf-8")
    return tmp_path


def test_a_file_gives_its_text_and_times(folder: Path) -> None:
    read = read_timeml(folder / "a.tml")
    assert read.published == date(2017, 3, 12)
    assert [time.span.of(read.text) for time in read.times] == ["Friday", "May 2016"]


def test_the_score_counts_spans_and_values(folder: Path) -> None:
    score = score_times([folder / "a.tml"])
    assert (score.n_gold, score.n_found) == (2, 2)
    assert (score.overlap_f1, score.strict_f1, score.value_f1) == (1.0, 1.0, 0.5)


def test_every_third_file_is_for_development(folder: Path) -> None:
    assert [path.name for path in development_files(folder)] == ["c.tml"]


@pytest.mark.parametrize(
    ("value", "found", "agrees"),
    [
        ("1998-03", DateRange.month(1998, 3), True),
        ("1998-03", DateRange.day(date(1998, 3, 2)), True),
        ("1998-03-02", DateRange.month(1998, 3), False),
        ("1998-Q1", DateRange.month(1998, 3), True),
        ("1998-W10", DateRange.day(date(1998, 3, 2)), True),
        ("1998-WI", DateRange.month(1999, 1), True),
        ("199X", DateRange.year(1995), True),
        ("1998-03-02TNI", DateRange.day(date(1998, 3, 2)), True),
        ("PAST_REF", None, True),
        ("PAST_REF", DateRange.year(1995), False),
        ("1998", None, False),
    ],
)
def test_values_agree_by_day(value: str, found: DateRange | None, agrees: bool) -> None:  # noqa: FBT001
    assert value_agrees(value, found) is agrees


def test_the_command_prints_figures(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0
    assert "value 0.500" in capsys.readouterr().out


def test_a_folder_without_files_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none")]) == 1
    assert "none" in capsys.readouterr().err

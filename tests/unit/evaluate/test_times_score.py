from datetime import date
from pathlib import Path

import pytest

from onrecord.evaluate.times_score import (
    development_files,
    main,
    read_timeml,
    score_times,
)

# Invented for this test.
TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-03-12">20170312</TIMEX3></DCT>
<TEXT>Ann <EVENT eid="e1">met</EVENT> Bo on
<TIMEX3 tid="t1" type="DATE" value="2017-03-10">Friday</TIMEX3> and in
<TIMEX3 tid="t2" type="DATE" value="2015-05">May 2016</TIMEX3> for
<TIMEX3 tid="t3" type="DURATION" value="P2D">two days</TIMEX3>; she will call on \
<TIMEX3 tid="t4" type="DATE" value="2017-03-14TMO">Tuesday</TIMEX3> morning.</TEXT>
</TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.tml", "b.tml", "c.tml", "d.tml"):
        (tmp_path / name).write_text(TIMEML, "utf-8")
    return tmp_path


def test_a_file_gives_its_text_and_times(folder: Path) -> None:
    read = read_timeml(folder / "a.tml")
    assert read.published == date(2017, 3, 12)
    assert [(time.span.of(read.text), time.value) for time in read.times] == [
        ("Friday", "2017-03-10"),
        ("May 2016", "2015-05"),
        ("two days", "P2D"),
        ("Tuesday", "2017-03-14TMO"),
    ]


def test_the_score_counts_spans_and_values(folder: Path) -> None:
    score = score_times([folder / "a.tml"])
    # "Tuesday morning" overlaps only, and the gold has another year for May.
    assert (score.n_gold, score.n_found) == (4, 4)
    assert (score.strict_f1, score.relaxed_f1, score.value_f1) == (0.75, 1.0, 0.75)


def test_what_is_missed_and_invented_counts(folder: Path) -> None:
    path = folder / "a.tml"
    path.write_text(TIMEML.replace("Friday", "Mondayish") + "\n", "utf-8")
    score = score_times([path])
    assert (score.n_gold, score.n_found) == (4, 3)
    assert score.relaxed_f1 == 6 / 7


def test_every_third_file_is_for_development(folder: Path) -> None:
    assert [path.name for path in development_files(folder)] == ["c.tml"]


@pytest.mark.parametrize("value", ["2017-03-12", "20170312", "2017-03-12T09:30"])
def test_the_day_of_creation_has_several_forms(folder: Path, value: str) -> None:
    path = folder / "a.tml"
    path.write_text(TIMEML.replace('"2017-03-12"', f'"{value}"'), "utf-8")
    assert read_timeml(path).published == date(2017, 3, 12)


def test_the_command_prints_figures(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0
    assert "value 0.750" in capsys.readouterr().out


def test_a_folder_without_files_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none")]) == 1
    assert "none" in capsys.readouterr().err

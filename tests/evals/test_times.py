"""Expressions of time against small TimeML files of our own."""

from pathlib import Path

import pytest

from evals.corpus import Corpus
from evals.figures import figures_of
from evals.section import Readings
from evals.sections.times import TIMES
from tests.evals.prepared import PreparedReader, record_of

TIMEML = """<TimeML><DCT><TIMEX3 value="2017-03-12">20170312</TIMEX3></DCT><TEXT>Ann met
Bo on <TIMEX3 value="{value}">Friday</TIMEX3>.</TEXT></TimeML>
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    folder = tmp_path / "data" / "timex" / "tbaq" / "TimeBank"
    folder.mkdir(parents=True)
    for name, value in {"a": "", "b": "", "c": "2017-03-10", "d": ""}.items():
        (folder / f"{name}.tml").write_text(TIMEML.format(value=value), "utf-8")
    return Corpus(tmp_path)


def score(corpus: Corpus) -> dict[str, float]:
    readings = Readings(PreparedReader(lambda doc: record_of(doc, {})), corpus)
    return dict(TIMES.score(corpus, readings).figures)


def test_every_third_document_counts(corpus: Corpus) -> None:
    assert score(corpus) == {"time strict": 1, "time relaxed": 1, "time value": 1}
    assert set(score(corpus)) == {figure.name for figure in figures_of("times")}


def test_another_value_is_wrong(corpus: Corpus) -> None:
    path = corpus.shared / "data" / "timex" / "tbaq" / "TimeBank" / "c.tml"
    path.write_text(TIMEML.format(value="2017-03-17"), "utf-8")
    assert score(corpus) == {"time strict": 1, "time relaxed": 1, "time value": 0}


def test_all_documents_are_pinned(corpus: Corpus) -> None:
    assert not corpus.missing(TIMES.data)
    before = corpus.digest(TIMES.data)
    path = corpus.shared / "data" / "timex" / "tbaq" / "TimeBank" / "c.tml"
    path.write_text(TIMEML.format(value="2017-03-17"), "utf-8")
    assert corpus.digest(TIMES.data) != before

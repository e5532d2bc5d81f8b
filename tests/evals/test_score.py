"""`python -m evals.score` on an invented article with a scorer of our own."""

from pathlib import Path

import pytest

from evals.corpus import Corpus
from evals.score import main
from evals.section import Readings
from evals.sections.records import RECORDS
from tests.builders import make_record
from tests.evals.prepared import PreparedReader

# Scores by what it is given: the share of the gold's words that were predicted.
SCORER = """
import json, pathlib, sys
gold, predicted = map(pathlib.Path, sys.argv[1:3])
n = sum(len(json.loads(line).get("attributions", [])) for line in predicted.open())
print("a table that nobody parses")
names = ["source exact", "cue exact", "content exact", "link", "alpha"]
print(json.dumps({name: n / 4 for name in names}))
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    polnear = tmp_path / "data" / "polnear" / "dev"
    for name in ("text", "attributions"):
        (polnear / name).mkdir(parents=True)
    for letter in "ab":
        text = f'"We met, {letter}," Arno Vell said.'
        (polnear / "text" / f"{letter}.txt").write_text(text)
        (polnear / "attributions" / f"{letter}_1.ann").write_text("T1\n")
    (tmp_path / "data" / "contacts").mkdir()
    (tmp_path / "data" / "contacts" / "dev.jsonl").write_text("{}\n")
    (tmp_path / "eval").mkdir()
    for name in ("attribution", "record"):
        (tmp_path / "eval" / f"{name}_score.py").write_text(SCORER)
    return tmp_path


def score(shared: Path, *more: str) -> int:
    floors = str(shared / "floors.json")
    only = [] if "--only" in more else ["--only", "attribution,records"]
    common = ["--shared", str(shared), "--floors", floors, "--reader", "rules"]
    return main([*common, *only, *more])


def add_text(shared: Path) -> None:
    path = shared / "data" / "polnear" / "dev" / "text" / "c.txt"
    path.write_text('"No," Bea Orr said.')


def test_without_data_it_says_so_and_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--shared", str(tmp_path / "nowhere")]) == 0
    assert "not run" in capsys.readouterr().out


def test_first_floors_then_they_hold(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(shared, "--update-floors") == 0
    assert score(shared) == 0
    out = capsys.readouterr().out
    assert "people" in out
    assert "77.5" in out
    assert " 50.0    49.7" in out


def test_below_a_floor_it_fails(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    score(shared, "--update-floors")
    scorer = shared / "eval" / "attribution_score.py"
    scorer.write_text(SCORER.replace("n / 4", "n / 8"))
    assert score(shared) == 1
    assert "rules: link is 0.250, its floor is 0.497" in capsys.readouterr().err
    assert score(shared, "--update-floors") == 1
    assert score(shared, "--update-floors", "--reason", "a harder scorer") == 0
    assert score(shared) == 0
    assert "a harder scorer" in (shared / "floors.json").read_text()


def test_a_section_alone_is_held_to_its_own_floors(shared: Path) -> None:
    score(shared, "--update-floors")
    scorer = shared / "eval" / "attribution_score.py"
    scorer.write_text(SCORER.replace("n / 4", "n / 8"))
    assert score(shared, "--only", "records") == 0
    assert score(shared, "--only", "attribution") == 1


def test_a_section_without_its_data_is_passed_over(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(shared, "--only", "attribution,gap", "--update-floors") == 0
    assert "gap not run: data/coref" in capsys.readouterr().out


def test_other_data_are_refused(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    score(shared, "--update-floors")
    add_text(shared)
    assert score(shared) == 1
    assert "the data are not those" in capsys.readouterr().err
    assert score(shared, "--update-floors") == 1
    assert score(shared, "--update-floors", "--reason", "one more text") == 0


def test_floors_of_one_section_need_no_reason_for_another(shared: Path) -> None:
    score(shared, "--only", "attribution", "--update-floors")
    assert score(shared) == 1
    assert score(shared, "--update-floors") == 0
    assert score(shared) == 0


@pytest.mark.parametrize(
    "arguments", [["--reason", "none"], ["--only", "attribution,nothing"]]
)
def test_misuse(shared: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        score(shared, *arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize("change", ["text", "name", "contacts"])
def test_the_digest_sees_every_change(shared: Path, change: str) -> None:
    corpus = Corpus(shared)
    before = corpus.digest(RECORDS.data)
    text = corpus.polnear / "text" / "a.txt"
    if change == "text":
        text.write_text("other")
    elif change == "name":
        text.rename(text.with_name("z.txt"))
    else:
        corpus.contacts.write_text("{}\n{}\n")
    assert corpus.digest(RECORDS.data) != before


def test_line_ends_are_kept(shared: Path) -> None:
    corpus = Corpus(shared)
    (corpus.polnear / "text" / "a.txt").write_bytes(b"a\r\nb")
    assert corpus.documents(limit=1)[0].text == "a\r\nb"


def test_sections_share_one_reading(shared: Path) -> None:
    reader = PreparedReader(make_record)
    readings = Readings(reader, Corpus(shared))
    assert readings.of(Corpus.documents) is readings.of(Corpus.documents)
    assert reader.n_read == 2

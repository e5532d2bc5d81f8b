"""Which attributions, speakers and contacts count as right, by a scorer of our own."""

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from evals.corpus import Corpus
from evals.scorers import import_scorer
from evals.section import Readings
from evals.sections.calibration import (
    judge_attributions,
    judge_contacts,
    judge_speakers,
    score_calibration,
)
from onrecord.core import Document, Party, Record, to_json
from tests.builders import (
    find,
    make_attribution,
    make_contact,
    make_entity,
    make_record,
)
from tests.evals.prepared import PreparedReader

TEXT = "Arno Vell said no. Bea Orr said yes. Vell met Orr."

# What the shared scorers are asked, in the simplest form.
ATTRIBUTION = """
def gold_files(folder):
    return {"a": [folder / "attributions" / "a_1.ann"]}

def parse_ann(path):
    return eval(path.read_text())

def chars(spans):
    return {i for s, e in spans for i in range(s, e)}
"""
RECORD = """
from attribution_score import chars

def linked(gold, given):
    return gold["cue"] == given["cue"]

def speaker_right(gold, given, record):
    names = {one["id"]: one["name"] for one in record["entities"]}
    return names.get(given["speaker"]) == gold["speaker"]

def party_names(contact, record=None):
    return [party.get("who") or party["entity"] for party in contact["parties"]]

def parties_agree(gold, given):
    return len(gold) == len(given)
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    cues = [[[10, 14]], [[27, 31]]]
    spans = [{"source": [], "cue": cue, "content": []} for cue in cues]
    files = {
        "eval/attribution_score.py": ATTRIBUTION,
        "eval/record_score.py": RECORD,
        "data/polnear/dev/text/a.txt": TEXT,
        "data/polnear/dev/attributions/a_1.ann": repr(spans),
        "data/contacts/dev.jsonl": json.dumps(labels(spans)) + "\n",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    return Corpus(tmp_path)


def labels(spans: list[dict]) -> dict:
    who = ("Arno Vell", "Cy Null")
    said = [{**one, "speaker": name} for one, name in zip(spans, who, strict=True)]
    parties = [{"who": "Arno Vell"}, {"who": "Bea Orr"}]
    contacts = [{"trigger": [42, 45], "parties": parties}]
    return {"doc": "a", "attributions": said, "contacts": contacts}


def record_of(doc: Document) -> Record:
    """Give three attributions, of which the third repeats the second's cue."""
    vell, orr = make_entity(doc, "Arno Vell"), make_entity(doc, "Bea Orr")
    both = (Party(find(doc, "Vell", 1), vell.id), Party(find(doc, "Orr", 1), orr.id))
    said = make_attribution(doc, cue="said", content="no", speaker=vell, confidence=0.9)
    more = (
        {"speaker": orr, "confidence": 0.7, "content": "yes"},
        {"confidence": 0.6, "content": "Bea"},
    )
    second = find(doc, "said", 1)
    others = [make_attribution(doc, **one) for one in more]
    return make_record(
        doc,
        entities=(vell, orr),
        attributions=(said, *(replace(one, cue=(second,)) for one in others)),
        contacts=(
            make_contact(doc, "met", both, confidence=0.8),
            make_contact(doc, "yes", both, confidence=0.4),
        ),
    )


@pytest.fixture
def scorer(corpus: Corpus) -> ModuleType:
    return import_scorer(corpus.scorer("record"))


def test_a_scorer_is_not_kept_loaded(corpus: Corpus, tmp_path: Path) -> None:
    first = import_scorer(corpus.scorer("record"))
    (tmp_path / "eval" / "record_score.py").write_text("other = 1\n")
    assert not hasattr(import_scorer(corpus.scorer("record")), "linked")
    assert first.chars([(0, 2)]) == {0, 1}
    assert not (tmp_path / "eval" / "__pycache__").exists()


def test_what_is_right_by_hand(corpus: Corpus, scorer: ModuleType) -> None:
    (doc,) = corpus.documents()
    row = to_json(record_of(doc))
    gold = json.loads(corpus.contacts.read_text("utf-8"))
    # Each gold attribution answers one given, so that the repeat is wrong.
    assert judge_attributions(scorer, gold["attributions"], row) == [
        (0.9, True),
        (0.7, True),
        (0.6, False),
    ]
    # The second speaker is another than the gold's; the third has none.
    assert judge_speakers(scorer, gold, row) == [(0.9, True), (0.7, False)]
    assert judge_contacts(scorer, gold, row) == [(0.8, True), (0.4, False)]


def test_the_section(corpus: Corpus) -> None:
    readings = Readings(PreparedReader(record_of), corpus)
    figures = score_calibration(corpus, readings).figures
    assert figures["attribution calibration error"] == pytest.approx(
        (0.1 + 0.3 + 0.6) / 3
    )
    assert figures["speaker calibration error"] == pytest.approx((0.1 + 0.7) / 2)
    assert figures["contact calibration error, equal mass"] == pytest.approx(
        (0.2 + 0.4) / 2
    )

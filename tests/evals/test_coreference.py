"""Chains and their scores on two small documents in GUM's format, written by us."""

from pathlib import Path

import pytest

from evals.corpus import Corpus
from evals.gold.gum import GumText, load_gum, read_gum
from evals.gold.ontogum import head_word, to_chains, trimmed
from evals.section import Readings
from evals.sections.coreference import (
    given_side,
    gold_side,
    score_coreference,
    to_clusters,
)
from tests.evals.prepared import PreparedReader, record_of

# Columns: word, part of speech, head, relation, Entity and SpaceAfter.
SENTENCES = """# newdoc id = invented
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# newpar
# text = Ports Minister Ilse Maarten's aide met a lawyer.
Ports NOUN 2 compound Entity=(1-person-new-n-cf1-3,4-coref-I(9-place-new-n-cf1-1-coref)
Minister PROPN 3 nmod:desc _
Ilse PROPN 6 nmod:poss _
4-5 Maarten's
Maarten PROPN 3 flat _
's PART 3 case Entity=1)
aide NOUN 7 nsubj Entity=(2-person-new-n-cf1-1-sgl)
met VERB 0 root _
a DET 9 det Entity=(3-person-new-n-cf1-2-coref
lawyer NOUN 7 obj Entity=3)|SpaceAfter=No
. PUNCT 7 punct _

# newpar
# text = Maarten is a politician; she left the ports with the lawyer.
Maarten PROPN 4 nsubj Entity=(1-person-giv-n-cf1-1-coref)
is AUX 4 cop _
a DET 4 det Entity=(1-person-giv-n-cf1-2-pred
politician NOUN 0 root Entity=1)|SpaceAfter=No
; PUNCT 4 punct _
she PRON 7 nsubj Entity=(1-person-giv-n-cf1-1-ana)
left VERB 4 parataxis _
the DET 9 det Entity=(9-place-giv-n-cf1-2-coref
ports NOUN 7 obj Entity=9)
with ADP 12 case _
the DET 12 det Entity=(3-person-giv-n-cf1-2-coref
lawyer NOUN 7 obl Entity=3)|SpaceAfter=No
. PUNCT 4 punct _

# text = A lawyer waved; the lawyer smiled.
A DET 2 det Entity=(3-person-giv-n-cf1-2-coref
lawyer NOUN 3 nsubj Entity=3)
waved VERB 0 root SpaceAfter=No
; PUNCT 3 punct _
the DET 6 det Entity=(3-person-giv-n-cf1-2-coref
lawyer NOUN 7 nsubj Entity=3)
smiled VERB 3 parataxis SpaceAfter=No
. PUNCT 3 punct _
"""


def to_conllu(sentences: str) -> str:
    """Number the words and fill the columns that nobody reads."""
    lines, number = [], 0
    for line in sentences.splitlines():
        parts = line.split(" ")
        if line.startswith("#") or not line:
            number = 0
            lines.append(line)
        elif len(parts) == 2:
            lines.append("\t".join([*parts, *"________"]))
        else:
            number += 1
            form, tag, head, relation, misc = parts
            columns = [number, form, form, tag, "_", "_", head, relation, "_", misc]
            lines.append("\t".join(map(str, columns)))
    return "\n".join(lines) + "\n\n"


@pytest.fixture
def text() -> GumText:
    return read_gum("invented", to_conllu(SENTENCES))


def words_of(text: GumText) -> list[tuple[str, list[str]]]:
    return [
        (chain.kind, [text.span(one).of(text.document.text) for one in chain.mentions])
        for chain in to_chains(text)
    ]


def test_the_text_is_as_it_was_printed(text: GumText) -> None:
    assert text.document.text == (
        "Ports Minister Ilse Maarten's aide met a lawyer.\n"
        "Maarten is a politician; she left the ports with the lawyer. "
        "A lawyer waved; the lawyer smiled. "
    )


def test_brackets_become_mentions(text: GumText) -> None:
    mentions = [
        (text.span(one).of(text.document.text), one.entity, one.link)
        for one in text.mentions[:4]
    ]
    assert mentions == [
        ("Ports Minister Ilse Maarten's", "1", "coref"),
        ("Ports", "9", "coref"),
        ("aide", "2", "sgl"),
        ("a lawyer", "3", "coref"),
    ]


def test_the_inner_of_two_mentions_of_one_entity_closes_first() -> None:
    nested = """# global.Entity = GRP-etype-infstat-link
She PRON 2 nsubj Entity=(1-person-new-coref(1-person-new-ana)
left VERB 0 root Entity=1)
"""
    text = read_gum("nested", to_conllu(nested))
    assert [(one.last, one.link) for one in text.mentions] == [(1, "coref"), (0, "ana")]


def test_chains_of_identity_without_singletons(text: GumText) -> None:
    # Left out: the predicate, the aide, and "Ports", which only modifies, and with it
    # the chain of the ports. The second "a lawyer" is somebody else.
    assert words_of(text) == [
        ("person", ["Ports Minister Ilse Maarten's", "Maarten", "she"]),
        ("person", ["a lawyer", "the lawyer"]),
        ("person", ["A lawyer", "the lawyer"]),
    ]


def test_the_last_word_of_a_name_is_its_head(text: GumText) -> None:
    whole = text.mentions[0]
    head = head_word(text.words, whole.first, whole.last)
    assert text.words[head].span.of(text.document.text) == "Maarten"
    assert trimmed(text, whole).of(text.document.text) == "Ports Minister Ilse Maarten"


def clusters_of(
    text: GumText, mentions: dict[str, list[tuple[str, int]]], *, by_head: bool
) -> list[set[int]]:
    gold = gold_side(text, to_chains(text))
    given = given_side(text, record_of(text.document, mentions))
    _, clusters = to_clusters(gold, given, by_head=by_head)
    return [set(cluster) for cluster in clusters]


@pytest.mark.parametrize(
    ("words", "by_head", "expected"),
    [
        # Gold mentions are numbered along the chains, 0 to 6.
        (("Maarten", 1), False, {1}),
        (("Ilse Maarten", 0), False, set()),
        (("Ilse Maarten", 0), True, {0}),
        (("Ports Minister Ilse Maarten", 0), False, {0}),
        (("lawyer", 1), False, set()),
        (("lawyer", 1), True, {4}),
        (("aide", 0), True, set()),
    ],
)
def test_mentions_match_by_span_or_by_head(
    text: GumText, words: tuple[str, int], expected: set[int], *, by_head: bool
) -> None:
    (cluster,) = clusters_of(text, {"Her": [words, ("she", 0)]}, by_head=by_head)
    assert {at for at in cluster if at >= 0} == {2} | expected
    assert len(cluster) == 2


def test_of_two_with_one_head_the_likest_matches(text: GumText) -> None:
    mentions = {
        "Her": [("Ilse Maarten", 0), ("she", 0)],
        "Other": [("Maarten", 0), ("met", 0)],
    }
    her, other = clusters_of(text, mentions, by_head=True)
    assert her == {0, 2}
    assert all(at < 0 for at in other)


def test_an_entity_mentioned_once_is_left_out(text: GumText) -> None:
    assert given_side(text, record_of(text.document, {"Her": [("she", 0)]})) == []


def test_the_section_by_hand(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "gum" / "dev" / "conllu"
    folder.mkdir(parents=True)
    (folder / "a.conllu").write_text(to_conllu(SENTENCES), "utf-8")
    assert len(load_gum(folder)) == 1
    mentions = {"Ilse Maarten": [("Ilse Maarten", 0), ("Maarten", 1), ("she", 0)]}
    reader = PreparedReader(lambda doc: record_of(doc, mentions))
    corpus = Corpus(tmp_path)
    figures = score_coreference(corpus, Readings(reader, corpus)).figures
    # By head the one cluster is perfect: MUC 2 of 4 links, B-cubed 3 of 7 mentions,
    # CEAF 1 of 3 clusters, all three without a wrong one.
    by_head = (2 * 0.5 / 1.5 + 2 * (3 / 7) / (10 / 7) + 2 * (1 / 3) / (4 / 3)) / 3
    assert figures["coreference all, heads"] == pytest.approx(by_head)
    # By span two of its three mentions match: MUC 1 of 4 and 1 of 2; B-cubed 4/3 of 7
    # and of 3; CEAF 2/3 of 3 and of 1.
    by_span = (2 / 6 + 2 * (4 / 3) / 10 + 2 * (2 / 3) / 4) / 3
    assert figures["coreference our kinds, spans"] == pytest.approx(by_span)

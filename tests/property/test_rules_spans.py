"""Whatever the text, the rules reader's spans hold words and lead back to it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core import Span, make_document
from onrecord.read.found import Findings
from onrecord.read.rules import find_by_rule
from tests.property.generators import HARD_PIECES

PROSE_PIECES = st.sampled_from(
    [
        "Ann ", "Bo Orr", " said ", "that ", ", ", "according to ", "the ", "mayor ",
        "told ", "and ", "of ", '"', "“", "”", "(", ")", ". ", "\n\n", "officials ",
        "denied ", "'s ", "claim ", "Norway ", "Mr. ",
    ]
)  # fmt: skip
TEXTS = st.lists(PROSE_PIECES | HARD_PIECES, max_size=40).map("".join)
SMALL = 2_000
TIMES_LONGER = 16
ALLOWED = 60


def all_spans(found: Findings) -> list[Span]:
    spans = [named.span for named in (*found.names, *found.nominals)]
    for said in found.said:
        spans += [*said.source, *said.cue, *said.content]
    return spans


@given(TEXTS)
def test_spans_lead_back_to_words_of_the_source(text: str) -> None:
    found = find_by_rule(make_document("a.txt", text))
    for span in all_spans(found):
        words = span.of(found.text)
        assert words.strip() == words
        assert found.view.to_source(span).of(text)


@given(TEXTS)
def test_attributions_are_whole_and_in_order(text: str) -> None:
    found = find_by_rule(make_document("a.txt", text))
    cues = [said.cue[0] for said in found.said]
    assert cues == sorted(set(cues))
    for said in found.said:
        assert said.content
        for before, after in pairwise(said.content):
            assert before.end <= after.start


@given(TEXTS)
def test_names_do_not_overlap(text: str) -> None:
    names = find_by_rule(make_document("a.txt", text)).names
    for before, after in pairwise(names):
        assert before.span.end <= after.span.start


@pytest.mark.parametrize(
    "piece",
    [
        "he said that ", '"a," said, ', "( ) said ", "Ann bin ", "Senate of ", "X, a ",
        "according to ", "he told Ann of ", ', he said. "', "the claim that ",
    ],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    def seconds(n_chars: int) -> float:
        document = make_document("a.txt", piece * (n_chars // len(piece)))
        taken = []
        for _ in range(3):
            started = time.process_time()
            find_by_rule(document)
            taken.append(time.process_time() - started)
        return min(taken)

    # Below some milliseconds a pause of the interpreter weighs more than the work.
    assert seconds(SMALL * TIMES_LONGER) <= ALLOWED * max(seconds(SMALL), 5e-3)

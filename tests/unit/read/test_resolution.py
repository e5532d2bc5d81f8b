"""Whom pronouns and descriptions mean, by the chances that a ranker gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest

from onrecord.core import Span
from onrecord.read.mention_pairs import (
    NOBODY,
    Candidates,
    MentionAt,
    Ranking,
)
from onrecord.read.resolution import Resolution, resolve_mentions
from tests.unit.read.stage import Stage, stage


@dataclass(frozen=True)
class Told:
    """Ranks as a test says: for the words of a query, chances by candidates' words.

    Attributes:
        text: The text.
        chances: "" is for meaning none; what is left over goes there too.
    """

    text: str
    chances: Mapping[str, Mapping[str, float]]

    def rank(self, mentions: Sequence[MentionAt], queries: Sequence[int]) -> Ranking:
        """Rank all mentions before each query."""
        n = len(mentions)
        others = np.full((len(queries), n), NOBODY)
        probs = np.zeros((len(queries), n + 1), dtype=np.float32)
        for row, query in enumerate(queries):
            told = self.chances.get(mentions[query].span.of(self.text), {})
            for i in range(query):
                words = mentions[i].span.of(self.text)
                others[row, i] = i
                probs[row, i + 1] = told.get(words, 0.0)
            probs[row, 0] = 1 - probs[row].sum()
        features = np.zeros((len(queries), n, 5), dtype=np.int64)
        return Ranking(Candidates(np.array(queries), others, features), probs)


def resolve(text: Stage, chances: Mapping[str, Mapping[str, float]]) -> Resolution:
    findings = replace(text.findings, ranker=Told(text.text, chances))
    return resolve_mentions(findings, text.cast)


def whom(text: Stage, found: Resolution, words: str) -> str | None:
    """Name whom the last place of some words means, or describe them in brackets."""
    start = text.text.rindex(words)
    meant = found.of(Span(start, start + len(words)))
    assert meant is not None
    return text.name(meant.figure) or (
        meant.described and f"({text.words(meant.described)})"
    )


def test_without_a_ranker_nothing_is_resolved() -> None:
    text = stage("Bea Orr left. She was tired.")
    assert not resolve_mentions(text.findings, text.cast)


def test_a_pronoun_means_its_likeliest_name() -> None:
    text = stage("Bea Orr met Ida Moss. She was tired.")
    found = resolve(text, {"She": {"Bea Orr": 0.3, "Ida Moss": 0.6}})
    assert whom(text, found, "She") == "Ida Moss"


def test_doubts_are_passed_on_along_a_chain() -> None:
    text = stage("Bea Orr left. She was tired. Then her train came.")
    found = resolve(text, {"She": {"Bea Orr": 0.9}, "her": {"She": 0.8}})
    meant = found.of(Span(text.text.index("her"), text.text.index("her") + 3))
    assert meant is not None
    assert whom(text, found, "her") == "Bea Orr"
    assert meant.prob == pytest.approx(0.72, abs=1e-3)


def test_someone_described_comes_back_as_described() -> None:
    text = stage("Bea Orr met an envoy. He was tired.", nominals={"an envoy": "person"})
    found = resolve(text, {"He": {"an envoy": 0.9}})
    assert whom(text, found, "He") == "(an envoy)"


def test_a_person_of_the_other_gender_is_ruled_out() -> None:
    text = stage("Mrs. Bea Orr met Mr. Arno Vell. He was tired.")
    found = resolve(text, {"He": {"Bea Orr": 0.7, "Arno Vell": 0.3}})
    assert whom(text, found, "He") == "Arno Vell"


def test_he_is_no_organisation() -> None:
    text = stage("Arno Vell left the Harbour Board. He was tired.")
    found = resolve(text, {"He": {"Harbour Board": 0.7, "Arno Vell": 0.2}})
    assert whom(text, found, "He") == "Arno Vell"


def test_nobody_is_an_answer() -> None:
    text = stage("Bea Orr left. It rained.")
    found = resolve(text, {"It": {"": 1.0}})
    assert whom(text, found, "It") is None

"""Whom a phrase means, and when nobody is to be named."""

import pytest

from onrecord.core import Stance
from tests.unit.read.stage import Stage, stage


def means(text: Stage, words: str) -> str | None:
    """Name whom the last phrase with these words means; its words without a name."""
    found = None
    for span in text.findings.sentences:
        for phrase in text.happenings.sentence(span).phrases:
            if text.words(phrase.span) == words:
                found = text.happenings.referents.resolve(phrase)
    if found is None:
        return None
    return text.name(found.figure) or f"({text.words(found.span)})"


@pytest.mark.parametrize(
    ("marked", "words", "who"),
    [
        pytest.param("Bea Orr left. Orr came.", "Orr", "Bea Orr", id="name"),
        pytest.param("An aide came.", "An aide", "(An aide)", id="description"),
        pytest.param("Many others came.", "Many others", None, id="vague"),
        pytest.param("Mr. Vell left. He came.", "He", "Vell", id="he"),
        pytest.param("Ms. Orr left. He came.", "He", None, id="he, no man named"),
        pytest.param(
            "<s>Bea Orr</> <c>said</>: <t>“I came.”</>", "I", "Bea Orr", id="I said"
        ),
        pytest.param("I came with Bea Orr.", "I", None, id="I of the writer"),
        pytest.param(
            "<s>Bea Orr</> <c>told</> Cy Dunn: <t>“You came.”</>",
            "You",
            "Cy Dunn",
            id="you",
        ),
        pytest.param(
            "<s>Mr. Vell</> <c>said</> <t>he came</>.", "he", "Vell", id="he reported"
        ),
        pytest.param(
            "Mr. Kell sat. <s>Mr. Vell</> <c>said</>: <t>“He came.”</>",
            "He",
            "Kell",
            id="he in another's quotation is not that other",
        ),
        pytest.param(
            "Senator Bea Orr sat. The senator came.",
            "The senator",
            "Bea Orr",
            id="the senator",
        ),
        pytest.param(
            "Senator Bea Orr met Senator Bo Kell. The senator came.",
            "The senator",
            "(The senator)",
            id="one of two senators",
        ),
    ],
)
def test_a_phrase_means_somebody_or_nobody(
    marked: str, words: str, *, who: str | None
) -> None:
    assert means(stage(marked), words) == who


def test_the_innermost_words_hold_a_place() -> None:
    text = stage(
        "<s1>Bea Orr</> <c1>said</> <t1><s2>Bo Kell</> <c2>denied</> "
        "<t2>it rained</></>."
    )
    referents = text.happenings.referents
    inner = referents.claim_at(text.text.index("rained"))
    assert (inner, referents.stance_of_cue(inner)) == (1, Stance.DENIES)
    assert referents.claim_at(text.text.index("denied")) == 0
    assert referents.claim_at(0) is None
    assert referents.stance_of_cue(None) is None

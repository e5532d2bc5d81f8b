"""Words and the parts they play."""

import pytest

from onrecord.read.syntax.parts import Part
from tests.unit.read.syntax.parse import index, parse


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("They call Orr.", "call", Part.VERB),
        ("A call came.", "call", Part.NOUN),
        ("The phone calls in May stopped.", "calls", Part.NOUN),
        ("She met her aide.", "her", Part.POSSESSIVE),
        ("She met her.", "her", Part.PRONOUN),
        ("After that meeting it rained.", "that", Part.DETERMINER),
        ("Orr, that met Vell, left.", "that", Part.RELATIVE),
        ("After meeting Vell, Orr left.", "meeting", Part.VERB),
        ("A meeting with Vell came.", "meeting", Part.NOUN),
        ("He’s leaving.", "’s", Part.AUXILIARY),
        ("Orr’s aide left.", "’s", Part.GENITIVE),
        ("The leaders’ meeting ended.", "’", Part.GENITIVE),
        ("They met on 3 May 2030.", "May", Part.TIME),
        ("They met in May.", "May", Part.TIME),
        ("They may meet.", "may", Part.AUXILIARY),
        ("May they meet.", "May", Part.AUXILIARY),
        ("Last week they met.", "Last", Part.TIME),
        ("Radio Null met Orr.", "Radio", Part.NAME),
        ("They did not meet.", "not", Part.NEGATION),
        ("Ida Moss met Orr.", "met", Part.VERB),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_neighbours_decide(text: str, word: str, part: Part) -> None:
    _, sentence = parse(text)
    assert sentence.part(index(sentence, word)) is part


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Ann’s aide met Bo.", ["Ann", "’s", "aide", "met", "Bo", "."]),
        ("They didn't go.", ["They", "didn", "'t", "go", "."]),
        ("Sen. Orr (R-Va.) left.", ["Sen.", "Orr", "left", "."]),
        (
            "“A well-known man,” he said.",
            ["“", "A", "well-known", "man", ",", "”", "he"],
        ),
        ("It cost 3,000.50 or so.", ["It", "cost", "3,000.50", "or", "so", "."]),
    ],
    ids=["genitive", "negation", "aside", "quotation", "number"],
)
def test_words_and_marks_are_split(text: str, tokens: list[str]) -> None:
    _, sentence = parse(text)
    assert [t.text for t in sentence.tokens][: len(tokens)] == tokens
    assert all(t.span.of(text) == t.text for t in sentence.tokens)


def test_past_both_ends_stands_a_stop() -> None:
    _, sentence = parse("Orr left.")
    assert sentence.part(-1) is sentence.part(99) is Part.STOP
    assert sentence.low(-1) == sentence.low(99) == ""
    assert sentence.phrase_at(-1) is sentence.phrase_at(99) is None
    assert sentence.token_at(99) == len(sentence.tokens) - 1

"""What the rules reader finds; every person, place and body is invented."""

import pytest

from onrecord.core import make_document
from onrecord.read.found import Findings
from onrecord.read.rules import find_by_rule


def read(text: str) -> Findings:
    return find_by_rule(make_document("a.txt", text))


def said(text: str) -> list[tuple[str, str, str]]:
    found = read(text)

    def words(spans: tuple) -> str:
        return " .. ".join(span.of(found.text) for span in spans)

    return [(words(a.source), words(a.cue), words(a.content)) for a in found.said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"We never met," Arno Vell said.',
            ("Arno Vell", "said", '"We never met,"'),
            id="cue-after",
        ),
        pytest.param(
            "“We never met,” said Bea Orr, a lawyer at the board.",
            ("Bea Orr, a lawyer at the board", "said", "“We never met,”"),
            id="turned-with-appositive",
        ),
        pytest.param(
            'The mayor told reporters: "We never met."',
            ("The mayor", "told", '"We never met."'),
            id="cue-before",
        ),
        pytest.param(
            '"We met," she said. "It was short."',
            ("she", "said", '"We met," .. "It was short."'),
            id="goes-on-after-cue",
        ),
        pytest.param(
            'The plan "is a mistake," Ms. Orr said.',
            ("Ms. Orr", "said", 'The plan "is a mistake,"'),
            id="mixed",
        ),
        pytest.param(
            "A spokesman for the Harbour Board confirmed that the two had met.",
            (
                "A spokesman for the Harbour Board",
                "confirmed",
                "that the two had met",
            ),
            id="that-clause",
        ),
        pytest.param(
            "Mr. Vell has repeatedly denied the charge, which he calls odd.",
            ("Mr. Vell", "has repeatedly denied", "the charge"),
            id="object",
        ),
        pytest.param(
            "Bea Orr, the minister, said Monday that she would stay, but left.",
            ("Bea Orr, the minister", "said", "that she would stay"),
            id="appositive-and-day",
        ),
        pytest.param(
            "The ferry will sail in May, according to two officials.",
            ("two officials", "according to", "The ferry will sail in May"),
            id="according-to-at-the-end",
        ),
        pytest.param(
            "According to the report, the ferry sank.",
            ("the report", "According to", "the ferry sank"),
            id="according-to-at-the-start",
        ),
        pytest.param(
            "The ferry had sunk at dawn, officials said.",
            ("officials", "said", "The ferry had sunk at dawn"),
            id="clause-before",
        ),
        pytest.param(
            "The board vowed to keep the ferry.",
            ("The board", "vowed", "to keep the ferry"),
            id="infinitive",
        ),
        pytest.param(
            "Nobody believed Orr's claim that the ferry sank.",
            ("Orr's", "claim", "that the ferry sank"),
            id="noun",
        ),
    ],
)
def test_attribution(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(text)


def test_a_second_verb_keeps_the_subject() -> None:
    found = said("Arno Vell denied the charge and said that he had left.")
    assert found[1] == ("Arno Vell", "said", "that he had left")


def test_a_quotation_over_paragraphs_is_one_content() -> None:
    text = 'Orr said: "We met.\n\n"We talked."'
    assert said(text) == [("Orr", "said", '"We met. .. "We talked."')]


def test_two_quotations_of_two_people_stay_apart() -> None:
    text = '"We met," Arno Vell said. "We did not," Bea Orr said.'
    assert [(source, content) for source, _, content in said(text)] == [
        ("Arno Vell", '"We met,"'),
        ("Bea Orr", '"We did not,"'),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Arno Vell was asked to leave.",
        "A nightmare for the United States is near.",
        "The plans and the hopes of the town were great.",
        'They went to the so-called "harbour of hope" at noon.',
        "",
        "\n\n",
    ],
)
def test_nobody_is_given_words_that_nobody_said(text: str) -> None:
    assert said(text) == []


def test_offsets_of_an_untidy_text_lead_back_to_it() -> None:
    source = "\ufeffCafe\u0301 owner Bea Orr said\u00a0that Bo\u00adb left."
    found = read(source)
    content = found.said[0].content[0]
    back = found.view.to_source(content)
    assert content.of(found.text) == "that Bob left"
    assert source[back.start : back.end] == "that Bo\u00adb left"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On Monday President Arno Vell met Ms. Bea van Orr.",
            [("Arno Vell", "person"), ("Bea van Orr", "person")],
            id="titles-are-left-out",
        ),
        pytest.param(
            "She left the Ministry of Fish and Ferries after Vellbridge Holdings.",
            [
                ("Ministry of Fish and Ferries", "organisation"),
                ("Vellbridge Holdings", "organisation"),
            ],
            id="small-words-inside",
        ),
        pytest.param(
            "They flew from Norway to New Zealand.",
            [("Norway", "place"), ("New Zealand", "place")],
            id="places",
        ),
        pytest.param(
            "Yesterday he rested. However, it rained.", [], id="sentence-starts"
        ),
        pytest.param(
            "Yesterday Arno Vell left. Vell was glad.",
            [("Arno Vell", "person"), ("Vell", "person")],
            id="surname-at-a-start",
        ),
        pytest.param(
            "Big Ferry Plan Sinks Again\n\nHe left.", [], id="heading-of-unknown-words"
        ),
        pytest.param("A Norwegian official met Norwegians.",
            [("Norwegians", "group")], id="people-of-a-place"),
        pytest.param("He joined the ZQV.", [("ZQV", "organisation")], id="acronym"),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [(name.span.of(found.text), name.kind) for name in found.names] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met two senior officials there.", [("two senior officials", "person")]),
        ("He left the harbour committee.", [("the harbour committee", "organisation")]),
        ("He is the campaign manager now.", [("the campaign manager", "person")]),
        ("He saw the house of a friend.", [("the house", "organisation"),
                                           ("a friend", "person")]),
        ("Officials met.", []),
    ],
)  # fmt: skip
def test_nominals(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [
        (nominal.span.of(found.text), nominal.kind) for nominal in found.nominals
    ] == expected

"""Who spoke: the product's worst error is a quotation in the wrong mouth."""

import pytest

from tests.unit.read.stage import Stage, stage


def speakers(text: Stage) -> list[str | None]:
    """Name who spoke, or describe them between round brackets."""
    return [
        text.name(claim.speaker)
        or (claim.described and f"({text.words(claim.described)})")
        for claim in text.claims
    ]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        pytest.param("<s>Bea Orr</> <c>said</> <t>it rained</>.", "Bea Orr", id="name"),
        pytest.param(
            "Bea Orr left. <t>“It rained,”</> <s>Orr</> <c>said</>.",
            "Bea Orr",
            id="surname",
        ),
        pytest.param(
            "<s>Arno Vell’s lawyer, Bea Orr,</> <c>said</> <t>it rained</>.",
            "Bea Orr",
            id="lawyer of another, by name",
        ),
        pytest.param(
            "<s>Bea Orr, a lawyer for Arno Vell,</> <c>said</> <t>it rained</>.",
            "Bea Orr",
            id="lawyer for another",
        ),
        pytest.param(
            "<s>Arno Vell’s lawyer</> <c>said</> <t>it rained</>.",
            "(Arno Vell’s lawyer)",
            id="lawyer of a named man is not that man",
        ),
        pytest.param(
            "<s>An aide to Bea Orr</> <c>said</> <t>it rained</>.",
            "(An aide to Bea Orr)",
            id="aide to a named woman is not that woman",
        ),
        pytest.param(
            "<s>Two officials close to Bea Orr</> <c>said</> <t>it rained</>.",
            "(Two officials close to Bea Orr)",
            id="officials close to her",
        ),
        pytest.param(
            "<s>People who had met Arno Vell</> <c>said</> <t>it rained</>.",
            "(People who had met Arno Vell)",
            id="people who met him",
        ),
        pytest.param(
            "<s>The spokesman for Bea Orr</> <c>said</> <t>it rained</>.",
            "(The spokesman for Bea Orr)",
            id="spokesman for her, unnamed",
        ),
        pytest.param(
            "Ferry spokesman Cy Dunn waited. <s>The spokesman</> <c>said</> "
            "<t>it rained</>.",
            "Cy Dunn",
            id="the spokesman named before",
        ),
        pytest.param(
            "Ferry spokesman Cy Dunn and port spokesman Bo Kell waited. "
            "<s>The spokesman</> <c>said</> <t>it rained</>.",
            "(The spokesman)",
            id="two spokesmen: neither",
        ),
        pytest.param(
            "<s>The Harbour Board</> <c>said</> <t>it rained</>.",
            "Harbour Board",
            id="body",
        ),
        pytest.param("<t>“It rained.”</>", None, id="no source"),
        pytest.param(
            "<s>The report</> <c>said</> <t>it rained</>.", None, id="document"
        ),
    ],
)
def test_source_is_resolved(marked: str, who: str | None) -> None:
    assert speakers(stage(marked)) == [who]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        pytest.param(
            "Mr. Vell left. <t>“It rained,”</> <s>he</> <c>said</>.", "Vell", id="he"
        ),
        pytest.param(
            "Ms. Orr met Mr. Vell. <t>“It rained,”</> <s>she</> <c>said</>.",
            "Orr",
            id="she, past a nearer man",
        ),
        pytest.param(
            "Ms. Orr left. <t>“It rained,”</> <s>he</> <c>said</>.",
            None,
            id="he, with no man about",
        ),
        pytest.param(
            "<t>“It rained,”</> <s>he</> <c>said</>.", None, id="he, nobody named"
        ),
        pytest.param(
            "By Bo Kell\n\nIt was May. <t>“It rained,”</> <s>he</> <c>said</>.",
            None,
            id="he is not the article's author",
        ),
        pytest.param(
            "<s1>Mr. Vell</> <c1>said</> <t1>Mr. Kell came</>. <t2>“He came late,”</> "
            "<s2>he</> <c2>added</>.",
            "Vell",
            id="he goes on speaking, not the one spoken of",
        ),
        pytest.param(
            "Ms. Orr, <s>who</> <c>said</> <t>it rained</>, met Mr. Vell.",
            "Orr",
            id="who",
        ),
        pytest.param(
            "<s1>Mr. Vell</> <c1>left</> <t1>early</>. <t2>“Mr. Kell is late,”</> "
            "<s2>he</> <c2>said</>.",
            "Vell",
            id="he is none whom his own quotation names",
        ),
        pytest.param(
            "<t>“Mr. Kell is late,”</> <s>he</> <c>said</>.",
            None,
            id="he, with nobody but whom his quotation names",
        ),
        pytest.param(
            "Mr. Vell spoke to voters <s>who</> <c>said</> <t>it rained</>.",
            "(voters)",
            id="who are people after a name",
        ),
        pytest.param(
            "Mr. Vell met a captain, <s>who</> <c>said</> <t>it rained</>.",
            "(a captain)",
            id="who is described",
        ),
    ],
)
def test_pronoun_is_resolved(marked: str, who: str | None) -> None:
    text = stage(marked, nominals={"a captain": "person"})
    assert speakers(text)[-1] == who


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        pytest.param(
            "<t1>“<s2>I</> <c2>believe</> <t2>it rained</>,”</> <s1>Bea Orr</> "
            "<c1>said</>.",
            ["Bea Orr", "Bea Orr"],
            id="I in her words is she",
        ),
        pytest.param(
            "Bea Orr left. <s>I</> <c>believe</> <t>it rained</>.",
            [None],
            id="I of the writer is nobody's",
        ),
        pytest.param(
            "<t1>“<s2>Vell</> <c2>denied</> <t2>it</>,”</> <s1>Bea Orr</> <c1>said</>.",
            ["Bea Orr", "Arno Vell"],
            id="words told by another keep their claimant",
        ),
    ],
)
def test_words_within_words(marked: str, who: list[str | None]) -> None:
    text = stage(marked + " Arno Vell was away.")
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("source", "anonymous"),
    [
        ("Two officials", True),
        ("a person close to the talks", True),
        ("critics", True),
        ("Thirty percent of voters", True),
        ("the company", False),
        ("the airline", False),
        ("Bea Orr", False),
    ],
)
def test_unnamed_people_are_anonymous(source: str, anonymous: bool) -> None:  # noqa: FBT001
    (claim,) = stage(f"<s>{source}</> <c>said</> <t>it rained</>.").claims
    assert claim.anonymous is anonymous


def test_a_name_comes_late() -> None:
    text = stage(
        "<s1>The spokesman for the port</> <c1>said</> <t1>it rained</>.\n\n"
        "<s2>Cy Dunn</> <c2>added</> <t2>it was cold</>."
    )
    assert speakers(text) == ["Cy Dunn", "Cy Dunn"]


@pytest.mark.parametrize(
    ("marked", "to"),
    [
        ("<s>Bea Orr</> <c>told</> Cy Dunn <t>it rained</>.", "Cy Dunn"),
        ("<s>Bea Orr</> <c>told</> Radio Null’s Cy Dunn <t>it rained</>.", "Cy Dunn"),
        ("<s>Bea Orr</> <c>told</> Radio Null <t>it rained</>.", "Radio Null"),
        (
            "<t>“It rained,”</> <s>Bea Orr</> <c>told</> Cy Dunn. Bo Kell left.",
            "Cy Dunn",
        ),
        ("<s>Bea Orr</> <c>said</> <t>Cy Dunn told Bo Kell</>.", None),
        ("<s>Bea Orr</> <c>told</> reporters in Port Null <t>it rained</>.", None),
    ],
    ids=["person", "through a station", "station", "after", "inside", "nobody named"],
)
def test_whom_it_was_said_to(marked: str, to: str | None) -> None:
    text = stage(marked)
    assert text.name(text.claims[0].addressee) == to

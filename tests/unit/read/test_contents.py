"""Contents in pieces."""

import pytest

from onrecord.read.contents import close_gaps, drop_strays
from tests.unit.read.stage import stage


def pieces(marked: str) -> list[str]:
    text = stage(marked)
    found = text.findings
    joined = close_gaps(text.text, found.said)
    said = drop_strays(found.paragraphs, found.quotations, joined)
    return [span.of(text.text) for span in said[0].content]


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        pytest.param(
            "<s>Orr</> <c>said</> <t>it</> really <t>rained</>.",
            ["it really rained"],
            id="a few words passed over",
        ),
        pytest.param(
            "<t>“It rained,”</> <s>Orr</> <c>said</>. <t>“A lot.”</>",
            ["“It rained,”", "“A lot.”"],
            id="its cue between",
        ),
        pytest.param(
            "<s>Orr</> <c>said</> <t>it rained</>, and so on and on and on and on, and "
            "then <t>it snowed</>.",
            ["it rained", "it snowed"],
            id="too far",
        ),
        pytest.param(
            "<s>Orr</> <c>said</> <t>it rained</>\n\n<t>Port Null</>, in May.",
            ["it rained"],
            id="another paragraph",
        ),
        pytest.param(
            "<s>Orr</> <c>said</>: <t>“It rained.</>\n\n<t>“It snowed.”</>",
            ["“It rained.", "“It snowed.”"],
            id="a quotation over paragraphs",
        ),
        pytest.param(
            "<s>Orr</> <c>said</> this:\n\n<t>it rained</>.",
            ["it rained"],
            id="its only piece",
        ),
    ],
)
def test_pieces(marked: str, content: list[str]) -> None:
    assert pieces(marked) == content

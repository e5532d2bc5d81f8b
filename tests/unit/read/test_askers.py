"""Who is asked is no source of the question."""

import pytest

from onrecord.read.askers import without_asked
from tests.unit.read.stage import stage


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        pytest.param(
            "It rained. <c>Asked</> <t>about the ferry</>, <s>Orr</> said no.",
            None,
            id="opens a sentence",
        ),
        pytest.param(
            "<c>When asked</> <t>about the ferry</>, <s>Orr</> said no.",
            None,
            id="when asked",
        ),
        pytest.param(
            "<s>Orr</> <c>was asked</> <t>about the ferry</>.", None, id="was asked"
        ),
        pytest.param(
            "<c>Asked</> by <s>Vell</> <t>about the ferry</>, Orr said no.",
            "Vell",
            id="asked by",
        ),
        pytest.param(
            "Orr <c>was asked</> <s>by Vell</> <t>about the ferry</>.",
            "by Vell",
            id="was asked, by in the source",
        ),
        pytest.param(
            "<s>Orr</> <c>asked</> <t>about the ferry</>.", "Orr", id="she asks"
        ),
        pytest.param(
            "“Did it sink?” <c>asked</> <s>Orr</>. <t>It did</>.", "Orr", id="turned"
        ),
        pytest.param("<s>Orr</> <c>said</> <t>it sank</>.", "Orr", id="another cue"),
    ],
)
def test_only_who_asks_is_a_source(marked: str, source: str | None) -> None:
    text = stage(marked)
    (said,) = without_asked(text.text, text.findings.said)
    assert [span.of(text.text) for span in said.source] == ([source] if source else [])
    assert (said.cue, said.content) == (
        text.findings.said[0].cue,
        text.findings.said[0].content,
    )

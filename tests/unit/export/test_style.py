"""Colours of the page: enough contrast in both schemes, and never alone."""

import re
from importlib.resources import files

import pytest

TEMPLATES = files("onrecord.export").joinpath("templates")
STYLE = TEMPLATES.joinpath("style.css").read_text("utf-8")
PAIR = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
COLOURS = {name: (light, dark) for name, light, dark in PAIR.findall(STYLE)}

# What is read on what. WCAG 2.2: text needs 4.5, lines that mean something need 3.
TEXT = (
    [(ink, ground) for ink in ("ink", "soft") for ground in ("paper", "side")]
    + [("ink", "content"), ("ink", "chosen"), ("paper", "ink")]
    + [(tag, ground) for tag in ("contact", "event") for ground in ("paper", "content")]
)
LINES = [
    (line, ground)
    for line in ("source", "cue", "contact", "event", "focus")
    for ground in ("paper", "content", "chosen")
    if (line, ground) != ("focus", "chosen")
] + [("content-line", "paper"), ("focus", "side")]


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour.

    Source:
        WCAG 2.2, "relative luminance".
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(left: str, right: str) -> float:
    light, dark = sorted((luminance(left), luminance(right)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "least"),
    [(*pair, 4.5) for pair in TEXT] + [(*pair, 3.0) for pair in LINES],
)
def test_contrast(front: str, ground: str, *, least: float, scheme: int) -> None:
    assert contrast(COLOURS[front][scheme], COLOURS[ground][scheme]) >= least


def test_contrast_is_measured_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_each_part_has_a_line_of_its_own_kind() -> None:
    rules = {
        look: re.search(rf"^\.m\.{look} \{{(.*?)\}}", STYLE, re.M | re.S)[1]
        for look in ("source", "cue", "content", "contact", "event")
    }
    kinds = {
        look: re.search(r"double|dotted|solid|dashed|box-shadow", rule)[0]
        for look, rule in rules.items()
    }
    assert len(set(kinds.values())) == len(kinds)


@pytest.mark.parametrize("name", ["style.css", "page.js"])
def test_inline_files_are_ascii_and_cannot_end_early(name: str) -> None:
    text = TEMPLATES.joinpath(name).read_text("utf-8")
    assert text.isascii()
    assert "</" not in text

"""Whose each attribution is, what they do with it, and to whom it was said."""

import re

from onrecord.core import Span
from onrecord.read.cast import PERSON
from onrecord.read.forms import quote_form
from onrecord.read.found import Claimed, Said
from onrecord.read.scene import Scene
from onrecord.read.speakers import find_speakers
from onrecord.read.stances import find_stance

_TELLS = re.compile(
    r"\b(?:tell|tells|told|telling|asks?|asked|asking|informs?|informed|informing|"
    r"assur(?:e|es|ed|ing)|brief(?:s|ed|ing)?|to|with)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"^[^,.;\n]{0,20}[’']s?\s+$")
_REACH = 60


def claim_all(scene: Scene) -> tuple[Claimed, ...]:
    """Say of every attribution whose it is, its form and its stance.

    Args:
        scene: The document and who is who in it.

    Returns:
        One `Claimed` for each of the findings' ``said``, in its order.
    """
    findings = scene.findings
    claims = []
    for said, speaker in zip(findings.said, find_speakers(scene), strict=True):
        form = quote_form(findings.quotations, said.content)
        claims.append(
            Claimed(
                speaker=speaker.figure,
                anonymous=speaker.anonymous,
                stance=find_stance(
                    _words(scene, said.cue), _words(scene, said.content), form
                ),
                form=form,
                rule=speaker.rule,
                addressee=_addressee(scene, said, speaker.figure),
                described=speaker.described,
            )
        )
    return tuple(claims)


def _words(scene: Scene, spans: tuple[Span, ...]) -> str:
    return " ".join(span.of(scene.findings.text) for span in spans)


def _addressee(scene: Scene, said: Said, speaker: int | None) -> int | None:
    """Find whom it was said to: "told Radio Vell's Bea Orr" was said to Orr.

    Only names right after the verb of telling count, up to the content or the end of
    the sentence; a person goes before the broadcaster named with it.
    """
    if not said.cue:
        return None
    text = scene.findings.text
    cue = said.cue[-1]
    later = [s.start for s in (*said.content, *said.source) if s.start >= cue.end]
    sentence = scene.sentences_before(cue.start, 1)
    ends = [*later, cue.end + _REACH, *(s.end for s in sentence if s.end > cue.end)]
    zone = text[cue.start : min(ends)]
    told = _TELLS.search(zone)
    if told is None or told.end() == len(zone):
        return None
    after = Span(cue.start + told.end(), cue.start + len(zone))
    near = [
        (named, figure)
        for named, figure in scene.cast.within(after)
        if figure != speaker and scene.cast.figures[figure].kind != "place"
    ]
    if not near or near[0][0].span.start - after.start > len(" the "):
        return None
    (first, told_to), *others = near
    for named, figure in others[:1]:
        between = text[first.span.end : named.span.start]
        if named.kind == PERSON and _OWNS.search(between):
            return figure
    return told_to

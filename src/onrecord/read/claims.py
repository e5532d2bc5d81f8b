"""Whose each attribution is, what they do with it, and to whom it was said."""

import math
import re

from onrecord.core import QuoteForm, Span, Stance
from onrecord.read.cast import PERSON
from onrecord.read.forms import quote_form
from onrecord.read.found import Claimed, Said
from onrecord.read.scene import Scene
from onrecord.read.speakers import find_speakers
from onrecord.read.stances import cue_stance, find_stance

_TELLS = re.compile(
    r"\b(?:tell|tells|told|telling|asks?|asked|asking|informs?|informed|informing|"
    r"assur(?:e|es|ed|ing)|brief(?:s|ed|ing)?|to|with)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"^[^,.;\n]{0,20}[’']s?\s+$")
_REACH = 60
# How much the stance that a cue's words tell adds to its log-probability, and how much
# one read off the content. The network has seen few denials and confirmations, and
# the words for them are plain. Chosen on the dev labels (see the model card).
CUE_WEIGHT, CONTENT_WEIGHT, RARE_WEIGHT = 1.2, 0.6, 5.0
_RARE = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.DECLINES})


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
                stance=_stance(scene, said, form),
                form=form,
                rule=speaker.rule,
                addressee=_addressee(scene, said, speaker.figure),
                described=speaker.described,
            )
        )
    return tuple(claims)


def _stance(scene: Scene, said: Said, form: QuoteForm) -> Stance:
    """Give the likeliest stance; what the words tell counts as one more opinion."""
    cue = _words(scene, said.cue)
    read = find_stance(cue, _words(scene, said.content), form)
    if said.judged is None:
        return read
    odds = {s: math.log(p + 1e-6) for s, p in said.judged.stances.items()}
    odds[read] += _weight(read, cue)
    return max(odds, key=odds.__getitem__)


def _weight(read: Stance, cue: str) -> float:
    """Say how much a stance read off the words counts."""
    if read in _RARE:
        return RARE_WEIGHT
    return CUE_WEIGHT if cue_stance(cue) is read else CONTENT_WEIGHT


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

"""A document with who is who in it, indexed by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.core import Span
from onrecord.read.cast import Cast
from onrecord.read.found import Findings, Named
from onrecord.read.resolution import Resolution, resolve_mentions


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules about people look things up in.

    Attributes:
        findings: What a reader found.
        cast: Who is who.
        sentence_starts: Where each sentence starts.
        content: ``(length of the text,)`` True where a character is somebody's words.
        nominals: Descriptions that hold no name, in order.
        nominal_starts: Where each of them starts.
        resolution: Whom pronouns and descriptions mean.
    """

    findings: Findings
    cast: Cast
    sentence_starts: tuple[int, ...]
    content: npt.NDArray[np.bool_]
    nominals: tuple[Named, ...]
    nominal_starts: tuple[int, ...]
    resolution: Resolution

    def sentences_before(self, place: int, n: int) -> Sequence[Span]:
        """Give the sentence of a place and up to ``n - 1`` before it, in text order."""
        last = bisect_right(self.sentence_starts, place)
        return self.findings.sentences[max(0, last - n) : last]

    def sentence_number(self, place: int) -> int:
        """Give the number of the sentence that a place stands in."""
        return max(0, bisect_right(self.sentence_starts, place) - 1)

    def nominals_within(self, span: Span) -> Sequence[Named]:
        """List the descriptions that start in a span, in text order."""
        first = bisect_left(self.nominal_starts, span.start)
        return self.nominals[first : bisect_left(self.nominal_starts, span.end)]

    def is_content(self, place: int) -> bool:
        """Tell whether a place stands inside the content of an attribution."""
        return bool(self.content[place])

    def before(self, place: int, reach: int) -> list[tuple[Named, int | None]]:
        """List names with their figures, and descriptions, that end shortly before.

        Args:
            place: Where they have to end at the latest.
            reach: How many characters before it their end may be.
        """
        zone = Span(max(0, place - reach), place + 1)
        found: list[tuple[Named, int | None]] = [*self.cast.within(zone)]
        first = bisect_right(self.nominal_starts, zone.start - reach)
        last = bisect_right(self.nominal_starts, place)
        found += [(named, None) for named in self.nominals[first:last]]
        return [item for item in found if zone.start <= item[0].span.end <= place]


def set_scene(findings: Findings, cast: Cast) -> Scene:
    """Index a document for the rules about people."""
    content = np.zeros(len(findings.text) + 1, dtype=bool)
    for said in findings.said:
        for span in said.content:
            content[span.start : span.end] = True
    nominals = tuple(n for n in findings.nominals if not cast.within(n.span))
    return Scene(
        findings=findings,
        cast=cast,
        sentence_starts=tuple(span.start for span in findings.sentences),
        content=content,
        nominals=nominals,
        nominal_starts=tuple(n.span.start for n in nominals),
        resolution=resolve_mentions(findings, cast),
    )

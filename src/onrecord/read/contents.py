"""Contents in pieces: which gaps between them are real."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from onrecord.core import Span
from onrecord.read.found import Said
from onrecord.read.quotations import Quotation

_BARE = frozenset({"which", "that", "who", "it", "this"})
_REFLEXIVE = re.compile(r"(?:him|her|it|my|our|them)sel(?:f|ves)\b", re.IGNORECASE)
# A content is really in two pieces where its own cue or another's stands between.
# Anything else between two pieces so near was passed over by mistake; the length was
# chosen on the dev part of PolNeAR (see the model card).
_LONGEST_GAP = 40


def close_gaps(text: str, said: Sequence[Said]) -> tuple[Said, ...]:
    """Join pieces of a content that nothing but a few words of the same line parts.

    Args:
        text: The view's text.
        said: All attributions of the document.

    Returns:
        The same attributions, some contents in fewer pieces. A gap that holds a
        source or a cue stays.
    """
    taken = np.zeros(len(text) + 1, dtype=bool)
    for one in said:
        for span in (*one.source, *one.cue):
            taken[span.start : span.end] = True
    return tuple(
        replace(one, content=_joined(text, one.content, taken)) for one in said
    )


def drop_strays(
    paragraphs: Sequence[Span], quotations: Sequence[Quotation], said: Sequence[Said]
) -> tuple[Said, ...]:
    """Take off pieces of a content that lie in another paragraph than its cue.

    Only a quotation goes on there. Of 81 articles with labels no content had an
    unquoted further piece in another paragraph.

    Args:
        paragraphs: Of the view.
        quotations: Of the view.
        said: All attributions of the document.

    Returns:
        The same attributions; a content of one piece stays as it is.
    """
    starts = [paragraph.start for paragraph in paragraphs]
    marks = [quotation.outer for quotation in quotations]

    def stays(piece: Span, cue: Span) -> bool:
        quoted = any(mark.overlaps(piece) for mark in marks)
        return quoted or (
            bisect_right(starts, piece.start) == bisect_right(starts, cue.start)
        )

    return tuple(
        replace(one, content=kept)
        if one.cue and (kept := tuple(p for p in one.content if stays(p, one.cue[0])))
        else one
        for one in said
    )


def without_empty(text: str, said: Sequence[Said]) -> tuple[Said, ...]:
    """Leave out what says nothing: "recused himself from the case", "which" alone."""
    return tuple(
        one
        for one in said
        if not _REFLEXIVE.match(text, one.content[0].start)
        and not (len(one.content) == 1 and one.content[0].of(text).casefold() in _BARE)
    )


def _joined(
    text: str, content: Sequence[Span], taken: npt.NDArray[np.bool_]
) -> tuple[Span, ...]:
    pieces: list[Span] = []
    for span in sorted(content):
        last = pieces[-1] if pieces else span
        gap = slice(last.end, span.start)
        near = bool(pieces) and span.start - last.end <= _LONGEST_GAP
        if near and "\n" not in text[gap] and not taken[gap].any():
            pieces[-1] = Span(last.start, max(last.end, span.end))
        else:
            pieces.append(span)
    return tuple(pieces)

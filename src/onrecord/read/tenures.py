"""Tenures: the posts that a document gives people, by titles beside their names."""

from onrecord.core import MentionForm, Span
from onrecord.read.cast import PERSON, Cast
from onrecord.read.found import Findings, TenureFound
from onrecord.read.portraits import title_after, title_before


def find_tenures(findings: Findings, cast: Cast) -> tuple[TenureFound, ...]:
    """Find the posts that people are given: "Harbour Minister Bea Orr".

    Args:
        findings: What a reader found.
        cast: Who is who.

    Returns:
        One a person and title, at its first place, in the order of the text. What the
        post is in is told where a name stands right before the title ("Kesmark
        ambassador Arno Vell").
    """
    found: dict[tuple[int, str], TenureFound] = {}
    for named, figure in cast.mentions:
        if cast.figures[figure].kind != PERSON or named.form is not MentionForm.NAME:
            continue
        before = title_before(findings.text, named.span.start)
        after = title_after(findings.text, named.span.end)
        for title in (before, after):
            if title is not None:
                words = title.of(findings.text).casefold()
                tenure = TenureFound(figure, title, _body_of(cast, title, figure))
                found.setdefault((figure, words), tenure)
    return tuple(sorted(found.values(), key=lambda tenure: tenure.title))


def _body_of(cast: Cast, title: Span, holder: int) -> int | None:
    """Return the body or place whose name ends right before a title."""
    if title.start == 0:
        return None
    near = cast.within(Span(title.start - 1, title.start))
    near = near or cast.within(Span(max(0, title.start - 2), title.start))
    bodies = (i for _, i in near if i != holder and cast.figures[i].kind != PERSON)
    return next(bodies, None)

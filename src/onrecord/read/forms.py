"""Whether a content is quoted word for word, reported, or partly each."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.core import QuoteForm, Span
from onrecord.read.quotations import Quotation

# Share of a content's characters that must stand in quotation marks to call it direct;
# below one because a comma or "that" may stand outside.
_DIRECT_SHARE = 0.9
_SOME_SHARE = 0.02


def quote_form(quotations: Sequence[Quotation], content: Sequence[Span]) -> QuoteForm:
    """Tell the form of a content from the quotation marks around and in it.

    Args:
        quotations: From `onrecord.read.quotations.find_quotations`.
        content: Spans of the content in the same text.
    """
    whole = sum(len(span) for span in content)
    outermost = [q.outer for q in quotations if q.depth == 0]
    starts = [span.start for span in outermost]
    quoted = 0
    for span in content:
        at = max(0, bisect_right(starts, span.start) - 1)
        while at < len(outermost) and outermost[at].start < span.end:
            shared = min(span.end, outermost[at].end) - max(
                span.start, outermost[at].start
            )
            quoted += max(0, shared)
            at += 1
    if whole and quoted >= _DIRECT_SHARE * whole:
        return QuoteForm.DIRECT
    return QuoteForm.MIXED if quoted > _SOME_SHARE * whole else QuoteForm.INDIRECT

"""What a reader could not do in a text, said rather than passed over."""

from collections.abc import Iterator

from onrecord.core import Issue
from onrecord.read.found import Findings


def find_issues(findings: Findings) -> tuple[Issue, ...]:
    """List what a person should know before relying on the record.

    Args:
        findings: What a reader found.

    Returns:
        Issues with spans of the view.
    """
    return tuple(_issues(findings))


def _issues(findings: Findings) -> Iterator[Issue]:
    if findings.published is None:
        yield Issue(
            "no-publication-date",
            None,
            "no publication date: expressions such as 'on Sunday' have no value; "
            "give one with --published",
        )
    for quotation in findings.quotations:
        if not quotation.closed:
            yield Issue(
                "unclosed-quotation",
                quotation.outer,
                "a quotation is opened and not closed; its end is a guess",
            )

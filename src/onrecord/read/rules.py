"""The `rules` reader's eyes: a cue lexicon, quotation marks and capital letters.

It needs no weights and is the floor that every other reader is compared with.
"""

from onrecord.core import Document, normalise
from onrecord.read.found import Findings
from onrecord.read.rule_names import find_names
from onrecord.read.rule_nominals import find_nominals
from onrecord.read.rule_prose import to_prose
from onrecord.read.rule_said import find_said


def find_by_rule(document: Document) -> Findings:
    """Read a document by rules alone.

    Args:
        document: Any document.

    Returns:
        What the rules find; every confidence is 1, for rules do not weigh.

    Example:
        >>> from onrecord.core import make_document
        >>> found = find_by_rule(make_document("a.txt", "Bea Orr said that Bo left."))
        >>> [span.of(found.text) for span in found.said[0].content]
        ['that Bo left']
    """
    view = normalise(document.text)
    prose = to_prose(view.text)
    return Findings(
        document=document,
        view=view,
        sentences=prose.sentences,
        paragraphs=prose.paragraphs,
        quotations=prose.quotations,
        names=find_names(prose.words, prose.sentences),
        nominals=find_nominals(prose.words),
        said=find_said(prose),
    )

"""The built-in reader's eyes: the trained network's findings in a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

from onrecord.core import Document, MentionForm, Span, TextView, normalise
from onrecord.read.askers import without_asked
from onrecord.read.contents import close_gaps, drop_strays
from onrecord.read.cue_scores import PieceSpan, find_cues, score_cues
from onrecord.read.decode import IntArray, best_tags_by_line, spans_of
from onrecord.read.found import Findings, Named, Said
from onrecord.read.names import without_origin, without_title
from onrecord.read.network import (
    KIND_TAGS,
    ROLE_TAGS,
    Encoded,
    Network,
    encode_documents,
)
from onrecord.read.pieces import Pieces, encode_pieces
from onrecord.read.quotations import find_quotations
from onrecord.read.relations import Linked, link_cues
from onrecord.read.sentences import split_paragraphs, split_sentences
from onrecord.read.unlinked import unlinked_contents

# A long text is read in parts cut at line ends, and so many pieces at once, which
# bounds the memory of any input to some 150 MB.
_PART_PIECES, _GROUP_PIECES = 6_000, 24_000
# Attributions less sure than this are left out. Chosen on
# the dev part of PolNeAR (see the model card).
_LEAST_CONFIDENCE = 0.5


@dataclass(slots=True)
class _Seen:
    """What the network saw of one document so far."""

    names: list[Named] = field(default_factory=list)
    nominals: list[Named] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


def find_in(network: Network, tokenizer: Tokenizer, document: Document) -> Findings:
    """Read one document with the network.

    Documents are not read together: int8 arithmetic takes its scale from all that a
    call holds, and a record must not depend on what else was read that day.

    Args:
        network: The weights.
        tokenizer: From `onrecord.read.pieces.load_tokenizer`.
        document: Of any length.

    Returns:
        What the network found, in the document's view.
    """
    view = normalise(document.text)
    seen = _Seen()
    for group in _groups(_cut(encode_pieces(tokenizer, view.text))):
        _look(network, group, seen)
    return _to_findings(document, view, seen)


def _cut(pieces: Pieces) -> list[Pieces]:
    """Cut a text's pieces into parts, at line ends where there are any."""
    line_starts = pieces.line_starts
    parts, start = [], 0
    while len(pieces) - start > _PART_PIECES:
        limit = start + _PART_PIECES
        at = line_starts[np.searchsorted(line_starts, limit, side="right") - 1]
        end = int(at) if at > start else limit
        parts.append(pieces.part(start, end))
        start = end
    if len(pieces) > start:
        parts.append(pieces.part(start, len(pieces)))
    return parts


def _groups(parts: Sequence[Pieces]) -> Iterator[list[Pieces]]:
    group: list[Pieces] = []
    for part in parts:
        if group and sum(map(len, (*group, part))) > _GROUP_PIECES:
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _look(network: Network, parts: Sequence[Pieces], seen: _Seen) -> None:
    """Run the network over some parts of a text and note what it sees."""
    encoded = encode_documents(network, parts)
    tagged = [_tags(encoded, i, part) for i, part in enumerate(parts)]
    cues = find_cues(encoded, [roles for roles, _, _ in tagged])
    links = [
        link
        for link in link_cues(score_cues(network, encoded, parts, cues=cues))
        if link.content and link.cue.prob * link.content_prob > _LEAST_CONFIDENCE
    ]
    for i, part in enumerate(parts):
        own = [link for link in links if link.cue.document == i]
        seen.said += [_to_said(part, link) for link in own]
        roles, names, nominals = tagged[i]
        for span, prob in unlinked_contents(encoded.roles[i], roles, own):
            seen.said.append(Said((), (), (_chars(part, span),), round(prob, 3)))
        seen.names += _named(names, part, MentionForm.NAME)
        seen.nominals += _named(nominals, part, MentionForm.NOMINAL)


def _tags(encoded: Encoded, i: int, part: Pieces) -> list[IntArray]:
    """Decode the roles, names and nominals of one part in one go.

    All three heads tell three sorts of spans, so the same steps are allowed in each.
    """
    heads = (encoded.roles[i], encoded.names[i], encoded.nominals[i])
    starts = [part.line_starts + n * len(part) for n in range(len(heads))]
    edges = [len(part) * n for n in range(len(heads))]
    tagged = best_tags_by_line(
        np.concatenate(heads),
        np.tile(part.inner, len(heads)),
        np.concatenate([edges, *starts]),
        tags=ROLE_TAGS,
    )
    return np.split(tagged, edges[1:])


def _named(tagged: IntArray, part: Pieces, form: MentionForm) -> Iterator[Named]:
    for kind, start, end in spans_of(tagged, KIND_TAGS):
        yield Named(_chars(part, (start, end)), kind, form)


def _chars(pieces: Pieces, span: PieceSpan) -> Span:
    return Span(int(pieces.starts[span[0]]), int(pieces.ends[span[1] - 1]))


def _to_said(part: Pieces, link: Linked) -> Said:
    return Said(
        source=tuple(_chars(part, span) for span in link.source),
        cue=(_chars(part, link.cue.span),),
        content=tuple(_chars(part, span) for span in link.content),
        confidence=round(link.cue.prob * link.content_prob, 3),
    )


def _to_findings(document: Document, view: TextView, seen: _Seen) -> Findings:
    text = view.text
    paragraphs, quotations = split_paragraphs(text), find_quotations(text)
    said = drop_strays(paragraphs, quotations, close_gaps(text, seen.said))
    return Findings(
        document=document,
        view=view,
        sentences=split_sentences(text),
        paragraphs=paragraphs,
        quotations=quotations,
        names=tuple(
            without_title(text, cut)
            for name in seen.names
            for cut in without_origin(text, name)
        ),
        nominals=tuple(seen.nominals),
        said=without_asked(text, said),
    )

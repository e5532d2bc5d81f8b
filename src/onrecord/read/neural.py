"""The built-in reader's eyes: the trained network's findings in a document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from onrecord.core import Document, MentionForm, Span, TextView, normalise
from onrecord.read.anchors import Reading, place_anchors, read_anchors
from onrecord.read.askers import without_asked
from onrecord.read.contact_scores import see_contacts
from onrecord.read.contents import close_gaps, drop_strays, without_empty
from onrecord.read.cue_scores import find_cues, score_cues
from onrecord.read.decode import IntArray, best_tags_by_line, spans_of
from onrecord.read.found import ContactSeen, Findings, Judged, Named, Said
from onrecord.read.mention_words import find_pronouns
from onrecord.read.model import Model
from onrecord.read.names import (
    apart,
    dateline,
    with_first_name,
    without_origin,
    without_title,
)
from onrecord.read.network import Encoded, encode_documents
from onrecord.read.pieces import Pieces, encode_pieces
from onrecord.read.quotations import find_quotations
from onrecord.read.ranker import MentionRanker, edges_under
from onrecord.read.relations import Linked, link_cues
from onrecord.read.sentences import split_paragraphs, split_sentences
from onrecord.read.tags import KIND_TAGS, ROLE_TAGS, SPEAKER_KINDS, STANCES
from onrecord.read.unlinked import unlinked_contents

# A long text is read in parts cut at line ends, and so many pieces at once, which
# bounds the memory of any input to some 150 MB.
_PART_PIECES, _GROUP_PIECES = 6_000, 24_000
# Attributions less sure than this are left out. Chosen on
# the dev part of PolNeAR (see the model card).
_LEAST_CONFIDENCE = 0.5
_FORMS = (MentionForm.NAME, MentionForm.NOMINAL)
_SAID = "attribution"
_Judge = Callable[[Reading], Judged]


@dataclass(slots=True)
class _Seen:
    """What the network saw of one document so far."""

    text: str
    ranker: MentionRanker
    names: list[Named] = field(default_factory=list)
    nominals: list[Named] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    contacts: list[ContactSeen] = field(default_factory=list)


def find_in(model: Model, document: Document) -> Findings:
    """Read one document with the network.

    Documents are not read together: int8 arithmetic takes its scale from all that a
    call holds, and a record must not depend on what else was read that day.

    Args:
        model: The weights.
        document: Of any length.

    Returns:
        What the network found, in the document's view.
    """
    view = normalise(document.text)
    seen = _Seen(view.text, MentionRanker(model.network, view.text))
    for group in _groups(_cut(encode_pieces(model.tokenizer, view.text))):
        _look(model, group, seen)
    found = _to_findings(document, view, seen)
    return replace(
        found,
        calibrations=model.calibrations,
        contacts=tuple(seen.contacts) if "contacts" in model.heads else None,
        ranker=seen.ranker if "mentions" in model.heads else None,
    )


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


def _look(model: Model, parts: Sequence[Pieces], seen: _Seen) -> None:
    """Run the network over some parts of a text and note what it sees."""
    network = model.network
    encoded = encode_documents(network, parts)
    tagged = [_tags(encoded, i, part) for i, part in enumerate(parts)]
    cues = find_cues(encoded, [roles for roles, _, _ in tagged])
    links = [
        link
        for link in link_cues(score_cues(network, encoded, parts, cues=cues))
        if link.content and _confidence(link) > _LEAST_CONFIDENCE
    ]
    contacts = (
        see_contacts(network, encoded, parts)
        if "contacts" in model.heads
        else [()] * len(parts)
    )
    judge = _judged if "classes" in model.heads else None
    for i, part in enumerate(parts):
        own = [link for link in links if link.reading.anchor.document == i]
        roles, *named = tagged[i]
        said = [_to_said(part, link, judge) for link in own]
        alone = list(unlinked_contents(encoded.tags["roles"][i], roles, own))
        anchors = place_anchors(encoded, i, alone)
        readings = read_anchors(network, encoded, anchors, task=_SAID)
        said += _unlinked(part, readings, judge)
        names, nominals = (
            list(_named(seen.text, part, tags, form=form))
            for tags, form in zip(named, _FORMS, strict=True)
        )
        wanted = [*(n.span for n in (*names, *nominals)), *_pronouns(seen.text, part)]
        wanted += [span for one in said for span in one.source]
        wanted += [span for contact in contacts[i] for span in contact.parties]
        seen.ranker.keep(part, encoded.states[i], edges_under(part, wanted))
        seen.said += said
        seen.names += names
        seen.nominals += nominals
        seen.contacts += contacts[i]


def _tags(encoded: Encoded, i: int, part: Pieces) -> list[IntArray]:
    """Decode the roles, names and nominals of one part in one go.

    All three heads tell three sorts of spans, so the same steps are allowed in each.
    """
    heads = [encoded.tags[head][i] for head in ("roles", "names", "nominals")]
    starts = [part.line_starts + n * len(part) for n in range(len(heads))]
    edges = [len(part) * n for n in range(len(heads))]
    tagged = best_tags_by_line(
        np.concatenate(heads),
        np.tile(part.inner, len(heads)),
        np.concatenate([edges, *starts]),
        tags=ROLE_TAGS,
    )
    return np.split(tagged, edges[1:])


def _named(
    text: str, part: Pieces, tagged: IntArray, *, form: MentionForm
) -> Iterator[Named]:
    """Give what the tags mark, without spans that hold no word at all."""
    for kind, start, end in spans_of(tagged, KIND_TAGS):
        span = part.chars((start, end))
        if any(c.isalnum() for c in span.of(text)):
            yield Named(span, kind, form)


def _pronouns(text: str, part: Pieces) -> Iterator[Span]:
    if len(part):
        yield from find_pronouns(text, int(part.starts[0]), int(part.ends[-1]))


def _confidence(link: Linked) -> float:
    return link.reading.anchor.prob * link.content_prob


def _to_said(part: Pieces, link: Linked, judge: _Judge | None) -> Said:
    return Said(
        source=tuple(map(part.chars, link.source)),
        cue=(part.chars(link.reading.anchor.span),),
        content=tuple(map(part.chars, link.content)),
        confidence=round(_confidence(link), 3),
        judged=judge(link.reading) if judge else None,
    )


def _judged(reading: Reading) -> Judged:
    stances, speakers = (
        np.exp(reading.labels[name]).tolist() for name in ("stance", "speaker")
    )
    return Judged(
        stances=dict(zip(STANCES, stances, strict=True)),
        speakers=dict(zip(SPEAKER_KINDS, speakers, strict=True)),
    )


def _unlinked(
    part: Pieces, readings: Iterable[Reading], judge: _Judge | None
) -> Iterator[Said]:
    """Give contents without a cue, read for themselves instead."""
    for reading in readings:
        content = part.chars(reading.anchor.span)
        judged = judge(reading) if judge else None
        yield Said((), (), (content,), round(reading.anchor.prob, 3), judged)


def _to_findings(document: Document, view: TextView, seen: _Seen) -> Findings:
    text = view.text
    paragraphs, quotations = split_paragraphs(text), find_quotations(text)
    said = drop_strays(paragraphs, quotations, close_gaps(text, seen.said))
    said = without_empty(text, said)
    return Findings(
        document=document,
        view=view,
        sentences=split_sentences(text),
        paragraphs=paragraphs,
        quotations=quotations,
        names=tuple(
            with_first_name(text, without_title(text, cut))
            for name in seen.names
            for one in apart(text, dateline(text, name))
            for cut in without_origin(text, one)
        ),
        nominals=tuple(seen.nominals),
        said=without_asked(text, said),
    )

"""Attributions by cues and quotation marks, for the rules reader."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.core import Span
from onrecord.read.found import Said
from onrecord.read.quotations import Quotation
from onrecord.read.rule_clauses import Spoken, find_spoken
from onrecord.read.rule_contents import find_content
from onrecord.read.rule_prose import Prose

# Fewer words in marks are most often a single expression inside a clause.
_MIN_SPEECH_WORDS = 3
# How far from its quotation a cue may stand, in words.
_REACH = 12
_SPEECH_ENDS = frozenset(",.?!—-…")
_OWN_VOICE = frozenset({"i", "we", "you"})


@dataclass(slots=True)
class _Draft:
    """An attribution while its pieces are gathered."""

    source: Span | None
    content: list[Span] = field(default_factory=list)


def find_said(prose: Prose) -> tuple[Said, ...]:
    """Find who says what.

    A quotation goes with the cue right after it, or before it in its sentence, and
    further quotations of the paragraph without a cue go with the one before. Other
    cues have the clause that follows them, or, at a sentence's end, precedes them.

    Args:
        prose: The text.

    Returns:
        The attributions in the order of their cues, each with a content.
    """
    finder = _Finder(prose)
    for paragraph in prose.paragraphs:
        finder.read_quotations(paragraph)
    finder.read_clauses()
    return finder.said()


class _Finder:
    """Gathers the attributions of one text: quotations first, then clauses."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._drafts: dict[Span, _Draft] = {}
        self._by_group: dict[int, _Draft] = {}
        self._spoken = [
            spoken
            for stretch in prose.stretches()
            for spoken in find_spoken(prose.words, stretch)
            if not self._is_aside(spoken)
        ]

    def said(self) -> tuple[Said, ...]:
        return tuple(
            Said(
                source=(draft.source,) if draft.source else (),
                cue=(cue,),
                content=tuple(_apart(draft.content)),
            )
            for cue, draft in sorted(self._drafts.items(), key=lambda item: item[0])
            if draft.content
        )

    def read_quotations(self, paragraph: Span) -> None:
        """Give the quotations of a paragraph their cues."""
        last: _Draft | None = None
        for quotation in self._prose.quotations_in(paragraph):
            if not self._is_speech(quotation):
                continue
            spoken = self._cue_after(quotation) or self._cue_before(quotation)
            if spoken is not None:
                last = self._start(spoken)
            elif quotation.group in self._by_group:
                last = self._by_group[quotation.group]
            if last is not None:
                last.content.append(self._with_start(quotation))
                self._by_group[quotation.group] = last

    def read_clauses(self) -> None:
        """Give the cues that no quotation has taken what follows or precedes them."""
        taken = set(self._drafts)
        subjects: dict[int, Span] = {}
        for spoken in self._spoken:
            cue = self._prose.span(spoken.group)
            if cue not in taken:
                content = find_content(self._prose, spoken)
                if content is None:
                    continue
                self._start(spoken).content.append(content)
            draft = self._drafts[cue]
            sentence = self._prose.sentence_at(cue.start).start
            if draft.source is None:
                draft.source = subjects.get(sentence)
            else:
                subjects[sentence] = draft.source

    def _is_aside(self, spoken: Spoken) -> bool:
        """Tell whether somebody quoted speaks of their own thinking: "I think"."""
        words = self._prose.words
        if spoken.source is None or words[spoken.source[0]].low not in _OWN_VOICE:
            return False
        return self._prose.is_quoted(words[spoken.group[0]].span.start)

    def _is_speech(self, quotation: Quotation) -> bool:
        """Tell speech from an expression in marks inside a clause."""
        inner, start = quotation.inner.of(self._prose.text), quotation.outer.start
        if inner[-1] in _SPEECH_ENDS or not quotation.closed:
            return True
        before = self._prose.text[max(0, start - 2) : start].rstrip()[-1:]
        is_long = len(inner.split(maxsplit=_MIN_SPEECH_WORDS)) >= _MIN_SPEECH_WORDS
        return is_long and (before in {",", ":"} or inner[0].isupper())

    def _start(self, spoken: Spoken) -> _Draft:
        cue = self._prose.span(spoken.group)
        if cue not in self._drafts:
            source = self._prose.span(spoken.source) if spoken.source else None
            self._drafts[cue] = _Draft(source)
        return self._drafts[cue]

    def _spoken_in(self, part: range) -> list[Spoken]:
        first, last = (
            bisect_left(self._spoken, place, key=lambda spoken: spoken.group[0])
            for place in (part.start, part.stop)
        )
        return self._spoken[first:last]

    def _cue_after(self, quotation: Quotation) -> Spoken | None:
        """Find "he said" or "said he" right behind a quotation."""
        start = quotation.outer.end
        if quotation.inner.of(self._prose.text)[-1] == ".":
            return None
        part = self._prose.within(start, self._prose.sentence_at(start - 1).end)
        for spoken in self._spoken_in(part[:_REACH]):
            begins = spoken.source is not None and spoken.first - part.start in {0, 1}
            if spoken.cue.is_speech and begins:
                return spoken
        return None

    def _cue_before(self, quotation: Quotation) -> Spoken | None:
        """Find "he said," or "said he:" in the sentence before a quotation."""
        start = quotation.outer.start
        part = self._prose.within(self._prose.sentence_at(start).start, start)
        speech = [spoken for spoken in self._spoken_in(part) if spoken.cue.is_speech]
        if not speech:
            return None
        between = part.stop - speech[-1].last
        opens = between > 0 and self._prose.words[part.stop - 1].low in {",", ":"}
        return speech[-1] if between <= 0 or (opens and between <= _REACH) else None

    def _with_start(self, quotation: Quotation) -> Span:
        """Take in the words that a quotation ends: the plan "is a mistake," he said."""
        outer = quotation.outer
        start = self._prose.sentence_at(outer.start).start
        before = self._prose.within(start, outer.start)
        marks = any(self._prose.words[i].is_mark for i in before)
        if not before or marks or self._spoken_in(before):
            return outer
        return Span(start, outer.end)


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """Give spans in order, without those that an earlier one overlaps."""
    last: Span | None = None
    for span in sorted(spans):
        if last is None or not last.overlaps(span):
            yield span
            last = span

"""What contacts and events of a document have in common: voice, modality, time."""

from collections.abc import Sequence

from onrecord.core import Modality, Span
from onrecord.read.circumstances import time_of
from onrecord.read.found import Claimed
from onrecord.read.modality import Telling, modality_of
from onrecord.read.referents import Referents
from onrecord.read.scene import Scene
from onrecord.read.syntax.sentence import Sentence, take_apart
from onrecord.read.times import find_times


class Happenings:
    """Says when something in a document took place, and whether it did.

    Attributes:
        scene: The document and who is who in it.
        referents: Who is meant and who says what.
        times: The expressions of time, in text order.
    """

    def __init__(self, scene: Scene, claims: Sequence[Claimed]) -> None:
        self.scene = scene
        self.referents = Referents(scene, claims)
        self._published = scene.findings.published
        self.times = find_times(scene.findings.text, published=self._published)
        self._sentences: dict[Span, Sentence] = {}

    def sentence(self, span: Span) -> Sentence:
        """Take one sentence of the document apart; the second time it is at hand."""
        if span not in self._sentences:
            findings = self.scene.findings
            self._sentences[span] = take_apart(
                findings.text,
                span,
                names=[named for named, _ in self.scene.cast.within(span)],
                nominals=[n for n in findings.nominals if span.contains(n.span)],
            )
        return self._sentences[span]

    def time_of(self, sentence: Sentence, at: tuple[int, int]) -> Span | None:
        """Find the expression of time that belongs to a trigger, None without one."""
        return time_of(sentence, at, [time.span for time in self.times])

    def modality_of(
        self, sentence: Sentence, at: tuple[int, int], time: Span | None
    ) -> Modality:
        """Tell how the text presents what a trigger names.

        Args:
            sentence: The sentence.
            at: First and last token of the trigger, or of its noun phrase.
            time: When it took place; a day after the publication makes it planned.
        """
        claim = self.referents.claim_at(sentence.tokens[at[1]].span.start)
        stance = self.referents.stance_of_cue(claim)
        told = modality_of(sentence, at, Telling(claim is not None, stance))
        to_come = told is Modality.HAPPENED and self._is_to_come(time)
        return Modality.PLANNED if to_come else told

    def _is_to_come(self, span: Span | None) -> bool:
        """Tell whether a time lies wholly after the day of publication."""
        found = next((time for time in self.times if time.span == span), None)
        if self._published is None or found is None or found.range is None:
            return False
        earliest = found.range.earliest
        return earliest is not None and earliest > self._published

"""Whom a noun phrase means: a figure of the cast, or somebody by description."""

from collections.abc import Sequence

from onrecord.core import QuoteForm, Span, Stance
from onrecord.read.cast import PERSON
from onrecord.read.found import Claimed, Figured
from onrecord.read.names import core_name
from onrecord.read.portraits import GENDERS
from onrecord.read.pronouns import Wanted, resolve_person
from onrecord.read.scene import Scene
from onrecord.read.stances import cue_stance
from onrecord.read.syntax.phrases import Phrase, Sort

_FIRST = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})
_SECOND = frozenset({"you", "your", "yourself"})
_PERSONAL = _FIRST | _SECOND | {"they", "them", "their", "its"}
# Nouns that tell nothing of those they stand for unless more follows.
_VAGUE = frozenset(
    {"other", "people", "someone", "somebody", "anyone", "anybody", "those", "everyone"}
)
# Below this chance nobody is taken for meant. Chosen on the dev labels of contacts.
LEAST_SURE, LEAST_SURE_DESCRIBED = 0.4, 0.6
# Sentences back to the two that "they" may mean.
_BACK = 3
_TWO = 2


def _longest(offices: frozenset[str]) -> list[str]:
    """Leave out the ends of longer titles: "president" of "vice president"."""
    return [
        o for o in offices if not any(x != o and x.endswith(" " + o) for x in offices)
    ]


class Referents:
    """Resolves phrases of one document.

    Attributes:
        scene: The document and who is who in it.
        claims: Whose each attribution is.
    """

    def __init__(self, scene: Scene, claims: Sequence[Claimed]) -> None:
        self.scene = scene
        self.claims = claims
        self._met: dict[Span, int] = {}
        self._by_name = {
            name.casefold(): i
            for i, figure in reversed(list(enumerate(scene.cast.figures)))
            for name in (figure.name, *figure.aliases)
        }

    def claim_at(self, place: int) -> int | None:
        """Give the attribution whose content holds a place, the innermost if many."""
        holding = [
            (len(span), i)
            for i, said in enumerate(self.scene.findings.said)
            for span in said.content
            if span.start <= place < span.end
        ]
        return min(holding)[1] if holding else None

    def stance_of_cue(self, claim: int | None) -> Stance | None:
        """Give the stance that a cue itself takes, None for the writer's own words.

        A denial inside the words ("there were no talks") denies what it stands with,
        not all that is said in one breath; one in the cue ("denied") denies it all.
        """
        if claim is None:
            return None
        cue = self.scene.findings.said[claim].cue
        return cue_stance(" ".join(span.of(self.scene.findings.text) for span in cue))

    def resolve(
        self, phrase: Phrase, barred: frozenset[int] = frozenset()
    ) -> Figured | None:
        """Resolve a phrase.

        Args:
            phrase: A phrase that can be a party.
            barred: Figures that it cannot mean.

        Returns:
            Its words with the figure; a description keeps its words alone. None for
            a pronoun that nobody can be found for, and for "many others": a party must
            be identifiable.
        """
        if phrase.sort is Sort.PRONOUN:
            return self.pronoun(phrase.span, barred)
        if phrase.name is not None:
            return Figured(phrase.span, self._figure_of(phrase.name.span))
        if phrase.noun in _VAGUE and phrase.last == phrase.head:
            return None
        words = self._words(phrase.span)
        figure = self._by_name.get(core_name(words).casefold())
        if figure is None and phrase.sort is Sort.NOMINAL and not phrase.plural:
            figure = self._holder(phrase.span, words)
        if figure is None and phrase.sort is Sort.NOMINAL:
            figure = self._meant(phrase.span, barred, LEAST_SURE_DESCRIBED)
        return Figured(phrase.span, figure)

    def owner(self, span: Span) -> Figured | None:
        """Resolve the words that own something: "her" or "Ann Orr" of "Ann Orr's"."""
        words = self._words(span)
        if words in GENDERS or words in _PERSONAL:
            return self.pronoun(span)
        inside = self._ending_at(span)
        figure = inside[0] if inside else self._by_name.get(core_name(words).casefold())
        return Figured(span, figure)

    def _words(self, span: Span) -> str:
        return span.of(self.scene.findings.text).casefold()

    def _ending_at(self, span: Span) -> list[int]:
        named = self.scene.cast.within(span)
        return [figure for name, figure in named if name.span.end == span.end]

    def _figure_of(self, span: Span) -> int | None:
        ends = self._ending_at(span)
        return ends[0] if ends else self.scene.cast.at(span)

    def pronoun(
        self, span: Span, barred: frozenset[int] = frozenset()
    ) -> Figured | None:
        """Find whom a pronoun means, None when nobody fits."""
        word = self._words(span)
        if word in GENDERS:
            figure = self._third_person(span, word, barred)
            return None if figure is None else Figured(span, figure)
        place = self.claim_at(span.start)
        if place is None:
            return None
        claim = self.claims[place]
        figure = claim.addressee if word in _SECOND else claim.speaker
        if figure is not None and word in _FIRST | _SECOND:
            return Figured(span, figure)
        described = claim.described if word in _FIRST else None
        return None if described is None else Figured(described, None)

    def _third_person(
        self, span: Span, word: str, barred: frozenset[int]
    ) -> int | None:
        known = self._met.get(span)
        if known is not None and known not in barred:
            return known
        meant = self._meant(span, barred, LEAST_SURE)
        if meant is not None:
            return meant
        figure = resolve_person(self.scene, self._wanted(span, word, barred))
        if figure is not None:
            self._met[span] = figure
        return figure

    def _meant(self, span: Span, barred: frozenset[int], least: float) -> int | None:
        """Give whom the mention head finds, None without one or where it is unsure."""
        meant = self.scene.resolution.of(span)
        sure = meant is not None and meant.prob >= least
        figure = meant.figure if meant is not None and sure else None
        return None if figure in barred else figure

    def _wanted(self, span: Span, word: str, barred: frozenset[int]) -> Wanted:
        claim = self.claim_at(span.start)
        speaker = None if claim is None else self.claims[claim].speaker
        if claim is None or speaker is None:
            return Wanted(span.start, GENDERS[word], None, barred)
        # "Orr said he had met" is most likely Orr; "he" in Orr's own words is not.
        if self.claims[claim].form is QuoteForm.DIRECT:
            return Wanted(span.start, GENDERS[word], None, barred | {speaker})
        return Wanted(span.start, GENDERS[word], speaker, barred)

    def _holder(self, span: Span, words: str) -> int | None:
        """Give "the senator" to the only figure so titled before it."""
        if not words.startswith("the "):
            return None
        title = words.removeprefix("the ").removeprefix("former ")
        holders = {
            i
            for i, figure in enumerate(self.scene.cast.figures)
            if title in _longest(figure.offices)
            and figure.mentions[0].span.start < span.start
        }
        return holders.pop() if len(holders) == 1 else None

    def named_around(self, sentence: Span) -> frozenset[int]:
        """List the figures named in a sentence or in the one before."""
        around = self.scene.sentences_before(sentence.start, 2)
        zone = Span(around[0].start, sentence.end) if around else sentence
        return frozenset(figure for _, figure in self.scene.cast.within(zone))

    def two_before(self, place: int) -> tuple[Figured, ...]:
        """Give the two people that "they" or "the two men" means.

        They are the only two persons named in the sentence, or else in the last one
        before that names any.
        """
        for sentence in reversed(self.scene.sentences_before(place, _BACK)):
            people = dict.fromkeys(
                figure
                for named, figure in self.scene.cast.within(sentence)
                if named.span.end <= place
                and self.scene.cast.figures[figure].kind == PERSON
            )
            if people:
                both = tuple(Figured(None, figure) for figure in people)
                return both if len(both) == _TWO else ()
        return ()

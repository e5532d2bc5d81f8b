"""Cues with who says it, found word by word, for the rules reader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.read.cues import Cue, CueFound, CueKind, find_cues
from onrecord.read.lexicon import people_words, singular
from onrecord.read.rule_phrases import phrase_after, phrase_before
from onrecord.read.rule_words import places, rule_words
from onrecord.read.words import Run, Word

_LONGEST_GROUP = 4
_LONGEST_ADDRESS = 9
_INVERTING = frozenset({",", '"', "”", "'", "’", "?", "!", "-", "—"})
_POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "its"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cue with who says it; all numbers are indices of words.

    Attributes:
        cue: The row of the lexicon.
        group: The cue with its auxiliaries and adverbs ("has also said").
        source: Who, before or after the cue; None where nobody stands there.
        after: Where what follows begins: past addressee, day and place.
    """

    cue: Cue
    group: Run
    source: Run | None
    after: int

    @property
    def is_inverted(self) -> bool:
        """Tell whether the source follows the cue: "said Ann"."""
        return self.source is not None and self.source[0] >= self.group[1]

    @property
    def first(self) -> int:
        """Index of the first word of source and cue."""
        return min(self.group[0], self.source[0]) if self.source else self.group[0]

    @property
    def last(self) -> int:
        """Index past the last word of source and cue."""
        return max(self.group[1], self.source[1]) if self.source else self.group[1]


def find_spoken(words: Sequence[Word], stretch: range) -> Iterator[Spoken]:
    """Find the cues of a stretch of words that somebody says or holds something by.

    Args:
        words: All words of the text.
        stretch: Indices of a sentence, or of the part of it in or out of a quotation.

    Yields:
        The cues in order.
    """
    part = _Stretch(words, stretch.start, stretch.stop)
    for found in find_cues([words[i].low for i in stretch]):
        first, last = found.first + stretch.start, found.last + stretch.start
        spoken = part.spoken(CueFound(first, last, found.cues))
        if spoken is not None:
            yield spoken


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that belong together: a cue takes nothing from outside."""

    words: Sequence[Word]
    low: int
    high: int

    def before(self, place: int) -> str:
        """Give the word before a place; empty at the start."""
        return self.words[place - 1].low if place > self.low else ""

    def spoken(self, found: CueFound) -> Spoken | None:
        cue = self._reading(found)
        if cue.kind is CueKind.NOUN:
            return self._noun(found, cue)
        if cue.lemma == "according to":
            source = phrase_after(self.words, found.last, self.high, is_sure=True)
            group = (found.first, found.last)
            return Spoken(cue, group, source, found.last) if source else None
        return self._verb(found, cue)

    def _reading(self, found: CueFound) -> Cue:
        """Choose between the noun and the verb of one form by the word before."""
        before, lists = self.before(found.first), rule_words()
        is_noun = before == "'s" or before in lists.determiners - lists.pronouns
        wanted = CueKind.NOUN if is_noun else CueKind.VERB
        return next((c for c in found.cues if c.kind is wanted), found.cues[0])

    def _noun(self, found: CueFound, cue: Cue) -> Spoken | None:
        """Take a noun with "that" behind it: "his claim that", "Orr's claim that"."""
        if found.last >= self.high or self.words[found.last].low != "that":
            return None
        source: Run | None = None
        if self.before(found.first) == "'s":
            holder = phrase_before(self.words, found.first - 1, self.low)
            source = (holder[0], found.first) if holder else None
        elif self.before(found.first) in _POSSESSIVES:
            source = (found.first - 1, found.first)
        return Spoken(cue, (found.first, found.last), source, found.last)

    def _verb(self, found: CueFound, cue: Cue) -> Spoken | None:
        group = (self._group_start(found.first), found.last)
        # "United States" is a name and no verb.
        if f"{self.before(found.first)} {self.words[found.first].low}" in places():
            return None
        source = phrase_before(self.words, group[0], self.low)
        if self._may_invert(found, cue):
            source = self._turned(found, source)
        if source is None:
            if not self._goes_on(group, cue):
                return None
        elif source[0] < group[0] and not self._agrees(source, group, cue):
            return None
        return Spoken(cue, group, source, self._past_address(found.last, cue))

    def _group_start(self, place: int) -> int:
        first, auxiliaries = place, rule_words().auxiliaries
        while first > self.low and place - first < _LONGEST_GROUP:
            word = self.words[first - 1]
            fits = word.low in auxiliaries or word.low.endswith("ly")
            if word.is_capital or not fits:
                break
            first -= 1
        return first

    def _may_invert(self, found: CueFound, cue: Cue) -> bool:
        """Allow "said Ann" to speech right after a comma or a quotation."""
        before = self.before(found.first)
        is_past = not self.words[found.last - 1].low.endswith("ing")
        return cue.is_speech and is_past and (not before or before in _INVERTING)

    def _turned(self, found: CueFound, source: Run | None) -> Run | None:
        """Choose between who stands before and behind: ", said Ann." is clear."""
        turned = phrase_after(self.words, found.last, self.high)
        if source is None or turned is None:
            return source or turned
        rest = turned[1] >= self.high or self.words[turned[1]].low in {
            ".", ",", "in", "on",
        }  # fmt: skip
        is_pronoun = self.words[turned[0]].low in rule_words().pronouns
        return turned if rest and not is_pronoun else source

    def _goes_on(self, group: Run, cue: Cue) -> bool:
        """Tell whether it has the sentence's subject: ", adding that", "and said"."""
        verb, before = self.words[group[1] - 1].low, self.before(group[0])
        if verb.endswith("ing"):
            return cue.is_speech and before in {",", "", "-", "—"}
        return before == "and" and verb != cue.lemma

    def _agrees(self, source: Run, group: Run, cue: Cue) -> bool:
        """Tell a verb from the noun or participle that looks like it."""
        lists = rule_words()
        middle = {self.words[i].low for i in range(group[0], group[1] - 1)}
        verb = self.words[group[1] - 1].low
        is_participle = verb != cue.lemma and not verb.endswith("ing")
        if middle & lists.passive and is_participle:
            return cue.kind is CueKind.PHRASE
        if cue.kind is CueKind.PHRASE or verb != cue.lemma or middle & lists.modals:
            return True
        return self._is_plural(source)

    def _is_plural(self, source: Run) -> bool:
        people = people_words()
        head = self.words[source[1] - 1].low
        known = people.persons | people.offices | people.documents
        is_plural = singular(head) != head and singular(head) in known
        several = any(self.words[i].low == "and" for i in range(*source))
        return is_plural or several or head in rule_words().plurals

    def _past_address(self, start: int, cue: Cue) -> int:
        """Skip whom it was told to, and when and where."""
        limit = min(self.high, start + _LONGEST_ADDRESS)
        if cue.lemma in {"tell", "inform", "remind", "assure"}:
            start = self._addressee_end(start, limit)
        end, lists = start, rule_words()
        while end < limit and self.words[end].low in lists.after_cue:
            if self.words[end].low in lists.determiners and end == start:
                break
            if self.words[end].low == "that" or self.words[end].low in cue.takes:
                break
            end += 1
        follows = self.words[end].low if end < self.high else ""
        is_over = follows in {"that", ",", ":", '"', "“", "."}
        return end if is_over or end - start == 1 else start

    def _addressee_end(self, start: int, limit: int) -> int:
        lists, people = rule_words(), people_words()
        known = people.persons | people.bodies | people.offices
        if start < limit and self.words[start].low in lists.objects:
            return start + 1
        end = start
        while end < limit:
            word = self.words[end]
            joins = word.low in lists.determiners - {"that"} | {"'s", "of", "and"}
            if not (word.is_capital or joins or singular(word.low) in known):
                break
            end += 1
            if word.low in {"reporters", "supporters", "voters"}:
                break
        return end

"""Names of people, organisations and places against CrossNER politics.

A name counts when its place and its kind are the gold's, exactly. Both conventions cut
titles off names of people; the one difference that is evened out, on both sides, is a
leading "the", which the gold keeps in some names.

A name given where the gold has one of a kind that is not scored (an election, an event)
is left out of the count, and so is one of kind group, which the gold does not know. The
gold is flat: of names given inside one another the longest counts.

Source:
    Tjong Kim Sang and De Meulder, "Introduction to the CoNLL-2003 Shared Task" (2003),
    for exact spans and F1 over all of them together.
"""

from collections.abc import Callable, Iterable, Iterator
from operator import eq

from evals.corpus import Corpus
from evals.gold.crossner import KINDS, NamedText, load_crossner
from evals.measures.counts import Counts
from evals.section import Measured, Readings, Section
from onrecord.core import Document, EntityKind, MentionForm, Record, Span

_FILE = "data/ner/crossner_politics_dev.txt"
_SCORED = tuple(dict.fromkeys(KINDS.values()))
_ARTICLE = "the "

#: The place and kind of a name.
Name = tuple[Span, EntityKind]


def texts(corpus: Corpus) -> list[Document]:
    """Load the sentences, put together as texts."""
    return [text.document for text in _gold(corpus)]


def score_entities(corpus: Corpus, readings: Readings) -> Measured:
    """Score names on every text."""
    pairs = list(zip(_gold(corpus), readings.of(texts), strict=True))
    exact = _add_up(count_names(*pair) for pair in pairs)
    overlap = _add_up(count_names(*pair, is_same=_overlap) for pair in pairs)
    total = sum(exact.values(), Counts())
    notes = [exact[kind].line(f"  {kind}") for kind in _SCORED]
    about = sum(overlap.values(), Counts()).line("kind equal, edges not")
    return Measured({"entities": total.f1}, (total.line("entities"), *notes, about))


def _add_up(texts: Iterable[dict[EntityKind, Counts]]) -> dict[EntityKind, Counts]:
    total = dict.fromkeys(_SCORED, Counts())
    for counts in texts:
        for kind, one in counts.items():
            total[kind] += one
    return total


def count_names(
    text: NamedText, record: Record, *, is_same: Callable[[Name, Name], bool] = eq
) -> dict[EntityKind, Counts]:
    """Compare a record's names with a text's, by kind.

    Args:
        text: The gold.
        record: Of the same document.
        is_same: Whether a name given is one of the gold.
    """
    words = text.document.text
    gold = {(_without_article(words, span), kind) for span, kind in text.names}
    given = set(_given(text, record, gold))
    found = [name for name in gold if any(is_same(name, one) for one in given)]
    right = [name for name in given if any(is_same(name, one) for one in gold)]
    return {
        kind: Counts(
            n_gold=sum(one == kind for _, one in gold),
            n_found=sum(one == kind for _, one in found),
            n_given=sum(one == kind for _, one in given),
            n_right=sum(one == kind for _, one in right),
        )
        for kind in _SCORED
    }


def _overlap(one: Name, other: Name) -> bool:
    return one[1] == other[1] and one[0].overlaps(other[0])


def _given(text: NamedText, record: Record, gold: set[Name]) -> Iterator[Name]:
    """Give the names of a record that count, right or wrong."""
    words = text.document.text
    for span, kind in _outermost(_names(record)):
        name = (_without_article(words, span), kind)
        elsewhere = any(span.overlaps(other) for other in text.unscored)
        if kind in _SCORED and (name in gold or not elsewhere):
            yield name


def _names(record: Record) -> Iterator[Name]:
    for mention in record.mentions:
        if mention.form is MentionForm.NAME and mention.entity is not None:
            yield mention.span, record.entity(mention.entity).kind


def _outermost(names: Iterable[Name]) -> list[Name]:
    """Keep names that overlap no longer one; of equally long ones the first."""
    kept: list[Name] = []
    for span, kind in sorted(names, key=lambda name: (-len(name[0]), name[0])):
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, kind))
    return kept


def _without_article(words: str, span: Span) -> Span:
    has_article = span.of(words).lower().startswith(_ARTICLE)
    return Span(span.start + len(_ARTICLE), span.end) if has_article else span


def _gold(corpus: Corpus) -> tuple[NamedText, ...]:
    return load_crossner(corpus.shared / _FILE)


ENTITIES = Section(name="entities", data=(_FILE,), score=score_entities)

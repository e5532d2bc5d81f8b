"""GUM's coreference brought near to OntoNotes: chains of identity, no singletons.

Source:
    Zhu, Pradhan and Zeldes, "OntoGUM: Evaluating Contextualized SOTA Coreference
    Resolution on 12 More Genres" (ACL 2021) and "Anatomy of OntoGUM" (CRAC 2021), for
    what is left out. This is not their conversion, which also reshapes spans: what it
    follows are the rules that decide whether a mention belongs into a chain.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evals.gold.gum import GumText, Mention, Word
from onrecord.core import Span

# A predicate ("is a lawyer"), an apposition and a pointer to what a whole sentence
# said are no mentions of identity in OntoNotes. Bridging and split antecedents are
# marked elsewhere in GUM and are not read at all.
_NOT_IDENTITY = frozenset({"pred", "appos", "disc"})
_INDEFINITE = frozenset({"a", "an"})
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one someone or something.

    Attributes:
        kind: GUM's type of its first mention, such as ``person``.
        mentions: At least two, in the order of the text.
    """

    kind: str
    mentions: tuple[Mention, ...]


def to_chains(text: GumText) -> tuple[Chain, ...]:
    """Give the chains of a document.

    Args:
        text: Read from GUM.

    Returns:
        Without predicates, appositions, pointers to sentences and common nouns that
        modify another ("campaign" in "campaign office"); an indefinite description
        ("a lawyer") refers to nothing before it and starts a chain of its own.
    """
    by_entity: dict[str, list[Mention]] = {}
    for mention in text.mentions:
        if mention.link not in _NOT_IDENTITY and not _only_modifies(text, mention):
            by_entity.setdefault(mention.entity, []).append(mention)
    return tuple(
        Chain(part[0].kind, tuple(part))
        for mentions in by_entity.values()
        for part in _cut(text, mentions)
        if len(part) >= _LEAST
    )


def _cut(text: GumText, mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """Cut mentions of one entity before each indefinite description."""
    part: list[Mention] = []
    for mention in mentions:
        first = text.words[mention.first].span.of(text.document.text)
        if part and first.lower() in _INDEFINITE:
            yield part
            part = []
        part.append(mention)
    yield part


def _only_modifies(text: GumText, mention: Mention) -> bool:
    head = text.words[top_word(text.words, mention.first, mention.last)]
    return head.relation == "compound" and head.tag != "PROPN"


def top_word(words: tuple[Word, ...], first: int, last: int) -> int:
    """Give the word of a span that none of its others governs, the first if several.

    Args:
        words: Of the document.
        first: Index of the span's first word.
        last: Index of its last word.
    """
    inside = range(first, last + 1)
    return next((at for at in inside if words[at].head not in inside), first)


def head_word(words: tuple[Word, ...], first: int, last: int) -> int:
    """Give the word that stands for a span: of a name its last, else its top word.

    Universal Dependencies hang the words of a name on its first, flat. The last is the
    one that shorter forms of the name keep ("Ports Minister Ilse Maarten", "Maarten").

    Args:
        words: Of the document.
        first: Index of the span's first word.
        last: Index of its last word.
    """
    top = top_word(words, first, last)
    flat = (
        at
        for at in range(top + 1, last + 1)
        if words[at].head == top and words[at].relation == "flat"
    )
    return max(flat, default=top)


def trimmed(text: GumText, mention: Mention) -> Span:
    """Give a mention's place without the possessive at its end ("Vell's").

    Whether the mark belongs to the mention is a convention: GUM keeps it, a reader that
    looks for names does not.
    """
    span, last = text.span(mention), text.words[mention.last]
    ends_so = last.relation == "case" and last.tag == "PART"
    if ends_so and mention.first < mention.last:
        return Span(span.start, text.words[mention.last - 1].span.end)
    return span

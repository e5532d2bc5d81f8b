"""GUM: documents with their mentions, who is meant by each, and the syntax.

Source:
    Zeldes, "The GUM Corpus" (LRE 2017). The brackets in ``Entity=`` of the last column
    open a mention with the fields that the comment ``# global.Entity`` names
    (``GRP-etype-infstat-...-minspan-link-identity``) and close it with its ``GRP``, the
    entity's number; of two open mentions of one entity the inner one closes first.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from conllu import parse
from conllu.models import Token, TokenList

from evals.gold.joining import Joined
from onrecord.core import Document, Span, make_document

_BRACKET = re.compile(r"\((?P<fields>[^()]+)(?P<alone>\))?|(?P<closed>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the syntax.

    Attributes:
        span: Where it stands in the text.
        tag: Its universal part of speech.
        relation: Its dependency relation.
        head: Index of the word it depends on; None for the root.
    """

    span: Span
    tag: str
    relation: str
    head: int | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention as GUM marks it.

    Attributes:
        first: Index of its first word.
        last: Index of its last word.
        entity: The entity's number in its document.
        kind: The corpus's entity type, such as ``organization``.
        link: How it is tied to what was said before, such as ``ana`` or ``appos``.
    """

    first: int
    last: int
    entity: str
    kind: str
    link: str


@dataclass(frozen=True, slots=True)
class GumText:
    """A document of the corpus.

    Attributes:
        document: The text, a paragraph a line.
        words: Its words, in order.
        mentions: Its mentions, by place.
    """

    document: Document
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]

    def span(self, mention: Mention) -> Span:
        """Give the place of a mention."""
        words = self.words
        return Span(words[mention.first].span.start, words[mention.last].span.end)


@cache
def load_gum(folder: Path) -> tuple[GumText, ...]:
    """Read every document of a folder of CoNLL-U files, by name.

    Args:
        folder: One document a file.
    """
    return tuple(
        read_gum(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.conllu"))
    )


def read_gum(name: str, conllu: str) -> GumText:
    """Read one document.

    Args:
        name: What to call it.
        conllu: The text of its file.
    """
    sentences = parse(conllu)
    names = sentences[0].metadata["global.Entity"].split("-")
    joined, words, brackets = Joined(), list[Word](), _Brackets(names)
    for sentence in sentences:
        if "newpar" in sentence.metadata:
            joined.end_line()
        base = len(words)
        words += _read_sentence(sentence, joined, base)
        for at, token in enumerate(_words(sentence), base):
            brackets.read((token["misc"] or {}).get("Entity", ""), at)
    mentions = sorted(brackets.closed, key=lambda one: (one.first, -one.last))
    document = make_document(name, joined.text)
    return GumText(document, tuple(words), tuple(mentions))


def _words(sentence: TokenList) -> Iterator[Token]:
    """Give the words; ranges ("8-9") and empty nodes ("8.1") have a tuple for an id."""
    return (token for token in sentence if isinstance(token["id"], int))


def _read_sentence(sentence: TokenList, joined: Joined, base: int) -> Iterator[Word]:
    """Add a sentence to the text and give its words, the first at index ``base``."""
    gaps = _gaps(sentence)
    for token in _words(sentence):
        joined.add(token["form"], gaps[token["id"]])
        yield Word(
            span=joined.places[-1],
            tag=token["upos"],
            relation=token["deprel"],
            head=base + token["head"] - 1 if token["head"] else None,
        )


def _gaps(sentence: TokenList) -> Mapping[int, str]:
    """Give what follows each word: words written as one ("don't") have no gap."""
    gaps: dict[int, str] = {}
    inside: dict[int, str] = {}
    for token in sentence:
        gap = "" if (token["misc"] or {}).get("SpaceAfter") == "No" else " "
        if isinstance(token["id"], int):
            gaps[token["id"]] = inside.get(token["id"], gap)
        elif token["id"][1] == "-":
            first, _, last = token["id"]
            inside |= dict.fromkeys(range(first, last), "") | {last: gap}
    return gaps


@dataclass(slots=True)
class _Brackets:
    """Opens and closes mentions as their brackets come.

    Attributes:
        names: The fields of an opening bracket.
        closed: The mentions that are whole.
        open: The mentions that are not, each with its first word.
    """

    names: Sequence[str]
    closed: list[Mention] = field(default_factory=list)
    open: list[tuple[dict[str, str], int]] = field(default_factory=list)

    def read(self, brackets: str, at: int) -> None:
        """Read the brackets of the word at an index."""
        for found in _BRACKET.finditer(brackets):
            if found["fields"]:
                values = found["fields"].split("-", len(self.names) - 1)
                fields = dict(zip(self.names, values, strict=False))
                self.open.append((fields, at))
            if found["alone"] or found["closed"]:
                self._close(found["closed"] or self.open[-1][0]["GRP"], at)

    def _close(self, entity: str, at: int) -> None:
        n = max(i for i, (one, _) in enumerate(self.open) if one["GRP"] == entity)
        fields, first = self.open.pop(n)
        self.closed.append(Mention(first, at, entity, fields["etype"], fields["link"]))

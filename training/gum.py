"""GUM documents as training examples: names, descriptions, who is who."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.read.lexicon import people_words
from onrecord.read.mention_words import is_pronoun
from onrecord.read.pieces import encode_pieces
from training.entities import TokenText
from training.examples import Example, labelled_under
from training.people import Row, build_mentions

GUM_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
CONLLU_COLUMNS = 10
TITLES = (
    frozenset(people_words().addresses)
    | people_words().offices
    | {"the", "former", "vice", "prime"}
)


@dataclass(frozen=True, slots=True)
class _Marked:
    """One mention as GUM marks it: its group, kind, tokens and head's tokens."""

    group: str
    kind: str
    first: int
    last: int
    heads: tuple[int, ...]


def load_gum(data: Path, part: str, tokenizer: Tokenizer) -> list[Example]:
    """Load a part of GUM: names and nominals of people, organisations, places."""
    paths = sorted((data / "gum" / part / "conllu").glob("*.conllu"))
    return [_document(path, tokenizer) for path in paths]


def _document(path: Path, tokenizer: Tokenizer) -> Example:
    built, marked = read_conllu(path)
    rows = [row for m in marked if (row := _row(built, m)) is not None]
    pieces = encode_pieces(tokenizer, built.text)
    example = Example(name=path.stem, pieces=pieces)
    for form, target in (("name", "names"), ("nominal", "nominals")):
        spans = [(r[3], r[0], r[1]) for r in rows if r[2] == form]
        example = replace(example, **{target: labelled_under(pieces, spans)})
    mentions = build_mentions(
        built.text, pieces, rows, queried={(r[0], r[1]) for r in rows}
    )
    return replace(example, mentions=mentions)


def read_conllu(path: Path) -> tuple[TokenText, list[_Marked]]:
    """Read a document's text and mentions.

    Source:
        The GUM release, ``Entity=`` in the last column, fields as its header's
        ``global.Entity`` says: group, kind, ..., head tokens, ...
    """
    built, opened = TokenText(), list[tuple[str, list[str], int]]()
    marked = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and built.text:
            built.text = built.text.rstrip(" ") + "\n"
        columns = line.split("\t")
        if len(columns) != CONLLU_COLUMNS or not columns[0].isdigit():
            continue
        misc = dict(p.split("=", 1) for p in columns[9].split("|") if "=" in p)
        gap = "" if misc.get("SpaceAfter") == "No" else " "
        built.add(columns[1], columns[3], gap)
        index = len(built.spans) - 1
        for opens, body, closes in _brackets(misc.get("Entity", "")):
            fields = body.split("-")
            if opens:
                opened.append((fields[0], fields, index))
            if closes:
                at = max(i for i, item in enumerate(opened) if item[0] == fields[0])
                _, own, first = opened.pop(at)
                marked.append(_to_marked(own, first, index))
    return built, marked


def _brackets(entity: str) -> Iterator[tuple[str, str, str]]:
    yield from re.findall(r"(\()?([^()]+)(\))?", entity)


def _to_marked(fields: list[str], first: int, last: int) -> _Marked:
    heads = next((f for f in fields[2:] if re.fullmatch(r"\d+(,\d+)*", f)), "1")
    numbers = (first + int(i) - 1 for i in heads.split(","))
    inside = tuple(n for n in numbers if n <= last)
    return _Marked(fields[0], fields[1], first, last, inside or (last,))


def _row(built: TokenText, marked: _Marked) -> Row | None:
    """Cut a mention to its core; None for what is neither someone nor a pronoun."""
    tags = {built.tags[i] for i in marked.heads}
    low, high = min(marked.heads), max(marked.heads)
    start, end = built.spans[marked.first][0], built.spans[marked.last][1]
    if tags == {"PRON"} and is_pronoun(built.text[start:end]):
        return start, end, "pronoun", "other", marked.group
    kind = GUM_KINDS.get(marked.kind)
    if kind is None:
        return None
    if "PROPN" in tags:
        while low > marked.first and built.tags[low - 1] == "PROPN":
            low -= 1
        while low < high and built.forms[low].casefold().strip(".") in TITLES:
            low += 1
        return built.spans[low][0], built.spans[high][1], "name", kind, marked.group
    if tags & {"NOUN", "ADJ", "NUM"}:
        return start, built.spans[high][1], "nominal", kind, marked.group
    return None

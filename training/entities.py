"""Entity spans as training examples: GUM, CrossNER politics and wikigold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.read.lexicon import people_words
from onrecord.read.pieces import encode_pieces
from training.polnear import name_spans
from training.windows import Example

GUM_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
COLUMN_KINDS = {
    "politician": "person",
    "person": "person",
    "PER": "person",
    "organisation": "organisation",
    "politicalparty": "organisation",
    "ORG": "organisation",
    "country": "place",
    "location": "place",
    "LOC": "place",
}
TITLES = (
    frozenset(people_words().addresses)
    | people_words().offices
    | {
        "the",
        "former",
        "vice",
        "prime",
    }
)
Spans = list[tuple[str, int, int]]
CONLLU_COLUMNS = 10


@dataclass(slots=True)
class _Text:
    """A text put together from tokens, with the tokens' places."""

    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    def add(self, form: str, tag: str, gap: str) -> None:
        start = len(self.text)
        self.text += form + gap
        self.spans.append((start, start + len(form)))
        self.tags.append(tag)
        self.forms.append(form)


def load_gum(data: Path, part: str, tokenizer: Tokenizer) -> list[Example]:
    """Load a part of GUM: names and nominals of people, organisations, places."""
    paths = sorted((data / "gum" / part / "conllu").glob("*.conllu"))
    return [_gum_document(path, tokenizer) for path in paths]


def _gum_document(path: Path, tokenizer: Tokenizer) -> Example:
    built, opened = _Text(), list[tuple[str, str, int]]()
    names, nominals = Spans(), Spans()
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
        for start, body, end in re.findall(
            r"(\()?([^()]+)(\))?", misc.get("Entity", "")
        ):
            if start:
                opened.append((body.split("-")[0], body, index))
            if end:
                key = body.split("-")[0]
                at = max(i for i, item in enumerate(opened) if item[0] == key)
                _, fields, first = opened.pop(at)
                mention = _core(built, fields.split("-"), (first, index))
                if mention is not None:
                    form, kind, low, high = mention
                    (names if form == "name" else nominals).append((kind, low, high))
    pieces = encode_pieces(tokenizer, built.text)
    return Example(
        name=path.stem,
        pieces=pieces,
        names=name_spans(pieces, names),
        nominals=name_spans(pieces, nominals),
    )


def _core(
    built: _Text, fields: list[str], tokens: tuple[int, int]
) -> tuple[str, str, int, int] | None:
    """Cut one GUM mention to its core: form, kind, first and last character."""
    kind = GUM_KINDS.get(fields[1])
    heads = next((f for f in fields[2:] if re.fullmatch(r"\d+(,\d+)*", f)), None)
    if kind is None or heads is None:
        return None
    first, last = tokens
    wanted = [first + int(i) - 1 for i in heads.split(",")]
    low, high = min(wanted), max(wanted)
    if high > last:
        return None
    head_tags = {built.tags[i] for i in wanted}
    if "PROPN" in head_tags:
        while low > first and built.tags[low - 1] == "PROPN":
            low -= 1
        while low < high and built.forms[low].casefold().strip(".") in TITLES:
            low += 1
        return "name", kind, built.spans[low][0], built.spans[high][1]
    if head_tags & {"NOUN", "ADJ", "NUM"}:
        return "nominal", kind, built.spans[first][0], built.spans[high][1]
    return None


def load_columns(path: Path, tokenizer: Tokenizer, *, per_text: int) -> list[Example]:
    """Load a file of ``word tag`` lines (BIO or IO), several sentences to a text."""
    examples, built, names, n = [], _Text(), Spans(), 0
    for rows in _sentences(path):
        base = len(built.spans)
        for word, tag in rows:
            built.add(word, tag, " ")
        names += _column_spans(built, base)
        n += 1
        if n % per_text == 0:
            examples.append(_finish(built, names, tokenizer, name=f"{path.stem}-{n}"))
            built, names = _Text(), Spans()
    if built.text:
        examples.append(_finish(built, names, tokenizer, name=f"{path.stem}-{n}"))
    return examples


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) <= 1:
            if rows:
                yield rows
            rows = []
        else:
            rows.append((parts[0], parts[-1]))
    if rows:
        yield rows


def _column_spans(built: _Text, base: int) -> Iterator[tuple[str, int, int]]:
    run: list[int] = []
    label = ""
    for index in range(base, len(built.spans) + 1):
        tag = built.tags[index] if index < len(built.tags) else "O"
        edge, _, name = tag.partition("-")
        if run and not (edge == "I" and name == label):
            if label in COLUMN_KINDS:
                yield (
                    COLUMN_KINDS[label],
                    built.spans[run[0]][0],
                    built.spans[run[-1]][1],
                )
            run = []
        if name:
            label = name
            run.append(index)


def _finish(built: _Text, names: Spans, tokenizer: Tokenizer, *, name: str) -> Example:
    pieces = encode_pieces(tokenizer, built.text)
    return Example(name=name, pieces=pieces, names=name_spans(pieces, names))

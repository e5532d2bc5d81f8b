"""Names as training examples: CrossNER politics and wikigold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.read.pieces import encode_pieces
from training.examples import Example, labelled_under

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
Spans = list[tuple[str, int, int]]


@dataclass(slots=True)
class TokenText:
    """A text put together from tokens, with the tokens' places."""

    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    def add(self, form: str, tag: str, gap: str) -> None:
        """Add a token and what follows it."""
        start = len(self.text)
        self.text += form + gap
        self.spans.append((start, start + len(form)))
        self.tags.append(tag)
        self.forms.append(form)


def load_columns(path: Path, tokenizer: Tokenizer, *, per_text: int) -> list[Example]:
    """Load a file of ``word tag`` lines (BIO or IO), several sentences to a text."""
    examples, built, names, n = [], TokenText(), Spans(), 0
    for rows in _sentences(path):
        base = len(built.spans)
        for word, tag in rows:
            built.add(word, tag, " ")
        names += _column_spans(built, base)
        n += 1
        if n % per_text == 0:
            examples.append(_finish(built, names, tokenizer, name=f"{path.stem}-{n}"))
            built, names = TokenText(), Spans()
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


def _column_spans(built: TokenText, base: int) -> Iterator[tuple[str, int, int]]:
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


def _finish(
    built: TokenText, names: Spans, tokenizer: Tokenizer, *, name: str
) -> Example:
    pieces = encode_pieces(tokenizer, built.text)
    return Example(name=name, pieces=pieces, names=labelled_under(pieces, names))

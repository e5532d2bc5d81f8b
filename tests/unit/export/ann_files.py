"""A strict reader of brat files, written from the format's description alone."""

import re
from dataclasses import dataclass, field

TEXT_BOUND = re.compile(r"T\d+\t([A-Za-z_-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
EVENT = re.compile(r"E\d+\t([A-Za-z_-]+):(T\d+)((?: [A-Za-z_-]+\d*:[TE]\d+)*)")
ATTRIBUTE = re.compile(r"A\d+\t([A-Za-z_-]+) (E\d+)(?: (\S+))?")
NOTE = re.compile(r"#\d+\tAnnotatorNotes (E\d+)\t(.*)")


@dataclass
class TextBound:
    kind: str
    spans: list[tuple[int, int]]


@dataclass
class Happening:
    kind: str
    trigger: str
    arguments: dict[str, str]
    attributes: dict[str, str | None] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass
class AnnFile:
    passages: dict[str, TextBound]
    events: dict[str, Happening]

    def spans(self, event: Happening, role: str) -> list[tuple[int, int]]:
        target = event.arguments.get(role)
        return self.passages[target].spans if target else []


def parse(ann: str, text: str) -> AnnFile:
    """Parse a file as brat's server does: words that differ from the text raise."""
    assert not ann or ann.endswith("\n")
    # splitlines, as brat does: no other line end may hide in a text field.
    lines = {line.split("\t", 1)[0]: line for line in ann.splitlines()}
    assert len(lines) == ann.count("\n"), "an id stands twice"
    file = AnnFile(
        {key: _text_bound(line, text) for key, line in lines.items() if key[0] == "T"},
        {key: _event(line) for key, line in lines.items() if key[0] == "E"},
    )
    for event in file.events.values():
        for target in (event.trigger, *event.arguments.values()):
            assert target in file.passages or target in file.events
    for key, line in lines.items():
        if key[0] == "A":
            name, target, value = ATTRIBUTE.fullmatch(line).groups()
            file.events[target].attributes[name] = value
        elif key[0] == "#":
            target, note = NOTE.fullmatch(line).groups()
            file.events[target].notes.append(note)
    return file


def _text_bound(line: str, text: str) -> TextBound:
    kind, offsets, words = TEXT_BOUND.fullmatch(line).groups()
    spans = [tuple(map(int, part.split())) for part in offsets.split(";")]
    assert spans == sorted(spans)
    assert all(start < end <= len(text) for start, end in spans)
    assert words == " ".join(text[start:end] for start, end in spans)
    return TextBound(kind, spans)


def _event(line: str) -> Happening:
    kind, trigger, rest = EVENT.fullmatch(line).groups()
    pairs = [part.split(":") for part in rest.split()]
    assert len({role for role, _ in pairs}) == len(pairs), "a role stands twice"
    return Happening(kind, trigger, dict(pairs))

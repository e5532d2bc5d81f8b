"""The lines of a brat ``.ann`` file: numbering, fragments and safe text fields."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.core import Span
from onrecord.export.characters import for_page

__all__ = ["StandoffLines", "fragments"]

# Every character at which brat's own reader, or Python's splitlines, ends a line.
_LINE_END = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z_-]+")


def fragments(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    r"""Cut spans at line ends, which a text field cannot hold.

    brat compares the text field with the document's text at the offsets, letter by
    letter, so a line end can only be left out of both.

    Args:
        text: The document text.
        spans: Passages of one role, in order.

    Returns:
        The same passages in pieces without line ends; none where nothing else is left.

    Example:
        >>> fragments("one\n\ntwo", [Span(0, 8)])
        (Span(start=0, end=3), Span(start=5, end=8))
    """
    return tuple(piece for span in spans for piece in _lines(text, span))


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for found in _LINE_END.finditer(text, span.start, span.end):
        if start < found.start():
            yield Span(start, found.start())
        start = found.end()
    if start < span.end:
        yield Span(start, span.end)


class StandoffLines:
    r"""Collects the lines of one file and gives each its number.

    Example:
        >>> lines = StandoffLines("Ann met Bo.")
        >>> lines.text_bound("Source", [Span(0, 3)])
        'T1'
        >>> lines.lines
        ['T1\tSource 0 3\tAnn']
    """

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self._text = text
        self._counts: Counter[str] = Counter()

    def text_bound(self, kind: str, spans: Iterable[Span]) -> str | None:
        """Add passages.

        Args:
            kind: Type of annotation.
            spans: Passages of one role, in order.

        Returns:
            The line's id; None, and no line, when the passages hold line ends alone.
        """
        pieces = fragments(self._text, spans)
        if not pieces:
            return None
        offsets = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        # One blank between fragments, as brat joins them to compare.
        words = for_page(" ".join(piece.of(self._text) for piece in pieces))
        return self._add("T", f"{kind} {offsets}\t{words}")

    def event(
        self, kind: str, trigger: str, arguments: Iterable[tuple[str, str | None]]
    ) -> str:
        """Add an event; arguments of one role are numbered from the second on.

        Args:
            kind: Type of event.
            trigger: Id of the passage that names it.
            arguments: Role and id of each argument; those without an id are left out.

        Returns:
            The line's id.
        """
        seen: Counter[str] = Counter()
        parts = [f"{kind}:{trigger}"]
        for role, target in arguments:
            if target is not None:
                name = _NOT_IN_NAMES.sub("-", role).capitalize() or "Role"
                seen[name] += 1
                number = "" if seen[name] == 1 else seen[name]
                parts.append(f"{name}{number}:{target}")
        return self._add("E", " ".join(parts))

    def attribute(self, name: str, target: str, value: str | None = None) -> None:
        """Add an attribute of an event; without a value it is a flag.

        Args:
            name: Name of the attribute.
            target: Id of the event.
            value: A single word.
        """
        self._add("A", " ".join(part for part in (name, target, value) if part))

    def note(self, target: str, message: str) -> None:
        """Add a free text on an event.

        Args:
            target: Id of the event.
            message: What to say, on one line.
        """
        flat = _LINE_END.sub(" ", for_page(message)).replace("\t", " ")
        self._add("#", f"AnnotatorNotes {target}\t{flat}")

    def _add(self, prefix: str, rest: str) -> str:
        self._counts[prefix] += 1
        line_id = f"{prefix}{self._counts[prefix]}"
        self.lines.append(f"{line_id}\t{rest}")
        return line_id

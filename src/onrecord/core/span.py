"""Where in a text something stands."""

from dataclasses import dataclass

from onrecord.core.errors import SpanError

__all__ = ["Span", "to_utf16"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval of Unicode code points in one document's text.

    Spans sort by start, then by end.

    Attributes:
        start: Index of the first code point, counting from 0.
        end: Index one past the last code point; always greater than ``start``.

    Raises:
        SpanError: The interval is empty, reversed, starts below 0 or is not made
            of plain integers.

    Example:
        >>> Span(0, 3).of("Ann met Bo.")
        'Ann'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        # Array libraries hand out integers of their own, which JSON cannot write and
        # which would make two equal ids differ: refused here, where it is cheap.
        if type(self.start) is not int or type(self.end) is not int:
            raise SpanError(
                f"a span is made of two int, not {self.start!r} and {self.end!r}; "
                "convert them with int()"
            )
        if not 0 <= self.start < self.end:
            raise SpanError(
                f"a span needs 0 <= start < end, not {self.start!r} and {self.end!r}; "
                "for 'no passage' use None"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point.

        Example:
            >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
            (True, False)
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies inside this span; a span contains itself.

        Example:
            >>> Span(0, 5).contains(Span(3, 5)), Span(3, 5).contains(Span(0, 5))
            (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Give the words at this span.

        Args:
            text: The document text the span was measured on.

        Returns:
            ``text[start:end]``, never shortened.

        Raises:
            SpanError: The span reaches past the end of ``text``.

        Example:
            >>> Span(4, 7).of("Ann met Bo.")
            'met'
        """
        if self.end > len(text):
            raise SpanError(
                f"{self!r} reaches past the end of a text of {len(text)} code points; "
                "check that it was measured on this text"
            )
        return text[self.start : self.end]

    def to_json(self) -> list[int]:
        """Give the span as the record's JSON writes it.

        Example:
            >>> Span(4, 7).to_json()
            [4, 7]
        """
        return [self.start, self.end]


def to_utf16(text: str, span: Span) -> Span:
    """Convert a span to the units a browser counts in.

    JavaScript indexes strings by UTF-16 code unit, so every character outside
    the Basic Multilingual Plane counts twice there and once here. Use this at
    the point where a span leaves Python, and nowhere else.

    Args:
        text: The document text the span was measured on.
        span: Position in Unicode code points.

    Returns:
        The same passage in UTF-16 code units, half-open.

    Raises:
        SpanError: The span reaches past the end of ``text``.

    Source:
        ECMA-262, "The String Type" (strings are sequences of 16-bit units).

    Example:
        >>> to_utf16("🙂 no", Span(2, 4))
        Span(start=3, end=5)
    """
    start = _utf16_length(text[: span.start])
    return Span(start, start + _utf16_length(span.of(text)))


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

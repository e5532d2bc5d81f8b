"""Checked access to decoded JSON: every refusal names the path of what it refuses."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from onrecord.core.errors import CodecError, DataError
from onrecord.core.span import Span

__all__ = ["JsonNode"]

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")


class JsonNode:
    """A JSON value together with its path from the root.

    A node does not change; asking it for a kind of value gives that value or refuses.

    Attributes:
        value: The decoded JSON value.
        path: Where it stands, such as ``"attributions[3].cue[0]"``.

    Example:
        >>> JsonNode({"cue": [[4, 7]]}).key("cue").items(JsonNode.span)
        (Span(start=4, end=7),)
    """

    __slots__ = ("path", "value")

    def __init__(self, value: object, path: str = "") -> None:
        self.value = value
        self.path = path

    def refuse(self, wanted: str) -> CodecError:
        """Build the error that says what was wanted here, for the caller to raise."""
        value = repr(self.value)
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        return CodecError(
            f"{self.path or 'the record'} is {shown}, not {wanted}; "
            "see record.schema.json for the form"
        )

    def only(self, *names: str) -> None:
        """Refuse an object that lacks one of these keys or has others.

        Args:
            *names: Every key that the object has to have.

        Raises:
            CodecError: It is no object, or its keys differ.
        """
        found = self._object().keys()
        if missing := [name for name in names if name not in found]:
            raise self.refuse(f"an object with the key {missing[0]!r}")
        if unknown := sorted(map(repr, found - set(names))):
            raise self.refuse(f"an object without the key {unknown[0]}")

    def key(self, name: str) -> "JsonNode":
        """Give the value under a key.

        Raises:
            CodecError: This is no object, or it has no such key.
        """
        found = self._object()
        if name not in found:
            raise self.refuse(f"an object with the key {name!r}")
        return JsonNode(found[name], f"{self.path}.{name}" if self.path else name)

    def each(self) -> "Iterator[JsonNode]":
        """Give a list's values.

        Raises:
            CodecError: This is no list.
        """
        if not isinstance(self.value, list):
            raise self.refuse("a list")
        for index, value in enumerate(self.value):
            yield JsonNode(value, f"{self.path}[{index}]")

    def items(self, decode: Callable[["JsonNode"], _T]) -> tuple[_T, ...]:
        """Decode each of a list's values.

        Args:
            decode: What turns one node into a value.

        Returns:
            The values, in order.

        Raises:
            CodecError: This is no list, or ``decode`` refuses one of its values.
        """
        return tuple(decode(node) for node in self.each())

    def optional(self, decode: Callable[["JsonNode"], _T]) -> _T | None:
        """Decode the value, or give None for null."""
        return None if self.value is None else decode(self)

    def string(self) -> str:
        """Give a string, or refuse."""
        if not isinstance(self.value, str):
            raise self.refuse("a string")
        return self.value

    def boolean(self) -> bool:
        """Give a boolean, or refuse."""
        if not isinstance(self.value, bool):
            raise self.refuse("true or false")
        return self.value

    def integer(self) -> int:
        """Give an integer, or refuse; booleans are none."""
        if type(self.value) is not int:
            raise self.refuse("an integer")
        return self.value

    def number(self) -> float:
        """Give a number, or refuse; booleans are none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.refuse("a number")
        return float(self.value)

    def day(self) -> date:
        """Give a date written as YYYY-MM-DD, or refuse."""
        text = self.string()
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise self.refuse("a date such as '2017-02-14'") from error
        # fromisoformat also takes '20170214' and week dates: one form in, one form out.
        if day.isoformat() != text:
            raise self.refuse("a date such as '2017-02-14'")
        return day

    def span(self) -> Span:
        """Give a span written as [start, end], or refuse."""
        if not isinstance(self.value, list) or len(self.value) != 2:  # noqa: PLR2004
            raise self.refuse("a pair [start, end]")
        start, end = self.items(JsonNode.integer)
        return self.build(lambda: Span(start, end))

    def member(self, kind: type[_E]) -> _E:
        """Give a member of a closed set of words, or refuse.

        Args:
            kind: The set.

        Returns:
            The member whose value this is.

        Raises:
            CodecError: The word is not in the set.
        """
        words = [member.value for member in kind]
        if self.value not in words:
            raise self.refuse(f"one of {', '.join(words)}")
        return kind(self.string())

    def build(self, make: Callable[[], _T]) -> _T:
        """Build a value whose own checks may refuse, and name the path if they do.

        Args:
            make: Builds the value.

        Returns:
            What ``make`` gives.

        Raises:
            CodecError: ``make`` raised a `DataError`.
        """
        try:
            return make()
        except CodecError:
            raise
        except DataError as error:
            raise CodecError(f"{self.path or 'the record'}: {error}") from error

    def _object(self) -> Mapping[str, object]:
        if not isinstance(self.value, dict):
            raise self.refuse("an object")
        return self.value


_SHOWN = 60

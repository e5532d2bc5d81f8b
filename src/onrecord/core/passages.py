"""How an annotation tells its spans and its references, and what all of them refuse."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from onrecord.core.errors import DataError
from onrecord.core.span import Span

__all__ = ["Passages", "References", "check_confidence", "check_order", "present"]

_T = TypeVar("_T")

#: Each span of an annotation, with the role that it plays there.
Passages = Iterator[tuple[str, Span]]
#: Each annotation that another needs: its kind (entity, time, attribution) and id.
References = Iterator[tuple[str, str]]


def present(name: str, value: _T | None) -> Iterator[tuple[str, _T]]:
    """Give the name with the value, or nothing when there is none.

    Args:
        name: Role or kind.
        value: A span or an id, or None.

    Yields:
        At most one pair.

    Example:
        >>> list(present("place", Span(3, 5))), list(present("place", None))
        ([('place', Span(start=3, end=5))], [])
    """
    if value is not None:
        yield name, value


def check_order(owner: str, spans: tuple[Span, ...]) -> None:
    """Refuse the spans of one role when they are out of order or overlap.

    Args:
        owner: Id of the annotation, for the message.
        spans: Passages of one role; two that touch are allowed.

    Raises:
        DataError: A span starts before the one in front of it ends.
    """
    for left, right in pairwise(spans):
        if left.end > right.start:
            raise DataError(
                f"{owner!r} has {left!r} before {right!r} in one role; "
                "sort the spans and merge those that overlap"
            )


def check_confidence(owner: str, confidence: object) -> None:
    """Refuse a confidence that is no number from 0 to 1.

    Args:
        owner: Id of the annotation, for the message.
        confidence: The value.

    Raises:
        DataError: It is outside [0, 1], not a number, or a number of an array library.
    """
    # NaN fails the comparison; numbers of array libraries, which JSON cannot write,
    # fail the type.
    if not (isinstance(confidence, int | float) and 0 <= confidence <= 1):
        raise DataError(
            f"{owner!r} has the confidence {confidence!r}; give a float from 0 to 1"
        )

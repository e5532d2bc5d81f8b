"""What every exporter offers, and what may be asked of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TextIO

from onrecord.core import InputError, Record

__all__ = ["MIN_WIDTH", "ExportOptions", "Exporter"]

# Under this many columns names and labels no longer fit beside each other.
MIN_WIDTH = 40


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How an export shall look. Each exporter heeds what concerns its format.

    Attributes:
        width: Columns that the text view may fill, at least 40.
        colour: Whether the text view may use colour; words carry the meaning anyway.
        title: Title of the HTML page; None takes it from the documents.

    Raises:
        InputError: The width is too small to set anything in.

    Example:
        >>> ExportOptions(width=120).colour
        False
    """

    width: int = 80
    colour: bool = False
    title: str | None = None

    def __post_init__(self) -> None:
        if self.width < MIN_WIDTH:
            raise InputError(
                f"a width of {self.width!r} columns is too narrow for the text view; "
                f"give at least {MIN_WIDTH}"
            )


class Exporter(Protocol):
    """One format that records can be written in."""

    @property
    def name(self) -> str:
        """Word that chooses the format, as in ``--format json``."""

    def export(
        self, records: Iterable[Record], stream: TextIO, *, options: ExportOptions
    ) -> None:
        """Write records to a stream, each as soon as the format allows.

        Args:
            records: Records to write, in this order; may be a generator.
            stream: Where to write; it is neither closed nor flushed.
            options: How it shall look.

        Raises:
            InputError: The format cannot hold these records together.
        """

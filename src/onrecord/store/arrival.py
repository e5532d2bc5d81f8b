"""What comes to the archive with a record: its page, its print, its last visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.core.overlap import Overlap
from onrecord.core.record import Record


class TextPrint(Protocol):
    """What the archive needs to find a text's copies.

    Attributes:
        method: Changes whenever other numbers or another verdict would come out.
        agency: News agency that the text is credited to, if any.
        fingerprints: Numbers below 2 ** 48; texts that share long passages share some.
    """

    @property
    def method(self) -> str:
        """Give what tells this way of comparing from others."""

    @property
    def agency(self) -> str | None:
        """Give the news agency that is credited."""

    @property
    def fingerprints(self) -> Sequence[int]:
        """Give the numbers by which the text is found."""

    def compare(self, text: str, agency: str | None) -> Overlap:
        """Say what the text has in common with another."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a server said of the text that it gave.

    Attributes:
        address: The address that was asked for.
        etag: The answer's ``ETag``, if any.
        last_modified: Its ``Last-Modified``, if any.
    """

    address: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One record on its way into the archive.

    Attributes:
        record: The record with its document.
        page: Address of the page it was read from, in one spelling; None for a text
            that has none.
        text_print: Finds its copies; None leaves that for later.
        visit: How it was fetched, if it was.
    """

    record: Record
    page: str | None = None
    text_print: TextPrint | None = None
    visit: Visit | None = None

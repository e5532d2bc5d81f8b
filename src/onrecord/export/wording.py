"""The words for the record's labels, dates and lists, as people read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from onrecord.core import ContactKind, DateRange

__all__ = ["ARTICLE", "Wording", "counted", "joined", "load_wording"]

# Who claims what nobody is given as the source of: the writer's voice is the writer's.
ARTICLE = "the article"
_YEAR_CHARS, _MONTH_CHARS = len("2017"), len("2017-02")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of ``wording.yaml``. Get it with `load_wording`.

    Attributes:
        tables: Table name, then label, to its words.
        months: Names of the twelve months.
    """

    tables: Mapping[str, Mapping[str, str]]
    months: Sequence[str]

    def of(self, table: str, label: str) -> str:
        """Give the words for a label.

        Args:
            table: Which kind of label, such as ``"stance"``.
            label: The label, as in the record's JSON.

        Returns:
            Its words.

        Example:
            >>> load_wording().of("modality", "not-held")
            'not held'
        """
        return self.tables[table][label]

    def contact(self, kind: ContactKind, parties: Sequence[str]) -> str:
        """Name a contact and its parties, without saying that it took place.

        Args:
            kind: By what means.
            parties: Names of the parties, at least one.

        Returns:
            A phrase without a verb.

        Example:
            >>> load_wording().contact(ContactKind.CALL, ["Ann Lee", "Bo Carr"])
            'call between Ann Lee and Bo Carr'
        """
        table = "contact" if len(parties) > 1 else "contact_of_one"
        return self.of(table, kind).format(parties=joined(parties))

    def dates(self, days: DateRange) -> str:
        """Say which days are meant, with the precision they have and no more.

        Args:
            days: First and last possible day.

        Returns:
            A day, a month, a year or an interval in words.

        Example:
            >>> load_wording().dates(DateRange.month(2017, 2))
            'February 2017'
            >>> load_wording().dates(DateRange(date(2017, 2, 14), None))
            '14 February 2017 or later'
        """
        match [self._iso(part) for part in days.label.split("..")]:
            case [only]:
                return only
            case [first, ""]:
                return f"{first} or later"
            case ["", last]:
                return f"{last} or earlier"
            case [first, last]:
                return f"{first} to {last}"
        return days.label

    def day(self, day: date) -> str:
        """Give one day in words.

        Example:
            >>> load_wording().day(date(2017, 3, 12))
            '12 March 2017'
        """
        return self._iso(day.isoformat())

    def _iso(self, iso: str) -> str:
        """Put ISO 8601 at any of three precisions in words; leave other words alone."""
        match iso.split("-"):
            case [year, month, day]:
                return f"{int(day)} {self.months[int(month) - 1]} {year}"
            case [year, month]:
                return f"{self.months[int(month) - 1]} {year}"
        return "date not known" if iso == "unknown" else iso


@cache
def load_wording() -> Wording:
    """Read ``wording.yaml`` from the package, once.

    Returns:
        The words.
    """
    text = files("onrecord.export").joinpath("wording.yaml").read_text("utf-8")
    tables = yaml.safe_load(text)
    months = tuple(tables.pop("months"))
    frozen = {name: MappingProxyType(words) for name, words in tables.items()}
    return Wording(MappingProxyType(frozen), months)


def joined(names: Sequence[str]) -> str:
    """Give a list as people write it.

    Example:
        >>> joined(["Ann", "Bo", "Cy"])
        'Ann, Bo and Cy'
    """
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, noun: str) -> str:
    """Give a number with its noun.

    Example:
        >>> counted(1, "statement"), counted(0, "statement")
        ('1 statement', '0 statements')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

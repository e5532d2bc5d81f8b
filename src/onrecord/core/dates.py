"""Dates that keep the precision they were printed with."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from onrecord.core.errors import DataError

__all__ = ["DateRange"]


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days on which something can have been, first and last included.

    Unlike spans, whose end is exclusive, both bounds are days that are possible: they
    are what the record's JSON prints as ``earliest`` and ``latest``, and people read
    "latest 28 February" as including the 28th.

    Attributes:
        earliest: First possible day; None when nothing bounds it.
        latest: Last possible day; None when nothing bounds it.

    Raises:
        DataError: ``earliest`` is after ``latest``, or one of them is not a plain date.

    Example:
        >>> DateRange.month(2017, 2).label
        '2017-02'
    """

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        for day in (self.earliest, self.latest):
            check_day(day)
        if self.earliest and self.latest and self.earliest > self.latest:
            raise DataError(
                f"earliest {self.earliest.isoformat()!r} is after latest "
                f"{self.latest.isoformat()!r}; swap them"
            )

    @classmethod
    def day(cls, day: date) -> Self:
        """Give the range of a single day.

        Example:
            >>> DateRange.day(date(2017, 2, 14)).label
            '2017-02-14'
        """
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Give the range of a calendar month.

        Args:
            year: 1 to 9999.
            month: 1 to 12.

        Returns:
            First to last day of the month.

        Raises:
            DataError: There is no such month.

        Example:
            >>> DateRange.month(2016, 2).latest
            datetime.date(2016, 2, 29)
        """
        try:
            first = date(year, month, 1)
        except ValueError as error:
            raise DataError(
                f"no month {month!r} of year {year!r}; give 1 to 12 and 1 to 9999"
            ) from error
        return cls(first, first.replace(day=monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> Self:
        """Give the range of a calendar year.

        Args:
            year: 1 to 9999.

        Returns:
            First to last day of the year.

        Raises:
            DataError: There is no such year.

        Example:
            >>> DateRange.year(2016).label
            '2016'
        """
        return cls(cls.month(year, 1).earliest, cls.month(year, 12).latest)

    @property
    def is_known(self) -> bool:
        """Tell whether at least one bound is known."""
        return self.earliest is not None or self.latest is not None

    @property
    def is_day(self) -> bool:
        """Tell whether the range is exactly one day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def label(self) -> str:
        """Give the range in the fewest ISO words that lose nothing.

        Whole years and months are written as such; an open side is left empty;
        ``"unknown"`` stands for no bound at all.

        Example:
            >>> DateRange(date(2017, 2, 14), date(2017, 2, 16)).label
            '2017-02-14..2017-02-16'
            >>> DateRange(date(2019, 3, 1), date(2019, 5, 31)).label
            '2019-03..2019-05'
            >>> DateRange(None, date(2019, 5, 30)).label
            '..2019-05-30'
        """
        if not self.is_known:
            return "unknown"
        if self.earliest is None or self.latest is None:
            return f"{_iso(self.earliest)}..{_iso(self.latest)}"
        length = _shared_precision(self.earliest, self.latest)
        first, last = _iso(self.earliest)[:length], _iso(self.latest)[:length]
        return first if first == last else f"{first}..{last}"

    def overlaps(self, other: "DateRange") -> bool:
        """Tell whether some day is possible in both; an unknown side bounds nothing.

        Example:
            >>> DateRange.year(2016).overlaps(DateRange.month(2016, 5))
            True
        """
        return _not_after(self.earliest, other.latest) and _not_after(
            other.earliest, self.latest
        )


def check_day(day: date | None) -> None:
    """Refuse a moment where a day is meant.

    Args:
        day: The value to check.

    Raises:
        DataError: It is a ``datetime`` (which Python counts as a date) or no date.
    """
    if day is not None and (isinstance(day, datetime) or not isinstance(day, date)):
        raise DataError(f"{day!r} is not a plain date; use datetime.date")


def _not_after(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _shared_precision(earliest: date, latest: date) -> int:
    """Give how much of the ISO form both ends need: 4, 7 or 10 letters."""
    last_of_month = monthrange(latest.year, latest.month)[1]
    if earliest.day != 1 or latest.day != last_of_month:
        return 10
    return 4 if (earliest.month, latest.month) == (1, 12) else 7

"""The days that a question is limited to."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, true


@dataclass(frozen=True, slots=True)
class Period:
    """Days from one to another, both included.

    Attributes:
        first: First day; None for no bound.
        last: Last day; None for no bound.
    """

    first: date | None = None
    last: date | None = None

    def holds(self, earliest: Any, latest: Any = None) -> ColumnElement[bool]:
        """Give the condition that some day of a row lies in the period.

        A row without a day is left out as soon as there is a bound: its day is not
        known to lie in it.

        Args:
            earliest: Column with the first possible day.
            latest: Column with the last one; the same by default.
        """
        conditions: list[ColumnElement[bool]] = [true()]
        if self.first is not None:
            conditions.append(
                (earliest if latest is None else func.coalesce(latest, earliest))
                >= self.first
            )
        if self.last is not None:
            conditions.append(
                (earliest if latest is None else func.coalesce(earliest, latest))
                <= self.last
            )
        return and_(*conditions)


ALWAYS = Period()

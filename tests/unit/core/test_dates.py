from datetime import UTC, date, datetime

import pytest

from onrecord.core import DataError, DateRange


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [(2017, 2, 28), (2016, 2, 29), (1900, 2, 28), (2017, 4, 30), (9999, 12, 31)],
)
def test_a_month_ends_on_its_last_day(year: int, month: int, last: int) -> None:
    days = DateRange.month(year, month)
    assert (days.earliest, days.latest) == (
        date(year, month, 1),
        date(year, month, last),
    )


def test_a_year_is_all_its_days() -> None:
    assert DateRange.year(2017) == DateRange(date(2017, 1, 1), date(2017, 12, 31))


@pytest.mark.parametrize(("year", "month"), [(2017, 0), (2017, 13), (0, 1), (10000, 1)])
def test_what_is_no_month_is_refused(year: int, month: int) -> None:
    with pytest.raises(DataError, match=f"{month!r} of year {year!r}"):
        DateRange.month(year, month)


def test_bounds_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(DataError, match=r"2017-02-15.*2017-02-14"):
        DateRange(date(2017, 2, 15), date(2017, 2, 14))


@pytest.mark.parametrize("moment", [datetime(2017, 2, 1, tzinfo=UTC), "2017-02-01"])
def test_a_bound_is_a_plain_date(moment: object) -> None:
    with pytest.raises(DataError, match="plain date"):
        DateRange(moment, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("earliest", "latest", "label"),
    [
        (date(2017, 2, 14), date(2017, 2, 14), "2017-02-14"),
        (date(2017, 2, 14), date(2017, 2, 16), "2017-02-14..2017-02-16"),
        (date(2017, 2, 1), date(2017, 2, 28), "2017-02"),
        (date(2016, 2, 1), date(2016, 2, 28), "2016-02-01..2016-02-28"),
        (date(2017, 3, 1), date(2017, 5, 31), "2017-03..2017-05"),
        (date(2017, 1, 1), date(2017, 12, 31), "2017"),
        (date(2015, 1, 1), date(2017, 12, 31), "2015..2017"),
        (date(2015, 1, 1), date(2017, 11, 30), "2015-01..2017-11"),
        (date(2017, 2, 14), None, "2017-02-14.."),
        (None, date(2017, 2, 14), "..2017-02-14"),
        (None, None, "unknown"),
    ],
)
def test_label_is_as_short_as_the_range_allows(
    earliest: date | None, latest: date | None, label: str
) -> None:
    assert DateRange(earliest, latest).label == label


def test_a_day_is_told_from_a_range() -> None:
    assert DateRange.day(date(2017, 2, 14)).is_day
    assert not DateRange.month(2017, 2).is_day
    assert not DateRange(None, None).is_day


def test_one_bound_is_knowledge() -> None:
    assert DateRange(None, date(2017, 1, 1)).is_known
    assert DateRange(date(2017, 1, 1), None).is_known
    assert not DateRange(None, None).is_known


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [
        pytest.param(DateRange.month(2017, 2), True, id="itself"),
        pytest.param(DateRange.day(date(2017, 2, 28)), True, id="its last day"),
        pytest.param(DateRange.day(date(2017, 3, 1)), False, id="the day after"),
        pytest.param(DateRange.month(2017, 1), False, id="the month before"),
        pytest.param(DateRange(None, date(2017, 2, 1)), True, id="open before"),
        pytest.param(DateRange(date(2017, 3, 1), None), False, id="open after"),
        pytest.param(DateRange(None, None), True, id="unknown"),
    ],
)
def test_ranges_overlap_on_a_shared_day(other: DateRange, *, overlaps: bool) -> None:
    february = DateRange.month(2017, 2)
    assert february.overlaps(other) is overlaps
    assert other.overlaps(february) is overlaps

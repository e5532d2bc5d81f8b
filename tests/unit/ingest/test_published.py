"""Dates that are read, and those that are left open."""

from datetime import date

import pytest

from onrecord.ingest import parse_published


@pytest.mark.parametrize(
    "value",
    [
        "2017-03-12",
        " 2017-03-12\n",
        "20170312",
        "2017-03-12T08:00:00Z",
        "2017-03-12T23:59:59-11:00",
        "2017-03-12T08:00:00.123456+00:00",
        "2017-03-12 08:00",
        "2017-03-12 08:00:00 UTC",
        "20170312T080000Z",
        "2017/03/12",
        "12.03.2017",
        "12.3.2017",
        "12 March 2017",
        "12th March 2017",
        "March 12, 2017",
        "Mar. 12, 2017",
        "MARCH 12 2017",
        "Sunday, March 12, 2017",
        "Sun 12 Mar 2017",
        "March 12, 2017 at 8:05 a.m. EST",
        "March 12, 2017 8:05 PM",
        "Sun, 12 Mar 2017 08:00:00 GMT",
        "Sun, 12 Mar 2017 23:30:00 -0800",
        "12 Mar 2017 08:00:00 +0100",
    ],
)
def test_day_is_read_as_printed(value: str) -> None:
    assert parse_published(value) == date(2017, 3, 12)


def test_september_as_newspapers_write_it() -> None:
    assert parse_published("Sept. 3, 2017") == date(2017, 9, 3)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "03/04/2017",
        "2017",
        "2017-03",
        "March 2017",
        "March 12",
        "2017-W10",
        "2017-W10-7",
        "2017-02-30",
        "2017-13-12",
        "20171332",
        "2017-0312",
        "12 March 17",
        "31.02.2017",
        "1489276800",
        "2017-03-12 or later",
        "2017-03-12T",
        "Sun, 40 Mar 2017 08:00:00 GMT",
        "12 Foo 2017 08:00",
        "0000-01-01",
    ],
)
def test_what_names_no_single_day_is_left_open(value: str) -> None:
    assert parse_published(value) is None

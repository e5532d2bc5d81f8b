"""Stored times are aware and in UTC, on every database."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect

from onrecord.store.columns import UtcTime

NOON = datetime(2024, 5, 17, 12, tzinfo=UTC)
IN_PARIS = datetime(2024, 5, 17, 14, tzinfo=timezone(timedelta(hours=2)))

each_database = pytest.mark.parametrize(
    "dialect", [sqlite.dialect(), postgresql.dialect()], ids=lambda d: d.name
)


@each_database
def test_a_time_comes_back_in_utc(dialect: Dialect) -> None:
    stored = UtcTime().process_bind_param(IN_PARIS, dialect)
    back = UtcTime().process_result_value(stored, dialect)
    assert back == NOON
    assert back is not None
    assert back.tzinfo is UTC


def test_a_time_from_a_server_in_another_zone_is_turned_into_utc() -> None:
    back = UtcTime().process_result_value(IN_PARIS, postgresql.dialect())
    assert back is not None
    assert (back, back.tzinfo) == (NOON, UTC)


@each_database
def test_a_naive_time_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        UtcTime().process_bind_param(NOON.replace(tzinfo=None), dialect)

"""Moments on the clock of China, also at the edges of the calendar."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.operators.china import day_of, in_china

MOMENTS = st.datetimes(timezones=st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours))))


@pytest.mark.parametrize(
    ("told", "here"),
    [
        ("2026-11-23T17:00:00Z", "2026-11-24T01:00:00+08:00"),
        ("2026-11-23T17:00:00+08:00", "2026-11-23T17:00:00+08:00"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59+08:00"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+08:00"),
    ],
)
def test_the_clock_of_china(told: str, here: str) -> None:
    assert in_china(datetime.fromisoformat(told)).isoformat() == here


@given(MOMENTS)
@example(datetime.fromisoformat("9999-12-31T23:59:59Z"))
def test_every_moment_has_its_day(moment: datetime) -> None:
    assert abs(day_of(moment) - moment.date()) <= timedelta(days=1)
    assert in_china(moment).utcoffset() == timedelta(hours=8)

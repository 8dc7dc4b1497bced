"""Moments and days as the standards write them (RFC 3339)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from kiosk.domain.calendar import CHINA


def moment(value: datetime) -> str:
    """Write a moment as RFC 3339 in UTC, to the millisecond."""
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def start_of(day: date) -> str:
    """Write the beginning of a day in China as RFC 3339."""
    return datetime.combine(day, time(), CHINA).isoformat()

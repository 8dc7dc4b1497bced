"""Months of China's calendar, each named by its first day."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.domain.offers import first_of_next_month


def last_months(day: date, count: int) -> list[date]:
    """List so many whole months before a day, the newest first."""
    found, month = [], day.replace(day=1)
    for _ in range(count):
        month = (month - timedelta(days=1)).replace(day=1)
        found.append(month)
    return found


def last_day_of(month: date) -> date:
    """Return the last day of a month: the 28th to the 31st."""
    return first_of_next_month(month) - timedelta(days=1)

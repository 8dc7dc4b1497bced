"""How much of a plan was used in a month: the same for the same line and month, whenever one asks."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from kiosk.domain.offers import Allowance
from kiosk.sandbox.money_stories import HABITS
from kiosk.sandbox.months import last_day_of
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.tariffs import Tariff

LEAST, SPREAD = 15, 31
"""Hundredths: without a habit between 15 and 45 are used."""


def held_by(tariff: Tariff) -> Allowance:
    """Return what a month of a plan holds."""
    return Allowance(tariff.minutes, tariff.megabytes, tariff.messages)


def used_in(month: date, line: LineRecord, tariff: Tariff) -> Allowance:
    """Return what was used; nothing on a stopped line, and no data in the network of the 1990s."""
    if line.status == "suspended":
        return Allowance()
    minutes, megabytes, messages = _shares(month, line)
    return Allowance(
        tariff.minutes * minutes // 100,
        0 if line.network == "2G" else tariff.megabytes * megabytes // 100,
        tariff.messages * messages // 100,
    )


def used_so_far(day: date, line: LineRecord, tariff: Tariff, *, used_up: bool) -> Allowance:
    """Return what was used of the running month by a day; of data all, where it is used up."""
    whole, days = used_in(day.replace(day=1), line, tariff), last_day_of(day).day
    return Allowance(
        whole.minutes * day.day // days,
        tariff.megabytes if used_up else whole.megabytes * day.day // days,
        whole.messages * day.day // days,
    )


def _shares(month: date, line: LineRecord) -> tuple[int, int, int]:
    habit = HABITS.get(line.number)
    if habit is not None:
        return habit.minutes, habit.megabytes, habit.messages
    drawn = sha256(f"{line.number} {month}".encode()).digest()
    return LEAST + drawn[0] % SPREAD, LEAST + drawn[1] % SPREAD, LEAST + drawn[2] % SPREAD

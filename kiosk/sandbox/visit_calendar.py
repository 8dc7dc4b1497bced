"""When technicians of a district can come: on working days, in the country only half as often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import chain, islice

from kiosk.domain.calendar import CHINA
from kiosk.domain.faults import Slot
from kiosk.sandbox.places import District

WORKING_DAYS = 5
IN_TOWN, IN_THE_COUNTRY = (9, 11, 14, 16), (9, 14)
"""The hours at which a visit begins; each lasts two."""
LASTS = timedelta(hours=2)
BUSY_IN_EIGHTHS = 3
"""Of all times, how many other customers have taken before anybody asks."""


@dataclass(frozen=True)
class Calendar:
    """The times of one operator's technician in one district; each time can be given once."""

    operator: str
    district: District

    def times(self, now: datetime) -> list[Slot]:
        """List the times of the next five working days, taken or not; today counts while one is to come."""
        days = (
            to_come
            for day in _working_days(now)
            if (to_come := [slot for slot in self._times_on(day) if slot.begins > now])
        )
        return list(chain.from_iterable(islice(days, WORKING_DAYS)))

    def has(self, slot: Slot) -> bool:
        """Tell whether this is one of the technician's times, gone by or to come."""
        day = slot.begins.astimezone(CHINA).date()
        return _works(day) and slot in self._times_on(day)

    def is_busy(self, slot: Slot) -> bool:
        """Tell whether another customer had this time from the beginning: the same, whenever one asks."""
        drawn = sha256(self.key(slot).encode()).digest()[0]
        return drawn % 8 < BUSY_IN_EIGHTHS

    def key(self, slot: Slot) -> str:
        """Return what stands for this time and no other."""
        return f"{self.operator} {self.district.area} {slot.begins.astimezone(CHINA):%Y-%m-%dT%H}"

    def _times_on(self, day: date) -> list[Slot]:
        hours = IN_THE_COUNTRY if self.district.place.country else IN_TOWN
        begun = [datetime.combine(day, time(hour), CHINA) for hour in hours]
        return [Slot(begins, begins + LASTS) for begins in begun]


def _working_days(now: datetime) -> Iterator[date]:
    day = now.astimezone(CHINA).date()
    while True:
        if _works(day):
            yield day
        day += timedelta(days=1)


def _works(day: date) -> bool:
    return day.weekday() < 5

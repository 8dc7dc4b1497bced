"""A technician's visit: choosing a day and a time, booking it, moving it, calling it off (TMF646)."""

from __future__ import annotations

from datetime import date

from kiosk.domain.calendar import CHINA
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import Slot, Visit
from kiosk.domain.people import Identity
from kiosk.domain.visits import VisitWish
from kiosk.journeys.hall import Hall
from kiosk.journeys.visit_words import (
    it_could_not_be_booked,
    it_is_called_off,
    no_time_is_free,
    shall_it_be_called_off,
    shall_somebody_come,
    somebody_else_was_quicker,
    which_day,
    which_time,
)
from kiosk.screens import Review, commit, read
from kiosk.text import t


async def a_visit_is_booked(
    hall: Hall, identity: Identity, ticket: str, moved: Visit | None = None
) -> Visit | None:
    """Have her choose a time and book it; a visit `moved` gets the new one. None where none was booked."""
    while True:
        slot = await a_time(hall, identity, ticket)
        if slot is None:
            return None
        wish = VisitWish(identity.operator_id, identity.access, ticket, slot, moved.id if moved else "")
        try:
            return await agreed_visit(hall, wish, shall_somebody_come(slot, moved))
        except Refused as refused:
            if refused.reason is not Reason.TOO_LATE:
                await it_could_not_be_booked(hall.operator(identity.operator_id), moved)
                return None
            await somebody_else_was_quicker()


async def agreed_visit(hall: Hall, wish: VisitWish, review: Review) -> Visit | None:
    """Review, and send the wish; None where she would rather not. Raises Refused."""
    if not await review:
        return None
    return await commit(hall.desks.visit_wishes, wish, doing=t("Telling the technicians"))


async def a_time(hall: Hall, identity: Identity, ticket: str) -> Slot | None:
    """Ask for a day, then for a time of it; None where no time is free."""
    try:
        slots = await read(hall.desks.visits.slots, identity, ticket, doing=t("Looking for free times"))
    except Refused:
        slots = ()
    if not slots:
        await no_time_is_free(hall.operator(identity.operator_id))
        return None
    day = await which_day(slots, hall.today)
    return await which_time(tuple(slot for slot in slots if day_of(slot) == day))


def day_of(slot: Slot) -> date:
    """Return the day of a slot in China."""
    return slot.begins.astimezone(CHINA).date()


async def called_off(hall: Hall, identity: Identity, visit: Visit) -> bool:
    """Review, and call a visit off; tells whether it was."""
    wish = VisitWish(identity.operator_id, identity.access, visit.ticket, None, visit.id)
    try:
        ended = await agreed_visit(hall, wish, shall_it_be_called_off(visit))
    except Refused:
        await it_could_not_be_booked(hall.operator(identity.operator_id), visit)
        return False
    if ended is None:
        return False
    await it_is_called_off()
    return True

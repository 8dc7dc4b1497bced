"""The book of visits: booked, moved and called off, never two at one time, and each told by SMS."""

from __future__ import annotations

from datetime import timedelta

from kiosk.domain.faults import Slot, VisitState
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.filing import digest_of
from kiosk.sandbox.repairs import TOO_LATE, Repair
from kiosk.sandbox.ticket_bodies import canonical, given
from kiosk.sandbox.turn import Turn
from kiosk.sandbox.visit_bodies import CreateVisit
from kiosk.sandbox.visit_calendar import Calendar
from kiosk.sandbox.visit_news import tell
from kiosk.sandbox.visit_tables import VisitRecord, change_visit, visits, visits_where, write_visit

SLOT_TAKEN, VISIT_OPEN = "SLOT_TAKEN", "VISIT_OPEN"
FARTHEST = timedelta(days=60)
"""From now; times farther away are not even looked up."""


def free_times(turn: Turn, calendar: Calendar) -> list[Slot]:
    """List the times that nobody has yet."""
    return [slot for slot in calendar.times(turn.now) if not _is_taken(turn, calendar, slot)]


def book(turn: Turn, body: CreateVisit, key: str | None, repair: Repair) -> VisitRecord:
    """Book a visit; raises Problem 400 for a time that nobody offered, 409 where it cannot be any more."""
    slot, calendar = body.validFor.slot, repair.calendar
    if open_visits(turn, repair.ticket.id):
        raise Problem(409, "A technician comes for this repair already.", VISIT_OPEN)
    check_free(turn, calendar, slot)
    document = given(body)
    record = VisitRecord(
        operator=turn.brand.id,
        client_id=turn.grant.client_id,
        external_id=key,
        body=digest_of(canonical(body)),
        person=repair.ticket.person,
        ticket=repair.ticket.id,
        begins=slot.begins,
        ends=slot.ends,
        taken=calendar.key(slot),
        document={name: document[name] for name in ("category", "description", "note") if name in document},
        created_at=turn.now,
        changed_at=turn.now,
    )
    write_visit(turn.db, record)
    tell(turn, record, "booked")
    return record


def move(turn: Turn, record: VisitRecord, slot: Slot, calendar: Calendar) -> VisitRecord:
    """Let the technician come at another time; to the same time nothing is moved."""
    if slot == record.slot:
        return record
    check_free(turn, calendar, slot)
    moved = change_visit(
        turn.db, record, turn.now, begins=slot.begins, ends=slot.ends, taken=calendar.key(slot)
    )
    tell(turn, moved, "moved")
    return moved


def call_off(turn: Turn, record: VisitRecord) -> VisitRecord:
    """Let nobody come, and give the time to others."""
    cancelled = change_visit(turn.db, record, turn.now, cancelled=turn.now, taken=None)
    tell(turn, cancelled, "cancelled")
    return cancelled


def open_visits(turn: Turn, ticket: str) -> list[VisitRecord]:
    """List the visits for a repair that are still to come."""
    found = visits_where(turn.db, visits.c.ticket == ticket)
    return [one for one in found if one.state(turn.now) is VisitState.CONFIRMED]


def check_free(turn: Turn, calendar: Calendar, slot: Slot) -> None:
    """Raise Problem where a time cannot be had."""
    if abs(slot.begins - turn.now) > FARTHEST or not calendar.has(slot):
        raise Problem(400, "validFor is none of the technician's times.")
    if slot.begins <= turn.now:
        raise Problem(409, "This time has begun.", TOO_LATE)
    if slot not in calendar.times(turn.now):
        raise Problem(400, "validFor is too far away.")
    if _is_taken(turn, calendar, slot):
        raise Problem(409, "Somebody was quicker.", SLOT_TAKEN)


def _is_taken(turn: Turn, calendar: Calendar, slot: Slot) -> bool:
    return calendar.is_busy(slot) or bool(visits_where(turn.db, visits.c.taken == calendar.key(slot)))

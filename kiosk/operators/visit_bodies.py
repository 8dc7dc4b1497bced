"""A technician's visit as it is written and read (TMF646)."""

from __future__ import annotations

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.faults import Slot, Visit, VisitState
from kiosk.operators.china import in_china
from kiosk.operators.fault_shapes import Appointment
from kiosk.operators.labels import letters
from kiosk.operators.product_shapes import Period
from kiosk.operators.settling import Json
from kiosk.operators.system import System

API = "appointment"
_STATES = {state.value: state for state in VisitState}


def repair(ticket: str) -> Json:
    """Name the repair that a technician comes for, as TM Forum's relatedEntity."""
    return {"id": ticket, "role": "repair", "@referredType": "TroubleTicket"}


def period(slot: Slot) -> Json:
    """Write a time."""
    return {"startDateTime": slot.begins.isoformat(), "endDateTime": slot.ends.isoformat()}


def slot_from(told: Period) -> Slot | None:
    """Read a time, on the clock of China; None where it has no beginning, no end, or no length."""
    begins, ends = told.start_date_time, told.end_date_time
    if begins is None or ends is None or ends <= begins:
        return None
    return Slot(in_china(begins), in_china(ends))


def visit_from(system: System, told: Appointment, ticket: str) -> Visit:
    """Read a visit; raises Unavailable(BROKEN_ANSWER) where its time or its state cannot be read."""
    slot, state = slot_from(told.valid_for), _STATES.get(letters(told.status))
    if slot is None or state is None:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: a visit without its time or state")
    return Visit(told.id, ticket, slot, state)

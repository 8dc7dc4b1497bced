"""Booking, moving and cancelling a technician's visit (TMF646), once and only once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import quote

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import Slot, Visit, VisitState
from kiosk.domain.people import Access
from kiosk.domain.visits import VisitWish
from kiosk.operators.fault_shapes import Appointment
from kiosk.operators.http import Call
from kiosk.operators.settling import Json, customer, sent_once, settled
from kiosk.operators.system import System, system_of
from kiosk.operators.visit_bodies import API, period, repair, visit_from

REFUSALS = {
    "SLOT_TAKEN": Reason.TOO_LATE,
    "TOO_LATE": Reason.TOO_LATE,
    "VISIT_OPEN": Reason.NOT_ELIGIBLE,
}
"""Somebody was quicker, the time or the repair is over, the repair has a visit already."""

Kept = Mapping[str, str]


class VisitWishes:
    """Has visits booked, moved and cancelled."""

    name = "visit"
    settles = True

    def __init__(self, systems: Mapping[str, System], now: Callable[[], datetime]) -> None:
        self._systems = systems
        self._now = now

    def send(self, request: VisitWish, key: str) -> Visit:
        """Do it under its key; raises Refused(TOO_LATE) for a time that is gone or a visit that has ended."""
        system = system_of(self._systems, request.operator_id)
        act = _changed if request.visit_id else _booked
        return act(system, request.access, self.keep(request), key)

    def keep(self, request: VisitWish) -> Kept:
        """Return what settling needs: for which repair, which visit, what time, and when it was wished."""
        slot = request.slot
        return {
            "operator": request.operator_id,
            "party": request.access.subject,
            "ticket": request.ticket,
            "visit": request.visit_id,
            "begins": slot.begins.isoformat() if slot else "",
            "ends": slot.ends.isoformat() if slot else "",
            "wished": self._now().isoformat(),
        }

    def settle(self, kept: Kept, key: str) -> Visit:
        """Look whether it is so, and do it where it is not; with the kiosk's own token.

        Raises Refused(TOO_LATE) where the visit was changed since: a newer wish is not undone.
        """
        system = system_of(self._systems, kept["operator"])
        own = Access(system.id, token="")
        find, act = (_unchanged, _changed) if kept["visit"] else (_found, _booked)
        return settled(lambda: find(system, own, kept, key), lambda: act(system, own, kept, key))


def _booked(system: System, access: Access, kept: Kept, key: str) -> Visit:
    body: Json = {
        "externalId": key,
        "category": "repair",
        "validFor": {"startDateTime": kept["begins"], "endDateTime": kept["ends"]},
        "relatedEntity": [repair(kept["ticket"])],
        "relatedParty": [customer(kept["party"])],
    }
    answer = sent_once(system, access, system.url(API, "appointment"), body, key, refusals=REFUSALS)
    return visit_from(system, answer.shaped(Appointment), kept["ticket"])


def _changed(system: System, access: Access, kept: Kept, key: str) -> Visit:
    """Move or cancel a visit that is still to come; one that stands as it should be is left alone."""
    visit = visit_from(system, _told(system, access, kept), kept["ticket"])
    if _is_as_wished(visit, kept):
        return visit
    if not visit.state.open:
        raise Refused(Reason.TOO_LATE, f"{system.id}: the visit has ended")
    wanted = _slot_in(kept)
    # The standard wants the time with every change, also where it stays (Appointment_Update).
    change: Json = {"validFor": period(wanted or visit.slot)} | ({} if wanted else {"status": "cancelled"})
    answer = sent_once(system, access, _url(system, kept), change, key, method="PATCH", refusals=REFUSALS)
    return visit_from(system, answer.shaped(Appointment), kept["ticket"])


def _found(system: System, access: Access, kept: Kept, key: str) -> Visit | None:
    """Find the visit that was booked under a key."""
    call = Call("GET", system.url(API, "appointment"), query={"externalId": key})
    told = system.ask(access, call, system.by()).shaped(list[Appointment])
    booked = (visit_from(system, one, kept["ticket"]) for one in told if one.external_id == key)
    return next(booked, None)


def _unchanged(system: System, access: Access, kept: Kept, key: str) -> Visit | None:
    """Return a visit that stands as it should be; None where it still is as it was when that was wished."""
    told = _told(system, access, kept)
    visit = visit_from(system, told, kept["ticket"])
    if _is_as_wished(visit, kept):
        return visit
    if told.last_update is not None and told.last_update > datetime.fromisoformat(kept["wished"]):
        raise Refused(Reason.TOO_LATE, f"{system.id}: the visit was changed since")
    return None


def _told(system: System, access: Access, kept: Kept) -> Appointment:
    return system.ask(access, Call("GET", _url(system, kept)), system.by()).shaped(Appointment)


def _url(system: System, kept: Kept) -> str:
    return system.url(API, f"appointment/{quote(kept['visit'], safe='')}")


def _slot_in(kept: Kept) -> Slot | None:
    if not kept["begins"]:
        return None
    return Slot(datetime.fromisoformat(kept["begins"]), datetime.fromisoformat(kept["ends"]))


def _is_as_wished(visit: Visit, kept: Kept) -> bool:
    wanted = _slot_in(kept)
    if wanted is None:
        return visit.state is VisitState.CANCELLED
    return visit.state.open and visit.slot == wanted

"""A technician's visits (TMF646): the times that are free, and the visit that there is."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Event
from urllib.parse import quote

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.faults import Slot, Visit
from kiosk.domain.people import Access, Identity
from kiosk.operators.deadline import Deadline
from kiosk.operators.fault_shapes import Appointment, SearchTimeSlot
from kiosk.operators.http import Call
from kiosk.operators.labels import letters
from kiosk.operators.pages import every
from kiosk.operators.polling import looked_until
from kiosk.operators.settling import Json, customer
from kiosk.operators.system import System, system_of
from kiosk.operators.visit_bodies import API, repair, slot_from, visit_from


class Visits:
    """Looks for free times, and for visits."""

    def __init__(self, systems: Mapping[str, System]) -> None:
        self._systems = systems

    def slots(self, identity: Identity, ticket: str) -> tuple[Slot, ...]:
        """List the free times for a repair, the earliest first; one that is over is none any more."""
        system = system_of(self._systems, identity.operator_id)
        told = _search(system, identity.access, ticket).available_time_slot
        free = {slot for time in told if (slot := slot_from(time.valid_for))}
        return tuple(sorted(slot for slot in free if slot.begins > system.now()))

    def visit_for(self, identity: Identity, ticket: str) -> Visit | None:
        """Find the newest visit for a repair; one that is still to come goes before any other."""
        system = system_of(self._systems, identity.operator_id)
        url = system.url(API, "appointment")
        narrowed = {"relatedEntity.id": ticket}
        told = every(system, identity.access, url, list[Appointment], system.by(), **narrowed)
        found = [
            (one.creation_date, visit_from(system, one, ticket))
            for one in told
            if ticket in {entity.id for entity in one.related_entity}
        ]
        best = max(found, key=lambda one: (one[1].state.open, one[0] or one[1].slot.begins), default=None)
        return None if best is None else best[1]


def _search(system: System, access: Access, ticket: str) -> SearchTimeSlot:
    """Search, and wait where it is not done at once; raises Refused(NOT_FOUND) where none can be searched."""
    by, url = system.by(), system.url(API, "searchTimeSlot")
    body: Json = {"relatedEntity": [repair(ticket)], "relatedParty": customer(access.subject)}
    search = system.ask(access, Call("POST", url, json=body), by).shaped(SearchTimeSlot)
    if not _has_ended(search):
        search = _awaited(system, access, f"{url}/{quote(search.id, safe='')}", by)
    match letters(search.status):
        case "done":
            return search
        case "rejected":
            raise Refused(Reason.NOT_FOUND, f"{system.id}: no times for this repair")
        case _:
            raise Unavailable(Reason.SYSTEM_DOWN, f"{system.id}: could not look for times")


def _awaited(system: System, access: Access, url: str, by: Deadline) -> SearchTimeSlot:
    call = Call("GET", url)
    search = looked_until(
        lambda: system.ask(access, call, by).shaped(SearchTimeSlot), _has_ended, by, Event()
    )
    if search is None:
        raise Unavailable(Reason.TIMED_OUT, f"{system.id}: times are still being looked for")
    return search


def _has_ended(search: SearchTimeSlot) -> bool:
    return letters(search.status) in {"done", "rejected", "terminatedwitherror"}

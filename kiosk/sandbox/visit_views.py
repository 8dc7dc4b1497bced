"""How free times and visits are described (TMF646)."""

from __future__ import annotations

from typing import Any

from kiosk.domain.faults import Slot
from kiosk.sandbox import bases
from kiosk.sandbox.moments import moment
from kiosk.sandbox.records import party_id, person_with
from kiosk.sandbox.tmf import Resource
from kiosk.sandbox.turn import Turn
from kiosk.sandbox.visit_tables import VisitRecord

BASE = bases.APPOINTMENT


def search_resource(turn: Turn, id_: str, entities: list[dict[str, Any]], free: list[Slot]) -> Resource:
    """Describe what was found when somebody looked for a time."""
    return {
        "id": id_,
        "href": f"{turn.root}/{BASE}/searchTimeSlot/{id_}",
        "searchDate": moment(turn.now),
        "searchResult": "success" if free else "fail",
        "status": "done",
        "relatedEntity": entities,
        "availableTimeSlot": [
            {"id": f"{index}", "validFor": _period(slot)} for index, slot in enumerate(free, 1)
        ],
        "@type": "SearchTimeSlot",
    }


def visit_resource(turn: Turn, record: VisitRecord) -> Resource:
    """Describe a visit."""
    party = party_id(turn.brand.id, person_with(turn.db, record.person))
    tickets = f"{turn.root}/{bases.TROUBLE_TICKET}/troubleTicket"
    resource = {
        "id": record.id,
        "href": f"{turn.root}/{BASE}/appointment/{record.id}",
        "category": "repair",
        **record.document,
        "status": record.state(turn.now).value,
        "validFor": _period(record.slot),
        "creationDate": moment(record.created_at),
        "lastUpdate": moment(record.changed_at),
        "relatedEntity": [
            {
                "id": record.ticket,
                "href": f"{tickets}/{record.ticket}",
                "role": "repair",
                "@referredType": "TroubleTicket",
            }
        ],
        "relatedParty": [{"id": party, "role": "customer", "@referredType": "Individual"}],
        "@type": "Appointment",
    }
    return resource | ({"externalId": record.external_id} if record.external_id else {})


def _period(slot: Slot) -> dict[str, str]:
    return {"startDateTime": moment(slot.begins), "endDateTime": moment(slot.ends)}

"""SIM cards as resources of TMF639."""

from __future__ import annotations

from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.conditions import Condition, condition_of
from kiosk.sandbox.moments import moment
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where, party_id
from kiosk.sandbox.sims import SimRecord, sim_in
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tmf import Resource, filter_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "resources:read"
BASE = bases.RESOURCE
LOST = "lost"
"""The stop reason of a number whose card was reported lost."""


def list_resources(call: Call) -> Response:
    """List the SIM cards of the token's person; a client must name a proven person by relatedParty.id."""
    with authorised(call, SCOPE) as turn:
        people = people_open_to(turn)
        asked = filter_of(call, "relatedParty.id")
        if turn.grant.line is None and asked not in {party_id(call.brand.id, person) for person in people}:
            raise closed(turn)
        found = _cards_of(turn, people)
    return listed(call, found)


def retrieve_resource(call: Call) -> Response:
    """Return one SIM card of a person who is open to the token."""
    with authorised(call, SCOPE) as turn:
        for card in _cards_of(turn, people_open_to(turn)):
            if card["id"] == turn.wanted_id:
                return single(call, card)
        raise closed(turn)


def _cards_of(turn: Turn, people: list[PersonRecord]) -> list[Resource]:
    return [
        _card(turn, sim, line, person)
        for person in people
        for line in lines_where(turn.db, lines.c.owner == person.id, lines.c.operator == turn.brand.id)
        if (sim := sim_in(turn.db, line.id))
    ]


def _card(turn: Turn, sim: SimRecord, line: LineRecord, owner: PersonRecord) -> Resource:
    id_, status = f"{line.id}-sim-{sim.iccid[-4:]}", _status(turn, line)
    return {
        "id": id_,
        "href": f"{turn.root}/{BASE}/resource/{id_}",
        "name": "SIM",
        "category": "SIM",
        "startOperatingDate": moment(sim.changed_at),
        "resourceStatus": status,
        "operationalState": "enable" if status == "available" else "disable",
        "resourceCharacteristic": [{"name": "iccid", "valueType": "string", "value": sim.iccid}],
        "resourceRelationship": [
            {
                "id": line.id,
                "href": f"{turn.root}/{bases.PRODUCT_INVENTORY}/product/{line.id}",
                "relationshipType": "realizes",
            }
        ],
        "relatedParty": [
            {"id": party_id(turn.brand.id, owner), "role": "customer", "@referredType": "Individual"}
        ],
        "@type": "Resource",
    }


def _status(turn: Turn, line: LineRecord) -> str:
    if line.stop_reason == LOST:
        return "suspended"
    broken = condition_of(turn.db, line, turn.now) is Condition.SIM_BROKEN
    return "alarm" if broken else "available"

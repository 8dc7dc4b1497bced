"""Persons as TMF632 describes them."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import Response

from kiosk.sandbox.access import closed, people_open_to, person_open_to
from kiosk.sandbox.oauth.tokens import bearer
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where, party_id
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tmf import Resource, filter_of, listed, single, start_of
from kiosk.sandbox.web import Call

SCOPE = "party:read"
BASE = "tmf-api/partyManagement/v4"
PHONE_FILTER = "contactMedium.characteristic.phoneNumber"


def list_individuals(call: Call) -> Response:
    """List the token's own person; for a client, the owner of the proven phone that the filter names."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        found = [_individual(call, db, person) for person in people_open_to(call, db, grant)]
        if grant.line is None:
            phone = filter_of(call, PHONE_FILTER)
            found = [one for one in found if phone in _phones(one)]
            if not found:
                raise closed(grant)
    return listed(call, found)


def retrieve_individual(call: Call) -> Response:
    """Return one person."""
    with call.world.store.begin() as db:
        grant = bearer(call, db, SCOPE)
        person = person_open_to(call, db, grant, call.request.path_params["id"])
        return single(call, _individual(call, db, person))


def _phones(individual: Resource) -> list[str]:
    return [medium["characteristic"]["phoneNumber"] for medium in individual["contactMedium"]]


def _individual(call: Call, db: Connection, person: PersonRecord) -> Resource:
    id_ = party_id(call.brand.id, person)
    own = (lines.c.owner == person.id, lines.c.operator == call.brand.id, lines.c.kind == "mobile")
    return {
        "id": id_,
        "href": f"{call.world.issuer_url(call.brand)}/{BASE}/individual/{id_}",
        "fullName": person.name,
        "formattedName": person.name,
        "gender": person.gender,
        "birthDate": start_of(person.born),
        "status": "validated",
        "contactMedium": [_medium(line, index == 0) for index, line in enumerate(lines_where(db, *own))],
        "individualIdentification": [_identification(person)],
        "@type": "Individual",
    }


def _medium(line: LineRecord, preferred: bool) -> Resource:
    return {
        "mediumType": "mobile",
        "preferred": preferred,
        "characteristic": {"contactType": "mobile", "phoneNumber": line.number},
        "validFor": {"startDateTime": start_of(line.since)},
    }


def _identification(person: PersonRecord) -> Resource:
    """The resident ID; cards issued after 45 are valid for long (长期), so this one carries no end."""
    return {
        "identificationType": "national_id_card",
        "identificationId": person.id_number,
        "validFor": {"startDateTime": start_of(person.born.replace(year=person.born.year + 46, day=1))},
    }

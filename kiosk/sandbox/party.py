"""Persons as TMF632 describes them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.access import closed, people_open_to, person_open_to
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.moments import start_of
from kiosk.sandbox.proofs import note_card_proof
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where, party_id, people_where
from kiosk.sandbox.tables import lines, people
from kiosk.sandbox.tmf import Resource, filter_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "party:read"
BASE = bases.PARTY
PHONE_FILTER = "contactMedium.characteristic.phoneNumber"
CARD_FILTER = "individualIdentification.identificationId"
CARD_SCOPE = "id-card:read"
LONG_TERM_FROM = 46
"""Age from which resident ID cards are valid for long (长期), without an end."""


def list_individuals(call: Call) -> Response:
    """List the token's own person; for a client, whom an ID card or a proven phone in the filter names."""
    with authorised(call, SCOPE) as turn:
        if turn.grant.line is None and filter_of(call, CARD_FILTER):
            return listed(call, [_individual(turn, person) for person in _named_by_card(turn)])
        found = [_individual(turn, person) for person in people_open_to(turn)]
        if turn.grant.line is None:
            phone = filter_of(call, PHONE_FILTER)
            found = [one for one in found if phone in _phones(one)]
            if not found:
                raise closed(turn)
    return listed(call, found)


def retrieve_individual(call: Call) -> Response:
    """Return one person."""
    with authorised(call, SCOPE) as turn:
        return single(call, _individual(turn, person_open_to(turn, turn.wanted_id)))


def _named_by_card(turn: Turn) -> list[PersonRecord]:
    """Find the customer whom an ID card names, by number and name alike; the card then counts as seen.

    Only a client with a certified reader has the scope for it, so what it tells is trusted.
    """
    if CARD_SCOPE not in turn.grant.scope.split():
        raise Problem(403, "This client reads no ID cards.")
    number, name = filter_of(turn.call, CARD_FILTER), filter_of(turn.call, "fullName")
    customers = select(lines.c.owner).where(lines.c.operator == turn.brand.id)
    whose = (people.c.id_number == number, people.c.name == name, people.c.id.in_(customers))
    found = people_where(turn.db, *whose)
    for person in found:
        note_card_proof(turn.call, turn.db, turn.grant.client_id, person.id)
    return found


def _phones(individual: Resource) -> list[str]:
    return [medium["characteristic"]["phoneNumber"] for medium in individual["contactMedium"]]


def _individual(turn: Turn, person: PersonRecord) -> Resource:
    id_ = party_id(turn.brand.id, person)
    own = (lines.c.owner == person.id, lines.c.operator == turn.brand.id, lines.c.kind == "mobile")
    return {
        "id": id_,
        "href": f"{turn.root}/{BASE}/individual/{id_}",
        "fullName": person.name,
        "formattedName": person.name,
        "gender": person.gender,
        "birthDate": start_of(person.born),
        "status": "validated",
        "contactMedium": [_medium(line, index == 0) for index, line in enumerate(lines_where(turn.db, *own))],
        "individualIdentification": [_identification(person.born, person.id_number)],
        "@type": "Individual",
    }


def _medium(line: LineRecord, preferred: bool) -> Resource:
    return {
        "mediumType": "mobile",
        "preferred": preferred,
        "characteristic": {"contactType": "mobile", "phoneNumber": line.number},
        "validFor": {"startDateTime": start_of(line.since)},
    }


def _identification(born: date, number: str) -> Resource:
    """Describe the resident ID card: issued in 2016; for twenty years, or without an end to older people."""
    issued = date(2016, born.month, 1)
    valid: Resource = {"startDateTime": start_of(issued)}
    if issued.year - born.year < LONG_TERM_FROM:
        valid["endDateTime"] = start_of(date(2036, born.month, 1))
    return {"identificationType": "national_id_card", "identificationId": number, "validFor": valid}

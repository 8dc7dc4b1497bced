"""Whose data a token opens: a person's own, or that of phones a client has proven by code."""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.oauth.tokens import Grant
from kiosk.sandbox.proofs import proven_by_code
from kiosk.sandbox.records import PersonRecord, line_with, lines_where, party_id, people_where, person_with
from kiosk.sandbox.tables import lines, people
from kiosk.sandbox.web import Call


def people_open_to(call: Call, db: Connection, grant: Grant) -> list[PersonRecord]:
    """Return the person of the token, or the owners of the phones its client proved lately."""
    if grant.line is not None:
        return [person_with(db, line_with(db, grant.line).owner)]
    phones = proven_by_code(call, db, grant.client_id)
    here = lines_where(db, lines.c.operator == call.brand.id, lines.c.number.in_(phones))
    return people_where(db, people.c.id.in_({line.owner for line in here}))


def person_open_to(call: Call, db: Connection, grant: Grant, party: str) -> PersonRecord:
    """Return the person behind a party id; raises Problem 404 for a person's token, 403 for a client's."""
    for person in people_open_to(call, db, grant):
        if party_id(call.brand.id, person) == party:
            return person
    raise closed(grant)


def closed(grant: Grant) -> Problem:
    """Refuse without telling whether the thing exists."""
    if grant.line is not None:
        return Problem(404, "There is no such thing.")
    return Problem(403, "Possession of this customer's phone was not proven in the last 15 minutes.")

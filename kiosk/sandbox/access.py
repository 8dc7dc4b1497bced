"""Whose data a token opens: a person's own, or that of phones a client has proven by code."""

from __future__ import annotations

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.proofs import proven_by_code, served_lately
from kiosk.sandbox.records import PersonRecord, line_with, lines_where, party_id, people_where, person_with
from kiosk.sandbox.tables import lines, people
from kiosk.sandbox.turn import Turn


def people_open_to(turn: Turn) -> list[PersonRecord]:
    """Return the person of the token, or the owners of the phones its client proved lately."""
    if turn.grant.line is not None:
        return [person_with(turn.db, line_with(turn.db, turn.grant.line).owner)]
    return _owners(turn, proven_by_code(turn.call, turn.db, turn.grant.client_id))


def people_served_by(turn: Turn) -> list[PersonRecord]:
    """Return whom a token may file tickets for: a client may finish what a sign-in had begun, for a day."""
    if turn.grant.line is not None:
        return people_open_to(turn)
    return _owners(turn, served_lately(turn.call, turn.db, turn.grant.client_id))


def _owners(turn: Turn, phones: frozenset[str]) -> list[PersonRecord]:
    here = lines_where(turn.db, lines.c.operator == turn.brand.id, lines.c.number.in_(phones))
    return people_where(turn.db, people.c.id.in_({line.owner for line in here}))


def person_open_to(turn: Turn, party: str) -> PersonRecord:
    """Return the person behind a party id; raises Problem 404 for a person's token, 403 for a client's."""
    for person in people_open_to(turn):
        if party_id(turn.brand.id, person) == party:
            return person
    raise closed(turn)


def closed(turn: Turn) -> Problem:
    """Refuse without telling whether the thing exists."""
    if turn.grant.line is not None:
        return Problem(404, "There is no such thing.")
    return Problem(403, "Possession of this customer's phone was not proven in the last 15 minutes.")

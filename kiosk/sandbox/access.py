"""Whose data a token opens: a person's own, or that of phones and ID cards a client has seen."""

from __future__ import annotations

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.proofs import SERVICE_LASTS, proven_by_card, proven_by_code, served_lately
from kiosk.sandbox.records import PersonRecord, line_with, lines_where, party_id, people_where, person_with
from kiosk.sandbox.tables import lines, people
from kiosk.sandbox.turn import Turn


def people_open_to(turn: Turn) -> list[PersonRecord]:
    """Return the person of the token, or those whose phone or ID card its client proved lately."""
    if turn.grant.line is not None:
        return [person_with(turn.db, line_with(turn.db, turn.grant.line).owner)]
    proven = (turn.call, turn.db, turn.grant.client_id)
    return _people(turn, proven_by_code(*proven), proven_by_card(*proven))


def people_served_by(turn: Turn) -> list[PersonRecord]:
    """Return whom a token may file tickets for: a client may finish what a sign-in had begun, for a day."""
    if turn.grant.line is not None:
        return people_open_to(turn)
    served = (turn.call, turn.db, turn.grant.client_id)
    return _people(turn, served_lately(*served), proven_by_card(*served, SERVICE_LASTS))


def _people(turn: Turn, phones: frozenset[str], card_holders: frozenset[str]) -> list[PersonRecord]:
    here = lines_where(turn.db, lines.c.operator == turn.brand.id, lines.c.number.in_(phones))
    return people_where(turn.db, people.c.id.in_({line.owner for line in here} | card_holders))


def person_open_to(turn: Turn, party: str) -> PersonRecord:
    """Return the person behind a party id; raises Problem 404 for a person's token, 403 for a client's."""
    for person in people_open_to(turn):
        if party_id(turn.brand.id, person) == party:
            return person
    raise closed(turn)


def closed(turn: Turn) -> Problem:
    """Refuse without telling whether the thing exists."""
    if turn.grant.line is not None:
        return turn.nothing("There is no such thing.")
    return Problem(403, "Neither this customer's phone nor ID card was seen lately.")

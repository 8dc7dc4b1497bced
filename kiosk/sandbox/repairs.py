"""The repair that a technician's visit is for, and the home that he comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.sandbox.access import closed, people_served_by
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.homes import district_of
from kiosk.sandbox.places import District
from kiosk.sandbox.records import IN_SERVICE, LineRecord, lines_where
from kiosk.sandbox.tables import lines, tickets
from kiosk.sandbox.ticket_bodies import RelatedEntity
from kiosk.sandbox.ticket_book import ENDED, REPAIR, TicketRecord, history, lines_of, tickets_where
from kiosk.sandbox.turn import Turn
from kiosk.sandbox.visit_calendar import Calendar

TICKET = "TroubleTicket"
TOO_LATE = "TOO_LATE"


@dataclass(frozen=True)
class Repair:
    """A repair on file, whose it is, and where."""

    ticket: TicketRecord
    district: District

    @property
    def calendar(self) -> Calendar:
        """The technician's times there."""
        return Calendar(self.ticket.operator, self.district)


def repair_named(turn: Turn, entities: Sequence[RelatedEntity]) -> Repair:
    """Return and hold the repair that a body names; raises Problem 400, 403, or 409 where it has ended."""
    named = [one.id for one in entities if one.referredType == TICKET]
    if len(named) != 1:
        raise Problem(400, f"relatedEntity must name one {TICKET}.")
    repair = held_repair(turn, named[0])
    if history(turn, repair.ticket)[-1]["status"] in ENDED:
        raise Problem(409, "This repair has ended.", TOO_LATE)
    return repair


def held_repair(turn: Turn, id_: str) -> Repair:
    """Return a customer's repair and keep others from changing it meanwhile."""
    people = [person.id for person in people_served_by(turn)]
    found = tickets_where(turn, tickets.c.id == id_, tickets.c.person.in_(people))
    if not found:
        raise closed(turn)
    if found[0].document["ticketType"] != REPAIR:
        raise Problem(400, "This ticket is no repair.")
    for line in (*lines_of(turn, found[0].document), *_accounts_of(turn, found[0].person)):
        if district := district_of(turn.db, line.id):
            return Repair(found[0], district)
    raise Problem(400, "No home is known that a technician could come to.")


def _accounts_of(turn: Turn, person: str) -> list[LineRecord]:
    own = (lines.c.owner == person, lines.c.operator == turn.brand.id, lines.c.kind == "broadband")
    return lines_where(turn.db, *own, lines.c.status.in_(IN_SERVICE))

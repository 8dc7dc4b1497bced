"""Work orders over TMF621: filed once per externalId, read and changed by those concerned."""

from __future__ import annotations

from starlette.responses import Response

from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.filing import customer_of, key_of
from kiosk.sandbox.inventory import products_of
from kiosk.sandbox.outage_news import promise_news
from kiosk.sandbox.records import PersonRecord
from kiosk.sandbox.tables import tickets
from kiosk.sandbox.ticket_answers import notes_after
from kiosk.sandbox.ticket_bodies import CreateTicket, UpdateTicket, canonical, given
from kiosk.sandbox.ticket_book import (
    ENDED,
    OUTAGE,
    TicketRecord,
    change,
    file_ticket,
    history,
    rewrite,
    ticket,
    ticket_filed_with,
    tickets_where,
)
from kiosk.sandbox.tmf import created, filter_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.visit_book import call_off, open_visits
from kiosk.sandbox.web import Call

SCOPE = "tickets:write"


def create_ticket(call: Call) -> Response:
    """File a ticket; the same key by the same client gives the first one again, with another body 409."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateTicket)
        key = key_of(turn, body.externalId or None)
        record = ticket_filed_with(turn, key)
        if record is None:
            person = customer_of(turn, body.relatedParty)
            _check_products(turn, person, body)
            notes_after((), given(body).get("note", ()), turn.brand)
            record = file_ticket(turn, body, key, person)
            if body.ticketType == OUTAGE:
                promise_news(turn, record)
        elif record.body != canonical(body):
            raise Problem(409, "This externalId was used with another body.")
        return created(ticket(turn, record))


def list_tickets(call: Call) -> Response:
    """List a person's tickets; a client that filed one may always find it again by externalId."""
    with authorised(call, SCOPE) as turn:
        key = filter_of(call, "externalId") or None
        filed = ticket_filed_with(turn, key)
        if filed is not None:
            return listed(call, [ticket(turn, filed)])
        people = [person.id for person in people_open_to(turn)]
        if not people and key is None:
            raise closed(turn)
        found = tickets_where(turn, tickets.c.person.in_(people))
        return listed(call, [ticket(turn, record) for record in found])


def retrieve_ticket(call: Call) -> Response:
    """Return one ticket to its person, or to the client that filed it."""
    with authorised(call, SCOPE) as turn:
        record = _named(turn)
        if record.client_id != turn.grant.client_id:
            _check_person(turn, record)
        return single(call, ticket(turn, record))


def change_ticket(call: Call) -> Response:
    """Merge what a customer may change; an ended ticket stays as it is (409)."""
    with authorised(call, SCOPE) as turn:
        record = _named(turn)
        _check_person(turn, record)
        body = given(call.json(UpdateTicket))
        changes = history(turn, record)
        if changes[-1]["status"] in ENDED:
            raise Problem(409, "This ticket has ended.")
        if "note" in body:
            body["note"] = notes_after(record.document.get("note", ()), body["note"], turn.brand)
        reason = body.pop("statusChangeReason", "")
        if status := body.pop("status", None):
            changes.append(change(status, turn.now, reason))
            for visit in open_visits(turn, record.id):
                call_off(turn, visit)
        rewrite(turn, record, {**record.document, **body, "statusChange": changes})
        return single(call, ticket(turn, _named(turn)))


def _check_products(turn: Turn, person: PersonRecord, body: CreateTicket) -> None:
    held = {product["id"] for product in products_of(turn, person)}
    for entity in body.relatedEntity:
        if entity.referredType == "Product" and entity.id not in held:
            raise Problem(400, "relatedEntity names a product that this customer does not hold.")


def _named(turn: Turn) -> TicketRecord:
    found = tickets_where(turn, tickets.c.id == turn.wanted_id)
    if not found:
        raise Problem(404, "There is no such ticket.")
    return found[0]


def _check_person(turn: Turn, record: TicketRecord) -> None:
    if record.person not in {person.id for person in people_open_to(turn)}:
        raise Problem(404, "There is no such ticket.")

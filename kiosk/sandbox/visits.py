"""Technicians' visits over TMF646: free times, and appointments, each booked once per key."""

from __future__ import annotations

import uuid
from functools import partial

from msgspec import UNSET
from sqlalchemy import ColumnElement, select
from starlette.responses import Response

from kiosk.domain.faults import VisitState
from kiosk.sandbox.access import closed, people_open_to, people_served_by
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.filing import customer_of, digest_of, filed_with, key_of
from kiosk.sandbox.refusals import check_not_refused, note_refusal
from kiosk.sandbox.repairs import TOO_LATE, held_repair, repair_named
from kiosk.sandbox.ticket_bodies import canonical, given
from kiosk.sandbox.tmf import created, filter_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.visit_bodies import ChangeVisit, CreateVisit, SearchSlots
from kiosk.sandbox.visit_book import book, call_off, free_times, move
from kiosk.sandbox.visit_tables import VisitRecord, change_visit, slot_searches, visits, visits_where
from kiosk.sandbox.visit_views import search_resource, visit_resource
from kiosk.sandbox.web import Call

SCOPE = "appointments:write"


def create_search(call: Call) -> Response:
    """Look for the times at which a technician can come for a repair."""
    with authorised(call, SCOPE) as turn:
        body = call.json(SearchSlots)
        if body.relatedParty is not UNSET:
            customer_of(turn, [body.relatedParty])
        repair = repair_named(turn, body.relatedEntity)
        free = free_times(turn, repair.calendar)
        resource = search_resource(turn, str(uuid.uuid4()), given(body)["relatedEntity"], free)
        row = {"id": resource["id"], "operator": turn.brand.id, "client_id": turn.grant.client_id}
        turn.db.execute(slot_searches.insert(), {**row, "person": repair.ticket.person, "document": resource})
        return created(resource)


def retrieve_search(call: Call) -> Response:
    """Return what was found, to the client that looked and to its person."""
    with authorised(call, SCOPE) as turn:
        this = (slot_searches.c.id == turn.wanted_id, slot_searches.c.operator == turn.brand.id)
        theirs = slot_searches.c.person.in_([person.id for person in people_open_to(turn)])
        mine = slot_searches.c.client_id == turn.grant.client_id
        found = turn.db.execute(select(slot_searches.c.document).where(*this, mine | theirs)).scalar()
        if found is None:
            raise Problem(404, "There is no such search.")
        return single(call, found)


def create_visit(call: Call) -> Response:
    """Book a visit; the same key by the same client gets the first answer again, with another body 409."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateVisit)
        key = key_of(turn, body.externalId or None)
        record = _booked_with(turn, key) or _book(turn, body, key)
        if record.body != digest_of(canonical(body)):
            raise Problem(409, "This externalId was used with another body.")
        return created(visit_resource(turn, record))


def list_visits(call: Call) -> Response:
    """List a person's visits, the newest first; who booked one may always find it again by externalId."""
    with authorised(call, SCOPE) as turn:
        key = filter_of(call, "externalId") or None
        booked = _booked_with(turn, key)
        if booked is not None:
            return listed(call, [visit_resource(turn, booked)])
        people = [person.id for person in people_open_to(turn)]
        if not people and key is None:
            raise closed(turn)
        return listed(call, [visit_resource(turn, one) for one in _here(turn, visits.c.person.in_(people))])


def retrieve_visit(call: Call) -> Response:
    """Return one visit to its person, or to the client that booked it."""
    with authorised(call, SCOPE) as turn:
        return single(call, visit_resource(turn, _open_to(turn)))


def change_appointment(call: Call) -> Response:
    """Move a visit, or call it off; said twice it is done once, and one that is over stays (409)."""
    with authorised(call, SCOPE) as turn:
        body = call.json(ChangeVisit)
        repair = held_repair(turn, _open_to(turn).ticket)
        record, cancels = _open_to(turn), body.status is not UNSET
        state = record.state(turn.now)
        if cancels and state is VisitState.CANCELLED:
            return single(call, visit_resource(turn, record))
        if state is not VisitState.CONFIRMED:
            raise Problem(409, "This visit is over.", TOO_LATE)
        record = (
            call_off(turn, record) if cancels else move(turn, record, body.validFor.slot, repair.calendar)
        )
        told = {name: value for name, value in given(body).items() if name in {"description", "note"}}
        if told:
            record = change_visit(turn.db, record, turn.now, document={**record.document, **told})
        return single(call, visit_resource(turn, record))


def _book(turn: Turn, body: CreateVisit, key: str | None) -> VisitRecord:
    check_not_refused(turn, key)
    if body.relatedParty:
        customer_of(turn, body.relatedParty)
    try:
        return book(turn, body, key, repair_named(turn, body.relatedEntity))
    except Problem as problem:
        if problem.status == 409:
            note_refusal(turn, key, problem)
        raise


def _open_to(turn: Turn) -> VisitRecord:
    theirs = visits.c.person.in_([person.id for person in people_served_by(turn)])
    mine = visits.c.client_id == turn.grant.client_id
    found = _here(turn, visits.c.id == turn.wanted_id, mine | theirs)
    if not found:
        raise Problem(404, "There is no such visit.")
    return found[0]


def _booked_with(turn: Turn, key: str | None) -> VisitRecord | None:
    return filed_with(turn, key, visits, partial(_here, turn))


def _here(turn: Turn, *conditions: ColumnElement[bool]) -> list[VisitRecord]:
    return visits_where(turn.db, visits.c.operator == turn.brand.id, *conditions)

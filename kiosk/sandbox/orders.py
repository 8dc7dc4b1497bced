"""Orders over TMF622: placed once per externalId, refused once and for all, read by those concerned."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from msgspec import to_builtins
from starlette.responses import Response

from kiosk.sandbox import order_checks as checks
from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.filing import customer_of, filed_with, key_of
from kiosk.sandbox.moments import moment
from kiosk.sandbox.order_bodies import CreateOrder, digest_of_order, items_told
from kiosk.sandbox.order_clock import expected, go_on_with, steps_of
from kiosk.sandbox.order_effects import standing
from kiosk.sandbox.order_tables import OrderRecord, orders, orders_where, save
from kiosk.sandbox.order_views import order_resource
from kiosk.sandbox.records import LineRecord, PersonRecord, locked_person, party_id
from kiosk.sandbox.refusals import check_not_refused, note_refusal
from kiosk.sandbox.tmf import created, filter_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "orders:write"


def create_order(call: Call) -> Response:
    """Place an order; the same key by the same client gets the first answer again, with another body 409."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateOrder)
        key = key_of(turn, body.externalId or None)
        record = _placed_with(turn, key)
        if record is None:
            record = _place(turn, body, key)
        elif record.digest != digest_of_order(body):
            raise Problem(409, "This externalId was used with another body.")
        return created(order_resource(turn, record))


def list_orders(call: Call) -> Response:
    """List a person's orders, the newest first; who placed one may always find it again by externalId."""
    with authorised(call, SCOPE) as turn:
        key = filter_of(call, "externalId") or None
        placed = _placed_with(turn, key)
        if placed is not None:
            return listed(call, [order_resource(turn, placed)])
        people = [person.id for person in people_open_to(turn)]
        if not people and key is None:
            raise closed(turn)
        found = _here(turn, orders.c.person.in_(people))
        return listed(call, [order_resource(turn, order) for order in found])


def retrieve_order(call: Call) -> Response:
    """Return one order to its person, or to the client that placed it."""
    with authorised(call, SCOPE) as turn:
        return single(call, order_resource(turn, order_open_to(turn, turn.wanted_id)))


def order_open_to(turn: Turn, id_: str) -> OrderRecord:
    """Return an order to its person or to the client that placed it; raises Problem 404."""
    people = {person.id for person in people_open_to(turn)}
    for order in _here(turn, orders.c.id == id_):
        if order.client_id == turn.grant.client_id or order.person in people:
            return order
    raise Problem(404, "There is no such order.")


def _here(turn: Turn, *conditions: Any) -> list[OrderRecord]:
    return orders_where(turn.db, orders.c.operator == turn.brand.id, *conditions)


def _placed_with(turn: Turn, key: str | None) -> OrderRecord | None:
    return filed_with(turn, key, orders, partial(_here, turn))


def _place(turn: Turn, body: CreateOrder, key: str | None) -> OrderRecord:
    check_not_refused(turn, key)
    kind = checks.kind_of(body)
    person = locked_person(turn.db, customer_of(turn, body.relatedParty).id)
    line = checks.line_of(turn, person, body)
    checks.check_items(turn, kind, line, body)
    checks.check_consent(turn, body)
    try:
        checks.check_identity(turn, person, kind, line, body)
        checks.check_rules(turn, kind, line, body)
    except Problem as problem:
        note_refusal(turn, key, problem)
        raise
    record = _record(turn, body, key, person, line)
    save(turn.db, record)
    go_on_with(turn.db, record.id, turn.now)
    return _here(turn, orders.c.id == record.id)[0]


def _record(
    turn: Turn, body: CreateOrder, key: str | None, person: PersonRecord, line: LineRecord
) -> OrderRecord:
    kind, pace = checks.kind_of(body), turn.call.world.options.pace.order_step
    steps = steps_of(kind, turn.now, pace, protective=line.stop_reason == "protective")
    document = {
        "items": items_told(body),
        "relatedParty": to_builtins(body.relatedParty) or [_customer(turn, person)],
        "channel": to_builtins(body.channel),
        "starts": checks.starts_of(turn, kind, body).isoformat(),
        "expected": moment(expected(kind, turn.now, steps)),
        "standing": standing(turn.db, line, turn.today),
        "tail": line.number[-4:],
    }
    if body.requestedStartDate:
        document["requestedStartDate"] = body.requestedStartDate.isoformat()
    return OrderRecord(
        id=f"PO{turn.today:%Y%m%d}-{uuid.uuid4().hex[:6].upper()}",
        operator=turn.brand.id,
        client_id=turn.grant.client_id,
        external_id=key,
        digest=digest_of_order(body),
        person=person.id,
        line=line.id,
        kind=kind.value,
        steps=steps,
        document=document,
        created_at=turn.now,
    )


def _customer(turn: Turn, person: PersonRecord) -> dict[str, str]:
    id_ = party_id(turn.brand.id, person)
    return {"id": id_, "role": "customer", "@referredType": "Individual"}

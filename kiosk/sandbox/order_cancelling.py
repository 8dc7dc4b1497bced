"""Calling orders back over TMF622's cancelProductOrder: asked once per key, and only while it helps."""

from __future__ import annotations

import uuid

from starlette.responses import Response

from kiosk.domain.orders import OrderState
from kiosk.sandbox.access import closed, people_open_to, people_served_by
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.filing import key_of
from kiosk.sandbox.order_bodies import CreateCancellation
from kiosk.sandbox.order_clock import go_on_with, steps_back
from kiosk.sandbox.order_tables import (
    CancellationRecord,
    OrderRecord,
    cancellations,
    cancellations_where,
    held_order,
    move,
    orders,
    orders_where,
    save_cancellation,
)
from kiosk.sandbox.order_views import cancellation_resource
from kiosk.sandbox.orders import SCOPE
from kiosk.sandbox.tmf import Resource, created, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

TOO_LATE = "TOO_LATE"


def create_cancellation(call: Call) -> Response:
    """Call an order back; the same key gets the same answer, an order that has ended stays (409)."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateCancellation)
        key = key_of(turn)
        record = _asked_with(turn, key)
        if record is not None and record.order != body.productOrder.id:
            raise Problem(409, "This key was used for another order.")
        if record is None:
            record = _call_back(turn, body, key)
        return created(_resource(turn, record))


def list_cancellations(call: Call) -> Response:
    """List what a person has called back, the newest first."""
    with authorised(call, SCOPE) as turn:
        people = [person.id for person in people_open_to(turn)]
        if not people:
            raise closed(turn)
        theirs = [order.id for order in orders_where(turn.db, orders.c.person.in_(people))]
        found = cancellations_where(
            turn.db, cancellations.c.operator == turn.brand.id, cancellations.c.order.in_(theirs)
        )
        return listed(call, [_resource(turn, record) for record in found])


def retrieve_cancellation(call: Call) -> Response:
    """Return one to its person, or to the client that asked for it."""
    with authorised(call, SCOPE) as turn:
        named = (cancellations.c.id == turn.wanted_id, cancellations.c.operator == turn.brand.id)
        people = {person.id for person in people_open_to(turn)}
        for record in cancellations_where(turn.db, *named):
            if record.client_id == turn.grant.client_id or _order(turn, record).person in people:
                return single(call, _resource(turn, record))
        raise Problem(404, "There is no such cancellation.")


def _asked_with(turn: Turn, key: str | None) -> CancellationRecord | None:
    if key is None:
        return None
    mine = (cancellations.c.key == key, cancellations.c.client_id == turn.grant.client_id)
    found = cancellations_where(turn.db, cancellations.c.operator == turn.brand.id, *mine)
    return next(iter(found), None)


def _call_back(turn: Turn, body: CreateCancellation, key: str | None) -> CancellationRecord:
    order = _order_of(turn, body.productOrder.id)
    if order.stands.ended:
        raise Problem(409, "The order has ended already.", TOO_LATE)
    record = CancellationRecord(
        id=f"CO{turn.today:%Y%m%d}-{uuid.uuid4().hex[:6].upper()}",
        operator=turn.brand.id,
        client_id=turn.grant.client_id,
        key=key,
        order=order.id,
        reason=body.cancellationReason or "",
        created_at=turn.now,
    )
    save_cancellation(turn.db, record)
    if order.stands.can_be_cancelled:
        steps = steps_back(turn.now, turn.call.world.options.pace.order_step)
        told = {"note": None, "cancellationReason": record.reason}
        move(turn.db, order, OrderState.ASSESSING_CANCELLATION, steps, **told)
    go_on_with(turn.db, order.id, turn.now)
    return record


def _order_of(turn: Turn, id_: str) -> OrderRecord:
    """Return and hold an order of somebody whom this token serves; a signed-in phone is enough."""
    people = [person.id for person in people_served_by(turn)]
    theirs = (orders.c.operator == turn.brand.id, orders.c.person.in_(people))
    order = held_order(turn.db, orders.c.id == id_, *theirs)
    if order is None:
        raise turn.nothing("There is no such order.")
    return order


def _order(turn: Turn, record: CancellationRecord) -> OrderRecord:
    return orders_where(turn.db, orders.c.id == record.order)[0]


def _resource(turn: Turn, record: CancellationRecord) -> Resource:
    return cancellation_resource(turn, record, _order(turn, record))

"""The control door for orders: any order into any state, for tests; TMF622 knows eleven."""

from __future__ import annotations

from msgspec import Struct
from starlette.responses import JSONResponse, Response

from kiosk.domain.orders import OrderState
from kiosk.sandbox.control import only_this_machine
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.order_clock import bring_up_to_date, stand
from kiosk.sandbox.order_tables import held_order, orders
from kiosk.sandbox.web import Call


class OrderMove(Struct, forbid_unknown_fields=True):
    """Which order is to stand how, and why; it stays so until it is moved again or called back."""

    id: str
    state: OrderState
    note: str = ""


def move_order(call: Call) -> Response:
    """Put an order into a state; `completed` carries it out, and an order that has ended stays (409)."""
    only_this_machine(call)
    body = call.json(OrderMove)
    bring_up_to_date(call.world)
    with call.world.store.begin() as db:
        order = held_order(db, orders.c.id == body.id)
        if order is None:
            raise Problem(404, "There is no such order.")
        if order.stands.ended:
            raise Problem(409, "This order has ended.")
        note = {"zh_CN": body.note, "en": body.note} if body.note else None
        moved = stand(db, order, body.state, call.world.now(), note=note)
    return JSONResponse({"id": moved.id, "state": moved.state})

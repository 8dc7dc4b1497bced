"""A person's orders and work orders: how they stand, and waiting until one stands otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.orders import Order
from kiosk.domain.people import Identity
from kiosk.domain.work_orders import Filed, WorkOrderKind
from kiosk.operators.answering import answer_in
from kiosk.operators.china import in_china
from kiosk.operators.objecting import API as TICKETS
from kiosk.operators.objecting import due_of
from kiosk.operators.order_shapes import ProductOrder, order_from
from kiosk.operators.ordering import API as ORDERS
from kiosk.operators.ordering import order_with
from kiosk.operators.pages import every
from kiosk.operators.polling import looked_until
from kiosk.operators.shapes import TroubleTicket
from kiosk.operators.system import System, system_of
from kiosk.screens import Stop

LONGEST = 20.0
"""Seconds to wait for an order's next state."""


class Matters:
    """Lists a person's orders and work orders; `longest` is the time to wait for one, in seconds."""

    def __init__(self, systems: Mapping[str, System], longest: float = LONGEST) -> None:
        self._systems = systems
        self._longest = longest

    def orders_of(self, identity: Identity) -> tuple[Order, ...]:
        """List the person's orders, the newest first."""
        system = system_of(self._systems, identity.operator_id)
        url = system.url(ORDERS, "productOrder")
        told = every(system, identity.access, url, list[ProductOrder], system.by())
        orders = [order_from(system, order) for order in told]
        return tuple(sorted(orders, key=lambda order: order.placed, reverse=True))

    def tickets_of(self, identity: Identity) -> tuple[Filed, ...]:
        """List the person's work orders, the newest first."""
        system = system_of(self._systems, identity.operator_id)
        url = system.url(TICKETS, "troubleTicket")
        told = every(system, identity.access, url, list[TroubleTicket], system.by())
        filed = [_filed(system, ticket, identity.access.subject) for ticket in told]
        return tuple(sorted(filed, key=lambda one: one.filed, reverse=True))

    def after(self, identity: Identity, order: Order, *, stop: Stop) -> Order:
        """Wait until an order stands otherwise than it did; as it was where that takes too long."""
        system = system_of(self._systems, identity.operator_id)
        by = system.by(self._longest)
        seen = looked_until(
            lambda: order_with(system, identity.access, order.id, by),
            lambda now: now.state is not order.state,
            by,
            stop,
        )
        return order if seen is None else seen


def _filed(system: System, ticket: TroubleTicket, party: str) -> Filed:
    kinds = {kind.value: kind for kind in WorkOrderKind}
    return Filed(
        reference=ticket.id,
        kind=kinds.get(ticket.ticket_type),
        ticket_type=ticket.ticket_type,
        state=ticket.status.strip(),
        filed=in_china(ticket.creation_date or system.now()),
        due=due_of(system, ticket),
        answer=answer_in(ticket, party),
    )

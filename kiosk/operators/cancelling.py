"""Calling orders back (TMF622 cancelProductOrder), once and only once."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import Cancelling, Order, OrderState
from kiosk.domain.people import Access
from kiosk.operators.order_bodies import Kept
from kiosk.operators.order_shapes import CancelProductOrder
from kiosk.operators.ordering import API, REFUSALS, order_with
from kiosk.operators.settling import Json, sent_once, settled
from kiosk.operators.system import System, system_of


class Cancellations:
    """Calls orders back."""

    name = "order-cancellation"
    settles = True

    def __init__(self, systems: Mapping[str, System]) -> None:
        self._systems = systems

    def send(self, request: Cancelling, key: str) -> Order:
        """Call it back under its key, and return how it stands then."""
        system = system_of(self._systems, request.operator_id)
        return _called_back(system, request.access, request.order_id, key)

    def keep(self, request: Cancelling) -> Kept:
        """Return which order it is."""
        return {"operator": request.operator_id, "order": request.order_id}

    def settle(self, kept: Kept, key: str) -> Order:
        """Look whether the order is being called back, and do so where it is not."""
        system = system_of(self._systems, kept["operator"])
        own = Access(system.id, token="")
        return settled(
            lambda: _leaving(order_with(system, own, kept["order"], system.by())),
            lambda: _called_back(system, own, kept["order"], key),
        )


def _called_back(system: System, access: Access, order_id: str, key: str) -> Order:
    body: Json = {"productOrder": {"id": order_id, "@referredType": "ProductOrder"}}
    answer = sent_once(system, access, system.url(API, "cancelProductOrder"), body, key, refusals=REFUSALS)
    if answer.shaped(CancelProductOrder).state == "terminatedWithError":
        raise Refused(Reason.TOO_LATE, answer.about)
    return order_with(system, access, order_id, system.by())


def _leaving(order: Order) -> Order | None:
    leaving = {OrderState.ASSESSING_CANCELLATION, OrderState.PENDING_CANCELLATION, OrderState.CANCELLED}
    return order if order.state in leaving else None

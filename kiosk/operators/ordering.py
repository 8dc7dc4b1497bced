"""Placing orders (TMF622), once and only once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NoReturn
from urllib.parse import quote

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import (
    Action,
    NewPassword,
    Order,
    OrderItem,
    OrderKind,
    OrderRequest,
)
from kiosk.domain.people import Access
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.order_bodies import PASSWORD, Kept, order_body, read, too_personal, written
from kiosk.operators.order_shapes import ProductOrder, order_from
from kiosk.operators.settling import Json, sent_once, settled
from kiosk.operators.system import System, system_of

API = "product_order"
REFUSALS = {
    "NOT_ELIGIBLE": Reason.NOT_ELIGIBLE,
    "IDENTITY_PROOF_NEEDED": Reason.PROOF_NEEDED,
    "TOO_LATE": Reason.TOO_LATE,
}


class Ordering:
    """Places orders."""

    name = "order"
    settles = True

    def __init__(self, systems: Mapping[str, System]) -> None:
        self._systems = systems

    def send(self, request: OrderRequest, key: str) -> Order:
        """Place it under its key; the same key never orders twice."""
        system = system_of(self._systems, request.operator_id)
        body = order_body(self.keep(request), request.items, key, request.consent.evidence)
        return replace(_placed(system, request.access, body, key), number_tail=request.number_tail)

    def keep(self, request: OrderRequest) -> Kept:
        """Return what placing needs: no token, no name, and of the consent its fingerprint alone."""
        return {
            "operator": request.operator_id,
            "party": request.access.subject,
            "line": request.line_id,
            "tail": request.number_tail,
            "kind": request.kind.value,
            "items": written(request.items),
            "whole": "" if too_personal(request.items) else "yes",
            "starts": request.starts.isoformat() if request.starts else "",
            "staff": request.staff,
            "proof": request.consent.proof.value,
            "digest": request.consent.digest,
        }

    def settle(self, kept: Kept, key: str) -> Order:
        """Look whether the order is there, and place it where it is not; with the kiosk's own token."""
        system = system_of(self._systems, kept["operator"])
        order = settled(lambda: _found(system, key), lambda: self._place_again(system, kept, key))
        return replace(order, number_tail=kept["tail"])

    def _place_again(self, system: System, kept: Kept, key: str) -> Order:
        if not kept["whole"]:
            raise Refused(Reason.NOT_FOUND, f"{system.id}: what was left out cannot be ordered again")
        body = order_body(kept, read(kept["items"]), key)
        return _placed(system, Access(system.id, token=""), body, key)


class Passwords:
    """Sets the service password: an order of which nothing is kept."""

    name = "service-password"
    settles = False

    def __init__(self, orders: Ordering) -> None:
        self._orders = orders

    def send(self, request: NewPassword, key: str) -> Order:
        """Set it under its key; the same key never sets twice."""
        item = OrderItem(Action.MODIFY, request.line_id, details=((PASSWORD, request.password),))
        order = OrderRequest(
            OrderKind.SET_PASSWORD,
            request.operator_id,
            request.access,
            request.line_id,
            "",
            (item,),
            request.consent,
            staff=request.staff,
        )
        return self._orders.send(order, key)

    def keep(self, request: NewPassword) -> Kept:
        """Return nothing: the visitor sets another one where this one was lost."""
        return {}

    def settle(self, kept: Kept, key: str) -> NoReturn:
        """Give up: nothing is kept, and the visitor was told to set it anew."""
        raise Refused(Reason.NOT_FOUND, "a password is not kept")


def order_with(system: System, access: Access, order_id: str, by: Deadline) -> Order:
    """Look how an order stands."""
    call = Call("GET", system.url(API, f"productOrder/{quote(order_id, safe='')}"))
    return order_from(system, system.ask(access, call, by).shaped(ProductOrder))


def _placed(system: System, access: Access, body: Json, key: str) -> Order:
    answer = sent_once(system, access, system.url(API, "productOrder"), body, key, refusals=REFUSALS)
    return order_from(system, answer.shaped(ProductOrder))


def _found(system: System, key: str) -> Order | None:
    call = Call("GET", system.url(API, "productOrder"), query={"externalId": key})
    orders = system.ask_as_kiosk(call, system.by()).shaped(list[ProductOrder])
    return next((order_from(system, order) for order in orders if order.external_id == key), None)

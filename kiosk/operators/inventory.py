"""The numbers a person holds at their own operator, and what runs on them (TMF637 product inventory)."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.orders import SimCard
from kiosk.domain.people import Identity, Line, LineStatus
from kiosk.domain.subscriptions import Subscription
from kiosk.operators.china import day_of, phone_from
from kiosk.operators.labels import NAMELESS, label_from, values_of
from kiosk.operators.pages import every
from kiosk.operators.product_shapes import Product
from kiosk.operators.sims import sim_of
from kiosk.operators.subscriptions import subscription_of
from kiosk.operators.system import System, system_of
from kiosk.text import PhoneNumber

API = "product_inventory"
FIELDS = "id,status,startDate,orderDate,productSpecification,productCharacteristic,relatedParty"
MORE = "name,terminationDate,productOffering,productPrice,productTerm,productRelationship"
"""What is told of the things that run on a number."""

# TMF637 writes one ended state with a space at its end: "aborted ". Numbers not yet active are nobody's.
_STATUS = {
    "active": LineStatus.IN_USE,
    "suspended": LineStatus.STOPPED,
    "pendingTerminate": LineStatus.ENDING,
}


class Inventory:
    """Lists a person's numbers, and what is in and on them."""

    def __init__(self, systems: Mapping[str, System]) -> None:
        self._systems = systems

    def lines_of(self, identity: Identity) -> tuple[Line, ...]:
        """List the person's mobile numbers that are in use, stopped, kept or ending."""
        system = system_of(self._systems, identity.operator_id)
        products = _products(system, identity, FIELDS)
        return tuple(line for product in products if (line := _line(product, system.id)))

    def subscriptions_of(self, identity: Identity) -> tuple[Subscription, ...]:
        """List the same numbers with plan, add-ons, discounts, contracts and sub-cards."""
        system = system_of(self._systems, identity.operator_id)
        products = _products(system, identity, f"{FIELDS},{MORE}")
        return tuple(
            subscription_of(line, product, products, system.id)
            for product in products
            if (line := _line(product, system.id))
        )

    def sim_of(self, identity: Identity, line: Line) -> SimCard:
        """Look at the SIM card in a number."""
        return sim_of(system_of(self._systems, identity.operator_id), identity, line)


def _products(system: System, identity: Identity, fields: str) -> list[Product]:
    url = system.url(API, "product")
    return list(every(system, identity.access, url, list[Product], system.by(), fields=fields))


def _line(product: Product, operator_id: str) -> Line | None:
    """Read a product as a mobile number in service; None when it is something else."""
    values = values_of(product.product_characteristic)
    number = _number(values)
    status = _STATUS.get(product.status.strip())
    if number is None or status is None:
        return None
    if status is LineStatus.STOPPED and values.get("keepNumber") in {True, "true"}:
        status = LineStatus.KEPT
    since = product.start_date or product.order_date
    if since is None:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{operator_id}: a number without its day")
    place = label_from(values.get("homeCity")) or NAMELESS
    return Line(product.id, number, place, day_of(since), status)


def _number(values: Mapping[str, object]) -> PhoneNumber | None:
    told = values.get("phoneNumber")
    return phone_from(told) if isinstance(told, str) else None

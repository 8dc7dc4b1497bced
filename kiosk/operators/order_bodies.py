"""Orders as they are written: to the operator (TMF622), and on the kiosk's disk until they are settled."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from kiosk.domain.calendar import CHINA
from kiosk.domain.orders import Action, OrderItem
from kiosk.operators.settling import Json, customer

PASSWORD = "servicePassword"  # noqa: S105 - the name of a characteristic
NEVER_KEPT = frozenset({PASSWORD, "certificateKind", "certificateLevel"})
"""Details too personal for the disk: an order that has one can be found again, but not sent again."""


Kept = Mapping[str, str]


def order_body(kept: Kept, items: Iterable[OrderItem], key: str, evidence: str = "") -> Json:
    """Write an order; without the evidence the fingerprint of the consent stands for it."""
    parties = [customer(kept["party"])]
    if kept["staff"]:
        parties.append({"id": kept["staff"], "role": "staff", "@referredType": "Employee"})
    consent = {"proof": kept["proof"], "digest": kept["digest"]} | (
        {"evidence": evidence} if evidence else {}
    )
    first: list[Json] = [{"name": "line", "value": kept["line"]}, {"name": "consent", "value": consent}]
    body: Json = {
        "externalId": key,
        "category": kept["kind"],
        "channel": [{"id": "kiosk", "role": "channel"}],
        "relatedParty": parties,
        "productOrderItem": [
            _item(str(number), item, first if number == 1 else [])
            for number, item in enumerate(items, start=1)
        ],
    }
    if kept["starts"]:
        day = date.fromisoformat(kept["starts"])
        body["requestedStartDate"] = datetime.combine(day, time(), CHINA).isoformat()
    return body


def _item(id_: str, item: OrderItem, more: list[Json]) -> Json:
    details: list[Json] = [{"name": name, "value": value} for name, value in item.details]
    product: Json = {"productCharacteristic": [*more, *details]}
    if item.product_id:
        product["id"] = item.product_id
    written: Json = {"id": id_, "action": item.action.value, "product": product}
    return written | ({"productOffering": {"id": item.offering_id}} if item.offering_id else {})


def too_personal(items: Iterable[OrderItem]) -> bool:
    """Tell whether something in it must not be kept."""
    return any(name in NEVER_KEPT for item in items for name, _ in item.details)


def written(items: Iterable[OrderItem]) -> str:
    """Write items for the disk, without what is too personal for it."""
    return json.dumps(
        [[item.action.value, item.product_id, item.offering_id, _kept_details(item)] for item in items]
    )


def _kept_details(item: OrderItem) -> list[tuple[str, str]]:
    return [(name, value) for name, value in item.details if name not in NEVER_KEPT]


def read(items: str) -> list[OrderItem]:
    """Read what was written."""
    return [
        OrderItem(Action(action), product, offering, tuple((name, value) for name, value in details))
        for action, product, offering, details in json.loads(items)
    ]

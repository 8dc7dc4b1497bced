"""Orders and their cancellations, described as TMF622 does."""

from __future__ import annotations

from datetime import date

from kiosk.domain.orders import OrderState
from kiosk.sandbox import bases
from kiosk.sandbox.moments import moment, start_of
from kiosk.sandbox.order_tables import CancellationRecord, OrderRecord
from kiosk.sandbox.tmf import Resource
from kiosk.sandbox.turn import Turn

BASE = bases.PRODUCT_ORDER
_ENDS = {OrderState.CANCELLED: "cancellationDate", OrderState.COMPLETED: "completionDate"}
_TASKS = {
    OrderState.ASSESSING_CANCELLATION: "acknowledged",
    OrderState.PENDING_CANCELLATION: "inProgress",
    OrderState.CANCELLED: "done",
}


def order_resource(turn: Turn, order: OrderRecord) -> Resource:
    """Describe an order."""
    told = order.document
    resource = {
        "id": order.id,
        "href": f"{turn.root}/{BASE}/productOrder/{order.id}",
        "category": order.kind,
        "state": order.state,
        "orderDate": moment(order.created_at),
        "expectedCompletionDate": told["expected"],
        "channel": told["channel"],
        "relatedParty": told["relatedParty"],
        "productOrderItem": [_item(order, number) for number in range(len(told["items"]))],
        "@type": "ProductOrder",
    }
    optional = {
        "externalId": order.external_id,
        "requestedStartDate": told.get("requestedStartDate"),
        "cancellationReason": told.get("cancellationReason"),
        "note": _notes(order),
        _ENDS.get(order.stands, ""): told.get("ended"),
    }
    return resource | {name: value for name, value in optional.items() if name and value}


def cancellation_resource(turn: Turn, record: CancellationRecord, order: OrderRecord) -> Resource:
    """Describe the wish to call an order back; where the order ended otherwise, the wish has failed."""
    root = f"{turn.root}/{BASE}"
    resource = {
        "id": record.id,
        "href": f"{root}/cancelProductOrder/{record.id}",
        "productOrder": {
            "id": order.id,
            "href": f"{root}/productOrder/{order.id}",
            "@referredType": "ProductOrder",
        },
        "requestedCancellationDate": moment(record.created_at),
        "state": _TASKS.get(order.stands, "terminatedWithError"),
        "@type": "CancelProductOrder",
    }
    if record.reason:
        resource["cancellationReason"] = record.reason
    if order.stands is OrderState.CANCELLED:
        resource["effectiveCancellationDate"] = order.document["ended"]
    return resource


def _item(order: OrderRecord, number: int) -> Resource:
    item: Resource = dict(order.document["items"][number])
    product = dict(item["product"])
    if number == 0:
        tail = {"name": "numberTail", "value": order.document["tail"]}
        product["productCharacteristic"] = [*product["productCharacteristic"], tail]
        product["startDate"] = start_of(date.fromisoformat(order.document["starts"]))
    whole = order.stands is not OrderState.PARTIAL
    return {**item, "product": product, "state": order.state if whole else OrderState.COMPLETED.value}


def _notes(order: OrderRecord) -> list[Resource]:
    words: dict[str, str] = order.document.get("note") or {}
    return [{"id": language, "text": text} for language, text in words.items()]

"""Orders: placed once and only once, whatever is lost on the way; nothing secret waits on the disk."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.domain.calendar import CHINA
from kiosk.domain.consent import Consent, Proof
from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.offers import first_of_next_month
from kiosk.domain.orders import Action, NewPassword, OrderItem, OrderKind, OrderRequest, OrderState
from kiosk.domain.people import Access, Identity
from kiosk.text import Label
from tests.operators.conftest import Clock, House, desks_for
from tests.operators.scripted import Says, Scripted

SIGNED = Consent(Proof.SIGNATURE, "M10 10 L400 90")
PATH = "/orders/productOrder"
TOLD = {"id": "PO1", "externalId": "k1", "state": "acknowledged", "orderDate": "2026-11-23T08:00:00Z"}


def cap_of(identity: Identity, limit: str = "50") -> OrderRequest:
    """Ask for a limit on the first number."""
    line = f"{identity.access.subject}-1"
    item = OrderItem(Action.MODIFY, line, details=(("limit", limit),))
    return OrderRequest(
        OrderKind.SET_CAP, identity.operator_id, identity.access, line, "0001", (item,), SIGNED
    )


DISCOUNT = OrderRequest(
    OrderKind.TAKE_DISCOUNT,
    "op",
    Access("op", "hers", "refresh", "party-7"),
    "line-9",
    "0003",
    (
        OrderItem(Action.ADD, offering_id="DIS50", details=(("certificateKind", "2"), ("colour", "red"))),
        OrderItem(Action.DELETE, "old-1"),
    ),
    SIGNED,
    starts=date(2026, 12, 1),
    staff="S7",
)
PLAIN = replace(DISCOUNT, items=DISCOUNT.items[1:])


def scripted_desks(scripted: Scripted, clock: Clock) -> Any:
    return desks_for(scripted.settings(product_order="/orders"), clock)


@pytest.mark.parametrize("way", ["QR", "SMS"])
def test_an_order_is_taken(house: House, way: str) -> None:
    identity = house.by_qr("wang-xiuying", "mobile") if way == "QR" else house.by_sms("13800130001", "mobile")
    order = house.desks.orders.send(cap_of(identity), "key-1")
    assert (order.kind, order.state, order.number_tail) == (OrderKind.SET_CAP, OrderState.COMPLETED, "0001")
    assert order.id in house.phone.inbox("+8613800130001")[0]["text"]
    assert house.desks.orders.send(cap_of(identity), "key-1") == order
    assert house.desks.orders.send(cap_of(identity), "key-2").id != order.id


def test_who_showed_her_card_changes_her_plan_from_the_next_month(house: House) -> None:
    today = house.clock().astimezone(CHINA).date()
    identity = house.by_card("wang-xiuying", "mobile")
    plan = OrderItem(Action.MODIFY, "mobile-1001-1-plan", "STD39")
    change = replace(cap_of(identity), kind=OrderKind.CHANGE_PLAN, items=(plan,))
    order = house.desks.orders.send(change, "key-1")
    assert (order.state, order.starts) == (OrderState.COMPLETED, first_of_next_month(today))
    assert house.desks.matters.orders_of(identity) == (order,)


def test_a_lost_answer_is_settled_with_the_order_that_was_placed(house: House) -> None:
    said = cap_of(house.by_qr("wang-xiuying", "mobile"))
    desk = house.desks.orders
    house.sandbox.order("mobile", "product_order", "drop")
    with pytest.raises(Unavailable):
        desk.send(said, "key-1")
    house.sandbox.order("mobile", "product_order", "none")
    house.clock.jump(3600)
    placed = desk.settle(desk.keep(said), "key-1")
    assert (placed, placed.number_tail) == (desk.settle(desk.keep(said), "key-1"), "0001")


def test_an_order_that_never_arrived_is_placed_when_settling(house: House) -> None:
    said = cap_of(house.by_sms("13800130001", "mobile"))
    desk = house.desks.orders
    placed = desk.settle(desk.keep(said), "key-1")
    assert desk.settle(desk.keep(said), "key-1") == placed == desk.send(said, "key-1")


def test_a_no_says_why(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    plan = OrderItem(Action.MODIFY, "mobile-1001-1-plan", "NEW39")
    change = replace(cap_of(identity), kind=OrderKind.CHANGE_PLAN, items=(plan,))
    film = OrderItem(Action.DELETE, "mobile-1001-1-addon-vip19")
    stop = replace(cap_of(identity), kind=OrderKind.STOP_ADD_ON, items=(film,))
    for request, reason in ((change, Reason.PROOF_NEEDED), (stop, Reason.NOT_ELIGIBLE)):
        with pytest.raises(Refused) as caught:
            house.desks.orders.send(request, f"key-{reason.value}")
        assert caught.value.reason is reason


def test_an_order_says_all_that_was_agreed(scripted: Scripted, clock: Clock) -> None:
    scripted.says(PATH, Says(TOLD, 201))
    order = scripted_desks(scripted, clock).orders.send(DISCOUNT, "k1")
    assert (order.id, order.kind, order.number_tail) == ("PO1", None, "0003")
    (asked,) = scripted.of(PATH)
    body = json.loads(asked.body)
    assert asked.headers["idempotency-key"] == body["externalId"] == "k1"
    assert asked.headers["authorization"] == "Bearer hers"
    assert (body["category"], body["requestedStartDate"]) == ("takeDiscount", "2026-12-01T00:00:00+08:00")
    assert [(one["id"], one["@referredType"]) for one in body["relatedParty"]] == [
        ("party-7", "Individual"),
        ("S7", "Employee"),
    ]
    first, second = body["productOrderItem"]
    values = {one["name"]: one["value"] for one in first["product"]["productCharacteristic"]}
    proof = {"proof": "signature", "digest": SIGNED.digest, "evidence": SIGNED.evidence}
    assert values == {"line": "line-9", "consent": proof, "certificateKind": "2", "colour": "red"}
    assert first["productOffering"] == {"id": "DIS50"}
    assert second == {"id": "2", "action": "delete", "product": {"id": "old-1", "productCharacteristic": []}}


def test_nothing_secret_is_kept(scripted: Scripted, clock: Clock) -> None:
    desks = scripted_desks(scripted, clock)
    kept = json.dumps(desks.orders.keep(DISCOUNT))
    for secret in ("hers", "refresh", SIGNED.evidence, "certificate"):
        assert secret not in kept
    assert "red" in kept


def test_what_was_left_out_is_found_again_but_not_ordered_again(scripted: Scripted, clock: Clock) -> None:
    scripted.says(PATH, Says([TOLD]), Says([TOLD | {"externalId": "another"}]))
    desk = scripted_desks(scripted, clock).orders
    assert desk.settle(desk.keep(DISCOUNT), "k1").id == "PO1"
    with pytest.raises(Refused) as caught:
        desk.settle(desk.keep(DISCOUNT), "k1")
    assert caught.value.reason is Reason.NOT_FOUND
    assert [asked.method for asked in scripted.of(PATH)] == ["GET", "GET"]


def test_settling_sends_the_fingerprint_alone(scripted: Scripted, clock: Clock) -> None:
    scripted.says(PATH, Says([]), Says(TOLD, 201))
    desk = scripted_desks(scripted, clock).orders
    desk.settle(desk.keep(PLAIN), "k1")
    looked, sent = scripted.of(PATH)
    assert (looked.query, sent.headers["authorization"]) == ({"externalId": ["k1"]}, "Bearer own")
    assert SIGNED.digest.encode() in sent.body
    assert SIGNED.evidence.encode() not in sent.body


@pytest.mark.parametrize(
    ("status", "body", "kind", "reason"),
    [
        (403, {}, Unavailable, Reason.NOT_ALLOWED),
        (401, {}, Unavailable, Reason.NOT_ALLOWED),
        (409, {}, Unavailable, Reason.BUSY),
        (403, {"code": "IDENTITY_PROOF_NEEDED"}, Refused, Reason.PROOF_NEEDED),
        (409, {"code": "NOT_ELIGIBLE"}, Refused, Reason.NOT_ELIGIBLE),
        (201, TOLD | {"state": "lost in thought"}, Unavailable, Reason.BROKEN_ANSWER),
    ],
)
def test_what_settling_makes_of_an_answer(
    scripted: Scripted, clock: Clock, status: int, body: object, kind: type[OperatorError], reason: Reason
) -> None:
    scripted.says(PATH, Says([]), Says(body, status))
    desk = scripted_desks(scripted, clock).orders
    with pytest.raises(kind) as caught:
        desk.settle(desk.keep(PLAIN), "k1")
    assert caught.value.reason is reason


def test_what_an_answer_tells(scripted: Scripted, clock: Clock) -> None:
    notes = [{"text": "正在核对"}, {"id": "en", "text": "Being checked"}]
    tail = [{"name": "numberTail", "value": "+8613800130009"}]
    item = {"product": {"startDate": "2026-12-01T00:00:00+08:00", "productCharacteristic": tail}}
    told = {"state": "held ", "category": "setCap", "note": notes, "productOrderItem": [item]}
    scripted.says(PATH, Says([TOLD | told, TOLD | {"id": "PO2", "productOrderItem": [{}]}]))
    identity = Identity(name=None, id_number=None, phone=None, access=DISCOUNT.access)  # type: ignore[arg-type]
    first, second = scripted_desks(scripted, clock).matters.orders_of(identity)
    assert (first.state, first.kind, first.number_tail) == (OrderState.HELD, OrderKind.SET_CAP, "0009")
    assert first.note == Label.of({"zh_CN": "正在核对", "en": "Being checked"})
    assert first.starts == date(2026, 12, 1)
    assert (second.note, second.starts, second.number_tail) == (None, None, "")


# ------------------------------------------------------------------------------------------- passwords


def test_a_password_is_sent_and_nothing_of_it_kept(scripted: Scripted, clock: Clock) -> None:
    scripted.says(PATH, Says(TOLD, 201))
    desk = scripted_desks(scripted, clock).passwords
    request = NewPassword("op", DISCOUNT.access, "line-9", "918273", SIGNED, "S7")
    assert desk.send(request, "k1").id == "PO1"
    assert b"918273" in scripted.of(PATH)[0].body
    assert (desk.keep(request), desk.settles) == ({}, False)
    assert "918273" not in repr(request)
    with pytest.raises(Refused) as caught:
        desk.settle({}, "k1")
    assert caught.value.reason is Reason.NOT_FOUND

"""What a person has ordered and asked for: listed, waited for, called back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.orders import Cancelling, Order, OrderState
from kiosk.domain.people import Identity
from kiosk.domain.work_orders import WorkOrder, WorkOrderKind
from kiosk.text import Money, PhoneNumber, just, t
from tests.operators.conftest import WANG, Clock, House, Patience, Stopped, desks_for
from tests.operators.scripted import Says, Scripted
from tests.operators.test_ordering import PATH, TOLD, cap_of

CANCEL = "/orders/cancelProductOrder"
ASKED = Says({"id": "CO1", "productOrder": {"id": "PO1"}, "state": "acknowledged"}, 201)
HERS = replace(WANG, access=replace(WANG.access, subject="party-7"))
CALLED = Cancelling("op", HERS.access, "PO1")


def told(state: str) -> Says:
    return Says(TOLD | {"state": state})


def desks(scripted: Scripted, clock: Clock, patience: float = 20.0) -> Any:
    settings = scripted.settings(product_order="/orders", trouble_ticket="/tickets")
    return desks_for(settings, clock, patience)


def an_order(scripted: Scripted, clock: Clock) -> Order:
    scripted.says(PATH, Says([TOLD]))
    (order,) = desks(scripted, clock).matters.orders_of(HERS)
    assert isinstance(order, Order)
    return order


@pytest.mark.parametrize("way", ["QR", "SMS"])
def test_orders_and_work_orders_are_listed_the_newest_first(house: House, way: str) -> None:
    identity = house.by_qr("wang-xiuying", "mobile") if way == "QR" else house.by_sms("13800130001", "mobile")
    matters = house.desks.matters
    assert (matters.orders_of(identity), matters.tickets_of(identity)) == ((), ())
    orders = [house.desks.orders.send(cap_of(identity, limit), limit) for limit in ("20", "30")]
    assert matters.orders_of(identity) == tuple(reversed(orders))
    for kind in WorkOrderKind:
        house.desks.work_orders.send(work(identity, kind), kind.value)
    filed = matters.tickets_of(identity)
    assert [one.kind for one in filed] == list(reversed(WorkOrderKind))
    assert {one.state for one in filed} == {"inProgress"}
    soon = {WorkOrderKind.REPAIR, WorkOrderKind.OUTAGE}
    for one in filed:
        assert (one.due - one.filed.date()).days in ({1, 2, 3} if one.kind in soon else {14, 15, 16})


def test_days_and_hours_are_those_of_china(scripted: Scripted, clock: Clock) -> None:
    late = {"orderDate": "2026-11-23T17:00:00Z", "expectedCompletionDate": "2026-11-24T17:00:00Z"}
    scripted.says(PATH, Says([TOLD | late]))
    (order,) = desks(scripted, clock).matters.orders_of(HERS)
    assert (order.placed.day, order.expected.day, order.expected.hour) == (24, 25, 1)


@pytest.mark.parametrize("due", ["2026-12-08T17:00:00Z", None])
def test_a_request_of_the_small_hours_was_filed_on_the_day_that_china_had(
    scripted: Scripted, clock: Clock, due: str | None
) -> None:
    told = {"id": "TT1", "creationDate": "2026-11-23T17:30:00Z"}
    scripted.says("/tickets/troubleTicket", Says([told | ({"expectedResolutionDate": due} if due else {})]))
    (filed,) = desks(scripted, clock).matters.tickets_of(HERS)
    assert (filed.filed.date(), filed.due) == (date(2026, 11, 24), date(2026, 12, 9))


def test_waiting_for_the_next_state(scripted: Scripted, clock: Clock) -> None:
    order, stop = an_order(scripted, clock), Patience(clock)
    lost = Says({}, 503)
    scripted.says(f"{PATH}/PO1", told("acknowledged"), lost, lost, told("inProgress "))
    after = desks(scripted, clock).matters.after(HERS, order, stop=stop)
    assert after.state is OrderState.IN_PROGRESS
    assert stop.waits == sorted(stop.waits)
    assert (stop.waits[0], max(stop.waits) <= 2) == (0.3, True)


@pytest.mark.parametrize(
    ("answer", "reason"), [(Says({}, 503), Reason.SYSTEM_DOWN), (told("odd"), Reason.BROKEN_ANSWER)]
)
def test_waiting_in_vain(scripted: Scripted, clock: Clock, answer: Says, reason: Reason) -> None:
    order = an_order(scripted, clock)
    scripted.says(f"{PATH}/PO1", answer)
    with pytest.raises(Unavailable) as caught:
        desks(scripted, clock).matters.after(HERS, order, stop=Patience(clock))
    assert caught.value.reason is reason


def test_nobody_waits_for_ever(scripted: Scripted, clock: Clock) -> None:
    order = an_order(scripted, clock)
    scripted.says(f"{PATH}/PO1", told("acknowledged"))
    assert desks(scripted, clock, 0.3).matters.after(HERS, order, stop=Patience(clock)) is order
    with pytest.raises(Unavailable) as caught:
        desks(scripted, clock).matters.after(HERS, order, stop=Stopped(clock))
    assert caught.value.reason is Reason.STOPPED


# ----------------------------------------------------------------------------------------- calling back


def test_an_order_that_is_done_cannot_be_called_back(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    order = house.desks.orders.send(cap_of(identity), "key-1")
    called = Cancelling("mobile", identity.access, order.id)
    with pytest.raises(Refused) as caught:
        house.desks.cancellations.send(called, "c-1")
    assert caught.value.reason is Reason.TOO_LATE
    assert house.desks.cancellations.keep(called) == {"operator": "mobile", "order": order.id}


def test_calling_back_tells_how_it_stands_then(scripted: Scripted, clock: Clock) -> None:
    scripted.says(CANCEL, ASKED)
    scripted.says(f"{PATH}/PO1", told("assessingCancellation"))
    desk = desks(scripted, clock).cancellations
    assert desk.send(CALLED, "c-1").state is OrderState.ASSESSING_CANCELLATION
    (asked,) = scripted.of(CANCEL)
    assert (asked.headers["idempotency-key"], asked.headers["authorization"]) == ("c-1", "Bearer hers")


@pytest.mark.parametrize(
    ("now", "asks"), [("cancelled", 0), ("pendingCancellation", 0), ("held", 1), ("completed", 1)]
)
def test_settling_asks_again_only_where_it_was_not_heard(
    scripted: Scripted, clock: Clock, now: str, asks: int
) -> None:
    scripted.says(CANCEL, ASKED)
    scripted.says(f"{PATH}/PO1", told(now))
    desk = desks(scripted, clock).cancellations
    assert desk.settle(desk.keep(CALLED), "c-1").state.value == now
    assert len(scripted.of(CANCEL)) == asks


@pytest.mark.parametrize(
    ("answer", "kind", "reason"),
    [
        (Says({"productOrder": {"id": "x"}, "state": "terminatedWithError"}, 201), Refused, Reason.TOO_LATE),
        (Says({"code": "TOO_LATE"}, 409), Refused, Reason.TOO_LATE),
        (Says({}, 403), Unavailable, Reason.NOT_ALLOWED),
    ],
)
def test_what_cannot_be_called_back(
    scripted: Scripted, clock: Clock, answer: Says, kind: type[OperatorError], reason: Reason
) -> None:
    scripted.says(CANCEL, answer)
    scripted.says(f"{PATH}/PO1", told("inProgress"))
    desk = desks(scripted, clock).cancellations
    with pytest.raises(kind) as caught:
        desk.settle(desk.keep(CALLED), "c-1")
    assert caught.value.reason is reason


# ------------------------------------------------------------------------------------------ work orders


def work(identity: Identity, kind: WorkOrderKind, amount: Money | None = None) -> WorkOrder:
    product = f"{identity.access.subject}-1"
    return WorkOrder(kind, identity.operator_id, identity.access, product, "0001", amount)


@pytest.mark.parametrize("kind", list(WorkOrderKind))
def test_a_work_order_says_no_more_than_needed(scripted: Scripted, clock: Clock, kind: WorkOrderKind) -> None:
    scripted.says("/tickets/troubleTicket", Says({"id": "TT1"}, 201))
    desk = desks(scripted, clock).work_orders
    for amount in (None, Money(1990)):
        asked = work(HERS, kind, amount)
        assert desk.send(asked, "k1").reference == "TT1"
    plain, with_sum = (asked.body.decode() for asked in scripted.of("/tickets/troubleTicket"))
    assert f'"ticketType": "{kind.value}"' in plain
    assert '"id": "party-7-1"' in plain
    assert ("0001" in plain, "19.9" in plain, "19.9" in with_sum) == (True, False, True)


def test_a_work_order_is_about_anything_on_a_number_and_filed_once(house: House) -> None:
    identity = house.by_sms("13800130001", "mobile")
    refund = replace(work(identity, WorkOrderKind.REFUND), product_id="mobile-1001-1-addon-vip19")
    desk = house.desks.work_orders
    ticket = desk.settle(desk.keep(refund), "key-1")
    assert desk.send(refund, "key-1") == ticket


def test_what_else_was_said_is_kept_and_filed_word_for_word(scripted: Scripted, clock: Clock) -> None:
    said = (t("It is about {amount}.", amount=Money(1990)), just("她说：“猫”灯红了\n还试了一次"))
    asked = replace(work(HERS, WorkOrderKind.REPAIR), said=said)
    filed = {"id": "TT1", "expectedResolutionDate": "2026-11-24T17:00:00Z"}
    scripted.says("/tickets/troubleTicket", Says({}, 503), Says([]), Says(filed, 201))
    desk = desks(scripted, clock).work_orders
    with pytest.raises(Unavailable):
        desk.send(asked, "k1")
    ticket = desk.settle(json.loads(json.dumps(desk.keep(asked))), "k1")
    assert (ticket.due.day, ticket.until.isoformat()) == (25, "2026-11-25T01:00:00+08:00")
    first, _, again = scripted.of("/tickets/troubleTicket")
    body = json.loads(again.body)
    assert first.body == again.body
    assert (body["severity"], body["note"]) == (
        "high",
        [
            {"text": "涉及19.90元。", "author": "party-7"},
            {"text": "她说：“猫”灯红了\n还试了一次", "author": "party-7"},
        ],
    )
    assert body["relatedEntity"] == [{"id": "party-7-1", "role": "concerned", "@referredType": "Product"}]


def test_a_complaint_may_be_about_nothing_she_holds(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/tickets/troubleTicket", Says({"id": "TT1"}, 201))
    complaint = replace(work(HERS, WorkOrderKind.COMPLAINT), product_id="", number_tail="")
    assert desks(scripted, clock).work_orders.send(complaint, "k1").until is None
    body = json.loads(scripted.of("/tickets/troubleTicket")[0].body)
    assert {"relatedEntity", "note"}.isdisjoint(body)
    assert (body["description"], body["severity"]) == ("客户投诉。", "medium")


def test_the_phone_to_ring_is_told_and_never_kept(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/tickets/troubleTicket", Says({}, 503), Says([]), Says({"id": "TT1"}, 201))
    repair = replace(work(HERS, WorkOrderKind.REPAIR), contact=PhoneNumber("13900005678"))
    desk = desks(scripted, clock).work_orders
    with pytest.raises(Unavailable):
        desk.send(repair, "k1")
    assert "13900005678" not in str(desk.keep(repair)) + repr(repair)
    desk.settle(desk.keep(repair), "k1")
    first, _, again = scripted.of("/tickets/troubleTicket")
    assert json.loads(first.body)["description"].endswith("请打13900005678联系客户。")
    assert b"13900005678" not in again.body

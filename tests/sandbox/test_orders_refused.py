from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.ordering import (
    CAP,
    CHANGE,
    ORDERS,
    WANGS,
    consent,
    held,
    item,
    order,
    placed,
    show_card,
)
from tests.sandbox.visitor import WANG, HandClock, Visitor


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (order("portOut", item("delete", WANGS)), 400, "badRequest"),
        (order("juggle", item("modify", WANGS)), 400, "badRequest"),
        (order("setCap"), 400, "badRequest"),
        (order("setCap", item("modify", "mobile-1002-1", line="mobile-1002-1")), 400, "badRequest"),
        (order("setCap", item("modify", "telecom-1002-1-plan")), 400, "badRequest"),
        (order("setCap", item("modify", WANGS, limit="a lot")), 400, "badRequest"),
        (order("setCap", item("modify", WANGS, limit=[])), 400, "badRequest"),
        (order("setCap", item("modify", WANGS, limit={})), 400, "badRequest"),
        (order("setCap", item("modify", WANGS, limit=False)), 400, "badRequest"),
        (order("setCap", *[item("modify", WANGS, limit="50")] * 2), 400, "badRequest"),
        (order("changePlan", item("modify", WANGS)), 400, "badRequest"),
        (order("stopAddOn", item("delete", WANGS)), 400, "badRequest"),
        (order("cancelNumber", item("modify", WANGS), staff="S7"), 400, "badRequest"),
        (order("setCap", item("modify", WANGS, consent="yes")), 400, "badRequest"),
        (order("setCap", item("modify", WANGS, consent=consent(digest="0" * 64))), 400, "badRequest"),
        (order("setCap", item("modify", WANGS, consent=consent(proof="smsCode"))), 400, "badRequest"),
        (CAP | {"requestedStartDate": "2031-01-01T00:00:00+08:00"}, 400, "badRequest"),
        (CAP | {"requestedStartDate": "9999-12-31T23:59:59-14:00"}, 400, "badRequest"),
        (order("setCap", item("modify", WANGS), party="mobile-1002"), 403, "forbidden"),
        (order("takeDiscount", item("add", "", "DIS50-STD39", certificateKind="x")), 400, "badRequest"),
        (order("cancelNumber", item("delete", WANGS)), 403, "IDENTITY_PROOF_NEEDED"),
        (order("changePlan", item("modify", WANGS, "NEW39")), 409, "NOT_ELIGIBLE"),
        (order("changePlan", item("modify", WANGS, "KIN5")), 409, "NOT_ELIGIBLE"),
        (order("stopAddOn", item("delete", f"{WANGS}-addon-vip19")), 409, "NOT_ELIGIBLE"),
    ],
)
def test_orders_that_are_refused_change_nothing(
    wang: Visitor, body: dict[str, Any], status: int, code: str
) -> None:
    before = held(wang)
    refused = wang.post(ORDERS, body)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert wang.get(ORDERS).json() == []
    assert held(wang) == before


def test_a_card_seen_long_ago_proves_nothing_and_a_no_stays_a_no(wang: Visitor, clock: HandClock) -> None:
    clock.pass_by(minutes=30)
    wang.sign_in()
    assert wang.post(ORDERS, CHANGE).json()["code"] == "IDENTITY_PROOF_NEEDED"
    show_card(wang, WANG)
    assert wang.post(ORDERS, CHANGE).json()["code"] == "IDENTITY_PROOF_NEEDED"
    later = CHANGE | {"requestedStartDate": "2027-01-10T00:00:00+08:00"}
    told = placed(wang, later, "key-2")
    assert told["productOrderItem"][0]["product"]["startDate"].startswith("2027-01-10")
    assert told["requestedStartDate"] == later["requestedStartDate"]


@pytest.mark.parametrize("asked", ["0001-01-01T00:00:00+14:00", "2026-11-22T15:59:59Z"])
def test_a_day_long_gone_is_as_good_as_today(wang: Visitor, asked: str) -> None:
    told = placed(wang, CAP | {"requestedStartDate": asked})
    assert told["productOrderItem"][0]["product"]["startDate"] == "2026-11-23T00:00:00+08:00"


def test_a_code_that_was_checked_is_a_yes(wang: Visitor) -> None:
    wang.act_for_itself()
    id_ = wang.send_code().json()["authenticationId"]
    by_code = order("setCap", item("modify", WANGS, limit="", consent=consent(id_, proof="smsCode")))
    assert wang.post(ORDERS, by_code).status_code == 400
    assert wang.try_code(id_, wang.sandbox.phone.last_code("+8613800130001")).status_code == 204
    assert wang.post(ORDERS, by_code).status_code == 201


def test_without_a_key_every_order_is_a_new_one(wang: Visitor) -> None:
    left_out = {"externalId", "relatedParty"}
    cap = {name: value for name, value in CAP.items() if name not in left_out}
    told = [wang.post(ORDERS, cap).json() for _ in range(2)]
    assert told[0]["id"] != told[1]["id"]
    assert told[0]["relatedParty"] == CAP["relatedParty"]
    new = order("changePlan", item("modify", WANGS, "NEW39"))
    assert {wang.post(ORDERS, new | {"externalId": ""}).status_code for _ in range(2)} == {400}
    del new["externalId"]
    assert {wang.post(ORDERS, new).status_code for _ in range(2)} == {409}


def test_a_fingerprint_alone_is_a_yes_given_before(wang: Visitor) -> None:
    proof = {name: value for name, value in consent().items() if name != "evidence"}
    assert wang.post(ORDERS, order("setCap", item("modify", WANGS, consent=proof))).status_code == 201

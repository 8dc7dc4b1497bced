from __future__ import annotations

import pytest

from tests.sandbox.ordering import (
    CANCELS,
    CAP,
    CHANGE,
    ORDERS,
    OTHER,
    SIGNED,
    STEP,
    WANGS,
    consent,
    held,
    item,
    news,
    order,
    placed,
    put,
    state,
    states,
    values,
)
from tests.sandbox.visitor import DEMO, HandClock, Visitor


def test_an_order_goes_on_by_itself_and_is_told_by_sms(wang: Visitor, clock: HandClock) -> None:
    told = placed(wang, CAP)
    assert states(wang, clock, told) == ["acknowledged", "inProgress", "completed"]
    assert told["id"] in news(wang)
    assert "超套封顶" in news(wang)
    done = wang.get(told["href"]).json()
    assert done["completionDate"] == "2026-11-23T08:00:08.000Z"
    assert done["productOrderItem"][0]["state"] == "completed"


def test_a_limit_is_set_changed_and_taken_away(wang: Visitor, clock: HandClock) -> None:
    for limit, told in (("50", [50.0]), ("29.90", [29.9]), ("", []), ("", [])):
        placed(wang, order("setCap", item("modify", WANGS, limit=limit)), f"{limit} {told} {clock()}")
        clock.pass_by(seconds=2 * STEP)
        caps = [one for one in held(wang) if one["productSpecification"]["name"] == "cap"]
        assert [values(cap)["limit"]["value"] for cap in caps] == told


def test_the_same_key_orders_once_whoever_sends_it_and_without_the_signature(
    wang: Visitor, clock: HandClock
) -> None:
    first = placed(wang, CAP)
    proof = {name: value for name, value in consent().items() if name != "evidence"}
    again = order("setCap", item("modify", WANGS, limit="50", consent=proof))
    clock.pass_by(hours=1)
    wang.act_for_itself()
    assert placed(wang, again)["id"] == first["id"]
    assert wang.post(ORDERS, CAP | {"category": "stopNumber"}).status_code == 409
    assert [one["id"] for one in wang.get(ORDERS, externalId="key-1").json()] == [first["id"]]
    assert wang.get(ORDERS, externalId="key-2").json() == []
    assert wang.get(ORDERS).status_code == 403
    assert SIGNED not in wang.get(first["href"]).text


def test_a_list_holds_ones_own_orders_the_newest_first(wang: Visitor) -> None:
    for key in ("a", "b", "c"):
        placed(wang, CAP, key)
    assert [one["externalId"] for one in wang.get(ORDERS).json()] == ["c", "b", "a"]
    page = wang.get(ORDERS, offset="1", limit="1", category="setCap")
    assert [one["externalId"] for one in page.json()] == ["b"]
    assert page.headers["X-Total-Count"] == "3"
    href = wang.get(ORDERS).json()[0]["href"]
    with Visitor(wang.sandbox, "mobile") as other:
        other.sign_in("liu-min")
        assert other.get(ORDERS).json() == []
        assert other.get(href).ok  # by the client that placed it
    with Visitor(wang.sandbox, "mobile", client=OTHER) as stranger:
        stranger.sign_in("liu-min")
        assert stranger.get(href).status_code == 404
    assert wang.get(f"{ORDERS}/none").status_code == 404


def test_an_order_is_called_back_step_by_step(wang: Visitor, clock: HandClock) -> None:
    told = placed(wang, CHANGE)
    body = {"productOrder": {"id": told["id"]}, "cancellationReason": "I thought again."}
    asked = wang.post(CANCELS, body, Idempotency_Key="c-1")
    assert (asked.status_code, asked.json()["state"]) == (201, "acknowledged")
    assert wang.post(CANCELS, body, Idempotency_Key="c-1").json() == asked.json()
    assert wang.post(CANCELS, body | {"productOrder": {"id": "x"}}, Idempotency_Key="c-1").status_code == 409
    assert wang.post(CANCELS, body).status_code == 201  # once more changes nothing
    told["state"] = state(wang, told)
    assert states(wang, clock, told) == ["assessingCancellation", "pendingCancellation", "cancelled"]
    done = wang.get(asked.headers["Location"]).json()
    assert (done["state"], done["effectiveCancellationDate"]) == ("done", "2026-11-23T08:00:08.000Z")
    assert wang.get(told["href"]).json()["cancellationReason"] == "I thought again."
    assert "取消" in news(wang)
    late = wang.post(CANCELS, body, Idempotency_Key="c-2")
    assert (late.status_code, late.json()["code"]) == (409, "TOO_LATE")
    assert [one["state"] for one in wang.get(CANCELS).json()] == ["done", "done"]


def test_a_cancellation_that_was_overtaken_has_failed(wang: Visitor) -> None:
    told = placed(wang, CAP)
    asked = wang.post(CANCELS, {"productOrder": {"id": told["id"]}})
    assert put(wang, told, "completed") == 200
    assert wang.get(asked.headers["Location"]).json()["state"] == "terminatedWithError"
    wang.act_for_itself()
    assert wang.get(f"{CANCELS}/none").status_code == 404


def test_calling_back_is_for_those_concerned(wang: Visitor, clock: HandClock) -> None:
    told = placed(wang, CHANGE)
    body = {"productOrder": {"id": told["id"]}}
    asked = wang.post(CANCELS, body).json()["href"]
    wang.sign_in("liu-min")
    assert wang.post(CANCELS, body).status_code == 400
    wang.client = OTHER
    wang.sign_in("liu-min")
    assert wang.get(asked).status_code == 404
    wang.client = DEMO
    clock.pass_by(days=2)
    wang.act_for_itself()
    assert wang.post(CANCELS, body).status_code == 400
    assert wang.get(CANCELS).status_code == 403


@pytest.mark.parametrize("state_", ["rejected", "pending", "held", "partial", "failed"])
def test_the_control_door_reaches_every_state(wang: Visitor, clock: HandClock, state_: str) -> None:
    told = placed(wang, CAP)
    assert put(wang, told, state_, "因为测试") == 200
    clock.pass_by(minutes=5)
    now = wang.get(told["href"]).json()
    assert (now["state"], now["note"][0]["text"]) == (state_, "因为测试")
    ended = state_ not in {"pending", "held"}
    assert put(wang, told, "inProgress") == (409 if ended else 200)
    assert put(wang, {"id": "none"}, "held") == 404

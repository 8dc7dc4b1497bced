"""Orders held against TMF622's own file, where it is at hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.ordering import CANCELS, CAP, CHANGE, ORDERS, STEP, WANGS, item, order, placed, put
from tests.sandbox.test_standards import SPECS, check, check_tmf, tmf
from tests.sandbox.visitor import HandClock, Visitor

pytestmark = pytest.mark.skipif(
    not SPECS.is_dir(), reason="The standards' files are not here: set KIOSK_SPECS to their folder."
)

STATES = tmf(622)["definitions"]["ProductOrderStateType"]["enum"] if SPECS.is_dir() else []


@pytest.mark.parametrize("body", [CAP, CHANGE, order("replaceSim", item("modify", WANGS), staff="S7")])
def test_orders(wang: Visitor, clock: HandClock, body: dict[str, Any]) -> None:
    check(body, {"$ref": "#/definitions/ProductOrder_Create"}, tmf(622))
    answer = wang.post(ORDERS, body)
    check_tmf(answer, 622, "/productOrder", "post")
    assert wang.get(answer.headers["Location"]).json() == answer.json()
    for _ in range(3):
        check_tmf(wang.get(ORDERS), 622, "/productOrder")
        check_tmf(wang.get(answer.json()["href"], fields="state"), 622, "/productOrder/{id}")
        clock.pass_by(seconds=STEP)


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_the_standard_can_be_met(wang: Visitor, state: str) -> None:
    told = placed(wang, CAP)
    assert put(wang, told, state, "因为测试") == 200
    now = wang.get(told["href"])
    check_tmf(now, 622, "/productOrder/{id}")
    assert now.json()["state"] == state


def test_cancellations(wang: Visitor, clock: HandClock) -> None:
    body = {"productOrder": {"id": placed(wang, CHANGE)["id"]}, "cancellationReason": "x"}
    check(body, {"$ref": "#/definitions/CancelProductOrder_Create"}, tmf(622))
    asked = wang.post(CANCELS, body)
    check_tmf(asked, 622, "/cancelProductOrder", "post")
    for _ in range(3):
        check_tmf(wang.get(asked.headers["Location"]), 622, "/cancelProductOrder/{id}")
        check_tmf(wang.get(CANCELS), 622, "/cancelProductOrder")
        clock.pass_by(seconds=STEP)
    check_tmf(wang.post(CANCELS, body), 622, "/cancelProductOrder", "post")


def test_errors(wang: Visitor) -> None:
    refused = [
        ({}, 400),
        (order("cancelNumber", item("delete", WANGS)), 403),
        (order("changePlan", item("modify", WANGS, "NEW39")) | {"externalId": "key-2"}, 409),
    ]
    for body, status in refused:
        answer = wang.post(ORDERS, body)
        assert answer.status_code == status
        check_tmf(answer, 622, "/productOrder", "post")
    check_tmf(wang.get(f"{ORDERS}/none"), 622, "/productOrder/{id}")
    check_tmf(wang.get(f"{CANCELS}/none"), 622, "/cancelProductOrder/{id}")
    check_tmf(wang.get(ORDERS, limit="x"), 622, "/productOrder")


@pytest.mark.parametrize(
    ("path", "methods"),
    [(ORDERS, "GET, HEAD, POST"), (CANCELS, "GET, HEAD, POST"), (f"{ORDERS}/x", "GET, HEAD")],
)
def test_other_methods_are_told_which_there_are(wang: Visitor, path: str, methods: str) -> None:
    for method in ("PUT", "PATCH", "DELETE"):
        answer = wang.ask(method, path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, methods)
        check(answer.json(), {"$ref": "#/definitions/Error"}, tmf(622))

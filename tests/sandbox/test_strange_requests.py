"""What is said to requests that nobody should send: in the family's own words, and never by falling over."""

from __future__ import annotations

import asyncio

import pytest
from starlette.requests import Request
from starlette.types import Message

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.web import whole_body
from tests.sandbox.money import PAYMENTS
from tests.sandbox.ordering import CAP, ORDERS, WANGS, item, order
from tests.sandbox.test_tickets import objection
from tests.sandbox.visitor import COUNT, INVENTORY, OTP, TICKETS, Visitor

JSON = {"Content-Type": "application/json"}
TMF_TYPE = "application/json;charset=utf-8"


@pytest.mark.parametrize(
    "path",
    [
        f"{ORDERS}/", f"{ORDERS}/a/b", f"{ORDERS}/a%2Fb", f"{ORDERS}/a%0Ab", f"{PAYMENTS}s",
        "/tmf-api/nothing/v4", f"{INVENTORY}//product",
    ],
)  # fmt: skip
def test_nothing_is_told_in_the_words_of_tmf(mobile: Visitor, path: str) -> None:
    answer = mobile.ask("GET", path, headers={"x-correlator": "c-1"}, allow_redirects=False)
    assert (answer.status_code, answer.json()["code"]) == (404, "notFound")
    assert (answer.headers["Content-Type"], answer.headers["x-correlator"]) == (TMF_TYPE, "c-1")


def test_nothing_is_told_in_the_words_of_camara_and_on_a_page(mobile: Visitor) -> None:
    assert mobile.get(f"{OTP}/nothing").json()["code"] == "NOT_FOUND"
    assert mobile.get(f"{COUNT}/queries/a/b").json()["status"] == 404
    page = mobile.get(f"{mobile.sandbox.url}/nothing")
    assert page.status_code == 404 and page.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("path", [ORDERS, f"{OTP}/send-code", "/nothing"])
def test_who_sends_too_much_is_heard_out_and_told(mobile: Visitor, path: str) -> None:
    answer = mobile.ask("POST", path, data=b" " * 900_000, headers=JSON)
    assert answer.status_code == 413


def test_nobody_is_heard_for_ever() -> None:
    async def more() -> Message:
        return {"type": "http.request", "body": b" " * 65_536, "more_body": True}

    with pytest.raises(Problem) as told:
        asyncio.run(whole_body(Request({"type": "http"}, more)))
    assert told.value.status == 413


@pytest.mark.parametrize("body", ["[" * 3000, '{"a":' * 3000, '[{"x":' + "[" * 40 + "]" * 40 + "}]"])
def test_deep_bodies(mobile: Visitor, body: str) -> None:
    mobile.sign_in()
    answer = mobile.ask("POST", ORDERS, data=body, headers=JSON)
    assert (answer.status_code, answer.json()["reason"]) == (400, "The body is nested too deep.")


def test_brackets_in_words_are_no_depth(mobile: Visitor) -> None:
    mobile.sign_in()
    told = objection(description='\\"' + "[" * 200)
    assert mobile.post(f"{TICKETS}/troubleTicket", told).status_code == 201


def test_pages_are_as_large_as_anybody_asks_but_not_larger(mobile: Visitor) -> None:
    mobile.sign_in()
    everything = mobile.get(f"{INVENTORY}/product")
    assert mobile.get(f"{INVENTORY}/product", limit="9" * 19).json() == everything.json()
    assert mobile.get(f"{INVENTORY}/product", offset="9" * 19).json() == []
    assert mobile.get(f"{INVENTORY}/product", offset="9" * 20).status_code == 400


def test_an_odd_order_stops_nobody_else(mobile: Visitor) -> None:
    mobile.sign_in()
    odd = order("setCap", item("modify", WANGS, limit=[]))
    assert mobile.post(ORDERS, odd | {"externalId": "odd"}).status_code == 400
    assert mobile.post(ORDERS, CAP).status_code == 201

from __future__ import annotations

import asyncio
import threading

import pytest
import requests
from sqlalchemy.exc import DataError, IntegrityError
from starlette.requests import Request
from starlette.responses import Response

from kiosk.sandbox import control
from kiosk.sandbox.brands import NATIONAL
from kiosk.sandbox.connection import EXTENSION, lose_the_connection
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.faults import NO_FAULT, Fault, Faults
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.web import Call, answer
from kiosk.sandbox.world import World
from tests.sandbox.test_tickets import objection
from tests.sandbox.visitor import COUNT, PARTY, TICKETS, WANG, Visitor, asking

PEOPLE = f"{PARTY}/individual"


def test_an_error_and_its_end(mobile: Visitor) -> None:
    mobile.sign_in()
    mobile.sandbox.order("mobile", "party", "error")
    refused = mobile.get(PEOPLE)
    assert (refused.status_code, refused.json()["code"]) == (503, "unavailable")
    mobile.sandbox.order("mobile", "party", "none")
    assert mobile.get(PEOPLE).ok


def test_a_lie_has_the_wrong_shape(mobile: Visitor) -> None:
    mobile.sign_in()
    mobile.sandbox.order("mobile", "subscription_count", "lie")
    answer = mobile.post(f"{COUNT}/queries", asking(WANG))
    assert (answer.status_code, type(answer.json())) == (201, list)


def test_a_dropped_answer_leaves_its_work_done(mobile: Visitor) -> None:
    mobile.sign_in()
    mobile.sandbox.order("mobile", "trouble_ticket", "drop")
    with pytest.raises(requests.ConnectionError):
        mobile.post(f"{TICKETS}/troubleTicket", objection())
    mobile.sandbox.order("mobile", "trouble_ticket", "none")
    found = mobile.get(f"{TICKETS}/troubleTicket", externalId="key-1").json()
    assert len(found) == 1
    assert mobile.post(f"{TICKETS}/troubleTicket", objection()).json()["id"] == found[0]["id"]


def test_a_request_still_on_its_way_is_let_go_of() -> None:
    told = iter(["http.request", "http.disconnect"])
    closed: list[bool] = []

    async def receive() -> dict[str, str]:
        return {"type": next(told)}

    asyncio.run(lose_the_connection({"extensions": {EXTENSION: lambda: closed.append(True)}}, receive))
    assert closed == [True]
    assert list(told) == []


def test_the_control_door_is_for_this_machine() -> None:
    world = World.begin(SandboxOptions())
    request = Request({"type": "http", "client": ("192.0.2.7", 1), "headers": []})
    with pytest.raises(Problem, match="Only this machine"):
        control.reset(Call(world, NATIONAL, request, b""))
    world.store.close()


def test_a_request_that_lost_a_race_is_answered_as_the_second() -> None:
    lost = [IntegrityError("", {}, Exception())]

    def handler(call: Call) -> Response:
        if lost:
            raise lost.pop()
        return Response("as the second")

    world = World.begin(SandboxOptions())
    assert answer(handler, Call(world, NATIONAL, Request({"type": "http"}), b"")).body == b"as the second"
    world.store.close()


def test_what_the_database_cannot_take_is_the_callers_mistake() -> None:
    def handler(call: Call) -> Response:
        raise DataError("", {}, Exception("no NUL"))

    world = World.begin(SandboxOptions())
    with pytest.raises(Problem) as told:
        answer(handler, Call(world, NATIONAL, Request({"type": "http"}), b""))
    assert told.value.status == 400
    world.store.close()


def test_down_takes_everything_until_it_ends(mobile: Visitor) -> None:
    mobile.sandbox.order("mobile", "all", "down")
    assert mobile.get("/.well-known/openid-configuration").status_code == 503
    assert mobile.get(PEOPLE).status_code == 503
    mobile.sandbox.order("mobile", "all", "none")
    assert mobile.get("/.well-known/openid-configuration").ok


def test_a_slow_answer_holds_up_nobody_else(mobile: Visitor) -> None:
    mobile.sandbox.order("mobile", "party", "slow", seconds=0.2)
    answers: list[str] = []
    slow = threading.Thread(target=lambda: answers.append(f"slow {mobile.get(PEOPLE).status_code}"))
    slow.start()
    with Visitor(mobile.sandbox, "mobile") as other:
        answers.append(f"quick {other.get('/jwks').status_code}")
    slow.join()
    assert answers == ["quick 200", "slow 401"]


def test_a_fault_of_one_api_leaves_the_others(mobile: Visitor) -> None:
    mobile.sandbox.order("unicom", "oauth", "error")
    assert mobile.get("/jwks").ok
    assert requests.get(f"{mobile.sandbox.url}/unicom/jwks", timeout=10).status_code == 503


def test_orders_are_checked(mobile: Visitor) -> None:
    door = f"{mobile.sandbox.url}/control/faults"
    assert mobile.post(door, {"operator": "nobody", "fault": "slow"}).status_code == 400
    assert mobile.post(door, {"operator": "mobile", "fault": "slow", "seconds": -1}).status_code == 400


def test_none_ends_what_took_all() -> None:
    faults = Faults()
    faults.order("mobile", "party", Fault("down"))
    assert faults.of("mobile", "oauth").kind == "down"
    faults.order("mobile", "party", NO_FAULT)
    assert faults.of("mobile", "oauth") == NO_FAULT

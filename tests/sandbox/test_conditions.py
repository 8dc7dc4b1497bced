"""What is wrong with a number is wrong with it at every API."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from kiosk.sandbox.places import HALL_AREA
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.money import USE, about_use, balance_of, payment_of, secret_of
from tests.sandbox.ordering import ORDERS, held, item, order, show_card, values
from tests.sandbox.test_identity import RESOURCES
from tests.sandbox.troubles import REACH, STATUS
from tests.sandbox.visitor import WANG_PHONE, HandClock, Visitor

WELL = ("active", "active", "active")
OUT_OFF = ("active", "suspended", "suspended")
STOPPED = ("suspended", "suspended", "suspended")


def reach_of(visitor: Visitor, phone: str) -> list[str]:
    visitor.act_for_itself()
    told = visitor.post(REACH, {"device": {"phoneNumber": phone}}).json()
    assert told["reachable"] is bool(told.get("connectivity"))
    assert told["device"] == {"phoneNumber": phone}
    ways: list[str] = told.get("connectivity", [])
    return ways


def status_of(visitor: Visitor, phone: str) -> tuple[str, ...]:
    visitor.act_for_itself()
    told = visitor.post(STATUS, {"phoneNumber": phone}).json()
    return told["voiceSmsIn"], told["voiceSmsOut"], told["dataService"]


def card_of(visitor: Visitor, person: str) -> tuple[str, str]:
    visitor.sign_in(person)
    (card,) = visitor.get(RESOURCES).json()
    return card["resourceStatus"], card["operationalState"]


@pytest.mark.parametrize(
    ("condition", "reached", "status", "card"),
    [
        ("none", ["DATA", "SMS"], WELL, "available"),
        ("no-signal", [], WELL, "available"),
        ("sim-broken", [], WELL, "alarm"),
        ("phone-off", [], WELL, "available"),
        ("phone-broken", [], WELL, "available"),
        ("data-off", ["SMS"], ("active", "active", "suspended"), "available"),
        ("data-slow", ["DATA", "SMS"], ("active", "active", "throttled"), "available"),
        ("data-used-up", ["DATA", "SMS"], WELL, "available"),
        ("calls-out-off", ["SMS"], OUT_OFF, "available"),
        ("sms-only", ["SMS"], WELL, "available"),
    ],
)
def test_what_a_number_can_do(
    mobile: Visitor, condition: str, reached: list[str], status: tuple[str, ...], card: str
) -> None:
    mobile.sandbox.let("13800130027", condition)
    assert reach_of(mobile, "+8613800130027") == reached
    assert status_of(mobile, "+8613800130027") == status
    assert card_of(mobile, "cao-deming")[0] == card


@pytest.mark.parametrize(
    ("operator", "phone", "reached", "status"),
    [
        ("mobile", "+8613800130015", ["SMS"], WELL),
        ("unicom", "+8618600130014", [], STOPPED),
        ("telecom", "+8618900130027", ["SMS"], OUT_OFF),
        ("mobile", "+8613800130008", [], STOPPED),
    ],
)
def test_old_phones_and_stopped_numbers(
    sandbox: RunningSandbox, operator: str, phone: str, reached: list[str], status: tuple[str, ...]
) -> None:
    with Visitor(sandbox, operator) as visitor:
        assert reach_of(visitor, phone) == reached
        assert status_of(visitor, phone) == status


def test_a_new_card_ends_what_was_wrong_with_the_old(mobile: Visitor) -> None:
    assert card_of(mobile, "cao-deming") == ("alarm", "disable")
    show_card(mobile, "cao-deming")
    line = "mobile-1023-1"
    body = order("replaceSim", item("modify", line, line=line), party="mobile-1023", staff="S7")
    assert mobile.post(ORDERS, body).json()["state"] == "completed"
    assert card_of(mobile, "cao-deming") == ("available", "enable")
    assert reach_of(mobile, "+8613800130027") == ["DATA", "SMS"]


def test_whoever_pays_what_is_owed_may_call_again_and_has_broadband_again(mobile: Visitor) -> None:
    phone = "+8613800130026"
    mobile.sign_in("song-yumei")
    _, _, account, _ = held(mobile)
    assert (account["status"], values(account)["stopReason"]) == ("suspended", "arrears")
    mobile.act_for_itself()
    body = payment_of(mobile, phone, -balance_of(mobile, phone))
    begun = mobile.post("/payment/v4/payment", body).json()
    mobile.sandbox.phone.pay(secret_of(begun), "song-yumei")
    assert status_of(mobile, phone) == WELL
    mobile.sign_in("song-yumei")
    assert [one["status"] for one in held(mobile)] == ["active"] * 4


def test_a_home_and_what_it_is_sold(mobile: Visitor) -> None:
    mobile.sign_in("shen-suzhen")
    (home,) = [one for one in held(mobile) if "place" in one]
    assert home["place"] == [{"id": "990222", "name": "韶关市始兴县", "role": "installationAddress"}]
    told = values(home)
    assert told["district"] == {"zh_CN": "韶关市始兴县", "en": "Shixing County, Shaoguan"}
    assert (told["accountNumber"], told["downstreamMbps"], "television" in told) == ("9900000011", 300, False)
    with Visitor(mobile.sandbox, "telecom") as telecom:
        telecom.sign_in("jiang-guodong")
        (home,) = [one for one in held(telecom) if "place" in one]
        assert (values(home)["downstreamMbps"], values(home)["television"]) == (1000, True)


def months(visitor: Visitor, line: str, **period: str) -> list[tuple[str, str, int]]:
    body: dict[str, Any] = about_use(line)
    if period:
        body["searchCriteria"]["validPeriod"] = period
    told = visitor.post(USE, body)
    assert visitor.get(told.headers["Location"]).json()["id"] == told.json()["id"]
    return [
        (month["name"], data["status"], data["remainingValue"]["amount"])
        for month in told.json()["usageConsumption"]
        for data in month["bucketRefOrValue"]
        if data["usageType"] == "data"
    ]


def test_data_that_is_used_up(mobile: Visitor) -> None:
    mobile.sign_in("pan-xiaodong")
    now, *whole = months(mobile, "mobile-1025-1")
    assert now == ("2026-11", "active", 0)
    assert [(name, status) for name, status, _ in whole] == [
        ("2026-10", "expired"), ("2026-09", "expired"), ("2026-08", "expired"),
    ]  # fmt: skip
    mobile.sandbox.let("13800130028", "none")
    assert months(mobile, "mobile-1025-1") == whole


def test_the_running_month_is_told_where_it_is_asked_about(mobile: Visitor, clock: HandClock) -> None:
    mobile.sign_in()
    first, last = "2026-10-01T00:00:00+08:00", "9999-12-31T23:59:59-14:00"
    told = months(mobile, "mobile-1001-1", startDateTime=first, endDateTime=last)
    assert [name for name, _, _ in told] == ["2026-11", "2026-10"]
    early = "0001-01-01T00:00:00+14:00"
    assert len(months(mobile, "mobile-1001-1", startDateTime=early)) == 4
    assert months(mobile, "mobile-1001-1", startDateTime=last, endDateTime=first) == []
    assert mobile.get(f"{USE}/U2026-mobile-1001-1").status_code == 404


def test_a_token_tells_whom_it_is_about(mobile: Visitor) -> None:
    mobile.sign_in()
    assert mobile.post(REACH, {}).json()["connectivity"] == ["DATA", "SMS"]
    assert mobile.post(STATUS, {}).ok
    assert mobile.post(STATUS, {"phoneNumber": WANG_PHONE}).ok
    other = mobile.post(STATUS, {"phoneNumber": "+8613800130002"})
    assert (other.status_code, other.json()["code"]) == (403, "INVALID_TOKEN_CONTEXT")
    twice = mobile.post(REACH, {"device": {"phoneNumber": WANG_PHONE}})
    assert (twice.status_code, twice.json()["code"]) == (422, "UNNECESSARY_IDENTIFIER")


@pytest.mark.parametrize(
    ("device", "status", "code"),
    [
        (None, 422, "MISSING_IDENTIFIER"),
        ({}, 400, "INVALID_ARGUMENT"),
        ({"phoneNumber": "1"}, 400, "INVALID_ARGUMENT"),
        ({"networkAccessIdentifier": "1@example"}, 422, "UNSUPPORTED_IDENTIFIER"),
        ({"phoneNumber": "+8613999999999"}, 404, "IDENTIFIER_NOT_FOUND"),
    ],
)
def test_a_client_must_name_a_phone(mobile: Visitor, device: object, status: int, code: str) -> None:
    mobile.act_for_itself()
    answer = mobile.post(REACH, {} if device is None else {"device": device})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_without_a_number_there_is_no_status(mobile: Visitor) -> None:
    mobile.act_for_itself()
    answer = mobile.post(STATUS, {})
    assert (answer.status_code, answer.json()["code"]) == (422, "MISSING_IDENTIFIER")


def test_an_outage_around_the_hall_takes_every_phone(mobile: Visitor) -> None:
    door = {"operator": "mobile", "area": HALL_AREA}
    mobile.sandbox.phone.post("/control/outages", door | {"takes": ["mobile"]})
    assert reach_of(mobile, WANG_PHONE) == []
    mobile.sandbox.phone.post("/control/outages", door | {"over": True})
    assert reach_of(mobile, WANG_PHONE) == ["DATA", "SMS"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"line": "mobile-1001-1", "condition": "sim-broken"}, 200),
        ({"number": "9900000001", "condition": "slow"}, 200),
        ({"number": "+8613800130001", "condition": "slow"}, 400),
        ({"number": "9900000001", "condition": "sim-broken"}, 400),
        ({"number": "1", "condition": "none"}, 404),
        ({"number": "13800130001", "condition": "tired"}, 400),
    ],
)
def test_the_control_door(mobile: Visitor, body: dict[str, str], status: int) -> None:
    url = f"{mobile.sandbox.url}/control/conditions"
    assert requests.post(url, json=body, timeout=10).status_code == status

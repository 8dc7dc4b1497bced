"""Outages of an area: who may read them, how they are told, and how they end."""

from __future__ import annotations

import pytest
import requests

from tests.sandbox.troubles import (
    PROBLEMS,
    TESTS,
    XIE,
    XIES_PHONE,
    characteristics,
    filed,
    line_test,
    repair,
)
from tests.sandbox.visitor import HandClock, Visitor

DISTRICT = {"zh_CN": "广州市白云区", "en": "Baiyun District, Guangzhou"}


@pytest.fixture
def han(mobile: Visitor) -> Visitor:
    telecom = Visitor(mobile.sandbox, "telecom", http=mobile.http)
    telecom.sign_in("han-fengqin")
    return telecom


def test_an_outage_is_told(han: Visitor) -> None:
    (told,) = han.get(PROBLEMS, **{"affectedLocation.id": "990111"}).json()
    assert (told["status"], told["creationDate"]) == ("inProgress", "2026-11-23T05:00:00.000Z")
    assert told["description"] == "广州市白云区的宽带、电视出了故障，正在抢修。"
    (place,) = told["affectedLocation"]
    assert place == {"id": "990111", "name": DISTRICT["zh_CN"], "role": "affectedArea"}
    assert characteristics(told) == {
        "takes": ["broadband", "television"],
        "district": DISTRICT,
        "expectedResolutionDate": "2026-11-23T13:00:00.000Z",
    }
    assert "resolutionDate" not in told
    assert han.get(told["href"]).json() == told


def test_in_english_where_it_is_asked_for(han: Visitor) -> None:
    (told,) = han.ask("GET", PROBLEMS, headers={"Accept-Language": "en"}).json()
    assert told["description"].startswith("In Baiyun District, Guangzhou, broadband and television")
    assert told["affectedLocation"][0]["name"] == DISTRICT["en"]


def test_it_is_over_when_its_time_has_come(han: Visitor, clock: HandClock) -> None:
    assert han.post(TESTS, line_test("telecom-1022-2")).json()["testMeasure"][-1]["metricName"] == "modem"
    clock.pass_by(hours=5)
    han.sign_in("han-fengqin")
    (told,) = han.get(PROBLEMS).json()
    assert (told["status"], told["resolutionDate"]) == ("resolved", "2026-11-23T13:00:00.000Z")
    assert "expectedResolutionDate" not in characteristics(told)
    assert told["description"] == "广州市白云区的宽带、电视已经修好了。"
    assert len(han.post(TESTS, line_test("telecom-1022-2")).json()["testMeasure"]) == 6


def test_any_client_may_read_them(mobile: Visitor) -> None:
    assert mobile.get(PROBLEMS).status_code == 401
    mobile.act_for_itself("party:read")
    assert mobile.get(PROBLEMS).status_code == 403
    mobile.act_for_itself()
    assert [one["status"] for one in mobile.get(PROBLEMS).json()] == ["inProgress", "resolved"]
    assert len(mobile.get(PROBLEMS, status="inProgress").json()) == 1
    assert mobile.get(f"{PROBLEMS}/SP-SEED0001").status_code == 404


def test_one_begins_and_ends_by_the_control_door(mobile: Visitor, clock: HandClock) -> None:
    mobile.act_for_itself()
    here = {"operator": "mobile", "area": "990104"}
    mobile.sandbox.phone.post("/control/outages", here | {"takes": ["mobile"], "hours": 2})
    (told,) = mobile.get(PROBLEMS, **{"affectedLocation.id": "990104"}).json()
    assert told["status"] == "acknowledged"
    clock.pass_by(minutes=10)
    mobile.act_for_itself()
    assert mobile.get(told["href"]).json()["status"] == "inProgress"
    mobile.sandbox.phone.post("/control/outages", here | {"over": True})
    assert mobile.get(told["href"]).json()["resolutionDate"] == "2026-11-23T08:10:00.000Z"


@pytest.mark.parametrize("wrong", [{"area": "440106"}, {"takes": []}, {"takes": ["tea"]}, {"hours": -1}])
def test_what_cannot_be_out(mobile: Visitor, wrong: dict[str, object]) -> None:
    body = {"operator": "mobile", "area": "990104", "takes": ["mobile"], **wrong}
    url = f"{mobile.sandbox.url}/control/outages"
    assert requests.post(url, json=body, timeout=10).status_code == 400


def test_whoever_asked_is_told_when_it_is_over(han: Visitor, clock: HandClock) -> None:
    filed(han, repair("telecom-1022-2", ticketType="outageReport"))
    clock.pass_by(hours=4, minutes=59)
    assert han.sandbox.phone.inbox("+8618900130026") == []
    clock.pass_by(minutes=1)
    (message,) = han.sandbox.phone.inbox("+8618900130026")
    assert message["text"] == "【中国电信】您报的故障修好了，请再试一试。编号SP-SEED0001。"


def test_or_earlier_than_was_thought(mobile: Visitor) -> None:
    mobile.sign_in(XIE)
    here = {"operator": "mobile", "area": "990104"}
    filed(mobile, repair("", ticketType="outageReport"))
    mobile.sandbox.phone.post("/control/outages", here | {"takes": ["mobile"]})
    filed(mobile, repair("mobile-1019-1", ticketType="outageReport"))
    mobile.sandbox.phone.post("/control/outages", here | {"over": True})
    (message,) = mobile.sandbox.phone.inbox(XIES_PHONE)
    assert "修好了" in message["text"]

"""Who may do what: every rule met by somebody, and every reason told at once."""

from __future__ import annotations

from typing import Any

import pytest
from requests import Response

from kiosk.domain.orders import Obstacle
from kiosk.sandbox.obstacle_words import WORDS
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.visitor import WANG_PHONE, HandClock, Visitor

QUESTIONS = "/tmf-api/productOfferingQualification/v4/productOfferingQualification"
NUMBERS = {person.id: number for number, person in enumerate(PEOPLE, start=1001)}


def question(product: str, kind: str, *offerings: str, **characteristics: Any) -> dict[str, Any]:
    told = [{"name": name, "value": value} for name, value in characteristics.items()]
    items = [
        {"id": str(number), "product": {"id": product, "productCharacteristic": told}}
        | ({"productOffering": {"id": offering}} if offering else {})
        for number, offering in enumerate(offerings or ("",), start=1)
    ]
    return {"category": {"id": kind}, "productOfferingQualificationItem": items}


def codes(answer: Response) -> list[str]:
    (item,) = answer.json()["productOfferingQualificationItem"]
    return [reason["code"] for reason in item.get("eligibilityUnavailabilityReason", [])]


def asked(sandbox: RunningSandbox, whose: str, kind: str, offering: str = "", **told: Any) -> list[str]:
    """Ask as somebody about one of their lines, `operator:person:place`."""
    operator, person, place = whose.split(":")
    with Visitor(sandbox, operator) as visitor:
        visitor.sign_in(person)
        line = f"{operator}-{NUMBERS[person]}-{place}"
        return codes(visitor.post(QUESTIONS, question(line, kind, offering, **told)))


WANG, CHEN, HUANG = "mobile:wang-xiuying:1", "telecom:chen-jianguo:1", "mobile:huang-yulan:1"
ZHOU, LIU, TANG = "mobile:zhou-lei:1", "mobile:liu-min:2", "unicom:tang-meifeng"
SUN, XU, PENG = "mobile:sun-deshun:1", "mobile:xu-guoqiang:1", "mobile:peng-yaqin:2"
MA, WU, FENG = "telecom:ma-lihua", "unicom:wu-changhai:1", "telecom:feng-shulan:1"


@pytest.mark.parametrize(
    ("whose", "kind", "offering", "reasons"),
    [
        (WANG, "changePlan", "BASE8", []),
        (WANG, "changePlan", "ELD29", ["ALREADY_HAS"]),
        (WANG, "changePlan", "NEW39", ["NEW_CUSTOMERS_ONLY"]),
        (WANG, "changePlan", "DIS25", ["CERTIFICATE"]),
        (WANG, "changePlan", "OLD58", ["OTHER"]),
        (WANG, "changePlan", "UNHEARD", ["OTHER"]),
        (WANG, "stopAddOn", "VRBT6", []),
        (WANG, "stopAddOn", "VIP19", ["NEEDS_STAFF"]),
        (WANG, "stopAddOn", "CALL3", ["OTHER"]),
        (WANG, "stopAddOn", "", []),
        (WANG, "endContract", "", ["OTHER"]),
        (WANG, "restoreNumber", "", ["ALREADY_HAS"]),
        (CHEN, "changePlan", "FAM99", ["CONTRACT"]),
        (CHEN, "changePlan", "STD39", ["CONTRACT", "BROADBAND"]),
        (CHEN, "changePlan", "", ["CONTRACT", "BROADBAND"]),
        (CHEN, "stopAddOn", "CALL3", ["CONTRACT"]),
        (CHEN, "endContract", "FAM129", []),
        (CHEN, "letContractEnd", "FAM129", []),
        (CHEN, "cancelNumber", "", ["CONTRACT", "BROADBAND"]),
        (ZHOU, "changePlan", "FAM99", []),
        (ZHOU, "changePlan", "ELD19", ["CONTRACT", "AGE"]),
        (ZHOU, "portOut", "", ["CONTRACT"]),
        (HUANG, "changePlan", "STD59", ["BROADBAND", "SUB_CARDS"]),
        (HUANG, "changePlan", "FAM129", []),
        (HUANG, "cancelNumber", "", ["BROADBAND", "SUB_CARDS"]),
        ("mobile:huang-yulan:2", "changePlan", "BASE8", ["IS_SUB_CARD"]),
        ("mobile:huang-yulan:2", "cancelNumber", "", []),
        (f"{TANG}:1", "changePlan", "STD39", ["SPECIAL_NUMBER"]),
        (f"{TANG}:1", "changePlan", "STD59", []),
        (f"{TANG}:1", "letContractEnd", "", []),
        (f"{TANG}:2", "portOut", "", ["UNBILLED", "GROUP", "NOT_REAL_NAME"]),
        (SUN, "cancelNumber", "", ["FROZEN"]),
        (SUN, "restoreNumber", "", []),
        (SUN, "setCap", "", []),
        (XU, "restoreNumber", "", ["FROZEN"]),
        (PENG, "restoreNumber", "", []),
        (PENG, "stopNumber", "", ["NOT_ACTIVE"]),
        (f"{MA}:1", "cancelNumber", "", []),
        (f"{MA}:2", "cancelNumber", "", []),
        (f"{MA}:2", "changePlan", "STD39", ["NOT_ACTIVE"]),
        (WU, "portOut", "", ["ARREARS", "NOT_ACTIVE"]),
        (WU, "restoreNumber", "", ["ARREARS"]),
        ("mobile:gao-zhiyuan:1", "changePlan", "BASE8", ["CHANGED_THIS_MONTH"]),
        ("mobile:gao-zhiyuan:1", "changePlan", "STD39", ["ALREADY_HAS", "CHANGED_THIS_MONTH"]),
        ("unicom:deng-xiaohong:1", "portOut", "", ["PORTED_LATELY"]),
        ("mobile:he-shufen:1", "replaceSim", "", []),
        ("telecom:ma-lihua:1", "replaceSim", "", ["NEEDS_STAFF"]),
        (FENG, "takeDiscount", "ELD20-FAM99", []),
        (FENG, "takeDiscount", "ELD20-FAM129", ["EXCLUDED"]),
        (HUANG, "takeDiscount", "ELD20-FAM99", []),
        (ZHOU, "takeDiscount", "ELD20-FAM99", ["AGE", "EXCLUDED"]),
        (WANG, "changePlan", "CALL3", ["OTHER"]),
        (WANG, "takeDiscount", "BASE8", ["OTHER"]),
        ("mobile:wang-xiuying:4", "changePlan", "BASE8", ["OTHER"]),
        ("mobile:wang-xiuying:4", "setCap", "", ["OTHER"]),
    ],
)
def test_every_rule(
    sandbox: RunningSandbox, whose: str, kind: str, offering: str, reasons: list[str]
) -> None:
    assert asked(sandbox, whose, kind, offering) == reasons


@pytest.mark.parametrize(
    ("kind", "level", "reasons"),
    [(2, 1, []), ("2", "1", []), (2, 2, ["CERTIFICATE"]), (1, 1, ["CERTIFICATE"])],
)
def test_a_certificate_counts_as_the_register_has_it(
    sandbox: RunningSandbox, kind: object, level: object, reasons: list[str]
) -> None:
    told = {"certificateKind": kind, "certificateLevel": level}
    assert asked(sandbox, LIU, "takeDiscount", "DIS50-STD39", **told) == reasons
    assert asked(sandbox, LIU, "changePlan", "DIS25", **told) == ["CERTIFICATE"]


def test_a_number_that_came_may_leave_after_a_hundred_and_twenty_days(
    sandbox: RunningSandbox, clock: HandClock
) -> None:
    clock.pass_by(days=59)
    assert asked(sandbox, "unicom:deng-xiaohong:1", "portOut") == ["PORTED_LATELY"]
    clock.pass_by(days=1)
    assert asked(sandbox, "unicom:deng-xiaohong:1", "portOut") == []


def test_a_contract_binds_until_its_last_day(sandbox: RunningSandbox, clock: HandClock) -> None:
    clock.pass_by(days=212)
    assert "CONTRACT" in asked(sandbox, CHEN, "portOut")
    clock.pass_by(days=1)
    assert "CONTRACT" not in asked(sandbox, CHEN, "portOut")


def test_one_answer_for_each_thing_with_its_day(mobile: Visitor) -> None:
    mobile.sign_in()
    body = question("mobile-1001-1", "changePlan", "BASE8", "NEW39")
    answer = mobile.post(QUESTIONS, body)
    assert answer.status_code == 201
    good, bad = answer.json()["productOfferingQualificationItem"]
    assert good["expectedActivationDate"] == "2026-12-01T00:00:00+08:00"
    assert bad["eligibilityUnavailabilityReason"] == [{"code": "NEW_CUSTOMERS_ONLY", "label": "只给新客户"}]
    assert answer.json()["qualificationResult"] == "conditional"
    assert mobile.get(answer.headers["Location"]).json() == answer.json()
    english = mobile.post(QUESTIONS, body, accept_language="en-GB, zh;q=0.5").json()
    reasons = english["productOfferingQualificationItem"][1]["eligibilityUnavailabilityReason"]
    assert reasons[0]["label"] == "It is for new customers only."


def test_a_client_asks_for_whom_it_has_seen_alone(mobile: Visitor) -> None:
    mobile.prove(WANG_PHONE)
    body = question("mobile-1001-1", "cancelNumber", line="mobile-1001-1")
    assert mobile.post(QUESTIONS, body).status_code == 403
    party = {"id": "mobile-1001", "@referredType": "Individual"}
    answer = mobile.post(QUESTIONS, body | {"relatedParty": [party]})
    assert answer.status_code == 201
    mobile.sign_in("liu-min")
    assert mobile.get(answer.headers["Location"]).status_code == 404
    assert mobile.post(QUESTIONS, body | {"relatedParty": [party]}).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        question("mobile-1003-2", "cancelNumber"),
        question("", "cancelNumber"),
        question("mobile-1001-1", "marry"),
        question("mobile-1001-1", "takeDiscount", certificateKind="x", certificateLevel="1"),
        question("mobile-1001-1", "cancelNumber") | {"productOfferingQualificationItem": []},
    ],
)
def test_questions_that_make_no_sense(mobile: Visitor, body: dict[str, Any]) -> None:
    mobile.sign_in()
    assert mobile.post(QUESTIONS, body).status_code == 400


def test_there_are_words_for_every_obstacle() -> None:
    assert set(WORDS) == set(Obstacle)

"""What the tests of faults, visits and cheats send."""

from __future__ import annotations

from typing import Any

from kiosk.sandbox import bases
from tests.sandbox.visitor import TICKETS, Visitor

TESTS = f"/{bases.SERVICE_TEST}/serviceTest"
PROBLEMS = f"/{bases.SERVICE_PROBLEM}/serviceProblem"
SEARCHES, VISITS = (f"/{bases.APPOINTMENT}/{one}" for one in ("searchTimeSlot", "appointment"))
REACH = f"/{bases.REACHABILITY}/retrieve"
STATUS = f"/{bases.SUBSCRIPTION_STATUS}/retrive-subscription-status"
CHEAT_CHECK, CHEAT_REPORTS = (f"/{bases.FRAUD_LIST}/{one}" for one in ("check", "reports"))
FILED = f"{TICKETS}/troubleTicket"
XIE, XIES_HOME, XIES_PHONE = "xie-guiying", "mobile-1019-2", "+8613800130025"
SHEN, SHENS_HOME = "shen-suzhen", "mobile-1028-2"
Json = dict[str, Any]


def line_test(home: str = XIES_HOME, **more: Any) -> Json:
    return {
        "name": "Line test",
        "relatedService": {"id": home, "@referredType": "Product"},
        "testSpecification": {"id": "broadbandLine"},
        "mode": "ONDEMAND",
        **more,
    }


def characteristics(resource: Json) -> Json:
    return {one["name"]: one["value"] for one in resource["characteristic"]}


def repair(home: str = XIES_HOME, **changes: Any) -> Json:
    about = [{"id": home, "role": "concerned", "@referredType": "Product"}]
    return {
        "description": "宽带上不了网。",
        "severity": "medium",
        "ticketType": "repair",
        "relatedEntity": about if home else [],
        **changes,
    }


def filed(visitor: Visitor, body: Json | None = None) -> Json:
    answer = visitor.post(FILED, body or repair())
    assert answer.status_code == 201, answer.text
    told: Json = answer.json()
    return told


def for_ticket(ticket: str) -> list[Json]:
    return [{"id": ticket, "role": "repair", "@referredType": "TroubleTicket"}]


def free_times(visitor: Visitor, ticket: str) -> list[Json]:
    answer = visitor.post(SEARCHES, {"relatedEntity": for_ticket(ticket)})
    assert answer.status_code == 201, answer.text
    return [one["validFor"] for one in answer.json()["availableTimeSlot"]]


def a_visit(ticket: str, time: Json, key: str = "key-1", **more: Any) -> Json:
    return {"validFor": time, "relatedEntity": for_ticket(ticket), "externalId": key, **more}

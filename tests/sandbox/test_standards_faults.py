"""Line tests, outages, visits and the network's view, held against the publishers' own files."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.test_party_and_inventory import PRODUCTS
from tests.sandbox.test_standards import check, check_camara, check_tmf, pytestmark, tmf
from tests.sandbox.test_tickets import PATH
from tests.sandbox.troubles import (
    PROBLEMS,
    REACH,
    SEARCHES,
    STATUS,
    TESTS,
    VISITS,
    XIE,
    XIES_PHONE,
    a_visit,
    filed,
    for_ticket,
    free_times,
    line_test,
    repair,
)
from tests.sandbox.visitor import Visitor

__all__ = ("pytestmark",)
REACHABILITY = "CAMARA/device-reachability-status/*.yaml"
SUBSCRIPTION = "CAMARA/subscription-status/*.yaml"


@pytest.mark.parametrize("condition", ["none", "cut-fibre", "weak-light", "slow", "crowded", "not-let-in"])
def test_line_tests(mobile: Visitor, condition: str) -> None:
    check_tmf(mobile.get(TESTS), 653, "/serviceTest")
    mobile.sign_in(XIE)
    mobile.sandbox.let("9900000006", condition)
    check(line_test(), {"$ref": "#/definitions/ServiceTest_Create"}, tmf(653))
    begun = mobile.post(TESTS, line_test())
    check_tmf(begun, 653, "/serviceTest", "post")
    check_tmf(mobile.get(TESTS), 653, "/serviceTest")
    check_tmf(mobile.get(begun.headers["Location"]), 653, "/serviceTest/{id}")
    check_tmf(mobile.get(f"{TESTS}/none"), 653, "/serviceTest/{id}")
    check_tmf(mobile.post(TESTS, {}), 653, "/serviceTest", "post")


def test_outages(mobile: Visitor) -> None:
    check_tmf(mobile.get(PROBLEMS), 656, "/serviceProblem")
    mobile.sign_in()
    listed = mobile.get(PROBLEMS)
    check_tmf(listed, 656, "/serviceProblem")
    for problem in listed.json():
        check_tmf(mobile.get(problem["href"]), 656, "/serviceProblem/{id}")
    check_tmf(mobile.get(f"{PROBLEMS}/none"), 656, "/serviceProblem/{id}")


def test_visits(mobile: Visitor) -> None:
    check_tmf(mobile.get(VISITS), 646, "/appointment")
    mobile.sign_in(XIE)
    ticket = filed(mobile)["id"]
    wanted = {"relatedEntity": for_ticket(ticket)}
    check(wanted, {"$ref": "#/definitions/SearchTimeSlot_Create"}, tmf(646))
    search = mobile.post(SEARCHES, wanted)
    check_tmf(search, 646, "/searchTimeSlot", "post")
    check_tmf(mobile.get(search.headers["Location"]), 646, "/searchTimeSlot/{id}")
    check_tmf(mobile.post(SEARCHES, {}), 646, "/searchTimeSlot", "post")
    first, second, *_ = free_times(mobile, ticket)
    body = a_visit(ticket, first, note=[{"text": "x"}])
    check(body, {"$ref": "#/definitions/Appointment_Create"}, tmf(646))
    booked = mobile.post(VISITS, body)
    check_tmf(booked, 646, "/appointment", "post")
    check_tmf(mobile.post(VISITS, a_visit(ticket, second, "key-2")), 646, "/appointment", "post")
    check_tmf(mobile.get(VISITS), 646, "/appointment")
    check_tmf(mobile.get(booked.headers["Location"]), 646, "/appointment/{id}")
    for change in ({"validFor": second}, {"validFor": second, "status": "cancelled"}, {}):
        changed = mobile.ask("PATCH", booked.headers["Location"], json=change)
        check_tmf(changed, 646, "/appointment/{id}", "patch")


def test_repairs_and_homes(mobile: Visitor) -> None:
    mobile.sign_in(XIE)
    check(repair(), {"$ref": "#/definitions/TroubleTicket_Create"}, tmf(621))
    check_tmf(mobile.post(PATH, repair(note=[{"text": "x"}])), 621, "/troubleTicket", "post")
    check_tmf(mobile.get(PRODUCTS), 637, "/product")


@pytest.mark.parametrize("body", [{}, {"device": {}}, {"device": {"phoneNumber": XIES_PHONE}}])
def test_reachability(mobile: Visitor, body: dict[str, Any]) -> None:
    for condition in ("none", "phone-off"):
        mobile.sandbox.let("13800130025", condition)
        mobile.token = ""
        check_camara(mobile.post(REACH, body, x_correlator="c-1"), REACHABILITY, "/retrieve")
        mobile.act_for_itself()
        check_camara(mobile.post(REACH, body, x_correlator="c-1"), REACHABILITY, "/retrieve")
        mobile.sign_in(XIE)
        check_camara(mobile.post(REACH, body, x_correlator="c-1"), REACHABILITY, "/retrieve")


@pytest.mark.parametrize("phone", ["", "1", XIES_PHONE, "+8613999999999"])
def test_the_status_of_a_subscription(mobile: Visitor, phone: str) -> None:
    path, body = "/retrive-subscription-status", {"phoneNumber": phone} if phone else {}
    for condition in ("none", "data-slow", "calls-out-off"):
        mobile.sandbox.let("13800130025", condition)
        mobile.token = ""
        check_camara(mobile.post(STATUS, body, x_correlator="c-1"), SUBSCRIPTION, path)
        mobile.act_for_itself()
        check_camara(mobile.post(STATUS, body, x_correlator="c-1"), SUBSCRIPTION, path)
        mobile.sign_in(XIE)
        check_camara(mobile.post(STATUS, body, x_correlator="c-1"), SUBSCRIPTION, path)

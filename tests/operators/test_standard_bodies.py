"""What is asked about faults and visits, held against the publishers' own files, where those are at hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.faults import Reach
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.operators.desks import OperatorSystems
from kiosk.text import just
from tests.operators.conftest import WANG, Clock
from tests.operators.scripted import Says, Scripted
from tests.operators.test_matters import HERS, work
from tests.operators.test_network import REACH, STATE, WELL
from tests.operators.test_sims import LINE
from tests.operators.test_spoiled_answers import CASES, all_desks
from tests.operators.test_visiting import BOOK, CANCEL, MOVE, ONE
from tests.operators.test_visits import VISITS, appointment
from tests.sandbox.test_standards import SPECS, check, document, tmf

pytestmark = pytest.mark.skipif(
    not SPECS.is_dir(), reason="The standards' files are not here: set KIOSK_SPECS to their folder."
)
TICKETS = "/tickets/troubleTicket"
VISIT = appointment("A/1", 24)
REPAIR = replace(work(HERS, WorkOrderKind.REPAIR), said=(just("The light is red."),))
REACHABILITY, STATUS = "CAMARA/device-reachability-status/*.yaml", "CAMARA/subscription-status/*.yaml"
EXAMPLES = {
    "Reachable Using SMS": Reach.SMS,
    "Reachable Using SMS With Device Disambguation": Reach.SMS,
    "Reachable Using Data": Reach.DATA,
    "Reachable Using Data and SMS": Reach.DATA,
    "Not Reachable Over The Mobile Network": Reach.NONE,
}


@pytest.mark.parametrize(
    ("path", "good", "ask", "number", "definition"),
    [
        (*CASES["test"], 653, "ServiceTest"),
        (*CASES["slots"], 646, "SearchTimeSlot"),
        (VISITS, VISIT, lambda desks: desks.visit_wishes.send(BOOK, "k1"), 646, "Appointment"),
        (ONE, VISIT, lambda desks: desks.visit_wishes.send(MOVE, "k1"), 646, "Appointment"),
        (ONE, VISIT, lambda desks: desks.visit_wishes.send(CANCEL, "k1"), 646, "Appointment"),
        (TICKETS, {"id": "TT1"}, lambda desks: desks.work_orders.send(REPAIR, "k1"), 621, "TroubleTicket"),
    ],
)
def test_what_is_asked_and_read_is_as_published(
    scripted: Scripted,
    clock: Clock,
    path: str,
    good: dict[str, Any],
    ask: Callable[[OperatorSystems], object],
    number: int,
    definition: str,
) -> None:
    scripted.says(path, Says(good))
    ask(all_desks(scripted, clock))
    asked = scripted.of(path)[-1]
    kind = {"POST": "Create", "PATCH": "Update"}[asked.method]
    check(json.loads(asked.body), {"$ref": f"#/definitions/{definition}_{kind}"}, tmf(number))
    check(good, {"$ref": f"#/definitions/{definition}"}, tmf(number))


@pytest.mark.parametrize(
    ("path", "good", "pattern", "schema"),
    [
        (REACH, CASES["reach"].good, REACHABILITY, "RequestReachabilityStatus"),
        (STATE, WELL, STATUS, "SubscriptionStatusRequest"),
    ],
)
def test_what_the_network_is_asked(
    scripted: Scripted, clock: Clock, path: str, good: dict[str, Any], pattern: str, schema: str
) -> None:
    whole = document(pattern)
    assert any(path.endswith(described) for described in whole["paths"])
    scripted.says(path, Says({}, 403), Says(good))
    faults = all_desks(scripted, clock).faults
    (faults.reach_of if path == REACH else faults.state_of)(WANG, LINE)
    for asked in scripted.of(path):
        check(json.loads(asked.body), {"$ref": f"#/components/schemas/{schema}"}, whole)


@pytest.mark.parametrize("name", EXAMPLES)
def test_published_examples_are_understood(scripted: Scripted, clock: Clock, name: str) -> None:
    answer = document(REACHABILITY)["paths"]["/retrieve"]["post"]["responses"]["200"]["content"]
    scripted.says(REACH, Says(answer["application/json"]["examples"][name]["value"]))
    assert all_desks(scripted, clock).faults.reach_of(WANG, LINE) is EXAMPLES[name]

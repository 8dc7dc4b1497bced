"""What the network knows of a phone, as CAMARA lets operators tell it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.faults import DataService, Reach, ServiceState
from kiosk.domain.people import Access, Identity
from kiosk.text import PhoneNumber
from tests.operators.conftest import WANG, Clock, desks_for
from tests.operators.scripted import Says, Scripted
from tests.operators.test_sims import LINE

REACH, STATE = "/reach/retrieve", "/status/retrive-subscription-status"
WELL = {"voiceSmsIn": "active", "voiceSmsOut": "active", "dataService": "active"}


def faults(scripted: Scripted, clock: Clock) -> Any:
    settings = scripted.settings(reachability="/reach", subscription_status="/status")
    return desks_for(settings, clock).faults


def reached(scripted: Scripted, clock: Clock, **told: object) -> Reach:
    scripted.says(REACH, Says({"lastStatusTime": "2026-11-23T08:00:00.000Z", **told}))
    found = faults(scripted, clock).reach_of(WANG, LINE)
    assert isinstance(found, Reach)
    return found


def reason_of(scripted: Scripted, clock: Clock, answer: Says, identity: Identity = WANG) -> Reason:
    scripted.says(REACH, answer)
    scripted.says(STATE, answer)
    reasons = set()
    for ask in (faults(scripted, clock).reach_of, faults(scripted, clock).state_of):
        with pytest.raises(OperatorError) as caught:
            ask(identity, LINE)
        reasons.add(caught.value.reason)
    (reason,) = reasons
    return reason


@pytest.mark.parametrize(
    ("reachable", "connectivity", "reach"),
    [
        (True, ["DATA"], Reach.DATA),
        (True, ["SMS", "DATA"], Reach.DATA),
        (True, ["SMS", "CARRIER_PIGEON"], Reach.SMS),
        (False, [], Reach.NONE),
        (False, ["DATA"], Reach.NONE),
    ],
)
def test_how_a_phone_is_reached(
    scripted: Scripted, clock: Clock, reachable: bool, connectivity: list[str], reach: Reach
) -> None:
    assert reached(scripted, clock, reachable=reachable, connectivity=connectivity) is reach
    (asked,) = scripted.of(REACH)
    assert json.loads(asked.body) == {"device": {"phoneNumber": "+8613800130001"}}
    assert asked.headers["authorization"] == "Bearer own"


def test_a_phone_that_is_out_of_reach_needs_no_more_words(scripted: Scripted, clock: Clock) -> None:
    assert reached(scripted, clock, reachable=False) is Reach.NONE


@pytest.mark.parametrize("told", [{"reachable": True}, {"reachable": "true"}, {"connectivity": ["DATA"]}])
def test_a_reach_that_is_not_told_is_not_guessed(
    scripted: Scripted, clock: Clock, told: dict[str, object]
) -> None:
    with pytest.raises(OperatorError) as caught:
        reached(scripted, clock, **told)
    assert caught.value.reason is Reason.BROKEN_ANSWER


@pytest.mark.parametrize("data", list(DataService))
@pytest.mark.parametrize(("calls_in", "calls_out"), [(True, True), (True, False), (False, False)])
def test_what_a_number_may_do(
    scripted: Scripted, clock: Clock, calls_in: bool, calls_out: bool, data: DataService
) -> None:
    words = {True: "active", False: "suspended"}
    told = {"voiceSmsIn": words[calls_in], "voiceSmsOut": words[calls_out], "dataService": data.value}
    scripted.says(STATE, Says(told))
    assert faults(scripted, clock).state_of(WANG, LINE) == ServiceState(calls_in, calls_out, data)
    (asked,) = scripted.of(STATE)
    assert json.loads(asked.body) == {"phoneNumber": "+8613800130001"}
    assert asked.headers["authorization"] == "Bearer own"


@pytest.mark.parametrize(
    "told", [{}, WELL | {"voiceSmsIn": "odd"}, WELL | {"dataService": None}, {"voiceSmsIn": "active"}, []]
)
def test_a_state_that_is_not_told_is_not_guessed(scripted: Scripted, clock: Clock, told: object) -> None:
    scripted.says(STATE, Says(told))
    with pytest.raises(OperatorError) as caught:
        faults(scripted, clock).state_of(WANG, LINE)
    assert caught.value.reason is Reason.BROKEN_ANSWER


# ---------------------------------------------------------------------- whose token, and whose phone


def test_her_own_token_stands_for_her_phone_without_a_number(scripted: Scripted, clock: Clock) -> None:
    scripted.says(REACH, Says({}, 403), Says({"reachable": True, "connectivity": ["DATA"]}))
    scripted.says(STATE, Says({}, 403), Says(WELL))
    assert faults(scripted, clock).reach_of(WANG, LINE) is Reach.DATA
    assert faults(scripted, clock).state_of(WANG, LINE).calls_in
    for path in (REACH, STATE):
        _, hers = scripted.of(path)
        assert (hers.body, hers.headers["authorization"]) == (b"{}", "Bearer hers")


@pytest.mark.parametrize(
    "identity",
    [
        replace(WANG, phone=PhoneNumber("13800130002")),
        replace(WANG, phone=None),
        replace(WANG, access=Access("op", token="")),
    ],
)
def test_it_stands_for_no_other_phone(scripted: Scripted, clock: Clock, identity: Identity) -> None:
    assert reason_of(scripted, clock, Says({}, 403), identity) is Reason.NOT_ALLOWED
    assert all(asked.headers["authorization"] == "Bearer own" for asked in scripted.of(REACH))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Says({"code": "IDENTIFIER_NOT_FOUND"}, 404), Reason.NOT_FOUND),
        (Says({"code": "UNNECESSARY_IDENTIFIER"}, 422), Reason.WRONG_INPUT),
        (Says({"code": "TOO_MANY_REQUESTS"}, 429), Reason.BUSY),
        (Says({"code": "UNAVAILABLE"}, 503), Reason.SYSTEM_DOWN),
    ],
)
def test_no_other_no_is_asked_again(scripted: Scripted, clock: Clock, answer: Says, reason: Reason) -> None:
    assert reason_of(scripted, clock, answer) is reason
    assert len(scripted.of(REACH)) == 1


def test_operators_that_do_not_tell(scripted: Scripted, clock: Clock) -> None:
    desks = desks_for(scripted.settings(), clock).faults
    for ask in (desks.reach_of, desks.state_of):
        with pytest.raises(OperatorError) as caught:
            ask(WANG, LINE)
        assert caught.value.reason is Reason.NOT_ALLOWED

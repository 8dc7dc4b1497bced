"""Line tests: what they announce and measure, how they end, and answers that no line can have."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.faults import Home, Measure, Metric, TestBegun
from kiosk.domain.people import Access
from kiosk.operators.line_tests import number_from
from tests.fake_trouble import HOME
from tests.operators.conftest import WANG, Clock, Patience, Stopped, desks_for
from tests.operators.scripted import Says, Scripted

PATH, ONE = "/tests/serviceTest", "/tests/serviceTest/t%2F1"
TEST = TestBegun("t/1", "op", tuple(Metric))
WITHOUT_BOX = replace(HOME, television=False)


def measure(metric: str, value: object = None, **violated: object) -> dict[str, Any]:
    told: dict[str, Any] = {"metricName": metric, "value": {"name": metric, "value": value}}
    return told | ({"ruleViolation": [violated]} if violated else {})


def so_far(*measures: object, state: str = "inProgress", **told: object) -> Says:
    characteristic = [{"name": name, "value": value} for name, value in told.items()]
    body = {"id": "t/1", "state": state, "testMeasure": list(measures), "characteristic": characteristic}
    return Says(body)


def desks(scripted: Scripted, clock: Clock, patience: float = 20) -> Any:
    return desks_for(scripted.settings(service_test="/tests"), clock, patience).faults


def measured(scripted: Scripted, clock: Clock, metric: Metric, *answers: Says) -> Measure:
    scripted.says(ONE, *answers)
    found = desks(scripted, clock).measured(WANG, TEST, metric, stop=Patience(clock))
    assert isinstance(found, Measure)
    return found


def reason_of(scripted: Scripted, clock: Clock, *answers: Says) -> Reason:
    with pytest.raises(OperatorError) as caught:
        measured(scripted, clock, Metric.SPEED, *answers)
    return caught.value.reason


# ------------------------------------------------------------------------------------------ beginning


def test_a_test_begins_as_the_standard_wants_it(scripted: Scripted, clock: Clock) -> None:
    scripted.says(PATH, Says({"id": "t/1"}, 201))
    assert desks(scripted, clock).test_line(WANG, HOME) == TEST
    (asked,) = scripted.of(PATH)
    body = json.loads(asked.body)
    assert {"name", "relatedService", "testSpecification"} <= set(body)
    assert body["relatedService"] == {"id": "b-1", "@referredType": "Product"}
    assert asked.headers["authorization"] == "Bearer hers"


@pytest.mark.parametrize(
    ("told", "home", "metrics"),
    [
        (["modem", "setTopBox", "jitter", "modem", 7], HOME, (Metric.MODEM, Metric.BOX)),
        (["OpticalPower"], HOME, (Metric.LIGHT,)),
        (["jitter"], HOME, tuple(Metric)),
        ("modem", WITHOUT_BOX, tuple(Metric)[:-1]),
        (None, WITHOUT_BOX, tuple(Metric)[:-1]),
    ],
)
def test_a_test_says_what_it_will_measure(
    scripted: Scripted, clock: Clock, told: object, home: Home, metrics: tuple[Metric, ...]
) -> None:
    scripted.says(PATH, so_far(metrics=told))
    assert desks(scripted, clock).test_line(WANG, home).metrics == metrics


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Says({}, 403), Reason.NOT_ALLOWED),
        (Says({}, 404), Reason.NOT_FOUND),
        (Says({}), Reason.BROKEN_ANSWER),
    ],
)
def test_a_test_that_does_not_begin(scripted: Scripted, clock: Clock, answer: Says, reason: Reason) -> None:
    scripted.says(PATH, answer)
    with pytest.raises(OperatorError) as caught:
        desks(scripted, clock).test_line(WANG, HOME)
    assert caught.value.reason is reason


# ------------------------------------------------------------------------------------------ measuring


def test_each_thing_is_waited_for(scripted: Scripted, clock: Clock) -> None:
    modem, light = measure("modem", "online"), measure("opticalPower", -18.5)
    lost = Says({}, 503)
    found = measured(scripted, clock, Metric.LIGHT, so_far(), lost, so_far(modem), so_far(modem, light))
    assert found == Measure(Metric.LIGHT, good=True, value=-18.5)
    assert len(scripted.of(ONE)) == 4
    assert {asked.headers["authorization"] for asked in scripted.of(ONE)} == {"Bearer hers"}


@pytest.mark.parametrize(
    ("told", "announced", "found"),
    [
        (measure("modem", "online"), {}, Measure(Metric.MODEM, good=True)),
        (measure("modem", "offline", conformanceTargetExact="online"), {"modem": "online"},
         Measure(Metric.MODEM, good=False)),
        (measure("opticalPower", "-31.2", conformanceTargetLower="-27"), {},
         Measure(Metric.LIGHT, good=False, value=-31.2, wanted=-27)),
        (measure("devices", 40, conformanceTargetUpper="32"), {"devices": 64},
         Measure(Metric.DEVICES, good=False, value=40, wanted=32)),
        (measure("Downstream", 306), {"metrics": ["downstream"], "downstream": 300},
         Measure(Metric.SPEED, good=True, value=306, wanted=300)),
        (measure("downstream", 12.5, conformanceTargetLower="the plan's"), {"downstream": "300"},
         Measure(Metric.SPEED, good=False, value=12.5, wanted=300)),
        ({"metricName": "setTopBox", "ruleViolation": [{}]}, {}, Measure(Metric.BOX, good=False)),
    ],
)  # fmt: skip
def test_what_was_measured_and_what_was_wanted(
    scripted: Scripted, clock: Clock, told: object, announced: dict[str, Any], found: Measure
) -> None:
    assert measured(scripted, clock, found.metric, so_far(told, state="completed", **announced)) == found


def test_the_last_measure_of_a_thing_counts(scripted: Scripted, clock: Clock) -> None:
    slow = measure("downstream", 3, conformanceTargetLower="300")
    assert measured(scripted, clock, Metric.SPEED, so_far(slow, measure("downstream", 310))).good


@pytest.mark.parametrize("state", ["completed", "failed", "cancelled", "rejected", "Completed "])
def test_a_test_that_ends_without(scripted: Scripted, clock: Clock, state: str) -> None:
    modem = measure("modem", "offline", conformanceTargetExact="online")
    nothing = (measure("downstream"), {"metricName": "downstream"})
    assert reason_of(scripted, clock, so_far(), so_far(modem, *nothing, state=state)) is Reason.SYSTEM_DOWN


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Says({}), Reason.BROKEN_ANSWER),
        (Says({"id": "t/1", "testMeasure": {}}), Reason.BROKEN_ANSWER),
        (Says({"id": "t/1", "testMeasure": [{"ruleViolation": "none"}]}), Reason.BROKEN_ANSWER),
        (
            Says(b'{"id": "t/1", "testMeasure": [{"value": {"name": "x", "value": NaN}}]}'),
            Reason.BROKEN_ANSWER,
        ),
        (
            Says(b'{"id": "t/1", "testMeasure": [{"value": {"name": "x", "value": 1e999}}]}'),
            Reason.BROKEN_ANSWER,
        ),
        (Says({}, 503), Reason.SYSTEM_DOWN),
        (Says({}, 404), Reason.NOT_FOUND),
    ],
)
def test_answers_that_no_test_gives(scripted: Scripted, clock: Clock, answer: Says, reason: Reason) -> None:
    assert reason_of(scripted, clock, answer) is reason


def test_waiting_has_an_end(scripted: Scripted, clock: Clock) -> None:
    scripted.says(ONE, so_far(state="strange"))
    for stop, patience, reason in (
        (Patience(clock), 0.4, Reason.TIMED_OUT),
        (Stopped(clock), 20, Reason.STOPPED),
    ):
        with pytest.raises(Unavailable) as caught:
            desks(scripted, clock, patience).measured(WANG, TEST, Metric.SPEED, stop=stop)
        assert caught.value.reason is reason


def test_the_kiosk_names_whom_it_tests_for(scripted: Scripted, clock: Clock) -> None:
    scripted.says(PATH, so_far())
    desks(scripted, clock).test_line(replace(WANG, access=Access("op", token="", subject="42")), HOME)
    (asked,) = scripted.of(PATH)
    assert json.loads(asked.body)["relatedParty"][0]["id"] == "42"
    assert asked.headers["authorization"] == "Bearer own"


def test_an_operator_that_tests_no_lines(scripted: Scripted, clock: Clock) -> None:
    with pytest.raises(Refused) as caught:
        desks_for(scripted.settings(), clock).faults.test_line(WANG, HOME)
    assert caught.value.reason is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("told", "number"),
    [
        (0, 0.0), (-40, -40.0), ("300", 300.0), ("-18.25", -18.25),
        (True, None), (None, None), ("", None), ("NaN", None), ("inf", None), ("1e3", None), (" 3", None),
        ("٣", None), (10**400, None), (1e9, None), ("12345678", None), ({"amount": 3}, None), ([3], None),
    ],
)  # fmt: skip
def test_numbers_and_what_looks_like_one(told: object, number: float | None) -> None:
    assert number_from(told) == number

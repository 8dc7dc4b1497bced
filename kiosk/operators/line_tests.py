"""Tests of a home's line (TMF653): begun once, and looked at until each thing is measured."""

from __future__ import annotations

import re
from urllib.parse import quote

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.faults import Home, Measure, Metric, TestBegun
from kiosk.domain.people import Access
from kiosk.operators.deadline import Deadline
from kiosk.operators.fault_shapes import ServiceTest, TestMeasure
from kiosk.operators.http import Call
from kiosk.operators.labels import known_in, letters, values_of
from kiosk.operators.polling import looked_until
from kiosk.operators.settling import Json, customer
from kiosk.operators.system import System
from kiosk.screens import Stop

API = "service_test"
SPECIFICATION = "broadbandLine"
ENDED = {"completed", "failed", "cancelled", "rejected"}
"""The ends of a test; whatever is not known to be one is none."""
MOST = 10**6
"""No measure of a line is larger, in whatever unit."""
_METRICS = {letters(metric.value): metric for metric in Metric}
_DIGITS = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")


def begun(system: System, access: Access, home: Home) -> TestBegun:
    """Begin a test; where it does not say what it measures, it is everything that there is."""
    url = system.url(API, "serviceTest")
    body: Json = {
        "name": "line test",
        "mode": "ONDEMAND",
        "relatedService": {"id": home.id, "@referredType": "Product"},
        "testSpecification": {"id": SPECIFICATION},
        "relatedParty": [customer(access.subject)],
    }
    test = system.ask(access, Call("POST", url, json=body), system.by()).shaped(ServiceTest)
    return TestBegun(test.id, system.id, _announced(test) or _usual(home))


def measured(
    system: System, access: Access, test: TestBegun, metric: Metric, by: Deadline, *, stop: Stop
) -> Measure:
    """Wait until one thing is measured; raises Unavailable where the test ends without, or not in time."""
    call = Call("GET", system.url(API, f"serviceTest/{quote(test.id, safe='')}"))
    told = looked_until(
        lambda: system.ask(access, call, by).shaped(ServiceTest),
        lambda now: letters(now.state) in ENDED or bool(_measures_of(now, metric)),
        by,
        stop,
    )
    if told is None:
        raise Unavailable(Reason.TIMED_OUT, f"{system.id}: the line is still being tested")
    found = _measures_of(told, metric)
    if not found:
        raise Unavailable(Reason.SYSTEM_DOWN, f"{system.id}: a test that ended without {metric.value}")
    return _measure(metric, found[-1], told)


def _announced(test: ServiceTest) -> tuple[Metric, ...]:
    """Return what a test says it is going to measure, of what we know."""
    return known_in(values_of(test.characteristic).get("metrics"), _METRICS)


def _usual(home: Home) -> tuple[Metric, ...]:
    return tuple(metric for metric in Metric if home.television or metric is not Metric.BOX)


def _measures_of(test: ServiceTest, metric: Metric) -> list[TestMeasure]:
    """Return what was measured of one thing; without a value or a broken rule nothing was."""
    told = [one for one in test.test_measure if _METRICS.get(letters(one.metric_name)) is metric]
    return [one for one in told if one.rule_violation or (one.value and one.value.value is not None)]


def _measure(metric: Metric, told: TestMeasure, test: ServiceTest) -> Measure:
    """Read a measure; what breaks a rule is bad, whatever its value."""
    value = None if told.value is None else number_from(told.value.value)
    return Measure(metric, not told.rule_violation, value, _wanted(metric, told, test))


def _wanted(metric: Metric, told: TestMeasure, test: ServiceTest) -> float | None:
    """Return the limit that is broken, or else what the test said from the beginning that there should be."""
    broken = told.rule_violation[:1]
    limits: list[object] = [one.conformance_target_lower or one.conformance_target_upper for one in broken]
    limits += [one.value for one in test.characteristic if _METRICS.get(letters(one.name)) is metric]
    return next((number for limit in limits if (number := number_from(limit)) is not None), None)


def number_from(told: object) -> float | None:
    """Read a number that may be written as digits; None where it is none, or beyond all bounds."""
    if isinstance(told, str) and _DIGITS.fullmatch(told):
        told = float(told)
    if isinstance(told, bool) or not isinstance(told, int | float) or not -MOST <= told <= MOST:
        return None
    return float(told)

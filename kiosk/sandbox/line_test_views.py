"""How a line test is described (TMF653): what it should find, and what it has found so far."""

from __future__ import annotations

from kiosk.domain.faults import Metric
from kiosk.sandbox import bases
from kiosk.sandbox.characteristics import characteristic
from kiosk.sandbox.line_findings import UNITS, Finding, Rule, findings, rules_for
from kiosk.sandbox.line_test_book import LineTestRecord
from kiosk.sandbox.moments import moment
from kiosk.sandbox.records import party_id, person_with
from kiosk.sandbox.tmf import Resource
from kiosk.sandbox.turn import Turn

BASE = bases.SERVICE_TEST
_CROSSED = {"Exact": True, "Lower": "<", "Upper": ">"}
"""What a comparator says: a value that compares so with the target has crossed it."""


def line_test_resource(turn: Turn, record: LineTestRecord) -> Resource:
    """Describe a test as far as it has come; its `characteristic` tells beforehand what it should find."""
    pace, rules = turn.call.world.options.pace.test_step, rules_for(record.tested)
    times = [(record.captured_at(index, pace), found) for index, found in enumerate(findings(record.tested))]
    there = [(at, found) for at, found in times if at <= turn.now]
    party = party_id(turn.brand.id, person_with(turn.db, record.person))
    inventory = f"{turn.root}/{bases.PRODUCT_INVENTORY}/product"
    resource: Resource = {
        "id": record.id,
        "href": f"{turn.root}/{BASE}/serviceTest/{record.id}",
        "name": record.name,
        "mode": "ONDEMAND",
        "state": "completed" if there == times else "inProgress" if there else "acknowledged",
        "startDateTime": moment(record.created_at),
        "characteristic": [
            characteristic("metrics", [metric.value for metric in rules]),
            *(characteristic(metric.value, rule.target) for metric, rule in rules.items()),
        ],
        "relatedService": {
            "id": record.line,
            "href": f"{inventory}/{record.line}",
            "@referredType": "Product",
        },
        "relatedParty": [{"id": party, "role": "customer", "@referredType": "Individual"}],
        "testSpecification": {"id": "broadbandLine"},
        "testMeasure": [
            {"captureDateTime": moment(at), **_measure(found, rules[found.metric])} for at, found in there
        ],
        "@type": "ServiceTest",
    }
    return resource | ({"endDateTime": moment(times[-1][0])} if there == times else {})


def _measure(found: Finding, rule: Rule) -> Resource:
    measure: Resource = {
        "metricName": found.metric.value,
        "value": characteristic(found.metric.value, found.value),
    }
    if found.metric in UNITS:
        measure["unitOfMeasure"] = UNITS[found.metric]
    if rule.is_broken_by(found.value):
        measure["ruleViolation"] = [_violation(found.metric, rule)]
    return measure


def _violation(metric: Metric, rule: Rule) -> Resource:
    return {
        "name": metric.value,
        f"conformanceTarget{rule.kind}": rule.target if isinstance(rule.target, str) else f"{rule.target:g}",
        f"conformanceComparator{rule.kind}": _CROSSED[rule.kind],
        "thresholdRuleSeverity": "major",
    }

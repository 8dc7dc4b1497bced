"""Tests of a home's line: what they find, when, and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.sandbox.conditions import Condition
from kiosk.sandbox.line_findings import Rule
from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.troubles import TESTS, XIE, XIES_PHONE, Json, characteristics, line_test
from tests.sandbox.visitor import HandClock, Visitor

TELECOMS_HOME, TELECOMS_ACCOUNT = "telecom-1027-2", "9900000010"
ALL = ["modem", "opticalPower", "authentication", "downstream", "devices", "setTopBox"]


@pytest.fixture
def jiang(sandbox: RunningSandbox) -> Iterator[Visitor]:
    with Visitor(sandbox, "telecom") as visitor:
        visitor.sign_in("jiang-guodong")
        yield visitor


def measured(visitor: Visitor, home: str) -> list[Json]:
    told = visitor.post(TESTS, line_test(home)).json()
    assert told["state"] == "completed"
    found: list[Json] = told["testMeasure"]
    return found


def test_a_line_that_is_well(jiang: Visitor) -> None:
    jiang.sandbox.let(TELECOMS_ACCOUNT, "none")
    answer = jiang.post(TESTS, line_test(TELECOMS_HOME))
    told = answer.json()
    assert (answer.status_code, answer.headers["Location"]) == (201, told["href"])
    assert jiang.get(told["href"]).json() == told
    assert [one["metricName"] for one in told["testMeasure"]] == ALL
    assert not any("ruleViolation" in one for one in told["testMeasure"])
    wanted = characteristics(told)
    assert wanted["metrics"] == ALL
    assert (wanted["downstream"], wanted["opticalPower"], wanted["devices"]) == (1000, -27, 32)
    speed = told["testMeasure"][3]
    assert (speed["unitOfMeasure"], speed["value"]["value"] >= 1000) == ("Mbit/s", True)
    assert "endDateTime" in told


@pytest.mark.parametrize(
    ("condition", "metric", "value", "target"),
    [
        ("cut-fibre", "modem", "offline", {"conformanceTargetExact": "online"}),
        ("modem-off", "modem", "offline", {"conformanceTargetExact": "online"}),
        ("no-light", "opticalPower", -40, {"conformanceTargetLower": "-27"}),
        ("weak-light", "opticalPower", -29.5, {"conformanceTargetLower": "-27"}),
        ("not-let-in", "authentication", "refused", {"conformanceTargetExact": "accepted"}),
        ("slow", "downstream", 66, {"conformanceTargetLower": "1000"}),
        ("crowded", "devices", 40, {"conformanceTargetUpper": "32"}),
        ("box-off", "setTopBox", "offline", {"conformanceTargetExact": "online"}),
    ],
)
def test_what_is_wrong_is_found(
    jiang: Visitor, condition: str, metric: str, value: object, target: Json
) -> None:
    jiang.sandbox.let(TELECOMS_ACCOUNT, condition)
    found = measured(jiang, TELECOMS_HOME)
    (bad,) = [one for one in found if "ruleViolation" in one]
    assert (bad["metricName"], bad["value"]["value"]) == (metric, value)
    assert bad["ruleViolation"][0].items() >= target.items()
    ends = condition in {"cut-fibre", "modem-off", "no-light", "not-let-in"}
    assert [one["metricName"] for one in found] == (ALL[: ALL.index(metric) + 1] if ends else ALL)


def test_nothing_is_seen_of_bad_wifi(mobile: Visitor) -> None:
    mobile.sign_in("ren-guilan")
    found = measured(mobile, "mobile-1029-2")
    assert [one["metricName"] for one in found] == ALL[:-1]
    assert not any("ruleViolation" in one for one in found)


def test_what_is_not_paid_is_not_let_in(mobile: Visitor) -> None:
    mobile.sign_in("song-yumei")
    assert measured(mobile, "mobile-1021-2")[-1]["value"]["value"] == "refused"


def test_measures_come_one_after_another(clock: HandClock) -> None:
    clock.rewind()
    options = SandboxOptions(clock=clock, pace=replace(AT_ONCE, test_step=2))
    with RunningSandbox(options) as sandbox, Visitor(sandbox, "unicom") as visitor:
        visitor.sign_in("luo-jianhua")
        told = visitor.post(TESTS, line_test("unicom-1020-2")).json()
        sandbox.let("9900000007", "none")
        seen = []
        for _ in range(6):
            seen.append((told["state"], len(told["testMeasure"])))
            clock.pass_by(seconds=2)
            told = visitor.get(told["href"]).json()
        assert seen == [("acknowledged", 0), *[("inProgress", n) for n in range(1, 5)], ("completed", 5)]
        assert told["testMeasure"][1]["captureDateTime"] == "2026-11-23T08:00:04.000Z"
        assert told["testMeasure"][3]["value"]["value"] == 20  # as the line was when the test began
        assert told["endDateTime"] == "2026-11-23T08:00:10.000Z"


def test_only_for_its_own_customer(mobile: Visitor) -> None:
    mobile.sign_in()
    assert mobile.post(TESTS, line_test()).status_code == 400
    mobile.sign_in(XIE)
    href = mobile.post(TESTS, line_test()).headers["Location"]
    assert mobile.post(TESTS, line_test("mobile-1019-1")).status_code == 400
    assert [one["href"] for one in mobile.get(TESTS).json()] == [href]
    mobile.sign_in()
    assert mobile.get(href).status_code == 404
    assert mobile.get(TESTS).json() == []


def test_a_client_tests_for_whom_it_has_proven(mobile: Visitor) -> None:
    mobile.act_for_itself()
    customer = {"id": "mobile-1019", "role": "customer", "@referredType": "Individual"}
    body = line_test(relatedParty=[customer])
    assert mobile.post(TESTS, body).status_code == 403
    assert mobile.post(TESTS, line_test()).status_code == 403
    assert mobile.get(TESTS, **{"relatedParty.id": "mobile-1019"}).status_code == 403
    mobile.prove(XIES_PHONE)
    href = mobile.post(TESTS, body).headers["Location"]
    assert mobile.get(href).ok
    assert mobile.get(TESTS).status_code == 403
    assert len(mobile.get(TESTS, **{"relatedParty.id": "mobile-1019"}).json()) == 1


def test_bodies_that_are_refused(mobile: Visitor) -> None:
    mobile.sign_in(XIE)
    for body in (
        {},
        line_test(testSpecification={"id": "hearing"}),
        line_test("nothing"),
        line_test(relatedParty=[{"id": "mobile-1001", "@referredType": "Individual"}]),
    ):
        assert mobile.post(TESTS, body).status_code == 400
    assert mobile.get(f"{TESTS}/none").status_code == 404


def test_words_and_numbers_are_never_alike() -> None:
    assert Rule("Exact", "online").is_broken_by(3)
    assert {one for one in Condition if one.at_home} == set(list(Condition)[:9])

"""The shared list of numbers that cheat: looked up, reported once, and where it is not connected."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.faults import Cheat, FraudRecord, FraudReport
from kiosk.settings import NationalSettings, Settings
from tests.operators.conftest import Clock, desks_for
from tests.operators.scripted import Says, Scripted

CHECK, REPORTS = "/fraud/check", "/fraud/reports"
REPORT = FraudReport("02112345678", Cheat.POLICE)
TAKEN = Says({"reference": "FR1", "createdAt": "2026-11-23T08:00:00Z"}, 201)


def desks(scripted: Scripted, clock: Clock) -> Any:
    client = scripted.settings().operators[0].client
    national = NationalSettings(client=client, fraud_list=f"{scripted.url}/fraud")
    return desks_for(Settings(national=national), clock)


def reason_of(scripted: Scripted, clock: Clock, answer: Says) -> Reason:
    scripted.says(CHECK, answer)
    with pytest.raises(OperatorError) as caught:
        desks(scripted, clock).fraud.check("95588")
    return caught.value.reason


@pytest.mark.parametrize(
    ("told", "record"),
    [
        ({"listed": False}, FraudRecord(0)),
        ({"listed": False, "reports": 3, "category": "other", "confirmed": True}, FraudRecord(0)),
        ({"listed": True, "reports": 3, "category": "investment"}, FraudRecord(3, Cheat.INVESTMENT)),
        ({"listed": True, "reports": 1, "category": "new", "confirmed": True}, FraudRecord(1, None, True)),
        ({"listed": True}, FraudRecord(0)),
    ],
)
def test_what_the_list_knows(
    scripted: Scripted, clock: Clock, told: dict[str, object], record: FraudRecord
) -> None:
    scripted.says(CHECK, Says(told))
    list_ = desks(scripted, clock).fraud
    assert (list_.connected, list_.check("95588")) == (True, record)
    (asked,) = scripted.of(CHECK)
    assert (json.loads(asked.body), asked.headers["authorization"]) == ({"number": "95588"}, "Bearer own")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Says({"reports": 3}), Reason.BROKEN_ANSWER),
        (Says({"listed": True, "reports": -1}), Reason.BROKEN_ANSWER),
        (Says({"listed": True, "reports": 1.5}), Reason.BROKEN_ANSWER),
        (Says({"listed": "yes"}), Reason.BROKEN_ANSWER),
        (Says(b'{"listed": true, "reports": NaN}'), Reason.BROKEN_ANSWER),
        (Says({}, 400), Reason.WRONG_INPUT),
        (Says({}, 503), Reason.SYSTEM_DOWN),
    ],
)
def test_what_cannot_be_read_is_no_all_clear(
    scripted: Scripted, clock: Clock, answer: Says, reason: Reason
) -> None:
    assert reason_of(scripted, clock, answer) is reason


def test_a_number_is_reported_under_its_key_and_nobody_is_named(scripted: Scripted, clock: Clock) -> None:
    scripted.says(REPORTS, TAKEN)
    reports = desks(scripted, clock).fraud_reports
    receipt = reports.send(REPORT, "k1")
    assert (receipt.reference, receipt.at.isoformat()) == ("FR1", "2026-11-23T16:00:00+08:00")
    assert reports.settle(reports.keep(REPORT), "k1") == receipt
    for asked in scripted.of(REPORTS):
        assert json.loads(asked.body) == {"number": "02112345678", "category": "impersonatesAuthority"}
        assert (asked.headers["idempotency-key"], asked.headers["authorization"]) == ("k1", "Bearer own")
    assert REPORT.number not in repr(REPORT)


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (409, Unavailable, Reason.BUSY),
        (403, Unavailable, Reason.NOT_ALLOWED),
        (400, Refused, Reason.WRONG_INPUT),
        (500, Unavailable, Reason.SYSTEM_DOWN),
    ],
)
def test_a_report_that_is_not_taken_when_settling(
    scripted: Scripted, clock: Clock, status: int, kind: type[OperatorError], reason: Reason
) -> None:
    scripted.says(REPORTS, Says({}, status))
    reports = desks(scripted, clock).fraud_reports
    with pytest.raises(kind) as caught:
        reports.settle(reports.keep(REPORT), "k1")
    assert caught.value.reason is reason


def test_a_hall_without_the_list(scripted: Scripted, clock: Clock) -> None:
    client = scripted.settings().operators[0].client
    for national in (NationalSettings(), NationalSettings(client=client)):
        desks = desks_for(Settings(national=national), clock)
        assert not desks.fraud.connected
        with pytest.raises(Refused) as checked:
            desks.fraud.check("95588")
        with pytest.raises(Refused) as reported:
            desks.fraud_reports.send(REPORT, "k1")
        assert checked.value.reason is reported.value.reason is Reason.NOT_ALLOWED

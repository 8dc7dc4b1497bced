"""Asking whether something may be done: what is asked, and answers that go their own way (TMF679)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest

from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.orders import Hindrance, Obstacle, OrderKind, Qualification
from kiosk.text import Label
from tests.operators.conftest import WANG, Clock, desks_for
from tests.operators.scripted import Says, Scripted


def items(*told: Mapping[str, object], **more: object) -> dict[str, object]:
    return {"state": "done", "productOfferingQualificationItem": list(told), **more}


def answered(scripted: Scripted, clock: Clock, answer: object) -> tuple[Qualification, ...]:
    scripted.says("/qualify/productOfferingQualification", Says(answer, 201))
    offers = desks_for(scripted.settings(qualification="/qualify"), clock).offers
    return offers.qualify(WANG, "l", OrderKind.CHANGE_PLAN, ("a", "b"))


def test_what_is_asked(scripted: Scripted, clock: Clock) -> None:
    yes = {"qualificationItemResult": "Qualified"}
    answered(scripted, clock, items({"id": "1", **yes}, {"id": "2", **yes}))
    (asked,) = scripted.of("/qualify/productOfferingQualification")
    body = json.loads(asked.body)
    first = body["productOfferingQualificationItem"][0]
    assert (body["category"], body["relatedParty"][0]["@referredType"]) == (
        {"id": "changePlan"},
        "Individual",
    )
    assert (first["id"], first["action"], first["productOffering"]) == ("1", "modify", {"id": "a"})
    assert first["product"]["productCharacteristic"] == [{"name": "line", "value": "l"}]
    assert asked.headers["accept-language"] == "zh-CN"


def test_answers_in_any_order_and_reasons_of_any_kind(scripted: Scripted, clock: Clock) -> None:
    reasons = [{"code": "arrears ", "label": "欠费"}, {"code": "MOON", "label": "月"}, {}]
    no = {"id": "2", "qualificationItemResult": "unqualified", "eligibilityUnavailabilityReason": reasons}
    yes = {
        "id": "1",
        "qualificationItemResult": "qualified ",
        "expectedActivationDate": "2026-11-30T16:00:00Z",
    }
    first, second = answered(scripted, clock, items(no, yes, {"id": "3"}))
    assert first == Qualification(starts=date(2026, 12, 1))
    assert second.hindrances == (
        Hindrance(Obstacle.ARREARS, Label.of({"zh_CN": "欠费"})),
        Hindrance(Obstacle.OTHER, Label.of({"zh_CN": "月"})),
        Hindrance(Obstacle.OTHER),
    )


def test_what_is_not_a_clear_yes_is_a_no(scripted: Scripted, clock: Clock) -> None:
    found = answered(
        scripted, clock, items({"id": "1"}, {"id": "2", "qualificationItemResult": "unqualified"}, state="")
    )
    assert found == (Qualification((Hindrance(Obstacle.OTHER),)),) * 2


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (items({"id": "1", "qualificationItemResult": "qualified"}), Reason.BROKEN_ANSWER),
        (items(state="inProgress"), Reason.BUSY),
        (items(state="acknowledged"), Reason.BUSY),
        (items(state="terminatedWithError"), Reason.SYSTEM_DOWN),
        ([], Reason.BROKEN_ANSWER),
    ],
)
def test_half_an_answer_is_none(scripted: Scripted, clock: Clock, answer: object, reason: Reason) -> None:
    with pytest.raises(OperatorError) as caught:
        answered(scripted, clock, answer)
    assert caught.value.reason is reason

"""Whatever is pressed, in whatever order, on every service: nobody is stranded, nothing goes unreviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.bills import Cap, Usage
from kiosk.domain.events import Event
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import Measure, Metric
from kiosk.domain.offers import Allowance
from kiosk.domain.orders import OrderKind, OrderState
from kiosk.domain.subscriptions import StopReason
from kiosk.domain.work_orders import Filed, WorkOrderKind
from kiosk.journeys.services import SERVICES, Service
from kiosk.scams_file import load_scams
from kiosk.screens import Enter, Review, Screen, Sign, Tally, Typed, Welcome, choices_of
from tests.desks import Desk, a_desk
from tests.effort import tries
from tests.fake_business import (
    CONTRACT,
    LINE,
    NOON,
    SUBSCRIPTION,
    FakeBusiness,
    FakeReader,
    FakeStaff,
    a_bill,
    an_order,
    running,
)
from tests.fake_operators import FakeOperators
from tests.fake_trouble import A_VISIT, FakeTrouble
from tests.pilot import SIGNATURE
from tests.trees import load_trees

TYPED = {
    Typed.PHONE: "13800001234", Typed.CODE: "123456", Typed.YUAN: "20", Typed.SECRET: "280517",
    Typed.STAFF: "0007", Typed.ID_TAIL: "12345X", Typed.ANY_NUMBER: "17099009901",
    Typed.FAULT: "1002",
}  # fmt: skip
HELD = (
    replace(
        SUBSCRIPTION,
        add_ons=(running("A", 6, used=False), running("B", 3, contract_id="c-1")),
        contracts=(CONTRACT,),
    ),
    replace(SUBSCRIPTION, line=replace(LINE, id="2"), stop=StopReason.PROTECTIVE),
    replace(SUBSCRIPTION, line=replace(LINE, id="3"), stop=StopReason.LOST),
)
MONTH = date(2026, 10, 1)
SCAMS, TREES = load_scams(), load_trees()


def business() -> FakeBusiness:
    return FakeBusiness(
        held=HELD,
        billed=(a_bill(MONTH, 29, 0, 30), a_bill(date(2026, 9, 1), 29)),
        months=(Usage(MONTH, Allowance(60, 900), Allowance(100, 5120)),),
        capped=Cap("cap-1", None),
        open_orders=(an_order(OrderState.IN_PROGRESS, kind=OrderKind.SET_CAP),),
        tickets=(
            Filed("TT-9", WorkOrderKind.REFUND, "refundRequest", "pending", NOON, date(2026, 11, 1)),
            Filed("TT-8", WorkOrderKind.REPAIR, "repair", "inProgress", NOON, date(2026, 11, 25)),
        ),
    )


def answer_to(screen: Screen[Any], luck: int) -> object:
    """Answer a screen somehow: mostly a choice, sometimes what is typed, signed or counted."""
    choices = choices_of(screen)
    match screen:
        case Enter() if luck % 4 or not choices:
            return TYPED[screen.kind][: screen.length] if screen.kind is not Typed.SECRET else secret(screen)
        case Sign() if luck % 4 or not choices:
            return SIGNATURE
        case Tally():
            return {row.key: luck % 3 for row in screen.rows}
    return choices[luck % len(choices)].answer if choices else None


def secret(screen: Enter) -> str:
    return "2468" if screen.length == 4 else TYPED[Typed.SECRET]


def walk(desk: Desk, service: Service, lucks: Sequence[int]) -> int:
    """Choose a service and press whatever luck says, now and then Back; tells how many reviews said yes."""
    pilot, agreed = desk.pilot.from_rest().choose(service.group), 0
    if service.name in {option.answer for option in choices_of(pilot.screen)}:
        pilot.choose(service.name)
    for luck in lucks:
        if isinstance(pilot.screen, Welcome):
            break
        if luck % 7 == 6:
            desk.reception.back()
            continue
        answer = answer_to(pilot.screen, luck // 7)
        agreed += isinstance(pilot.screen, Review) and answer is True
        pilot.answer(answer)
    return agreed


def test_luck_knows_how_to_type_whatever_is_asked_for() -> None:
    assert set(TYPED) == set(Typed)


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
@settings(deadline=None, max_examples=tries(12))
@given(lucks=st.lists(st.integers(0, 6000), min_size=20, max_size=60), refuses=st.booleans())
def test_nobody_is_stranded_and_nothing_goes_unreviewed(
    service: Service, lucks: list[int], refuses: bool
) -> None:
    no_light = {Metric.LIGHT: Measure(Metric.LIGHT, good=False, value=-40.0)}
    fakes = FakeOperators(business=business(), trouble=FakeTrouble(bad=no_light, visit=A_VISIT))
    if refuses:
        fakes.business.orders.problem = Refused(Reason.NOT_ELIGIBLE)
        fakes.trouble.visit_wishes.problem = Refused(Reason.TOO_LATE)
    data: dict[str, Any] = {"scams": SCAMS, "trees": TREES, "area": "990104"}
    with a_desk(fakes, id_cards=FakeReader(), staff=FakeStaff(), **data) as desk:
        agreed = walk(desk, service, lucks)
        seen = [event for event, _ in desk.events.seen]
        assert Event.DEFECT not in seen, desk.pilot.titles[-6:]
        assert seen.count(Event.COMMITMENT_DONE) <= agreed

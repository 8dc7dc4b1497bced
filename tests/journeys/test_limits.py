"""A limit for costs beyond the plan: chosen or typed, set after a proven yes, or left as it is."""

from __future__ import annotations

from typing import Any

from kiosk.domain.bills import Cap
from kiosk.domain.orders import (
    Action,
    Hindrance,
    Obstacle,
    OrderItem,
    OrderKind,
    OrderState,
    Qualification,
)
from kiosk.journeys.bill_check import LIMIT
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Choose
from kiosk.text import Money
from tests.fake_business import FakeBusiness
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

BARE = "No other service runs on this number"


def limiting(business: FakeBusiness) -> Any:
    hall = a_hall(FakeOperators(business=business))
    return a_talk(lambda: walked(service_named("bill-check"), hall))


def to_the_limits(talk: Talk) -> Talk:
    return talk.by_phone().go_on().answer(LIMIT)


def test_another_limit_is_typed_and_the_present_one_is_marked() -> None:
    business = FakeBusiness(capped=Cap("p-cap", Money.yuan(30)))
    with limiting(business) as talk:
        to_the_limits(talk)
        assert isinstance(talk.screen, Choose)
        assert [option.chosen for option in talk.screen.options].index(True) == 1
        assert talk.answer("30").session.problem is not None
        talk.press("Another sum")
        for bad in ("0", "", "1000"):
            assert talk.answer(bad).session.problem is not None
        talk.answer("020").press("Yes, set it so").sign()
        [request] = business.orders.asked
        assert request.items == (OrderItem(Action.MODIFY, "p-cap", "", (("limit", "20.00"),)),)


def test_a_limit_can_be_taken_away_or_left_and_a_no_changes_nothing() -> None:
    business = FakeBusiness(capped=Cap("p-cap", Money.yuan(30)))
    with limiting(business) as talk:
        to_the_limits(talk).press("Leave it as it is")
        assert talk.title == BARE
        talk.answer(LIMIT).press("No limit", "No, leave it as it is").go_on()
        assert talk.title == BARE and not business.orders.asked
        business.order_ends = [OrderState.FAILED]
        talk.answer(LIMIT).press("No limit", "Yes, set it so").sign().go_on()
        assert business.orders.asked[0].items[0].details == (("limit", ""),)
        assert isinstance(talk.screen, Choose) and talk.screen.options[0].detail is None


def test_a_limit_that_cannot_be_set_says_why() -> None:
    refused = {(OrderKind.SET_CAP, ""): Qualification((Hindrance(Obstacle.FROZEN),))}
    with limiting(FakeBusiness(refusals=refused)) as talk:
        assert to_the_limits(talk).title == "The limit cannot be changed now"
        assert talk.go_on().title == BARE
